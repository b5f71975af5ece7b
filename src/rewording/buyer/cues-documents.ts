// One table of turns, read from top to bottom, without logic.
import type { NotionCue } from './notion-cue.ts';

/** The papers: of the need, of the consultation, of candidates and offers, of the contract, and who signs and keeps them. */
export const DOCUMENT_CUES: readonly NotionCue[] = [
  {
    concept: 'fiche-de-besoin',
    says: /\b(?:fiche (?:de |d'expression d[eu]s? |d'achat|d')?besoins?|formulaire (?:de demande )?d'achat|expression d[eu]s? besoins?|demande d'achat\b|(?:papier|fiche|formulaire)s? (?:a|qu'il faut|que je dois|qu'on doit) remplir|quel (?:formulaire|imprime) (?:je|faut|on)|remplir (?:la|une|le|un) (?:fiche|formulaire|demande))/,
  },
  {
    concept: 'besoin',
    says: /\b(?:(?:definir|preciser|cadrer|cerner|formuler|exprimer|decrire|poser|clarifier) (?:le|notre|nos|mon|mes|les|leurs?|son|un) (?:vrais? )?besoins?|(?:sait|sais|savons) (?:pas )?(?:trop |vraiment )?ce qu'on veut|ce qu'il (?:nous |me )?faut exactement|besoins? (?:pas|mal|encore) (?:tres )?(?:clairs?|definis?|flous?)|comment (?:decrire|exprimer|ecrire) (?:ce qu|notre|mon))/,
  },
  {
    concept: 'nomenclature',
    says: /\b(?:dans quelle (?:case|famille|categorie|rubrique)|code (?:famille|achat|nomenclature)|nomenclature|classement des achats|familles? (?:d'achats?|homogenes?))\b/,
  },
  {
    concept: 'programmation-achats',
    show: ['recensement annuel des achats', 'programmation des achats'],
    says: /\b(?:programm\w{1,20} (?:des|nos|les|d'|de nos) ?achats?|liste (?:des|de nos|de tous nos) achats|recens\w{1,20} (?:des |nos |les |de nos |tous nos )?(?:besoins|achats)|(?:achats?|acheter\w{0,20}|achetera|marches|besoins|consultations)\b[^.!?\n]{0,40}\b(?:l'an(?:nee)? prochaine?|de l'annee a venir|des (?:deux|trois) prochaines annees)|plan(?:ification)? (?:d'|des )achats?|prevoir les achats)\b/,
  },
  {
    concept: 'preinformation-avis',
    says: /\b(?:preinformation|preven\w{1,20} (?:les|des) (?:entreprises|fournisseurs|boites) (?:a l'avance|longtemps|en amont|bien avant)|annonc\w{1,20} (?:aux (?:entreprises|fournisseurs) )?(?:nos|les|notre|a l'avance nos) (?:futurs?|prochaine?s?) (?:achats?|marches?|projets?|consultations?))/,
  },
  {
    concept: 'prolongation-remise',
    show: [
      'modification des documents de la consultation',
      'avis rectificatif',
      'prolongation du délai de remise des offres',
    ],
    says: /\b(?:consultation|annonce|dossier|dce|appel d'offres|marche|cahier|avis)\b[^.!?\n]{0,60}\b(?:partie?|publiee?|lancee?|en ligne|parue?|sortie?|envoyee?)\b[^.!?\n]{0,60}\b(?:oubli\w{1,20}|erreur|trompe\w{0,20}|manque|changer|modifier|corriger|rajouter|ajouter|coquille|rectifi\w{1,20})|\b(?:oubli\w{1,20}|erreur|trompe\w{0,20}|coquille|faute)\b[^.!?\n]{0,60}\bdans (?:le |la |l')?(?:dossier|dce|annonce|cahier|consultation|avis|reglement)\b/,
    unless: /\b(?:offre (?:de|du)|candidat (?:a|s'est)|facture)\b/,
  },
  {
    concept: 'dce',
    says: /\b(?:dce\b|dossier (?:de|pour la) consultation|dossier complet du marche|(?:dossier|documents?|pieces?|cahier)s? (?:a|qu'on|que l'on) (?:envo\w{1,20}|telecharg\w{1,20}|donn\w{1,20}|mett\w{1,20})[^.!?\n]{0,20}\b(?:entreprises|candidats|boites|en ligne)|paquet de documents|pieces du (?:marche|dossier)|documents de la consultation)/,
  },
  {
    concept: 'rc',
    says: /\b(?:reglements? de (?:la )?consultation|regles? du jeu|consignes? (?:aux|pour les) (?:candidats|entreprises)|(?:comment|expliquer\w{0,20})\b[^.!?\n]{0,30}\b(?:entreprises|candidats|boites|ils|elles) (?:doivent |vont |devront |pourront )?(?:repondre|etre notes|seront notes|presenter leur)|comment (?:on va les|ils vont etre|elles vont etre|les) not\w{1,20})\b/,
  },
  {
    concept: 'ccap',
    says: /\b(?:ccap|clauses? administratives?|partie (?:administrative|juridique)|regles? administratives?|(?:ou|dans quel (?:document|papier))\b[^.!?\n]{0,25}\b(?:met\w{0,20}|mettre|ecri\w{1,20}|inscri\w{1,20})\b[^.!?\n]{0,40}\b(?:penalites?|paiement|delais?|resiliation))\b/,
  },
  { concept: 'ccp', says: /\b(?:ccp|cahier (?:mixte|unique|des clauses particulieres)|un seul cahier)\b/ },
  { concept: 'ccag', says: /\b(?:ccag\w*|conditions generales|cgv|cgu|regles? types? du contrat)\b/ },
  { concept: 'cctg', says: /\b(?:cctg|prescriptions techniques (?:generales|standard))\b/ },
  {
    concept: 'acte-engagement',
    says: /\b(?:actes? d'engagement|attri ?1|(?:contrat|feuille|papier|document)s? (?:a (?:faire )?|qu'on doit |que (?:l'entreprise|la boite|le prestataire|je) (?:doit|dois|va) |qui doit etre )sign(?:er|es?|ee)s?)\b/,
  },
  {
    concept: 'dqe',
    says: /\b(?:dqe|paniers? (?:type|fictif|moyen|de commande)s?|scenarios? de (?:quantites|commande|consommation)|commandes? (?:type|fictive)s?|simulation de commandes?|quantites (?:fictives|imaginaires|estimees) pour comparer|detail quantitatif|devis estimatif)\b/,
  },
  {
    concept: 'dpgf',
    says: /\b(?:dpgf|decompos\w{1,20} (?:du|le|de son|de leur|leur|son) (?:prix|forfait|devis)|detail (?:du|de leur|de son|complet du|des) (?:prix|forfait|total|chiffrage)|ligne par ligne|poste par poste|detaill\w{1,20} (?:le|leur|son|leurs) (?:prix|forfait|chiffrage))\b/,
  },
  {
    concept: 'memoire-technique',
    says: /\b(?:memoires? techniques?|note methodologique|(?:expliqu\w{1,20}|decriv\w{1,20}|decrire|detaill\w{1,20}|present\w{1,20}|racont\w{1,20}|dire|disent|dise)\b[^.!?\n]{0,30}\b(?:comment (?:elles?|ils?|l'entreprise|les entreprises|le (?:prestataire|candidat)|la boite) (?:s'organis\w{1,20}|v\w{1,20}|compte\w{0,20}|fer\w{1,20}|s'y|travaill\w{1,20}|procede\w{0,20}|intervien\w{1,20})|(?:sa|leur|la) methode|(?:leur|son|l') ?organisation|leur facon de (?:faire|travailler)))\b/,
  },
  {
    concept: 'lettre-consultation',
    says: /\b(?:lettres? de consultation|(?:courrier|mail|lettre)\b[^.!?\n]{0,40}\b(?:demander? (?:un|des|leurs?) (?:prix|devis|offres?)|mise en concurrence|(?:trois|quelques|deux|quatre|cinq|plusieurs|aux) (?:entreprises|boites|fournisseurs|artisans))|(?:ecrire|ecrit|envoyer (?:un )?(?:mail|courrier)) a (?:trois|3|deux|quatre|quelques|plusieurs|cinq) (?:entreprises|boites|fournisseurs|artisans))\b/,
  },
  {
    concept: 'aapc',
    says: /\b(?:aapc|avis (?:de marche|d'appel (?:public )?a|de publicite|de consultation)|annonces? (?:officielle|legale|du marche|boamp)s?|(?:ecrire|rediger|preparer|corriger) l'(?:annonce|avis))\b/,
  },
  {
    concept: 'avis-attribution',
    says: /\b(?:avis d'attribution|(?:annonc|publi|communiqu|affich)\w{1,30} (?:publiquement |officiellement )?(?:qui a (?:gagne|remporte|eu)|les? (?:resultat|gagnant|vainqueur|nom du (?:gagnant|titulaire))s?|l'attribution))\b/,
  },
  { concept: 'dc1', says: /\b(?:dc ?1|lettre de candidature)\b/ },
  { concept: 'dc2', says: /\b(?:dc ?2|declaration du candidat)\b/ },
  {
    concept: 'dc4',
    says: /\b(?:dc ?4|declar\w+ (?:de |le |un |leurs? |son |ses |du |la )?sous-?trait\w+|papiers? (?:du|pour le|de) sous-?traitant)\b/,
  },
  {
    concept: 'acte-special',
    says: /\b(?:acte special|(?:accept|agre|valid)\w{1,30} (?:le|un|ce|leur|son) (?:nouveau )?sous-?traitant|sous-?traitant\b[^.!?\n]{0,30}\b(?:arriv\w{1,20}|debarqu\w{1,20}|ajout\w{1,20}|en cours de (?:route|chantier|marche)))\b/,
  },
  { concept: 'dume', says: /\b(?:dume|formulaire europeen)\b/ },
  {
    concept: 'declaration-honneur',
    says: /\b(?:sur l'honneur|jur\w{1,20} (?:qu'|d'etre)[^.!?\n]{0,20}\bregle|(?:casier|condamn\w{1,20})\b[^.!?\n]{0,40}\b(?:entreprise|candidat|gerant|patron|boite)|(?:entreprise|candidat|gerant|patron|boite)\b[^.!?\n]{0,40}\bcondamn\w{1,20}|attest\w{1,20} qu'(?:elle|il)s? (?:n'a|n'ont|est|sont))\b/,
  },
  {
    concept: 'attestations-fiscales-sociales',
    says: /\b(?:urssaf|attestations? (?:fiscale|sociale|de vigilance)s?|k-?bis|a jour de (?:ses|leurs|des|tout|toutes) ?(?:ses )?(?:impots|cotisations|charges|papiers)|cotisations sociales|(?:paye|paie|doi)\w{0,30} (?:bien )?(?:ses|leurs|des) (?:impots|cotisations|charges)|papiers (?:en regle|urssaf|des impots)|travail (?:au noir|dissimule))\b/,
  },
  {
    concept: 'candidature',
    says: /\b(?:dossiers? de candidature|(?:papiers|dossiers?|documents|pieces) (?:administrati\w{1,20} )?(?:de l'|des |de la |du |que doit fournir (?:l'|la ))(?:entreprise|candidat|boite|societe)s?|dossier (?:administratif|de presentation)|pieces? de candidature|quels papiers (?:demander|exiger|faut)|qui (?:a|ont) le droit de (?:repondre|postuler|candidater))\b/,
  },
  { concept: 'noti', says: /\b(?:noti ?\d?|courriers? types? (?:aux|pour les) (?:gagnants|perdants|candidats))\b/ },
  {
    concept: 'registre-depots',
    show: ['registre des dépôts', 'horodatage des plis'],
    says: /\b(?:registre des (?:depots|plis)|liste des (?:offres arrivees|plis|depots)|(?:offre|pli|dossier|reponse|proposition|devis)s?\b[^.!?\n]{0,30}\b(?:en retard|hors delais?|apres l'heure|apres la (?:date|limite)|trop tard)|(?:arrive|depose|envoye|recu|repondu)\w{0,30} (?:\w{1,30} ){0,3}(?:apres (?:la date|l'heure|la limite|l'echeance)|hors delais?)|(?:arrive|depose|envoye|repondu)\w{0,30}\b[^.!?\n]{0,25}\b(?:\d{1,12}|cinq|dix|deux|trois|quelques|une) (?:minutes?|heures?) (?:apres|trop tard|de retard))\b/,
    unless: /\b(?:livr\w+|factur\w+|chantier)\b/,
  },
  {
    concept: 'copie-sauvegarde',
    says: /\b(?:copie de (?:sauvegarde|secours)|(?:cle usb|double)\b[^.!?\n]{0,40}\b(?:offre|pli|reponse|plateforme))\b/,
  },
  {
    concept: 'rapport-presentation',
    says: /\b(?:rapport de presentation|document qui raconte (?:toute )?la procedure)\b/,
  },
  {
    concept: 'pv-cao',
    says: /\b(?:(?:pv|compte[- ]rendu|proces-verbal) de la (?:cao|commission)|decision des elus sur l'entreprise)\b/,
  },
  {
    concept: 'demande-precisions',
    says: /\b(?:demand\w{1,20} (?:a l'entreprise |au candidat |aux candidats |a la boite |lui |leur |des ){0,6}(?:d'expliquer|de preciser|d'eclaircir|(?:des|de|une) ?(?:precisions?|eclaircissements?|explications?))|(?:offre|reponse|proposition|devis|memoire)s?\b[^.!?\n]{0,40}\b(?:pas clair\w{0,20}|floue?s?|ambigu\w{0,20}|comprend\w{0,20} pas|un doute)|point flou|lever un doute|(?:pas clair|comprend\w{0,20} pas)\b[^.!?\n]{0,30}\b(?:offre|reponse|proposition))\b/,
  },
  {
    concept: 'mise-au-point',
    says: /\b(?:mise au point (?:du|avec|avant)|(?:cal|regl|ajust|peaufin|finalis|precis|fix)\w{1,30}\b[^.!?\n]{0,50}\b(?:avant (?:de signer|la signature|signature|notification)|avec (?:le gagnant|l'entreprise retenue|l'attributaire|celui qu'on a (?:choisi|retenu)))|derniers? (?:reglages|details|ajustements) avant)\b/,
  },
  {
    concept: 'programme',
    show: ["programme de l'opération"],
    says: /\b(?:programme (?:de l'operation|du (?:batiment|futur|projet)|fonctionnel|architectural|immobilier)|programmistes?|preprogramme|ce que (?:le|la) (?:batiment|future?s? \w{1,30}|ecole|equipement) doit (?:permettre|accueillir))\b/,
  },
  {
    concept: 'ordre-service',
    says: /\b(?:ordres? de (?:service|demarrage)|(?:dire|donner|envoyer|ordonner)\b[^.!?\n]{0,30}\b(?:entreprise|titulaire|prestataire|macon|lui)\b[^.!?\n]{0,25}\b(?:de demarrer|de commencer|demarre|l'ordre|d'arreter)|feu vert\b[^.!?\n]{0,30}\b(?:entreprise|titulaire|demarrer|commencer|chantier)|l'os (?:de|n))/,
    unless: /\b(?:tranche|phase 2|deuxieme phase)\b/,
  },
  {
    concept: 'bon-livraison',
    says: /\b(?:bons? de livraison|bordereau (?:de livraison|du transporteur)|(?:papier|bon|recu|bordereau) du (?:livreur|transporteur|chauffeur)|sign\w{1,20} (?:au|le papier du|quand le|pour le) (?:livreur|chauffeur|camion|transporteur))\b/,
  },
  {
    concept: 'pv-reception',
    says: /\b(?:pv (?:de )?(?:recep\w*|fin de)|proces-verbal de reception|papier (?:qui dit|disant|comme quoi) (?:que )?le chantier)\b/,
  },
  {
    concept: 'pv-admission',
    says: /\b(?:pv (?:de recette|d'admission|de verification)|(?:faire|prononcer|signer|passer) la recette|recette (?:du logiciel|de l'appli\w*|fonctionnelle)|vabf|vsr)\b/,
  },
  {
    concept: 'attestation-assurance',
    says: /\b(?:attestations? d'assurance|(?:entreprise|prestataire|boite|artisan|societe|titulaire|macon|couvreur)s?\b[^.!?\n]{0,25}\b(?:bien|correctement|etre|soit|est|sont) assuree?s?\b|rc pro\w{0,20}|responsabilite civile|preuve d'assurance|qui paie s'(?:il|elle) casse|si (?:l'entreprise|le prestataire|il|elle)s? casse\w{0,20} quelque chose)/,
  },
  {
    concept: 'courrier-penalites',
    says: /\b(?:(?:lettre|courrier|mail)\b[^.!?\n]{0,40}\bpenalites?|calcul\w{0,20} (?:le |du |des |les |de )?(?:jours de retard|retard|penalites)|combien (?:on |je )?(?:peut |peux |doit )?(?:lui )?(?:retenir|retirer|deduire)\b[^.!?\n]{0,30}\bretard)\b/,
  },
  {
    concept: 'decision-resiliation',
    says: /\b(?:lettre|courrier|decision|recommande)\b[^.!?\n]{0,40}\b(?:resili\w+|rupture|mettre fin|met fin|fin (?:de|au) contrat|arreter le contrat)\b/,
  },
  {
    concept: 'conservation-dossier',
    says: /\b(?:combien de temps\b[^.!?\n]{0,30}\b(?:gard|conserv|archiv)\w{1,30}|(?:jeter|detruire|archiver|garder|conserver) (?:les |le |nos |ces |de )?(?:vieux |vieilles |anciens? )?(?:dossiers? )?(?:de |du |des )?(?:marches?|offres|papiers du marche|pieces du marche|dossiers?))\b/,
  },
  {
    concept: 'notification',
    says: /\b(?:notifi\w{1,20} (?:le|au|a|du|ce)|(?:recu|envoy\w{1,20}) (?:son|le|leur) (?:contrat|marche) (?:signe)?|contrat (?:est )?officiel|date d'effet|quand (?:est-ce que )?le contrat (?:demarre|commence|prend effet))\b/,
    unless: /\bnon retenus?|perdants?|rejet\b/,
  },
  {
    concept: 'avis-modification',
    says: /\b(?:avis de modification|publi\w+ (?:l'|un |cet )avenant|annonc\w+ (?:publiquement )?qu'on a change le contrat)\b/,
  },
  {
    concept: 'ordre-pieces',
    says: /\b(?:(?:deux|les|nos) (?:documents|pieces|papiers|pages|annexes)\b[^.!?\n]{0,30}\b(?:disent (?:pas|le contraire)|se contredi\w{1,20}|contradict\w{1,20}|ne disent)|quel(?:le)? (?:page|document|piece|papier)\b[^.!?\n]{0,15}\b(?:fait foi|prime|l'emporte|compte)|ne di\w{1,20} pas la meme chose|(?:dit|marque|ecrit) (?:le contraire|autre chose)|contradict\w{1,20} (?:dans|entre))\b/,
  },
  {
    concept: 'signature',
    says: /\b(?:(?:qui|droit de|peut-on|puis-je|je peux|j'ai le droit de|qui (?:doit|peut|a le droit de)) (?:peut |doit |a le droit de )?signer|(?:delegation|pouvoir) de signature|signer a (?:la|sa|leur) place|habilitee? a signer)\b/,
  },
  {
    concept: 'signature-electronique-marche',
    says: /\b(?:sign\w+ (?:electronique\w*|en ligne|numeriqu\w+|avec (?:un|le|son) certificat)|parapheur|certificat (?:electronique|de signature|qualifie)|signature (?:scannee|electronique))\b/,
  },
  {
    concept: 'profil-acheteur',
    says: /\b(?:(?:mett\w{1,20}|met|depos\w{1,20}|publi\w{1,20}|post\w{1,20}|charg\w{1,20}) (?:ca|cela|le|la|les|tout|l'annonce|le dossier|la consultation|ce)[^.!?\n]{0,25}\b(?:sur (?:le site|la plateforme|internet|le portail)|en ligne)|plateforme (?:de dematerialisation|des marches|d'achat|acheteur)|profil d'acheteur|maximilien|place de marche|(?:mettre|deposer|publier|charger|poster)\b[^.!?\n]{0,30}\b(?:dossier|consultation|documents?|marche|cahier)\b[^.!?\n]{0,20}\b(?:en ligne|sur (?:le site|la plateforme))|la plateforme (?:plante|ne marche|bug\w{0,20}|des marches|de depot)|depos\w{1,20} (?:leurs?|son|une|les|l'|sa) ?(?:offre|pli|reponse|dossier)s?\b[^.!?\n]{0,15}\b(?:en ligne|sur)\b)/,
  },
  {
    concept: 'controle-legalite',
    says: /\b(?:controle de legalite|visa du prefet|(?:envo\w{1,20}|transm\w{1,20}|passer?|attendre|retour)\b[^.!?\n]{0,40}\b(?:a la prefecture|en prefecture|au prefet|la prefecture|de la prefecture|du prefet))\b/,
  },
  {
    concept: 'decp-donnees',
    says: /\b(?:donnees essentielles|decp|open data|publi\w{1,20} (?:les |nos )?(?:achats|contrats|montants|marches) (?:en ligne|sur internet|ouvert)|tout le monde (?:voit|verra|peut voir|pourra voir) (?:combien|les? prix))\b/,
  },
];
