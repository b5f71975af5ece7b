import type { NotionCue } from './notion-cue.ts';

/** Before the purchase: the need, its value, its division, its wording, and what it owes to society. */
export const NEED_CUES: readonly NotionCue[] = [
  {
    concept: 'sourcage',
    says: /\b(?:rencontrer|voir|sonder|contacter|interroger|recevoir|consulter|discuter avec|causer avec|parler (?:a|avec)|echanger avec|appeler|faire venir|prendre contact avec)\b[^.!?\n]{0,45}\b(?:fournisseurs?|fabricants?|entreprises?|boites?|societes?|commercia(?:l|ux)|vendeurs?|editeurs?|prestataires?|industriels?|professionnels|marche sait|constructeurs?)\b[^.!?\n]{0,60}\b(?:avant|voir|savoir|comprendre|se faire une idee|ce qui (?:se fait|existe)|solutions?)\b/,
  },
  {
    concept: 'sourcage',
    says: /\bavant (?:de |d')(?:ecrire|rediger|lancer|consulter|publier|faire (?:le|un|notre) (?:marche|cahier))\b[^.!?\n]{0,80}\b(?:fournisseurs?|fabricants?|entreprises?|boites?|societes?|commercia(?:l|ux)|vendeurs?|editeurs?|prestataires?|industriels?|le marche|ce qui (?:se fait|existe)|demos?|demonstrations?)\b|\b(?:ce qui se fait sur le marche|ce que le marche (?:propose|sait faire|offre)|sourcing|sourcage|tour du marche|demos? (?:de|par|avec) (?:plusieurs|deux|trois|quelques)|salon (?:pro|des maires))\b/,
  },
  {
    concept: 'etude-de-marche',
    says: /\b(?:benchmark\w{0,20}|bench|(?:regarder|voir|savoir) (?:un peu )?(?:ce que|comment) (?:font|ont fait) les autres|comparer (?:ce qui existe|les solutions|les offres du marche)|ce qui existe sur le marche|tour des solutions|etude de marche)\b/,
  },
  {
    concept: 'participation-preparation',
    show: [
      "participation préalable d'un opérateur à la préparation",
      'égalité de traitement des candidats',
      'exclusion en dernier recours',
    ],
    says: /\b(?:etude|diagnostic|cahier|programme|audit|projet|besoin|conception|conseil\w{0,20}|aide\w{0,20})\b[^.!?\n]{0,110}\b(?:repondre|candidater|postuler|se presenter|soumissionner|candidat\w{0,20})\b/,
    unless:
      /\b(?:permettre|pour que|afin que|petites)\b[^.!?\n]{0,50}\b(?:repondre|candidater)\b|\b(?:qui|doivent|devront|pourr\w{1,20}) (?:va |vont )?(?:repondre|candidater)|\bles candidats?\b[^.!?]{0,30}\b(?:devr|doi)/,
  },
  {
    concept: 'valeur-estimee',
    show: ['estimation de la valeur du besoin', 'valeur estimée'],
    says: /\bcout(?:e|era|erait|ent|er|eront) (?:environ |dans les |autour de |a peu pres |au moins )?\d|\b(?:a la louche|au pif\w{0,20}|doigt mouille|a vue de nez|grosso modo|ordre de prix|ordre de grandeur|combien ca (?:va |peut |pourrait )?(?:cout\w{1,20}|ira|ferait|represente)|combien (?:ca )?coute\w{0,20}|combien il faut prevoir|estim(?:e|ation|er|ons|es)|evaluer le (?:montant|prix|cout)|enveloppe|budget|fourchette|ca (?:devrait|doit|va|pourrait) (?:aller )?(?:cout|cherch|faire dans|tourner)|cout (?:estime|previsionnel)|chiffrage|dans les \d[\d ]{0,20}(?:k?€|k\b|ke?\b|euros|000 ?(?:€|euros)|mille)|(?:autour|environ|pas loin) (?:de |d')?\d[\d .]{0,20}(?:k?€|k\b|ke\b|euros?|eur\b)|somme prevue|on (?:a|dispose de) (?:prevu )?(?:environ )?\d[\d .]{0,20}(?:k€|€|ke|euros|eur))/,
    unless: /\b(?:hors|depasse\w*|au[- ]dessus d[eu]|pas dans|excede\w*)\b[^.!?\n]{0,25}\b(?:budget|enveloppe)\b/,
  },
  {
    concept: 'ht-ttc',
    says: /\b(?:ht ou (?:en )?ttc|ttc ou (?:en )?ht|avec ou sans (?:la )?tva|tva (?:comprise|incluse)|c'est (?:du |en )?(?:ht|ttc)\b)/,
  },
  {
    concept: 'homogeneite',
    says: /\b(?:achats? du meme (?:genre|type)|(?:additionn|cumul)\w{1,30}|chaque [a-z]{1,30} (?:passe|fait) (?:sa|ses|son) (?:propres? )?(?:commande|achat)s?|(?:achet|pren|command)\w{0,30} (?:la |les |tous la |toutes la )memes? choses?|(?:autres?|voisine?s?) (?:services?|directions?)\b[^.!?\n]{0,40}\b(?:achet\w{1,20}|command\w{1,20}|pren\w{1,20})\b[^.!?\n]{0,20}\b(?:aussi|pareil|memes?)|eux aussi (?:achet|pren|command)\w{0,30}|ca compte avec|compte(?:r|nt)? (?:ensemble|avec)|tout additionner|faut[- ]il (?:cumuler|additionner|ajouter)|meme (?:famille|nature) d'achats?|achats? (?:qui vont ensemble|identiques|semblables|similaires)|cumuler (?:les|avec)|deja achete la meme chose|(?:chaque|tous les|les autres) services? (?:commande|achete)(?:nt)? (?:dans|de) (?:son|leur) coin)\b/,
  },
  {
    concept: 'operation-travaux',
    says: /\b(?:tout le chantier compte|meme projet de chantier|toute l'operation|operation de travaux|ensemble des travaux)\b/,
  },
  {
    concept: 'scission-artificielle',
    says: /\b(?:decoup\w{1,20}|coup\w{1,20}|divis\w{1,20}|separ\w{1,20}|fraction\w{1,20}|saucisson\w{1,20}|split\w{1,20}|etal\w{1,20}|scind\w{1,20}|repartir|plusieurs|deux|trois|2|3) [^.!?\n]{0,50}\b(?:factures?|bons?|commandes?|devis|achats?|morceaux|marches)\b[^.!?\n]{0,60}\b(?:seuil|passer (?:par|sous|en dessous)|eviter|procedure|rester|sous (?:les |la barre)|echapper|en[- ]dessous|pas (?:avoir|depasser|de marche|d'appel))/,
  },
  {
    concept: 'scission-artificielle',
    says: /\b(?:saucisson\w+|(?:rester|passer) (?:en dessous|sous) (?:du|le|les|la) (?:seuil|barre|plafond|limite)s?|fractionner|decouper la (?:commande|facture|depense)|couper la (?:commande|facture))\b/,
  },
  {
    concept: 'seuil',
    show: ['seuils de la commande publique'],
    says: /\b(?:a partir de combien|jusqu'a combien|a partir de quel montant|en[- ]dessous de quel montant|le seuil|les seuils|seuil de procedure|combien je peux (?:acheter|depenser))\b/,
  },
  {
    concept: 'dispense-faible-montant',
    show: ['consultation de faible montant'],
    says: /\b(?:(?:trois|3|deux|2|plusieurs) devis|petit achat|petite commande|demander (?:un|des|quelques) devis|comparer (?:deux|trois|2|3|des|les|plusieurs) (?:ou trois )?(?:prix|devis)|gre a gre sous)\b/,
  },
  {
    concept: 'moyens-propres',
    show: ['régie', 'moyens propres de la personne publique'],
    says: /\b(?:(?:on|nous|nos (?:agents|equipes|services|ateliers)|les agents) (?:le |la |les |nous )?(?:fer\w{1,20}|fai[st]\w{0,30}|font|assur\w{1,20}|realis\w{1,20}|garde\w{0,20}|gere\w{0,20}|nous (?:en )?(?:charge|occup)\w{1,30})\b[^.!?,;\n]{0,40}\b(?:nous-?memes?|en interne|en regie)|(?:on|nous) s'(?:en )?(?:occupe|charge)\w{0,30} (?:deja )?(?:nous-?memes?|de (?:la|le|l'|les|du) [a-z]{1,30} nous)|le faire (?:nous|soi)-?memes?|on (?:le |la |les )?f(?:ait|erait|era) nous-?memes?|en interne plutot|nos (?:propres )?(?:agents|equipes) (?:peuvent|pourraient|sauraient|savent) (?:le |la |les )?(?:faire|s'en)|internalis\w{1,20}|avec nos propres (?:moyens|agents|equipes))\b/,
  },
  {
    concept: 'specification-technique',
    show: ['spécification technique', 'mention « ou équivalent »'],
    says: /\b(?:la marque|marque [a-z]|de marque|une marque|cette marque|marques?\b[^.!?\n]{0,30}\b(?:impos|exig|precis|cit)|ce modele|modele (?:precis|exact|[a-z]{0,30}\d)|reference \w{1,30} ?-?\d{1,12}|reference (?:precise|exacte|du catalogue)|ne jure que par|dell|hp|lenovo|apple|ipads?|iphones?|macbooks?|imacs?|samsung|iiyama|asus|acer|canon|epson|ricoh|xerox|konica|imprimantes? brother|kyocera|logitech|cisco|fortinet|autocad|photoshop|kangoos?|berlingos?|zoes?|clios?|dacia duster|renault|peugeot|citroen|dacia|toyota|mercedes|volkswagen|iveco|husqvarna|stihl|bosch|makita|karcher|dewalt|hilti|kubota|john deere|iseki|caterpillar|manitou|bobcat|steelcase|haworth|majencia|vitra|ikea|thermomix|nespresso|dyson|bose|jbl|yamaha|sony|panasonic|shure|siemens|philips|draeger|maquet|zeiss|olympus|stryker|medtronic|schneider|legrand|grundfos|viessmann|de dietrich|velux|fermob|(?:type|genre|style|marque|chez|des?|un|une|en) (?:dell|hp|lenovo|apple|ipad|iphone|macbook|kangoo|kangoos|berlingo|zoe|clio|master|duster|partner|husqvarna|stihl|bosch|makita|karcher|kärcher|canon|ricoh|xerox|konica|epson|logitech|samsung|thermomix|steelcase|haworth|caterpillar|manitou|bobcat|hilti|dyson|nespresso|microsoft|adobe|autodesk|renault|peugeot|citroen|ford|toyota|mercedes|iveco|volkswagen|siemens|ge healthcare|philips|draeger|zeiss|olympus|stryker|medtronic)|ou equivalent|du (?:meme|même) modele)\b/,
    unless:
      /\b(?:(?:contrat|marche) (?:en cours |actuel )?avec|rachete par|repare\w*|seule?s? (?:a|au)|chez (?:majencia|ikea)|concession|garage)\b/,
  },
  {
    concept: 'specification-technique',
    show: ["spécifications techniques en termes de performances ou d'exigences fonctionnelles"],
    says: /\b(?:\d{1,12} ?(?:kg|cm|mm|m|litres?|l|go|to|db|watts?|kw|w|places|pouces|m3|ml|heures?|lux|bars?|km\/h|tonnes?) ?,?(?:au )?(?:maximum|minimum|max|mini?|moins|plus)\b|(?:doi\w{1,20}|devr\w{1,20}|faut) pas (?:qu'\w{1,30} )?(?:depass|exced|fai|pes)\w{0,30}|(?:hauteur|largeur|poids|puissance|charge utile|charge|capacite|debit|diametre|dimensions?|longueur|profondeur|resolution) ?(?:[a-z]{1,30} ){0,3}?(?:: ?)?\d{1,12}|qui (?:resiste|tienne|tiennent|dure|durent|supporte|fasse pas|fait pas)\w{0,30}|costauds?|solides?|silencieu\w{1,20}|robustes?|resistant\w{0,20}|maniables?|ergonomiques?|facile\w{0,20} (?:a|d')|capables? de|(?:doi(?:t|vent)|devra|devront|faut) (?:absolument |au moins )?(?:qu[e'] ?(?:il|elle|ils|elles|ca|cela)s? )?(?:pouvoir|puisse\w{0,20}|permett\w{1,20}|resister|supporter|tenir|atteindre|mesurer|porter|contenir)|(?:au moins|minimum|au minimum|pas plus de|moins de) \d{1,12} ?(?:kg|cm|mm|m2|m|litres?|go|to|db|decibels|watts?|kw|w|places|pouces|m3|ml|ans d'autonomie|heures? d'autonomie)|autonomie (?:d'|de|minimum)|debit (?:d'|de|minimum)|lavables?|antiderapant\w{0,20}|etanches?|pliables?|empilables?|reglables?)\b/,
  },
  {
    concept: 'specification-technique',
    show: ['spécifications techniques'],
    says: /\b(?:exig\w{1,20}|impos\w{1,20}) (?:du|de la|des|un|une|que (?:le|la|les|l')) ?(?!prix|penalite|avance|attestation|assurance|reference|candidat|entreprise|experience|visite|heures?|delai|critere|caution|garantie)[a-z]{1,30}/,
  },
  {
    concept: 'specification-technique',
    show: ['spécification technique par référence à une norme, ou équivalent'],
    says: /\b(?:normes?|norme nf|nf en|iso \d+|marquage ce)\b/,
  },
  {
    concept: 'compatibilite',
    show: ["compatibilité technique avec l'existant", 'livraisons complémentaires du fournisseur initial'],
    says: /\b(?:compatibles?|compatibilite|(?:le|la|les|du|des) memes? [^.!?,;\n]{1,40} (?:que (?:ceux|celles|celui|celle|ce qu|nous|dans|au|l'an|l'annee|la derniere)|qu'(?:on|a l'))|pareils? qu|meme (?:modele|gamme|serie|couleur|format) qu|comme (?:ceux|celui|celles|celle) (?:d|qu|acheté|achete)|raccord\w{0,20} (?:a|avec|sur) (?:nos|notre|l'existant)|(?:exactement )?(?:les|la|le) memes? (?:que|pour completer|modeles?|marque que)|pareils? que (?:ceux|celles|ce)|se branche\w{0,20} sur|s'adapte\w{0,20} (?:a|sur) (?:l'existant|nos|notre|ce)|marche avec (?:l'existant|nos|notre|ce)|avec l'existant|complet\w{1,20} (?:notre|le|nos) (?:parc|serie|equipement|installation|mobilier)|racheter (?:pareil|les memes|la meme|le meme)|identiques? (?:a|aux|que) (?:ceux|celles|nos|l'existant))\b/,
  },
  {
    concept: 'considerations-environnementales',
    says: /\b(?:ecolo\w{0,20}|developpement durable|durables?|achat (?:vert|responsable)|eco-?responsables?|respectueu\w{1,20} de l'environnement|impact (?:environnemental|ecologique|carbone)|pollu\w{1,20}|(?:plutot|si possible|idealement|de preference|que de l'|tout) (?:de l'|en )?(?:electriques?|hybrides?)|hybrides?|faibles? emissions?|crit'?air|gnv|(?:peu|moins) bruyant\w{0,20}|empreinte|pour la planete|bas carbone|biosource\w{0,20}|recycl(?:e|es|ee|ees|able|ables|age)|moins (?:energivore|de plastique|d'emballages?)|sans plastique|zero (?:dechet|plastique|phyto\w{0,20})|sans (?:pesticides?|glyphosate|phyto\w{0,20})|emballages? (?:recycl|reutilis|consign)\w{0,30}|ecologiques?|environnement(?:al|ales?|aux)?)\b/,
  },
  {
    concept: 'clause-environnementale',
    show: ["condition d'exécution environnementale"],
    says: /\b(?:(?:livraisons?|livreurs?|livrer|leurs? (?:vehicules?|camions?))\b[^.!?\n]{0,40}\b(?:diesel|propres?|electriques?|polluants?)|livrer? (?:a velo|en electrique)|zone a faibles emissions|zfe|(?:impos|exig|demand|oblig)\w{1,30}\b[^.!?\n]{0,50}\b(?:polluer? moins|emballages?|trier|tri des dechets|recycl\w{1,20}|zero plastique))\b/,
    unless: /\b(?:acheter|achat|acquisition|acquerir|louer|remplacer)\b/,
  },
  {
    concept: 'critere-environnement',
    says: /\b(?:not(?:e|es|er|era|erons|ee|ees|ation)|points?|criteres?|choisir|classer)\b[^.!?\n]{0,80}\b(?:ecolo\w{0,20}|environnement\w{0,20}|planete|(?<!feu )verts?|durables?|carbone|pollue\w{0,20})\b/,
  },
  {
    concept: 'egalim',
    show: ['objectifs EGalim de la restauration collective', 'approvisionnement direct en restauration collective'],
    says: /\b(?:egalim|(?:bio|circuits? courts?|produits? loca(?:l|ux)|locaux|legumes du coin|producteurs?)\b[^.!?\n]{0,90}\b(?:cantine|repas|ecoles?|restauration|self|menus?|creche|midi|cuisine|gamins|enfants)|(?:cantine|repas|restauration|self|menus?|denrees|cuisine|fruits|legumes|viande|lait)\b[^.!?\n]{0,90}\b(?:bio|circuits? courts?|local|loca(?:l|ux|les)|du coin|producteurs?|d'ici))\b/,
    unless: /\b(?:coton|textiles?|tenues?|vetements?|tissus?|savons?|produits? d'entretien)\b/,
  },
  {
    concept: 'circuit-court',
    show: ['approvisionnement direct'],
    says: /\b(?:circuits? courts?|maraichers?|producteurs? (?:du coin|loca(?:l|ux)|d'ici)|agriculteurs? (?:du coin|loca(?:l|ux)|d'ici)|produits? (?:loca(?:l|ux)|du coin))\b/,
  },
  {
    concept: 'clause-sociale',
    show: ["clause sociale d'exécution", "clause d'insertion"],
    says: /\b(?:insertion|chomeurs?|demandeurs? d'emploi|eloigne\w{0,20} de l'emploi|retrouver du (?:travail|boulot)|recherche d'emploi|jeunes (?:du quartier|sans emploi|en difficulte)|heures (?:d'insertion|reservees)|quartiers? prioritaires?|beneficiaires du rsa|rsa)\b/,
    unless: /\b(?:insertion presse|insertions? publicitaires?|entreprises? d'insertion|chantier d'insertion)\b/,
  },
  {
    concept: 'marche-reserve',
    says: /\b(?:esat|cat|entreprises? adaptees?|travailleurs? handicapes?|entreprises? d'insertion|chantiers? d'insertion|siae|(?:faire travailler|donn\w{1,20} (?:du travail|le marche)|emploi|employ\w{1,20}|reserv\w{1,20})\b[^.!?\n]{0,40}\b(?:handicap\w{0,20}))\b/,
  },
  {
    concept: 'preference-nationale',
    show: ["restriction d'origine", "localisation des moyens d'exécution dans l'Union européenne"],
    says: /\b(?:made in france|(?:bois|produits?|fabrication|materiel|acier|laine|viandes?|meubles?) (?:100 ?% )?francais\w{0,20}|origine (?:france|europe)|fabriques? (?:en france|en europe|francaise?)|acheter (?:francais|europeen)|pas (?:de |du )?(?:marques? |materiel |produits? )?(?:chinois\w{0,20}|asiatiques?|americain\w{0,20})|produits? (?:francais|en france|en europe|europeens)|patriotisme economique|origine france)\b/,
  },
  {
    concept: 'localisation-donnees',
    show: ["hébergement et localisation des données dans l'Union européenne"],
    says: /\b(?:rien|aucune? [a-z]{1,30}|pas|ni) (?:en ligne |heberge\w{0,20} |stocke\w{0,20} )?(?:hors|en dehors) (?:de l'|d')?(?:ue|europe|union|france)\b|\b(?:donnees|serveurs?|heberg\w{1,20}|cloud|fichiers)\b[^.!?\n]{0,60}\b(?:en france|en europe|hors (?:de l'|d')?(?:ue|europe|union|france)|francais|europeen\w{0,20}|americains?|union europeenne|aux etats-unis|souverain\w{0,20})\b/,
  },
  {
    concept: 'local',
    show: ['implantation géographique, critère interdit'],
    says: /\b(?!legumes|produits|producteurs?|maraichers?|fruits|viande|fetes?|places?|salle|centre|ecole|eglise|coeur|mairie|habitants|vie|rues?|bas|haut|entree|sortie)[a-z]{1,30} (?:du coin|d'a cote|du village|d'ici(?= ?[,.;!?]|$))|\b(?:(?:boites?|entreprises?|societes?|artisans?|fournisseurs?|prestataires?|imprimeurs?|traiteurs?|commercants?|garages?|quelqu'un|macons?|plombiers?|electriciens?|menuisiers?|peintres?|paysagistes?|libraires?|agences?)\b (?:[a-z']{1,30} ){0,3}(?:(?<!\b(?:du|le|un|ce|au|des|les|nos|leurs) )loca(?:le|les|l|ux)|d'ici|du coin|du village|de la (?:commune|ville|region|vallee)|du departement|du secteur|du territoire|de chez nous|de proche|a cote|pres de chez nous|bretonn?e?s?|alsacien\w{0,20}|basque)|favoriser les locaux|acheter local|faire (?:travailler|bosser|vivre) (?:le coin|les gens d'ici|l'economie locale|les (?:artisans|commercants|entreprises|boites))|economie locale|reste dans la commune|travailler local)\b/,
    unless: /\b(?:producteurs?|maraichers?)\b|qu'avec (?:nos|notre|la) (?:voisins?|commune)/,
  },
  {
    concept: 'achat-innovant',
    says: /\b(?:start-?ups?|jeunes? pousses?|innovant\w*|innovation|solution jamais vue|tester une nouveaute)\b/,
  },
  {
    concept: 'partenariat-innovation',
    show: ["partenariat d'innovation", 'recherche et développement puis acquisition'],
    says: /\b(?:(?:rien de (?:tel|pareil|semblable|comparable)|aucun produit|pas de solution|rien) (?:n'existe |)(?:sur le marche|dans le commerce|n'existe)|(?:developper|concevoir|inventer|mettre au point) (?:[a-z]{1,30} ){0,2}(?:avec|par) (?:une? |des )?(?:fabricants?|industriels?|entreprises?|start-?ups?|labos?|laboratoires?)|(?:n'existe|existe) (?:nulle part|pas encore)|inventer (?:avec|une solution)|co-?(?:developp|constru|invent)\w{1,30}|a creer avec une (?:boite|entreprise)|developper un prototype)\b/,
  },
  {
    concept: 'oeuvre-unique',
    show: [
      "œuvre d'art ou performance artistique unique",
      'exclusivité artistique',
      'marché sans publicité ni mise en concurrence préalables',
    ],
    says: /\b(?:musicien\w{0,20}|pianiste|compositeur|compositrice|orchestre|auteur|autrice|conferencier|humoriste|danseu\w{1,20}|circassien\w{0,20}|artistes?|fresque|chanteu\w{1,20}|sculpt\w{1,20}|oeuvre (?:d'art|precise|qu'on)|photographe|compagnie|spectacle|groupe|comedien\w{0,20}|street art|plasticien\w{0,20}|peintre connu)\b[^!?\n]{0,90}\b(?:personne d'autre|lui et pas|ce spectacle|cet artiste|unique|seul\w{0,20}|precis\w{0,20}|elle et pas|uniquement|celui-la|oeuvre)\b/,
  },
  {
    concept: 'estimation-besoin-regulier',
    show: ['besoin régulier', 'besoin récurrent'],
    says: /\b(?:toute l'annee|(?:tous|chaque) (?:les )?(?:mois|semaines?|ans|annees?|trimestres?|jours|matins?|soirs?)|regulierement|recurrent\w{0,20}|au fil de l'eau|achete tout le temps|par an\b[^.!?\n]{0,20}\bcommand|en reprend chaque)\b/,
  },
  {
    concept: 'subvention',
    show: ['frontière subvention et marché public', 'subvention'],
    says: /\b(?:subventionner|(?:donner|verser|accorder|filer|attribuer) (?:une (?:subvention|subv|aide|somme)|de l'argent)|financer l'asso\w{0,20}|(?:asso\w{0,20}|clubs?)\b[^.!?\n]{0,70}\b(?:toucher|recevoir|aider|financer|argent|sous|aide financiere)|subvention (?:a|au|pour) (?:l'|une )?(?:asso\w{0,20}|club))\b/,
  },
  {
    concept: 'cout-cycle-vie',
    show: ['coût du cycle de vie', 'coût global'],
    says: /\b(?:cout (?:complet|global|total|a l'usage)|coute\w{0,20}(?: vraiment)? (?:a l'usage|sur la duree|en (?:electricite|entretien|essence|consommation))|prix (?:a l')?usage|tco|de l'achat a la fin de vie|revient (?:sur|au bout)|(?:cout|coute|couter) [^.!?\n]{0,50}sur (?:dix|10|cinq|5|huit|8|\d{1,12}) ans|cycle de vie)\b/,
  },
  {
    concept: 'sobriete-energie',
    show: ['efficacité et sobriété énergétiques'],
    says: /\b(?:consomm\w+ moins|moins (?:d'energie|gourmand\w*|energivore)|sobriete|sobre\w*|economies? d'energie|basse consommation|faible consommation)\b/,
  },
  {
    concept: 'accessibilite-universelle',
    says: /\b(?:malvoyant\w{0,20}|personnes? (?:handicapees?|a mobilite reduite|sourdes?|en situation de handicap)|fauteuils? roulants?|pmr|accessib\w{1,20} (?:a tous|aux|pour)|rgaa|non-?voyants?|malentendants?|accessibilite|(?:en|d'un|un) fauteuil\b(?! de bureau)|sans marche\b(?= |,)(?! public)|plain-?pied|rampes? d'acces)\b/,
    unless: /\b(?:faire travailler|esat|emploi)\b/,
  },
  {
    concept: 'ecolabel',
    says: /\b(?:ecolabel\w*|label (?:vert|ecolo\w*|environnement\w*)|nf environnement|labellise\w*|fsc|pefc|label\b)/,
  },
  {
    concept: 'reemploi-seconde-main',
    says: /\b(?:d'occasion|seconde main|reconditionne\w*|reemploi|reutilis(?:e|es|er|ation)|recup(?:er)? (?:les|du) mobilier)\b/,
  },
  { concept: 'logiciel-libre-choix', says: /\b(?:open ?source|logiciels? libres?|code source|linux|libre office)\b/ },
  {
    concept: 'interoperabilite',
    show: ['interopérabilité', 'compatibilité avec le système en place'],
    says: /\b(?:(?:causer?|dialoguer?|communiquer?|discuter?|s'entend\w{0,20}|se parl\w{0,20}|echanger? (?:des donnees )?) avec (?:nos|notre|le|la|l'|les) ?(?!(?:maire|elus?|chef|direction|habitants|parents|usagers|equipes?|agents?|entreprises?|fournisseurs?|candidats?|prestataires?|voisins?|commune|mairie)\b)[a-z]|(?:discut|parl|communiqu|dialogu|s'interface|echang|se connect|interface)\w{0,30}\b[^.!?\n]{0,30}\b(?:avec|a|au) (?:nos?|notre|les autres|le|la|l')[^.!?\n]{0,25}(?:logiciels?|appli\w{0,20}|outils?|sirh|systeme|si\b|gmao|compta\w{0,20}|finances?|base)|interop\w{0,20}|formats? (?:ouverts?|fermes?)|api\b|synchronis\w{1,20} avec)/,
  },
  {
    concept: 'reversibilite-sortie',
    says: /\b(?:recuper\w{1,20} (?:toutes? )?(?:nos|les|mes|ses|l'ensemble de nos) (?:donnees|fichiers)|(?:changer|quitte\w{0,20}|partir)\b[^.!?\n]{0,25}\b(?:editeur|prestataire)\b[^.!?\n]{0,40}\bdonnees|reversibilite|coinces? chez|pieds et poings lies|prisonniers? d)/,
  },
  {
    concept: 'niveau-service-sla',
    show: ['niveaux de service', 'engagements de service'],
    says: /\b(?:(?:vien(?:ne|nent|t)|venir|pass(?:e|er|ent)|arriv\w{1,20}|soit la|etre la|sur place|interven\w{1,20}|depann\w{1,20}|repar\w{1,20}|reponse|retabli\w{1,20}|astreinte|se deplacer|rappel\w{1,20}|prise en charge|remise en service|repond\w{1,20})\b[^.!?\n]{0,50}\b(?:sous|dans les|en moins de|moins de|en|max\w{0,20}|maximum|dans un delai de) (?:\d{1,12}|deux|trois|quatre|une|la) ?(?:h|heures?|j|jours?|min|minutes|demi|journee)|(?:sous|en moins de|dans les) (?:\d{1,12}|deux|quatre) ?(?:h|heures)\b[^.!?\n]{0,40}\b(?:interven|depann|repar|panne)\w{0,30}|gti|gtr|sla|temps de reponse|taux de disponibilite|24 ?h ?(?:\/|sur) ?24|7 ?j?(?:ours)? ?(?:\/|sur) ?7)\b/,
  },
  {
    concept: 'rgpd-conformite',
    says: /\b(?:rgpd|cnil|donnees (?:personnelles|perso|des usagers|de sante|des eleves|des patients|des habitants|des agents|sensibles)|(?:fichiers?|dossiers?|noms|adresses|coordonnees|informations?|numeros?) (?:des|de nos|d'|sur (?:les|nos)) ?(?:usagers|eleves|patients|habitants|agents|administres))\b/,
  },
  {
    concept: 'propriete-intellectuelle',
    show: ['cession de droits', 'propriété intellectuelle des résultats'],
    says: /\b(?:a qui appartien\w{1,20}|droits d'auteur|copyright|(?:reutilis\w{1,20}|reprendre|modifier|utiliser|rediffuser|exploiter) (?:les|la|le|l'|ses|leurs|ces|cette|librement) ?(?:photos?|cliches?|images?|videos?|etude|rapport|logo|plans?|visuels?|textes?|maquettes?|supports?|illustrations?)|cession (?:de|des) droits|(?:photos?|rapports?|etudes?|code|donnees|visuels?|textes?|plans?|logo|images?)\b[^.!?\n]{0,30}\b(?:est|sont|soit|soient|seront|reste\w{0,20}) a nous|propriete intellectuelle)\b/,
  },
  {
    concept: 'garantie-materiel',
    says: /\b(?:garanti\w{0,20}\b[^.!?\n]{0,15}\b(?:\d{1,12}|un|deux|trois|cinq) (?:ans?|mois)|(?:\d{1,12}|un|deux|trois|cinq) ans de garantie|sav|service apres-vente|garantie constructeur|sous garantie|garantie pieces)\b/,
  },
  {
    concept: 'visite-site-obligatoire',
    show: ['visite préalable du site'],
    says: /\b(?:(?:vien\w{1,20}|pass\w{1,20}|se depla\w{1,20})\b[^.!?\n]{0,20}\b(?:sur place|voir les lieux|sur site|visiter)\b|sur place avant|voir les (?:lieux|locaux) avant|visit\w{1,20} (?:du |le |les |sur |des |obligatoire|avant|preal)|viennent voir (?:le site|les lieux|sur place)|venir voir (?:sur place|les lieux|avant|le site|le chantier))\b/,
    unless: /\bvisites? (?:medicale|guidee|d'entreprise|des patients)\b/,
  },
  {
    concept: 'reprise-personnel',
    says: /\b(?:repren\w{1,20}|reprise|gard\w{1,20}|transf\w{1,20}|conserv\w{1,20})\b[^.!?\n]{0,20}\b(?:le personnel|du personnel|les (?:salaries|agents de|memes (?:femmes|agents|personnes|salaries|equipes))|les employes|leurs salaries|salaries)\b/,
  },
  {
    concept: 'echantillon',
    says: /\b(?:echantillons?|protot\w{1,20}|maquettes? d|(?:tester|essayer|voir|toucher|prendre en main|tests? d)\b[^.!?\n]{0,45}\bavant (?:de |d')(?:choisir|acheter|commander|se decider|signer|decider|s'engager)|preten?t? (?:un|une|des) (?:exemplaire|modele|appareil|echantillon)|periode d'essai du materiel|exemplaire d'essai)\b/,
    unless: /\bmaquettes? (?:numerique|graphique)\b/,
  },
];
