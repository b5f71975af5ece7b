import type { NotionCue } from './notion-cue.ts';

/** What a purchase owes to others: environment, society, honesty, personal data; and projects of their own kind. */
export const DUTY_CUES: readonly NotionCue[] = [
  {
    concept: 'considerations-environnementales',
    says: /\b(?:desherbants?|phyto\w{0,20}|produits? chimiques?|compost\w{0,20}|reemploi\w{0,20}|reutilis(?:e|es|er|able|ables)|reparab\w{1,20}|recycl\w{1,20}|(?:vehicules?|voitures?|camions?|utilitaires?|fourgons?|bus|tondeuses?|velos?|scooters?|engins?|materiels?) (?:[a-z-]{1,30} ){0,2}?(?:electriques?|hybrides?|hydrogene|propres)|moins (?:polluant|possible de (?:poussieres?|bruit|co2|dechets|plastique)|de (?:papier|dechets|co2|carbone))|(?:pas|sans|zero|moins) (?:de |d')?(?:plastique|emballages?|jetables?|pesticides?|diesel|suremballage)|co2|carbone|energie verte|electricite verte|bois (?:local|issu|certifie)|granules|biodivers\w{0,20}|econom\w{1,20} (?:d'|en )(?:eau|energie)|le plus econome|lumiere? led\b|basse consommation|eco-?concu\w{0,20}|consign\w{1,20}|gestion differenciee|nature en ville|(?:dons?|donn(?:er|es?)) (?:ou|et) recycl\w{1,20}|reconditionn\w{1,20}|seconde main|d'occasion|impact sur (?:l'environnement|la planete))\b/,
    unless: /\b(?:velos? (?:d'appartement)|laboratoire de chimie)\b/,
  },
  {
    concept: 'clause-environnementale',
    show: ["condition d'exécution environnementale"],
    says: /\b(?:(?:pas|sans|aucun|zero|ni|interdit\w{0,20} (?:les|d'utiliser|aux)) (?:de |d'|des )?(?:desherbants?|phyto\w{0,20}|produits? phyto\w{0,20}|pesticides?|glyphosate|produits? chimiques?|souffl\w{1,20})|(?:dechets?|emballages?|cartons|gravats|ancien\w{0,20}|vieux|vieilles) [^.!?\n]{0,40}\b(?:repris|recycles?|recyclees?|tries?|triees?|evacues?|donnes? ou recycles?|compostes?|reemployes?)|recyclage d[eu]s? [^.!?\n]{0,30}\b(?:demande|exige|obligatoire|impose)|(?:tri|recyclage)\b[^.!?\n]{0,30}\b(?:obligatoire|exige|impose|demande))\b/,
  },
  {
    concept: 'agec-achat',
    says: /\b(?:agec|loi anti-?gaspi\w{0,20}|quotas? (?:de )?(?:reemploi|recyclage|recycle)|part (?:de|d'achats) (?:recycle|issus? du reemploi|reemploi)\w{0,30}|(?:obligation|oblige\w{0,20}) d'acheter (?:du |des produits )?(?:recycle|reconditionne|d'occasion))\b/,
  },
  {
    concept: 'economie-circulaire',
    says: /\b(?:economie circulaire|(?:eviter|plutot que|au lieu) de (?:tout )?jeter|dur\w{1,20} plus longtemps|reparab\w{1,20}|(?:repar(?:er|e|es)) plutot|plutot (?:reparer|faire reparer)|fin de vie (?:du|des|de nos)|(?:donn\w{1,20}|recycl\w{1,20}|reemploy\w{1,20}) (?:les |nos |l'|des )?(?:ancien|vieux|vieil|usag)\w{0,30}|(?:ancien|vieux|vieil)\w{0,30} [^.!?\n]{0,40}\b(?:recycl|reemploy|donnes|reutilis)\w{0,30}|deuxieme vie|seconde vie)\b/,
  },
  {
    concept: 'analyse-cycle-vie',
    says: /\b(?:acv\b|analyse (?:de|du) cycle de vie|impact (?:complet|de bout en bout)|empreinte (?:carbone|environnementale) (?:du|de|des|de chaque))\b/,
  },
  {
    concept: 'bilan-carbone',
    says: /\b(?:bilans? carbone|beges|gaz a effet de serre|bilan co2|emissions? de (?:co2|l'entreprise|ses|leurs))\b/,
  },
  {
    concept: 'spaser',
    says: /\b(?:spaser|schema (?:des |d')achats|plan d'achats? responsables?|politique d'achats? responsables?|objectifs (?:verts|sociaux|ecolo\w*) (?:de|dans) nos achats)\b/,
  },
  {
    concept: 'rse-entreprise',
    says: /\b(?:rse\b|(?:entreprise|boite|societe|prestataire|fournisseur)s? (?:responsables?|ethiques?|engagee?s?|qui (?:traite|s'occupe|paie|respecte|prend soin)\w{0,30} (?:bien )?(?:d[eu] )?(?:ses|leurs))|egalite (?:femmes|hommes|professionnelle)|bien-etre (?:de|des) (?:ses |leurs )?salaries)\b/,
  },
  {
    concept: 'devoir-vigilance',
    says: /\b(?:travail des enfants|(?:fait|fabrique|cousu)\w{0,30} par des enfants|enfants (?:qui )?travaill\w{1,20}|devoir de vigilance|travail force|d'ou vien\w{1,20} (?:les? |la )?(?:produit|tissu|coton|matiere|bois|minerai)s?|chaine (?:des|de) (?:fournisseurs|approvisionnement|fabrication)|ouigh?ours?)\b/,
  },
  {
    concept: 'insertion-achat',
    says: /\b(?:(?:chantier|entreprise|structure|association)s? d'insertion|aci\b|(?:gens|personnes|jeunes|publics?|salaries) en insertion|(?:faire travailler|donner du (?:travail|boulot) a|employer|embaucher) (?:des |les )?(?:gens (?:en|sans|loin)|personnes (?:en|eloignees|sans)|chomeurs|jeunes))\b/,
  },
  {
    concept: 'clause-sociale',
    show: ["clause sociale d'exécution", "clause d'insertion"],
    says: /\b(?:en insertion|eloignee?s? de l'emploi|(?:embauch|recrut|employ|faire travailler|faire bosser|travailler)\w{0,30}\b[^.!?\n]{0,40}\b(?:chomeurs?|sans emploi|en difficulte|du quartier|apprentis?|en recherche|loin de l'emploi|rsa|decrocheurs?|apprentissage)|apprentis? (?:sur|dans) (?:le|ce) chantier)\b/,
    unless: /\b(?:entreprises? d'insertion|chantiers? d'insertion)\b/,
  },
  {
    concept: 'facilitateur-clauses',
    says: /\b(?:facilitat\w+|suivre les heures d'insertion|guichet d'insertion|(?:qui|quelqu'un)\b[^.!?\n]{0,40}\bheures d'insertion)\b/,
  },
  {
    concept: 'un-pour-cent',
    says: /\b(?:1 ?% artist\w{0,20}|un pour ?cent|oeuvre (?:d'art )?(?:dans|pour|devant) (?:la|le|l') ?(?:nouve\w{1,20}|futur\w{0,20}|construction)|(?:sculpture|fresque|oeuvre) (?:pour|dans|devant) (?:le |la |l')?(?:nouveau|nouvelle|futur\w{0,20}))\b/,
  },
  {
    concept: 'deport-agent',
    says: /\b(?:(?:me|m'|se|dois-je|faut-il que je me) ?(?:deporte\w{0,20}|retire\w{0,20} (?:du choix|de la commission|du jury|du dossier)|recuse\w{0,20}|abstenir|mette en retrait)|(?:ne |n')(?:pas |dois pas |veux pas |peux pas )?(?:participe\w{0,20}|assiste\w{0,20}|siege\w{0,20})\b[^.!?\n]{0,30}\b(?:analyse|choix|commission|reunion|jury)|laisser (?:un|une|mon|ma) collegue (?:decider|choisir|analyser|noter))\b/,
  },
  {
    concept: 'prise-interets',
    says: /\b(?:(?:ma|sa|leur) propre (?:societe|boite|entreprise)|prise illegale|(?:elue?|maire|adjointe?|directeur|directrice|chef|agent|president|conseiller\w{0,20}|je)\b[^.!?\n]{0,40}\b(?:actionnaire|detien\w{1,20}|des parts|parts dans|gerant|associe)|(?:boite|societe|entreprise) (?:du maire|de (?:l'elu|l'adjoint|mon chef|sa famille|la famille|ma femme|mon mari)))\b/,
  },
  {
    concept: 'lanceur-alerte',
    says: /\b(?:lanceurs? d'alerte|denonc\w{1,20} (?:une|un|mon|ma|ce|cette|des)|signaler (?:une|un|des) (?:fraude|manquement|magouille|truc louche|irregularit\w{1,20})s?|on me (?:demande|force|oblige|met la pression)\b[^.!?\n]{0,60}\b(?:louche|illegal|pas (?:net|normal|legal)|antidat\w{1,20}|faux)|pression de (?:mon|ma) (?:chef\w{0,20}|hierarchie|direct\w{1,20})|referent deontologue)\b/,
  },
  {
    concept: 'sous-traitant-donnees',
    says: /\b(?:(?:prestataire|editeur|societe|boite|entreprise|hebergeur|titulaire|fournisseur)\b[^.!?\n]{0,40}\b(?:acces a|manipul\w{1,20}|trait\w{1,20}|voi[rt]\w{0,30}|verra|utilis\w{1,20}|stock\w{1,20}|heberg\w{1,20}|recoi\w{1,20}) (?:a )?(?:nos|les|des|aux|a) ?(?:donnees|fichiers|dossiers|informations)|sous-traitant (?:rgpd|de donnees|des donnees))\b/,
  },
  {
    concept: 'contrat-donnees',
    says: /\b(?:annexe (?:rgpd|donnees)|clauses? (?:rgpd|de confidentialite|sur les donnees)|dpa\b|confidentialite (?:des|de)|(?:rester|reste|garder|tenus?) (?:au |le )?(?:confidentiel\w*|secret))\b/,
  },
  {
    concept: 'fuite-donnees',
    says: /\b(?:(?:donnees|fichiers?|mots de passe|adresses)\b[^.!?\n]{0,30}\b(?:ont (?:ete )?(?:fuite\w{0,20}|vole\w{0,20}|pirate\w{0,20}|divulgu\w{1,20})|fuite|a fuite|partis? au mauvais|dans la nature)|(?:fuite|vol|violation) de donnees|data breach)\b/,
  },
  {
    concept: 'connaissances-anterieures',
    says: /\b(?:connaissances anterieures|preexistants? du|(?:ses|leurs) (?:propres|anciens) (?:outils|travaux|modeles|codes|logiciels)|existait deja chez (?:lui|eux|elle))\b/,
  },
  {
    concept: 'devoir-conseil-tic',
    says: /\b(?:(?:aurait|auraient) (?:du|pu) (?:nous |me )?(?:prevenir|alerter|dire|avertir|conseiller)|(?:nous |m'|me |n')(?:a|ont|avait|avaient|a jamais|ont jamais) (?:pas |jamais )?(?:pas |jamais )(?:prevenus?|alertes?|avertis?|conseilles?|dit que)|savai\w{1,20} (?:tres bien |parfaitement )?que (?:ca|cela) (?:ne )?march\w{1,20}|devoir de conseil|mise en garde)\b/,
    unless: /\bon nous a pas dit\b/,
  },
  {
    concept: 'securite-info-marche',
    says: /\b(?:mots? de passe|double (?:authentification|facteur|mot de passe)|authentification (?:forte|unique)|sso\b|plan d'assurance securite|homologation (?:rgs|de securite)|(?:niveau|exigence|mesure)s? de securite (?:info\w{0,20}|du (?:logiciel|systeme))|securis\w{1,20} (?:l'acces|les acces|le logiciel|les donnees|nos donnees)|chiffr\w{1,20} (?:des|les|nos) donnees|connexion securisee)\b/,
  },
  {
    concept: 'maquette-numerique-bim',
    says: /\b(?:bim\b|maquette (?:numerique|3d|en trois)|jumeau numerique|plans? (?:numeriques? )?en 3d)\b/,
  },
  {
    concept: 'foncier-amenagement',
    says: /\b(?:amenag\w+ (?:un|le|du|la|d'un|l'ancien\w*) ?(?:nouveau |futur )?(?:quartier|zone|zac|lotissement|friche)|zac\b|promoteurs?(?! immobilier de)|amenageurs?)\b/,
  },
  {
    concept: 'conduite-operation',
    says: /\b(?:condui?\w* d'operation|suiv\w+ (?:le |du )?chantier (?:a notre place|pour nous|pour notre compte)|delegu\w+ le suivi (?:du|des|de la))\b/,
  },
  {
    concept: 'mandat',
    says: /\b(?:mandat (?:de maitrise|public)|donner mandat|agi\w+ (?:en|a) notre (?:nom|place)|maitrise d'ouvrage deleguee|deleguer la maitrise)\b/,
  },
  {
    concept: 'regie',
    says: /\b(?:regie (?:d'avances?|municipale|publique|de recettes|directe)|en regie|regisseurs? d'avances?|(?:nos|les) ateliers (?:municipaux )?(?:font|le font|peuvent))\b/,
  },
  {
    concept: 'banque-emprunt',
    says: /\b(?:emprunt(?:er|s)?\b|prets? bancaires?|lignes? de tresorerie|credit a la banque|(?:ouvrir|changer) (?:un|de) compte (?:bancaire|en banque))\b/,
  },
  {
    concept: 'recherche-publique-contrat',
    says: /\b(?:contrats? de recherche|commander une recherche|these (?:financee|cifre)|cifre\b|collaboration de recherche|(?:avec|a) un (?:labo|laboratoire) (?:de recherche|du cnrs|universitaire|de l'universite)|projet de recherche (?:avec|confie))\b/,
  },
  {
    concept: 'contrat-partenariat',
    says: /\b(?:marche de partenariat|ppp\b|partenariat public[- ]prive|payer (?:le batiment )?(?:par|avec des|sous forme de) loyers|(?:construi\w{1,20}|batit|bati\w{0,20}|finance\w{0,20})\b[^.!?\n]{0,60}\b(?:rembours\w{1,20} (?:sur|pendant)|loyers?|on (?:le |la )?pai\w{1,20} sur (?:\d{1,12}|vingt|trente) ans)|bail emphyteotique)\b/,
  },
];
