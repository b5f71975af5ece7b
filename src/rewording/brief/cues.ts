// One table: the words that announce what a need must respect, by slot.

import type { Slot } from '../../vocabulary/rewording.ts';

/**
 * How far the saying goes around its cue: the words of the pattern alone, from them to the end of the idea they open,
 * the same with the few words of the clause before them, from after them to that end, or the whole clause or sentence they stand in.
 */
type Take = 'words' | 'onward' | 'around' | 'after' | 'clause' | 'sentence';

interface Cue {
  readonly slot: Extract<Slot, 'constraints' | 'criteria' | 'environment' | 'social'>;
  readonly take: Take;
  /** On folded text, global; the saying starts where the match starts. */
  readonly pattern: RegExp;
}

const cue = (slot: Cue['slot'], take: Take, pattern: RegExp): Cue => ({ slot, take, pattern });

const HOUR = String.raw`\d{1,2} ?(?:h|heures?)(?: ?\d{2})?`;
const DAY =
  '(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|week-?ends?|soirs?|matins?|midis?|nuits?)';
const WITH =
  '(?:pose|montage|installation|livraison|maintenance|formation|prise en main|garantie|reprise|depose|demontage|mise en service|mise en route|parametrage|support|assistance|sav|stockage|deballage|evacuation|extension|hotline|raccordement|nettoyage|entretien|suivi)';

/** What must not be: the figures and dates of such a clause size nothing. */
export const NEVER =
  /\b(?:interdiction (?:absolue |formelle )?(?:de |d')|interdit (?:de |d'))(?=[a-z])|\b(?:ne |n')(?:doi(?:t|vent)|devr(?:a|ont|ait|aient)|peu(?:t|vent)|pourr(?:a|ont)|faut|faudra|faudrait)(?: surtout| en aucun cas| absolument)? (?:pas|jamais|plus|ni|etre (?:inferieure?s?|superieure?s?|pos[a-z]+|confiee?s?|sous-traitee?s?)|exceder|comporter (?:ni|aucune?|de)|contenir (?:ni|aucune?|de)|depasser(?= \d)|aucune?|(?:[a-z]+ ){1,3}(?:plus|moins) d[e'](?= ?(?:\d|une?\b|deux|trois|quatre|cinq|six|huit|dix|vingt|trente)))(?! (?:trop |tarder|oublier|hesiter|depasser (?:les? |la |notre )?(?:\d[\d .]*(?: ?(?:€|euros?|k))|budget|enveloppe)))/g;

/** What completes a thing or a service («avec accoudoirs», «avec attelage»). */
const PARTS =
  'ceintures?(?: de securite)?|accoudoirs?|appuis?[- ]tete|repose[- ]pieds?|roulettes?|roues?|freins?|housses?|sacoches?|chargeurs?|batteries?|claviers?|souris|ecrans?|docks?|stations?|webcams?|micros?|cameras?|casques?|rangements?|tiroirs?|etageres?|serrures?|cles?|cadenas|attelages?|benne|hayon|grue|treuil|gps|bluetooth|gyrophare|boite automatique|clim(?:atisation)?|coffre|galerie|bache|capote|poches?|capuche|bandes? (?:retro[a-z]{0,20}|reflechissantes?)|broderie|logo|marquage|flocage|pieds?|supports?|fixations?|cables?|telecommandes?|capteurs?|alarme|detection|eclairage|variateur|minuterie|memoire|stockage|connexion|acces|sauvegarde|export|module|tableau de bord|statistiques|dossier|tablette|prises?|ports?|lecteur|bac|filtre|pompe|lances?|accessoires?|pieces de rechange|jeu de|kit|options?|notice|couvercles?|portes?|vitres?|toit|plancher|bords?|rampe|barrieres?|grilles?|filets?|arceaux|sangles?|matelas|potence|balance|imprimante|agrafage|recto[- ]verso|service|serveurs?|serveuses?|personnel|chauffeur|conducteur|guide|animateurs?|technicien|compte[- ]rendu|rapport|restitution|visites?|attestations?|certificats?|tracabilite|encadrement|un minimum de';

export const CUES: readonly Cue[] = [
  cue('criteria', 'sentence', /\b(?:notons|notera|noterons|jugerons|ponder\w+|criteres?)\b[^.\n]{0,60}?\d{1,3} ?%/g),
  // Award criteria: how offers will be told apart.
  cue(
    'criteria',
    'clause',
    /\b(?:prix|qualite|technique|delais?|service|cout|proximite|environnement\w*|esthetique|experience|references?)\b[^.,;\n]{0,25}\b(?:comptent?|compteront?|comptera|pesent?|pesera|(?:doit|doivent|devra) (?:peser|compter|primer)|primera?|prime|pour moitie|a \d{1,3} ?%|\d{1,3} ?%)/g,
  ),
  cue(
    'criteria',
    'clause',
    /\b\d{1,3} ?% (?:(?:pour|sur|au|a) )?(?:le |la |les |l')?(?:prix|qualite|technique|valeur|delais?|environnement|cout|developpement durable)\b/g,
  ),
  cue(
    'criteria',
    'clause',
    /\b(?:privilegi(?:e|er|era|ons|erons|ent)|donne(?:ra|rons|ons)? la priorite|priorite (?:a|au|aux|sera)|regarder(?:a|ons) (?:surtout|d'abord)|regard(?:e|ons) (?:surtout|d'abord)|(?:veut|voulons|voudrait|voudrions|souhaite|souhaitons|veux|pourra|pourrons) comparer|comparer(?:a|ons)\b|jugera|jugerons|departager\w*|notera|noterons)\b/g,
  ),
  cue(
    'criteria',
    'clause',
    /\b(?:criteres? (?:de (?:choix|jugement|selection|notation|attribution)|principal|essentiel|important|d'attribution|sera|seront|:)|ponderation|seront? (?:jugee?s?|notee?s?|appreciee?s?)|on (?:choisira|prendra|retiendra)|choix (?:se fera|sur))\b/g,
  ),
  cue(
    'criteria',
    'clause',
    /\b(?:ce qui (?:compte|prime|importe)|l'essentiel (?:c'est|est)|l'important (?:c'est|est)|c'est (?:surtout )?(?:le prix|la qualite|le delai|l'experience|la reactivite)|moins[- ]disant|mieux[- ]disant|rapport qualite[- ]prix|la qualite (?:avant|plus que)|au meilleur prix|le moins cher)\b/g,
  ),
  cue('criteria', 'clause', /\b(?:le reste|l'autre moitie) (?:sur|pour|a) (?:la|le|les)\b/g),

  // Environment.
  cue(
    'environment',
    'words',
    /\b(?:\d{1,3} ?% (?:de |d')?(?:produits? )?(?:bio\b|recycles?|local|locaux|labellises?)|recyclee?s?|recyclables?|recycler|recyclage(?= des (?:anciens?|vieux|dechets|emballages|gravats|materiaux|gravillons|chutes))|reconditionn\w+|compost(?:ee?s?|er|age)|valorisee?s?|reparabilite|(?:moins|pas|peu|non) polluante?s?|emettre le moins|emissions? de (?:co2|gaz|particules)|gaz a effet de serre|sobriete energetique|economies? d'energie|reemployer|reutilis(?:er|ee?s?)|donnee?s? a (?:des|une) associations?|donnee?s? ou recyclee?s?|(?:d')?occasion(?: possible)?|de seconde main|reemploy(?:e|ee|es|ees)|(?:issue?s? (?:du|de) )?reemploi|reutilisables?|bio(?:logiques?|sourcee?s?|degradables?)?|ecologiques?|eco[- ]?responsables?|ecoconcu\w*|eco[- ]conception|zero[- ]phyto\w*|sans (?:phyto\w*|pesticides?|produits? (?:phyto\w*|chimiques?|toxiques?)|solvants?|cov|plastiques?|perturbateurs? endocriniens?|glyphosate)|zero (?:dechet|plastique|pesticide)s?|circuits?[- ]courts?|de saison|basse consommation|faible consommation(?: (?:d'energie|energetique))?|(?:peu|moins) (?:energivore|gourmand)s?(?: en energie)?|econom(?:es?|iques?) en (?:energie|eau)|faibles? emissions?|bas[- ]carbone|(?:empreinte|bilan) carbone|electriques? de preference|hybrides?(?: ou electriques?)?|electriques? ou hybrides?|durables?|developpement durable|reparables?|indice de reparabilite|encres? vegetales?|energies? renouvelables?|classe (?:energetique )?a\b|a\+\+\+|tri des dechets|tri selectif|compostables?|locale?s? et de saison|(?:bois )?fsc|pefc|ecolabels?|ecocert|(?:electricite|energie) verte|d'origine renouvelable|(?:bois|papier|coton|textiles?|cafe)(?: [a-z]+)? certifiee?s?|(?:moteurs?|motorisation) electriques?(?: si possible| de preference)?|plutot loca(?:l|ux|les?)\b|loca(?:l|ux) et (?:bio|de saison)|produits? locaux|(?:materiels?|outils|engins|machines|tondeuses|souffleurs?) (?:electriques?|a batterie) (?:si possible|de preference|uniquement|exclusivement)|plus de (?:bio|local)(?: et (?:de |du )?(?:bio|local))?|haute qualite environnementale|hqe|norme environnementale|criteres? environnementaux?|impact environnemental|labels? (?!rouge|de qualite)[a-z]+(?: [a-z]+)?|(?:eco-?)?labellisee?s?|nature?lles? et sans|non polluante?s?|gots|oeko-?tex|max havelaar|epeat|energy star|crit.?air \d|a faible impact|faune|biodiversite|gestion differenciee|en vrac|consigne[es]*)\b/g,
  ),
  cue(
    'environment',
    'onward',
    /\b(?:plus|pas|aucun) (?:de |d')?(?:diesel|moteurs? thermiques?|thermique|essence|sacs? plastiques?|bouteilles? plastiques?|javel|chlore|produits? (?:chimiques?|phyto\w*|toxiques?)|plastiques?|pesticides?|phyto\w*|desherbant|desherbants?|emballages?|gaspillage)\b/g,
  ),
  cue(
    'environment',
    'words',
    /(?=100|electrique|hybride|a hydro|au )(?<=\b(?:vehicules?|voitures?|fourgons?|fourgonnettes?|camions?|camionnettes?|utilitaires?|bus|cars?|minibus|berlines?|citadines?|scooters?|engins?|balayeuses?|triporteurs?|tondeuses?|bennes?|navettes?)(?: [a-z]+)? )(?:100 ?% )?(?:electriques?|hybrides?|a hydrogene|au gnv|au bioethanol)\b/g,
  ),
  cue('environment', 'words', /\b(?:de preference |si possible |plutot |100 ?% )electriques?\b/g),

  // Social: who works and in what conditions. Access for all is a requirement of the thing itself (R2111-4 to R2111-6).
  cue('social', 'onward', /\b\d{1,3} ?% (?:des|du|d') ?(?:heures|temps de travail|volume horaire|effectifs?)\b/g),
  cue(
    'social',
    'clause',
    /\b(?:bonnes |meilleures )?conditions? (?:sociales?|de travail (?:correctes?|decentes?|dignes?))\b/g,
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:accessib(?:les?|ilite) (?:aux? |a (?:la |l'|les )?|pour )?(?:tous|toutes|pmr|handicap\w*|personnes?|enfants?|mobilite|fauteuils?|malvoyants?|public))/g,
  ),
  cue(
    'social',
    'words',
    /\b(?:clauses? (?:sociales?|d'insertion)(?: (?:sociale|professionnelle|par l'activite economique))?|(?:(?:\d+ heures? d'|(?:gens|personnes?|publics?|salaries|jeunes|travailleurs|entreprises?) (?:en|d')) ?)?insertion(?: (?:sociale|professionnelle|par l'activite economique))?|chantiers? d'insertion|structures? d'insertion|entreprises? (?:d'insertion|adaptees?)|esat|siae|eao?\b(?= |,)|ess\b|economie sociale(?: et solidaire)?|commerce equitable|equitables?|personnes? eloignees? de l'emploi|travailleurs? handicapes?|rqth|egalite (?:femmes?[- ]hommes?|professionnelle)|public en (?:difficulte|insertion)|apprentis?(?= sur))\b/g,
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:accessibilite(?: (?:numerique|universelle|handicap|pmr))?|(?:conformes? au |etre conforme au )?rgaa|adaptee?s? (?:pmr|handicap)|pmr|boucle magnetique|falc|langue des signes|(?:lisibles?|visibles?|utilisables?|audibles?) (?:par|pour|a|de|la|en))\b/g,
  ),

  // Obligation said as such: the clause that binds, with its subject.
  cue('constraints', 'clause', NEVER),
  // What is refused: «on ne veut pas payer d'avance», «le mercredi c'est pas possible».
  cue(
    'constraints',
    'clause',
    /(?<!\bce que )\b(?:on|nous|je|j') ?(?:ne )?(?:veu[tx]|voulons|voudrai[ts]|voudrions|souhait\w+) (?:surtout |absolument )?(?:pas|plus)\b(?! (?:de (?:bio|local|place|temps|produits)|grand|petit|tard|tot))|\bc(?:'est|a)? (?:pas|im)[ -]?possible (?=[,.;\n])|\bc(?:'est|a)? (?:pas possible|impossible)(?= ?(?:[,.;\n]|$))|\bn'est (?:pas|plus) (?:viabilisee?|accessible|raccordee?|aux normes|desservie?|constructible|chauffee?|isolee?)s?\b|\bdisponibilite (?:d'au moins |au moins |de |minimale? (?:de )?|minimum )\d/g,
  ),
  cue(
    'constraints',
    'clause',
    /(?=\bd(?:oi|ev))(?<!\b(?:on|nous|je|j'|vous) )(?<!\b(?:services?|mairie|direction|ville|commune|region|conseil|agglo|dsi|drh|dst|dga|dgs|ccas|cias|chu|universite|hopital|college|lycee|ecole|ehpad|departement|prefecture|sdis|metropole|musee|mediatheque|iut|ufr|pole)(?: [a-z'-]+){0,4} )\b(?:doi(?:t|vent)|devr(?:a|ont|ait|aient)) (?:absolument |imperativement |obligatoirement |aussi |egalement |tous |toutes |bien |toujours |etre |pouvoir |rester )*(?!(?:etre|rester(?! (?:en|dans|sur|a|au|ouvert|accessib))|livr\w+|faite?s?|commenc\w+|achev\w*|termin\w+|fini\w*|prete?s?|demarr\w+|l[ae]s?|une?|des?|du|que|se (?:faire|terminer|derouler|tenir)|s'(?:achever|equiper)|avoir lieu|prendre \d|durer|acheter|commander|refaire|remplacer|changer|renouveler|prevoir|realis\w+|rend(?:re|ue?s?)|reparer|trouver|lancer|vite|environ|moderniser|renover|acquerir|remis\w*|rouver\w+|ouvert\w*|en|reprendre|intervenir le|passer(?! (?:par une?|sous|dans|entre))|pouvoir)\b|'|\d)(?=[a-z])/g,
  ),
  cue(
    'constraints',
    'clause',
    /\b(?:il (?:faut|faudra|faudrait) (?:absolument |imperativement |aussi |surtout |egalement )?(?:que |qu')(?!(?:ce soit (?:fait|pret|fini|livre|pose|installe)e?|on|je|nous|vous|tu|quelqu|une? (?:entreprise|prestataire|societe|pro))\b)|il (?:faut|faudra|faudrait) (?:aussi |egalement )?(?:former|reprendre|evacuer|demonter|enlever|recuperer|garder|conserver|respecter|proteger|eviter)\b|(?:(?:on|nous|je) )?(?:veu(?:t|x|lent)|voulons|voudrai\w+|souhait\w+|exig\w+|demand\w+|tien(?:s|t|ons) a ce|aimerai\w+) (?:absolument |surtout |aussi )?(?:que |qu')(?!(?:on|nous|je|vous|tu|des (?:gens|personnes)|ce soit (?:fait|pret|fini|livre|l[ea]|[a-z' -]{2,24} qui))\b))/g,
  ),
  cue(
    'constraints',
    'clause',
    /\b(?:obligatoires?|imperati(?:f|ve|fs|ves)|indispensables?|exigee?s?|imposee?s?|non negociables?|interdite?s?|proscrite?s?|a proscrire|a respecter|requise?s?|exclue?s?)\b(?! (?:de (?:publier|faire|passer|mettre)|une?)\b)/g,
  ),
  cue(
    'constraints',
    'clause',
    /(?:^|[\n:;,] ?|- )(?:il faut |faut |faudra |merci de |surtout )?(?:ne (?:pas|jamais|rien) [a-z']+(?:er|ir|re)|(?:garder|conserver|maintenir|preserver|respecter|proteger) (?:\d+ |les? |la |l'|nos |notre |une? ))/g,
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:(?:le|la|les) memes? [a-z]+ que|(?:pas|jamais) les memes? [a-z]+ que|identiques? (?:a|au|aux))\b/g,
  ),
  // Constraints: compatibility, hosting, standards.
  cue(
    'constraints',
    'onward',
    /\b(?:compatibles? (?:avec|au|aux|a)|s'interfacer|(?:s')?interfac\w+ (?:avec|au|aux)|interoperab\w+|s'integrer? (?:a|au|aux|dans)|qui (?:marche|fonctionne|s'integre|se connecte)\w* (?:avec|sur|sous|dans)|synchronis\w+ avec|en lien avec (?:notre|nos|le logiciel)|compatibilite avec)\b/g,
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:heberge\w* (?:en|dans|chez|sur|par)|hebergement (?:en|dans|souverain|hds|des donnees|local)|donnees (?:hebergees|stockees|en)|connexion (?:via|avec|par)|authentification|reprise (?:des [\d ]+[a-z]+|de l'historique|des donnees|de l'existant|des emballages|de l'ancien\w*|des anciens?|des vieux|des deux|du vieux|de nos))\b/g,
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:la reprise (?:de l'historique|des donnees|de l'existant|des emballages|de l'ancien\w*|des anciens?|des vieux))\b/g,
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:normes? (?!de|du|environnementale)|aux normes|conformes? (?:a|au|aux)|conformite|respect(?:er|ant|e|ent)? (?:la|le|les|des|du|de la)|certifi(?:e|ee|es|ees|cation)\b|qualifi(?:e|ee|es|ees) |agree?e?s? |agrement|habilitee?s?|rgpd|haccp|hds\b|iso \d+|nf (?:en )?\d*|marquage ce|en (?!(?:19|20)\d\d)\d{3,5}|homologue\w*|classe [23]\b)/g,
  ),
  // Hours, continuity of service.
  cue(
    'constraints',
    'around',
    new RegExp(
      String.raw`\b(?:(?:de|entre) ${HOUR} (?:a|et) ${HOUR}|(?:avant|apres|a partir de|des|jusqu'a|depart(?: a)?|retour(?: a)?|arrivee a|ouverture a) ${HOUR}|en dehors (?:des|du|de)|hors (?:periodes?|temps|heures?|horaires?|vacances|presence)|en horaires? decales?|(?:tous les jours|chaque jour)(?: sauf)?|(?:\d|deux|trois|quatre|cinq|six) jours (?:par|sur) (?:semaine|7)|du lundi au|7 ?j?(?:ours)? ?(?:/|sur) ?7|24 ?h? ?(?:/|sur) ?24|h24|(?:la nuit|le soir|tot le matin|uniquement le|seulement le|le ${DAY}(?: et le ${DAY})?)(?=,|[.]|\n|$)|un week-?end\b|pendant (?:les heures|la fermeture|les horaires)|horaires? )`,
      'g',
    ),
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:(?:logements?|locaux|batiments?|bureaux|chambres?|classes?|appartements?) occupee?s?|anti-?(?:perforation|coupure|derapant|choc|feu|graffiti|vandalisme|bruit|uv|allergique|bacterien)\w*|(?:en )?site occupe|en milieu occupe|(?:l'ecole|la mairie|le service|l'etablissement|le site|la creche|le musee|la piscine|le gymnase|la mediatheque) (?:reste|restera|doit rester) ouverte?|on reste ouverts?|rester ouvert|continuite (?:de|du) service|sans (?:interruption|coupure|couper|fermer|gener|interrompre|arreter)|garder (?:les|le|la|nos|le meme)|conserver (?:les|le|la|nos))\b/g,
  ),
  cue(
    'constraints',
    'clause',
    /\b(?:rest(?:e|ent|era|eront)|demeur(?:e|ent|era)) (?:ouverte?s?|accessibles?|en service|utilisables?|en fonctionnement|en activite)\b/g,
  ),
  cue(
    'constraints',
    'onward',
    /\blivr(?:aison|ee?s?) (?:au \d|au sous-sol|en sous-sol|en etage|en (?:une|deux|trois|\d) (?:seule )?fois|echelonnee?s?|a l'etage|sur palettes?|par etablissement)|\b(?:paiement|reservation|inscription|signature|prise de rendez-vous) (?:en ligne|electronique)/g,
  ),
  cue(
    'constraints',
    'clause',
    /(?=\b(?:compris|inclus))(?<!\b(?:subvention|tva|taxes|tout|frais|charges|remise)(?: [a-z']+){0,4} )\b(?:comprise?s?|incluse?s?)\b(?! (?:entre|dans))/g,
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:floquee?s?|brodee?s?|gravee?s?|siglee?s?|logotee?s?|serigraphiee?s?|imprimee?s? (?:avec|au|aux)|aux couleurs (?:de|du))\b|\bcompatibles? (?!(?:avec|au|aux|a)\b)[a-z]/g,
  ),
  cue(
    'constraints',
    'clause',
    /\b(?:prestataire|titulaire|entreprise|fournisseur|bureau d'etudes|technicien|intervenants?|formateur|materiels?|appareils?|equipements?|produits?|vehicules?|livraisons?|pose|travaux|interventions?|chantier) (?:sera|seront|se fera|se feront|aura|auront|n'aura)(?! (?:a |lieu|termine|livre|finie?|fait|prete?|realise|lance|commence))/g,
  ),
  cue(
    'constraints',
    'clause',
    /\b(?:de nuit|en journee|en semaine|le matin|le soir|la nuit|[a-z]{4,}) (?:uniquement|exclusivement)(?= ?[,.;\n]|$)/g,
  ),
  // What one does not accept, said as a fact.
  cue(
    'constraints',
    'clause',
    /\b(?:on|nous) (?:ne |n')(?:touche|accepte|coupe|ferme|prend|deplace|modifie|utilise|tolere|bloque|abime|gene|demonte|sort|veut|voulons|acceptons|touchons|fermons|tolerons|coupons) (?:pas|aucune?|jamais|rien)\b/g,
  ),
  cue(
    'constraints',
    'onward',
    /(?<!\b(?:n'a|ai|a|y a|ya|avons|n'y a|de|fait) )\brien (?:en|hors|sur|dans|qui|a|au) [a-z]|\bpas avant qu/g,
  ),
  cue('constraints', 'words', /\bprix (?:bloques?|fermes?|fixes?|garantis?)\b/g),
  // When it must not be, and how fast someone comes.
  cue(
    'constraints',
    'onward',
    /\b(?:pas|jamais) (?:entre (?:le |la )?\d|entre [a-z]+ et|pendant|durant|en (?:dehors|meme temps|aout|juillet|periode)|(?:le |les |l'|la )(?:matins?|soirs?|midis?|nuits?|week|dimanches?|samedis?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|apres-midi)|(?:avant|apres) \d{1,2} ?h)/g,
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:en moins d['e] ?|sous |dans (?:l'|les? ))(?:une |une demi-|\d{1,2} ?|deux |trois |quatre |six )?(?:h\b|heures?|minutes?|min\b)(?= (?:quand|si|sinon|en cas|lorsqu|pour|max)|[,.;\n]|$)(?<=\b(?:vienn\w{1,20}|vien\w{1,20}|interv\w{1,20}|repar\w{1,20}|depann\w{1,20}|rappel\w{1,20}|arriv\w{1,20}|soi\w{1,20} la|passe\w{0,20}|deplac\w{1,20}|repon\w{1,20}|retabl\w{1,20})\b[^.\n]{0,70})/g,
  ),
  // Exclusions.
  cue(
    'constraints',
    'onward',
    /(?<!\b(?:n'a|n'ai|avons|n'ont|n'y a|y a|y'a|ya|ai|a|n'avais|n'avions|n'est|ont|fait|font) )\b(?:pas (?:de |d')(?!(?:budgets?|contrats?|idees?|estimations?|chiffrage|enveloppe|visibilite|stock|dates?|probleme|soucis?|nouvelles|reponse|besoin|urgence|preference|avis|panique|quoi|marche|devis|chiffre|precision|stress|sous|limite|montant)\b)|surtout pas|en aucun cas|sauf (?!erreur|si)|a l'exclusion|a l'exception|interdit\w* (?:de|d'|aux?)|pas (?:couper|fermer|gener|depasser|bloquer|plus (?:de|haut|grand|large|lourd)|trop (?!cher|tard|le temps|urgent|presse|quoi|comment|combien|ce qu)))/g,
  ),
  cue(
    'constraints',
    'onward',
    /\bsans (?!(?:doute|souci|probleme|faute|attendre|delai|reponse|titre|budget|savoir|ca|cela|parler|devis|mise|publicite|passer|compter|oublier|quoi|interruption|coupure|couper|fermer|gener|phyto\w*|pesticides?|produits?|solvants?|cov|plastiques?|perturbateurs?|glyphosate|arret|cesse|limite|plus|que|precision|engagement de notre|contrat|concurrence|marche(?! (?:a|d|et|ni|pour))|lui|eux|elle|nous|urgence|tarder|appel|procedure|ressources|abri|domicile|emploi|permis|dossier|(?!(?:fermer|couper|gener|bloquer|interrompre|toucher|penetrer|entrer|circuler|marcher|stationner|utiliser|creuser|percer|abimer|arreter|deplacer|demonter|casser|vider)\b)[a-z]{3,}(?:er|ir|oir|dre|tre)(?! (?:de|du)\b)|facture|papier|grand|gros|etre|accord|autre|explication|nouvelles|suite)\b)/g,
  ),
  cue(
    'constraints',
    'onward',
    /\baucune? (?!(?:idee|souci|probleme|nouvelles?|reponse|contrat|urgence|preference|doute|date|budget|estimation|marche|devis|avis|offre|candidat\w*|concurrence|trace|stock|information|visibilite|solution|reserve|chiffre|montant|suite|autre|raison|lien)\b)[a-z]{3,}/g,
  ),
  // What it is made of.
  cue(
    'constraints',
    'words',
    /\ben (?:metal|bois(?: massif)?|inox|acier(?: inoxydable| galvanise)?|alu(?:minium)?|verre(?: securit| trempe)?|coton(?: bio)?|plastique(?: recycle)?|pvc|tissu|cuir|simili|beton|pierre|granit|marbre|carton|kraft|resine|fonte|laine|lin|polyester|hetre|chene|melamine|stratifie|mousse|caoutchouc|bronze|laiton|cuivre|zinc|terre cuite|ceramique|fibre|polypropylene|silicone|latex|nitrile|vinyle)\b/g,
  ),
  cue('constraints', 'words', /(?<![\d,.])(?:2|3|7|12|16|19|26|32)[.,]?5? ?t(?:onnes?)?(?: de ptac)?(?= ?[,;.)\n]|$)/g),
  cue(
    'constraints',
    'onward',
    /\b(?:plage|gamme|fourchette|intervalle) (?:de mesure |spectrale |de temperature )?(?:de |d'|entre |allant de )\d/g,
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:aller[- ]retour|aller simple|en un seul (?:voyage|passage|lot)|d'un seul tenant|tout (?:doit|devra) (?:arriver|etre livre|se faire) )\b/g,
  ),
  // Size and technical levels.
  cue(
    'constraints',
    'onward',
    /\b(?:(?:de |d'une )?(?:pointures?|tailles?|dimensions?|hauteur|longueur(?! ?: ?[\d.,]+ ?(?:km|ml))|largeur|profondeur|epaisseur|capacite|puissance|diametre|format|portee|autonomie|couleurs?|coloris|debit|bande passante|hauteur (?:basse|haute|de travail|sous plafond|d'assise)|charge(?: utile| maximale| max)?|vitesse|poids|niveau sonore|temperature|cadence|charge utile|resolution|memoire|volume) (?:d(?:u|e) |:|\d|max|min|entre|inferieur|superieur|adapte|maximum|minimum|d'au moins|reglable|utile|basse \d|de travail \d)|(?:[a-z]+ )?\d+(?:[.,]\d+)? ?(?:cm|mm|kg|go|to|pouces?|kw|w|litres?|l|ml|db|hz|mhz|tonnes?|fils|lux|lumens|g\/m2|nm|bars?|°c?)(?: maxi(?:mum)?| max\b| mini(?:mum)?| min\b| au (?:moins|plus|maximum|minimum))|(?:d')?au moins \d+ ?(?:cm|mm|m|kg|go|to|pouces?|kw|w|litres?|l|ports?|places|tonnes?|t|heures?|km|ppm|mbits?|ans|annees)\b|(?:a )?moins de \d+ ?(?:cm|mm|m|kg|db|decibels?|km|minutes?|min|tonnes?|metres?|kilos?|grammes?)\b|\d+(?:[.,]\d+)? ?(?:pouces?|go|to|gb|kw|watts?|dpi)\b(?: (?:de )?(?:ram|ssd|stockage|memoire|disque))?|\d+(?:[.,]\d+)? ?(?:cm|mm|m)? ?x ?\d+(?:[.,]\d+)? ?(?:cm|mm|m)?\b|(?:couleur|coloris|teinte) [a-z]+)/g,
  ),
  cue(
    'constraints',
    'words',
    /\b(?:reglables?(?: en hauteur)?|empilables?|pliante?s?|pliables?|demontables?|antiderapante?s?|lavables?(?: (?:a|en) \S+(?: \S+)?)?|impermeables?|etanches?|robustes?|solides?|ignifug\w+|silencieu(?:x|se|ses)|insonoris\w+|modulables?|a roulettes|sur roulettes|anti-?vandalisme|resistante?s?(?: (?:a|au|aux) (?:l'|la |le )?\w+)?|faciles? (?:a|d')\w+(?: \w+)?|modulaires?|anti-?feu|non feu|m1\b|sans fil|boite automatique|[34] places|[579] places|liaison (?:froide|chaude)|sous garantie|peu bruyante?s?|personnalis(?:e|ee|es|ees|ables?)|maniables?|legere?s?\b)\b/g,
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:equipee?s? (?:de|d'|du|des)|munie?s? (?:de|d')|dotee?s? (?:de|d')|adaptee?s? (?:a|au|aux))/g,
  ),
  cue(
    'constraints',
    'after',
    new RegExp(String.raw`\bavec (?:une? |des |le |la |les |l'|deux |\d{1,9} )?(?=(?:${PARTS})\b)`, 'g'),
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:simples?|faciles?) (?:a|d')\b|\bformats? a\d|\brendus? en\b|\b(?:uniquement|exclusivement) (?:en|par|pour|a|sur|du|avec) |\ben (?:presentiel|distanciel|visio|exterieur|interieur|hauteur|libre[- ]service|continu)\b/g,
  ),
  // Access and site.
  cue(
    'constraints',
    'onward',
    /\b(?:acces (?:difficile|etroit|limite|par|interdit|reserve|restreint|controle|livraison|pompier)|au dernier etage|monument historique|abf\b|(?:zone|site) (?:sensible|classee?|protegee?|humide|occupee?|natura)|secteur sauvegarde|amiante(?! )|presence d'amiante|vigipirate|zone a regime restrictif|zrr\b|confidentialite|secret medical)\b/g,
  ),
  // Delivery, fitting, after-sales, training.
  cue(
    'constraints',
    'words',
    new RegExp(
      String.raw`\b${WITH}(?: et (?:la |l'|le )?${WITH})? (?:comprise?s?|incluse?s?|gratuite?|obligatoire|a prevoir|necessaire|echelonnee?|a l'etage|en une (?:seule )?fois|sur (?:deux|trois|\d{1,9}) (?:sites|jours))\b`,
      'g',
    ),
  ),
  cue(
    'constraints',
    'after',
    new RegExp(
      String.raw`\b(?:avec|plus|prevoir|inclure|incluant|comprenant|comprendre|assure|assurer|y compris|et|\+) (?:la |le |l'|une |un |aussi la |aussi le |\+ )?(?=${WITH}\b(?! (?:comprise?s?|incluse?s?|gratuite?|obligatoire|a prevoir)))`,
      'g',
    ),
  ),
  cue(
    'constraints',
    'onward',
    /\b(?:garanti(?:e|es) (?:de |d'|pendant |minimum |minimale |sur |constructeur |piece\w* |\d)|sav\b|service apres[- ]vente|astreinte|hotline|assistance (?:telephonique|technique|7)|(?:delai d')?interventions? (?:sous|en|dans|rapide|le|sur|possible|moins)|maintenance (?:sous|en moins|7|24)|depannages? (?:sous|en|dans)|gtr\b|temps de reponse|delai (?:de reponse|de livraison|d'intervention)|remplacement sous|support (?:en francais|technique|sous|7)|formation (?:des|du|de nos|de l'equipe|aux|a l'utilisation)|(?:pose|montage|installation) (?:par|sur place))\b/g,
  ),
];
