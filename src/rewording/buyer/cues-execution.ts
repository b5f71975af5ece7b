import type { NotionCue } from './notion-cue.ts';

const HOLDER =
  '(?:titulaire|prestataire|presta|fournisseur|entreprise|boite|societe|editeur|cabinet|bureau d.etudes|macon|plombier|electricien|chauffagiste|peintre|couvreur|menuisier|carreleur|paysagiste|grossiste|traiteur|transporteur|loueur|imprimeur|ascensoriste|jardinier|livreur|agence|architecte|archi)';
/** A contract in force, or who holds it. */
const IN_FORCE = new RegExp(
  [
    `(?<!agents |agent )\\btitulaire\\b(?! de la)`,
    `\\b(?:notre|nos|le|la|l'|les|mon|ma) ?[a-z-]{1,30} (?:actuel(?:le)?s?(?= (?:s'|a |est|ne |n'|nous|vient|arrete|fait|fini|du|de la|refuse|veut|livre|part|ferme))|sortante?s? )`,
    `\\b(?:paie|payons|paye|travaill\\w{1,20}|facture|achete|fourni\\w{0,20}|assure\\w{0,20}|gere\\w{0,20})\\b[^.!?\\n]{0,40}\\b(?:avec|chez|a|par) [a-z]{1,30}(?![a-z])[^.!?\\n]{0,15}\\bjusqu'(?:au|en|a)`,
    `\\b(?:notre|nos|le|la|l'|les|mon|ma) ?${HOLDER}s? (?:actuel|sortant|en place|sous contrat|qui (?:a|ont) (?:eu|decroche|gagne|remporte|le (?:marche|contrat)))`,
    `\\b(?:a|avons|ai|avait) deja (?:quelqu'un|(?:un|une|des) (?:contrat|marche|${HOLDER})s?)`,
    `\\b(?:contrat|marche|accord-cadre) (?:actuel|en cours|en place|existant|precedent|avec|de [a-z' ]{3,30} (?:se termine|s'arrete|prend fin|arrive|finit|expire|s'acheve))`,
    `\\bdecroche (?:le|ce) marche`,
    // «le type qui devait poser les stores», «le dépanneur qui vient», «(contrat 24S112)».
    `\\b(?:le|la|l'|les|notre|au|ce|cet) ?(?:type|gars|mec|monsieur|bonhomme|depanneur|technicien|serrurier|livreur|installateur|reparateur|chauffagiste|${HOLDER})s? qui (?:dev|doi|est|sont|vien|a |ont |fait|fai|s'occup|interv|livr|pos|met|mett|repar|ne |n')`,
    `\\b(?:depann\\w{1,20}|entretien|maintenance|nettoyage|transport|prestation|fourniture)\\b[^.!?\\n]{0,30}\\((?:contrat|marche|accord-cadre) `,
    `\\bqui (?:a|ont) (?:gagne|remporte|decroche)\\b`,
    `\\b(?:notre|nos|le|les|mon|mes|du|au|l'|leur) ?(?:prestataire|presta|fournisseur)s?\\b`,
    `\\b(?:contrat|marche|bail|abonnement|convention)\\b[^.!?\\n]{0,60}\\b(?:se termine|finit|prend fin|arrive a (?:echeance|terme|expiration|sa fin)|expire|s'arrete|s'acheve|court jusqu)`,
    `\\b(?:l'|la |notre |cette )(?:entreprise|boite|societe) (?:qui|ne|n'|a |est |vient|fait|nous|veut|met|refuse|demande|livre)`,
    `\\bqui (?:a|ont) (?:eu|gagne|remporte|obtenu) (?:le|ce) (?:marche|contrat|chantier)`,
    `\\b(?:le|la|l'|notre|les|un|une) ?${HOLDER}s? (?:a |ont |veu[lt]\\w{0,20}|voudr\\w{1,20}|souhait\\w{1,20}|propose\\w{0,20}|s'engage\\w{0,20}|demande\\w{0,20}|refuse\\w{0,20}|ne |n'|reclame\\w{0,20}|nous |vien\\w{1,20}|repond\\w{0,20}|livr\\w{1,20})`,
    `\\b(?:le|la|un|au|du|notre|nouveau) (?:futur|future|nouveau|nouvelle|prochain|prochaine|meme) ${HOLDER}\\b`,
    `\\bjusqu'(?:en|au|a) [^.!?\\n]{0,25}\\bavec [a-z]{3,30}`,
    `\\b(?:notre|nos) [a-z' ]{3,40}\\([a-z]{1,30}, ?[\\d ]{1,15} ?(?:€|euros)`,
    `\\b(?:travaille|bosse|est|sommes|travaillons) (?:deja|actuellement|aujourd'hui) (?:avec|chez|sous contrat)`,
  ].join('|'),
);

/** Once the contract is signed: performance, changes, payment, end. */
export const EXECUTION_CUES: readonly NotionCue[] = [
  { concept: 'attributaire-titulaire', show: ['titulaire du marché'], says: IN_FORCE },
  {
    concept: 'reconduction',
    show: ['reconduction', "nouvelle mise en concurrence à l'échéance"],
    says: /\b(?:contrat|marche|bail|abonnement|accord-cadre)\b[^.!?\n]{0,70}\b(?:se termine|finit|prend fin|arrive a (?:echeance|terme|expiration|sa fin)|expire|s'arrete|s'acheve|tombe a echeance|a (?:relancer|remettre en concurrence|refaire|renouveler))\b|\b(?:fin|echeance|terme) (?:du|de notre|de ce|des) (?:contrat|marche|bail|abonnement)s?\b/,
    unless: /\b(?:virer|resilier|avant la fin|degager|rompre|casser)\b/,
  },
  {
    concept: 'penalites',
    show: ['pénalités de retard'],
    says: /\b(?:(?:retards?|a temps|a la date|en retard|dans les delais|delais)\b[^.!?\n]{0,110}\b(?:paye\w{0,20}|punir|puni\w{0,20}|sanction\w{0,20}|amende|penalis\w{1,20}|penalite\w{0,20}|retirer|retenir|facture)\b|penalites?|penaliser|amende|(?:sanctionn|puni)\w{1,30}|livre\w{0,20} (?:toujours |encore |souvent )?en retard|(?:livre|fini|venu|arrive|rendu|termine|intervenu)\w{0,30}\b[^.!?\n]{0,70}\btrop tard|(?:toujours|systematiquement|encore|tout le temps|souvent|arrive\w{0,20}) en retard|deux heures trop tard|delai (?:pas|non) (?:respecte|tenu)|(?:n'a|ont|a|n'ont) pas (?:livre|fini|termine|rendu|respecte)[^.!?\n]{0,25}\b(?:a temps|date|delais?)|(?:jours?|semaines?|mois) de retard|(?:ne )?respect\w{0,20} (?:pas|aucun|jamais) (?:les |de |ses |son |le )?delais?|(?:est|sont|toujours|encore|livre|arrive) en retard|retard (?:du|de la|des|de livraison|d'execution|sur le chantier))\b/,
    unless: /\bretard (?:de paiement|de notre)|payer en retard|facture en retard|en retard (?:de|sur le) paiement/,
  },
  {
    concept: 'mise-en-demeure-courrier',
    show: ['mise en demeure'],
    says: /\b(?:(?:prestataire|presta|entreprise|boite|societe|fournisseur|titulaire|editeur|elle|il|ils)\b[^.!?\n]{0,25}\b(?:ne |n')?(?:vien(?:t|nent)|repond\w{0,20}|livr\w{1,20}|interv\w{1,20}|respect\w{1,20}|nettoi\w{1,20}|fait|font|assur\w{1,20}|execut\w{1,20}|pass\w{1,20}) (?:plus|pas|jamais|rien|presque)|mise en demeure|mettre en demeure|dernier avertissement|courrier (?:de menace|recommande)|lettre d'avertissement)\b/,
  },
  {
    concept: 'resiliation',
    says: /\b(?:(?:vir|degag|lourd|rompr|rompre|cass|resili|denonc)\w{0,30}\b[^.!?\n]{0,30}\b(?:contrat|prestataire|presta|fournisseur|boite|entreprise|societe|marche|titulaire|le|les)|on (?:veut|voudrait|souhaite) (?:le|les|la) (?:virer|degager)|(?:arreter|mettre fin (?:a|au)|stopper|sortir d[eu]|se debarrasser d[eu]|terminer plus tot) (?:le |du |notre |ce |au |l'|de ce )?(?:contrat|marche|prestataire|abonnement|fournisseur)|resili\w{1,20}|rupture (?:du|de) contrat|en (?:veut|voulons) plus (?:de (?:lui|eux|ce|cette|leur)))\b/,
    unless: /\bvirement|avant de lancer/,
  },
  {
    concept: 'frais-et-risques',
    says: /\b(?:aux frais d[eu']|faire (?:finir|terminer) (?:le chantier |les travaux )?par (?:une autre|un autre|quelqu'un d'autre))\b/,
  },
  {
    concept: 'prolongation',
    show: ['modification de durée', 'prolongation du marché'],
    says: /\b(?:prolong\w{1,20} (?:le|la|notre|ce|de|l'|d')|rallonger (?:la duree|le contrat|de)|(?:continuer|garder|rester|on continue|poursuivre)\b[^.!?\n]{0,30}\b(?:avec (?:eux|lui|elle|le meme|l'actuel|l'ancien)|(?:\d{1,12}|quelques|deux|trois|six|un|une) (?:mois|semaines?|ans?)|le temps de)|(?:\d{1,12}|deux|trois|quatre|six|quelques) (?:mois|semaines) de plus|le temps (?:de|qu'on|que) (?:relanc|refaire|lanc|trouv)\w{0,30}|faire durer (?:le contrat|encore)|pas prets?\b[^.!?\n]{0,40}\b(?:contrat|marche|relancer|nouveau)|(?:contrat|marche|bail)\b[^.!?\n]{0,70}\bpas prets?)/,
    unless:
      /\b(?:(?:candidats?|consultation)\b.{0,60}\bprolong\w{1,20}|delai de (?:reponse|remise)|fois (?:un|1) an|clause (?:qui|pour)|renouvelables?|tacite\w{0,20}|reconduc\w{0,20}|prolongateurs?|plus de temps pour livrer)\b/,
  },
  {
    concept: 'reconduction',
    says: /\b(?:contrat|marche|abonnement)\b[^.!?\n]{0,70}\b(?:renouvel(?!able)\w+|reconduit\w*)|\brenouvel\w+\b[^.!?\n]{0,40}\b(?:contrat|marche|abonnement)\b/,
  },
  {
    concept: 'reconduction',
    says: /\b(?:reconduc\w{0,20}|reconduits?|reconduites?|reconduire|renouvel\w{1,20} (?:le|notre|du|de|ce|au|automatiquement|son|un an|pour|d'un)[^.!?\n]{0,15}\b(?:contrat|marche|an|ans|abonnement|accord|fois)?|renouvelables?|repartir pour (?:un|une|\d{1,12}) ?(?:an|annee)|tacite\w{0,20}|(?:contrat|marche)s? (?:qui )?(?:se renouvelle|continue tout seul))/,
    unless:
      /\b(?:renouvel\w+ (?:le|notre|du|de|nos|les|des) (?:parc|flotte|mobilier|materiel|vehicules?|postes|ordinateurs|linge|stock|equipement)\w*|energies? renouvelables?)/,
  },
  {
    concept: 'avenant',
    show: ["modification du marché en cours d'exécution", 'avenant'],
    says: /\b(?:(?:rajout\w{1,20}|ajout\w{1,20}|en plus|supplement\w{0,20}|changer|modifi\w{1,20}|remplac\w{1,20})\b[^.!?\n]{0,50}\b(?:au chantier|au contrat|au marche|contrat (?:en cours|actuel|signe)|marche (?:en cours|actuel|signe)|chantier en cours|en cours de (?:chantier|contrat|marche|route)|en cours d'execution|pas prevus?|a la commande)|(?:pas|n'etait pas|rien de) prevus? (?:au|dans le) (?:contrat|marche|depart)|avenants?|travaux (?:supplementaires|en plus|imprevus)|(?:chantier|contrat|marche|travaux) (?:en cours|deja (?:signe|lance|commence))?[^.!?\n]{0,60}\b(?:en plus|de plus que prevu|supplementaires?|rajouter|il fallait|a rajouter))\b/,
    unless: /\b(?:avenante?s? physionomie)\b/,
  },
  {
    concept: 'rallonge',
    show: ['augmentation du montant initial', 'modification de faible montant'],
    says: /\b(?:rallonge (?:de|budgetaire|sur|pour)|une rallonge|rajouter (?:des|dix|un peu|\d[\d ]{0,20})? ?(?:sous|mille euros|argent|credits|€|k€|euros)|montant (?:de depart|initial) (?:est )?(?:trop )?(?:juste|insuffisant|depasse)|budget ne suffit plus|surcouts?|ca (?:fait|coute|couterait) [^.!?\n]{0,20}(?:de plus|en plus))\b/,
    unless: /rallonges? electriques?/,
  },
  {
    concept: 'clause-reexamen',
    says: /\b(?:contrat|marche|accord-cadre)\b[^.!?\n]{0,60}\b(?:puisse|pouvoir|permette|possibilite)\w{0,30}\b[^.!?\n]{0,30}\b(?:accueillir|ajout\w{1,20}|integr\w{1,20}|evoluer|retirer|etendre|s'adapter|augmenter|changer)|\b(?:prevoir (?:les evolutions|de pouvoir (?:changer|ajouter|modifier))|clause (?:pour changer|de rendez-vous|de reexamen)|pouvoir (?:ajouter|rajouter|enlever|modifier)[^.!?\n]{0,40}en cours (?:de (?:contrat|marche|route)|d'annee)|ajout\w{1,20} (?:de |des )?(?:sites?|batiments?|ecoles?|vehicules?) (?:en cours|pendant))\b/,
  },
  {
    concept: 'revision-imprevision',
    show: ['clause de révision des prix', 'imprévision'],
    says: /\b(?:(?:augment\w{1,20}|hausse|monter|releve\w{0,20}|flamb\w{1,20}|explos\w{1,20}|grimp\w{1,20}|inflation)\b[^.!?\n]{0,60}\b(?:prix|tarifs?|cout\w{0,20}|matieres?|facture|energie|contrat)|(?:prix|tarifs?|matieres premieres|acier|bois|gaz)\b[^.!?\n]{0,60}\b(?:augment\w{1,20}|hausse|flamb\w{1,20}|explos\w{1,20}|grimp\w{1,20}|bondi|double|inflation|plus chers? qu)|revis(?:ion|er|able)s? (?:de|des|les|le) (?:prix|tarifs?)|veut (?:nous )?augmenter)\b/,
    unless: /\b(?:baisser la facture|augmenter le nombre|revision (?:du|de la|des) (?:voiture|vehicule))/,
  },
  {
    concept: 'indemnite-imprevision-demande',
    show: ["indemnité d'imprévision"],
    says: /\b(?:(?:ne )?s'en sort plus|perd de l'argent|travaille a perte|dedommagement|demande une indemnite)\b/,
  },
  {
    concept: 'prix-ferme',
    says: /\b(?:prix (?:bloques?|fermes?|fixes?|garantis?|qui ne bougent? pas|stables?)|tarifs? (?:bloques?|garantis?|fixes?)|bloquer (?:les? )?(?:prix|tarifs?)|prix (?:qui )?(?:ne )?(?:bouge|change)(?:nt)? pas)\b/,
  },
  {
    concept: 'clause-butoir',
    says: /\b(?:limite a la hausse|plafond (?:d'augmentation|de hausse)|pas plus de \d+ ?% (?:d'augmentation|de hausse|par an))\b/,
  },
  {
    concept: 'avance',
    says: /\b(?:pay\w{1,20} d'avance|(?:paie|paye|payer|regle|regler|verser|verse|versement)\w{0,30}\b[^.!?\n]{0,15}\bavant (?:de|d'|la|le|que|meme|toute)|(?:verser|payer|donner|regler)\b[^.!?\n]{0,40}\b(?:a la commande|avant (?:le (?:travail|debut|demarrage)|de (?:commencer|demarrer)|les travaux|la livraison))|\d{1,12} ?%[^.!?\n]{0,30}\b(?:avant (?:de|d'|le|la|les|que)|au depart)|\d{1,12} ?% (?:a la commande|au demarrage|d'avance|avant|tout de suite|a la signature)|(?:une?|la|le) (?:tiers|quart|moitie|partie|pourcentage)[^.!?\n]{0,30}\b(?:a la commande|d'avance|a la signature|au (?:demarrage|debut|depart)|tout de suite|avant)|avances? (?:sur|de|au|a|pour|forfaitaire)|(?:une|l') ?avance\b|prepaiement|arrhes)\b/,
    unless: /\b(?:a l'avance|par avance|d'avance !|en avance|merci d'avance|avance (?:bien|mal|pas|de phase))\b/,
  },
  {
    concept: 'acompte',
    says: /\b(?:acomptes?|(?:pay\w{1,20}|regl\w{1,20}|factur\w{1,20}|verser)\b[^.!?\n]{0,60}\ben (?:deux|trois|quatre|plusieurs|2|3|4) fois|(?:pay|regl|factur)\w{1,30} (?:au fur et a mesure|par etapes?|en plusieurs fois|chaque mois|a l'avancement|ce qui est (?:deja )?fait)|paiement (?:echelonne|en plusieurs fois)|situations? de travaux)\b/,
  },
  {
    concept: 'retenue-garantie',
    says: /\b(?:retenue de garantie|(?:gard|conserv|reten|bloqu|retir)\w{0,30}\b[^.!?\n]{0,40}\b(?:\d{1,12} ?%|cinq pour cent|un pourcentage|un peu d'argent|une partie (?:de la somme|du prix|de l'argent))[^.!?\n]{0,60}\b(?:jusqu'a|tant que|au cas ou|avant|malfacons|reserves|defauts)?|garder sous le coude)\b/,
  },
  {
    concept: 'sous-traitance',
    says: /\b(?:sous-?trait\w{1,20}|(?:fai(?:re|t|sait|sant) faire|confi\w{1,20}|refil\w{1,20}|deleg\w{1,20}|fai\w{1,20} (?:appel a|venir)|passe\w{0,20} par|se fai\w{1,20} aider par|envoie)\b[^.!?\n]{0,50}\b(?:a|par|de|appel a|venir|envoie) ?(?:un|une|son|sa|ses|des|d'autres?) (?:amie?|copain|confrere|autre|collegue|partenaire|cousin|associe|interimaire)s?\b|(?:faire faire|confi\w{1,20}|refil\w{1,20}|donne\w{0,20}|delegu\w{1,20})\b[^.!?\n]{0,60}\b(?:a|par) (?:une autre|un autre|d'autres|un copain|son copain|un collegue) ?(?:boite|entreprise|societe|artisan|prestataire)?|c'est (?:une autre boite|une autre entreprise|un autre) qui (?:vient|fait|intervient|travaille)|(?:une|d')autres? (?:boite|entreprise|societe)s? (?:qui )?(?:est venue|vient|intervient))\b/,
    unless: /\bsous-traitant (?:rgpd|de donnees)|virer|changer de|remplacer/,
  },
  {
    concept: 'paiement-direct-st',
    says: /\b(?:sous-?traitant\b[^.!?\n]{0,50}\b(?:paye\w*|paie|regle)|payer (?:directement )?le (?:st|sous-traitant))\b/,
  },
  {
    concept: 'admission',
    show: ['vérification et admission', 'ajournement, réfaction ou rejet'],
    says: /\b(?:(?:on a|nous avons|j'ai|vient d'|a ete|ont ete|bien) (?:recu|livre\w{0,20}|receptionne)\b[^.!?\n]{0,120}\b(?:abime\w{0,20}|casse\w{0,20}|defectueu\w{0,20}|pas (?:la bonne|le bon|les bons|les bonnes|conforme\w{0,20}|bon|ce qu|le meme)|manqu\w{1,20}|mauvais\w{0,20}|erreur|raye\w{0,20}|non conformes?|refus\w{1,20}|fonctionne\w{0,20} pas|marche\w{0,20} pas|different\w{0,20})|(?:refuser|accepter|valider|verifier|controler) (?:la|le|les|cette) (?:livraison|materiel|livrable|commande|marchandise)|livraison (?:non )?conforme|on (?:les|le|la) refuse|valider le livrable|(?:livre|recu|apporte|pose|installe|fourni|envoye)\w{0,30}\b[^.!?\n]{0,60}\bau lieu de|(?:recu|livre)\w{0,30}\b[^.!?\n]{0,60}\b(?:pas (?:la|le|les) (?:bon|bonne|bons|bonnes|meme|memes)|casse\w{0,20}|abime\w{0,20}|en moins|manqu\w{1,20})|(?:livraison|materiel|commande|livre\w{0,20}|recu\w{0,20})\b[^.!?\n]{0,60}\bpas (?:a ce qu|ce qu|conforme|aux|au) ?(?:on|commande|prevu|bon)?)/,
  },
  {
    concept: 'refaction',
    says: /\b(?:(?:pas|refus\w{0,20}|question) (?:de )?payer (?:la totalite|le total|tout|plein (?:pot|tarif)|la facture entiere|l'integralite)|(?:payer moins|baisser (?:le prix|la facture)|remise|reduction|rabais)\b[^.!?\n]{0,40}\b(?:mal fait|defaut|abime\w{0,20}|pas (?:conforme|bien)|malfacon\w{0,20}|non conform\w{1,20}|erreur)|on garde mais|(?:garde|gardons|accepte)\w{0,30} (?:quand meme|malgre))\b/,
  },
  {
    concept: 'service-fait',
    says: /\b(?:service fait|facture\b[^!?\n]{0,120}\b(?:jamais|pas) (?:ete )?(?:livr|recu|fait|execut|realis)\w{0,30}|(?:valid|certifi)\w{0,30} (?:quand meme )?(?:la|cette|sa|leur) facture|(?:feu vert|validation|accord) (?:sur|du|pour) (?:le |la )?(?:rapport|livrable|facture|paiement)|(?:bien )?(?:tout )?recu\b[^.!?\n]{0,50}\b(?:payer|regle\w{0,20}|facture|signer|valider)|tout est conforme|confirmer (?:qu'on|la (?:livraison|reception))|valider la facture)\b/,
  },
  {
    concept: 'levee-reserves',
    says: /\b(?:reserves? (?:a lever|sur le chantier|pas levees|restantes)|(?:malfacons?|defauts?|finitions?)\b[^.!?\n]{0,50}\b(?:corrig\w{1,20}|repris\w{0,20}|reprendre|revenir|finir|restant|a refaire)|revenir finir)\b/,
  },
  {
    concept: 'reception',
    show: ["réception de l'ouvrage", 'opérations préalables à la réception'],
    says: /\b(?:(?:chantier|travaux)\b[^.!?\n]{0,30}\b(?:finis?|termines?|acheves?|livres?)|reception (?:du chantier|des travaux|de l'ouvrage)|pv de recep\w*|fin de chantier)\b/,
  },
  {
    concept: 'garantie-parfait-achevement',
    says: /\b(?:parfait achevement|(?:travaux|chantier|construit\w{0,20}|renove\w{0,20}|refaite?s?|neufs?|neuve|receptionne\w{0,20}|livre\w{0,20})\b[^.!?\n]{0,80}\b(?:fui\w{0,20}|fuite|infiltr\w{1,20}|decoll\w{1,20}|malfacons?|cloqu\w{1,20}|s'ecaille|gondol\w{1,20})|(?:fissur|fui|decoll|malfac|bacl|infiltr|cloqu|ecaill|tomb|gondol|rouill)\w{0,30}\b[^.!?\n]{0,70}\b(?:apres|depuis) (?:la (?:fin|reception|livraison)|les travaux|le chantier)|(?:fui\w{0,20}|fuite|infiltr\w{1,20}|decoll\w{1,20}|malfacon\w{0,20})\b[^.!?\n]{0,60}\b(?:travaux|chantier) (?:sont |est )?(?:finis?|termines?|recents?|receptionnes?))\b/,
  },
  {
    concept: 'garantie-decennale',
    show: ['responsabilité décennale'],
    says: /\b(?:decennale|fissures?\b[^.!?\n]{0,50}\b(?:ans|solidite)|solidite du batiment|(?:\d+|six|cinq|sept|huit|trois) ans apres (?:la construction|les travaux|la livraison))\b/,
  },
  {
    concept: 'delai-paiement',
    show: ['délai global de paiement'],
    says: /\b(?:(?:combien de (?:temps|jours)|quel delai|delai|retard)\b[^.!?\n]{0,40}\b(?:pour (?:payer|regler)|de paiement|paiement|payer)|(?:reclame|attend)\w{0,30} (?:son|le) (?:argent|paiement|reglement)|pas (?:encore )?(?:ete )?(?:paye|regle)e?s?\b|payer en retard|impayes?|facture\w{0,20}\b[^.!?\n]{0,40}\b(?:pas (?:ete )?(?:payee|reglee)|en attente|toujours pas))\b/,
    unless: /\bsous-?trait\w+ (?:n'est|veut|pas)/,
  },
  { concept: 'interets-moratoires', says: /\b(?:interets (?:de retard|moratoires)|reclame des interets)\b/ },
  {
    concept: 'suspension-paiement',
    says: /\b(?:(?:reclam|demand|factur)\w{0,30}\b[^.!?\n]{0,30}\d[^.!?\n]{0,25}\b(?:alors qu|au lieu|et non|contre)[^.!?\n]{0,40}(?:\d|sign|prev|conv)|bloqu\w{1,20} (?:le|son|leur|ce|la|sa) (?:paiement|reglement|facture)|(?:ne )?(?:pas|rien) (?:payer|regler|paye|paie) tant qu|facture (?:fausse|erronee|incorrecte|trop elevee)|(?:refus|rejet|bloqu)\w{1,30} (?:la|une|sa|leur|cette) facture|factur\w{1,20} (?:trop|en trop|deux fois)|erreur (?:dans|sur) (?:la|sa|leur) facture|trompe (?:dans|sur|de) (?:le montant|la facture|montant)|mauvaise facture|fauss\w{1,20} factures?|factures?\b[^.!?\n]{0,30}\bfauss\w{0,20}|(?:compt|factur)\w{1,30} \d{1,12}[^.!?\n]{0,40}\b(?:et|mais|alors que|au lieu)\b[^.!?\n]{0,30}\d)\b/,
  },
  {
    concept: 'facture-chorus',
    says: /\b(?:chorus|facture (?:par mail|en pdf|papier)|deposer (?:la|sa|leur) facture)\b/,
  },
  {
    concept: 'bon-commande',
    show: ["émission d'un bon de commande", 'bon de commande'],
    says: /\b(?:bons? de commande|passer (?:une |la )?commande (?:sur|au|chez|a)|recommander (?:sur|les memes|la meme)|lettre de commande|commander sur le (?:contrat|marche))\b/,
  },
  {
    concept: 'maximum-accord-cadre',
    says: /\b(?:(?:command|depens|consomm)\w{0,30}\b[^.!?\n]{0,90}\b(?:au maximum|plafond|maximum|max\b)|(?:tout|presque tout|deja) (?:consomme|depense|utilise)[^.!?\n]{0,40}(?:marche|contrat|enveloppe|accord)?|(?:plafond|max\w{0,20}|maximum) (?:du|de l'|de notre) (?:marche|contrat|accord)|combien il reste sur|plus de (?:sous|credits?) sur le (?:marche|contrat)|(?:atteint|arrive|depasse)\w{0,30} (?:le|au) (?:plafond|maximum|max))\b/,
    unless: /\bheures|budget max/,
  },
  {
    concept: 'minimum-accord-cadre',
    says: /\b(?:(?:minimum|quantite) (?:promis\w*|garanti\w*|prevu\w* au)|oblige\w* de commander|(?:commande|pris|prend)\w* moins (?:que|de)|minimum (?:du|de l') (?:marche|contrat|accord))\b/,
  },
  {
    concept: 'devis',
    show: ['devis signé valant contrat'],
    says: /\b(?:devis\b[^.!?\n]{0,50}\b(?:signe|accepte|valide)\w{0,30}|sign\w{1,20}[^.!?\n]{0,30}\bdevis|bon pour accord)\b/,
  },
  {
    concept: 'acheter-ailleurs',
    show: ['achat hors marché', 'respect du contrat en cours'],
    says: /\b(?:moins chers? (?:ailleurs|sur (?:internet|amazon|le ?bon ?coin|un site)|chez (?:un autre|une autre|leclerc|amazon|ikea))|acheter (?:ailleurs|hors (?:contrat|marche))|amazon|prefere (?:une autre|un autre) (?:boite|fournisseur)|hors (?:contrat|marche)\b|sans (?:contrat|passer par le (?:contrat|marche))\b)/,
  },
  {
    concept: 'commencement-anticipe',
    says: /\b(?:(?:commenc|demarr|travaill|boss|debut|interven)\w{0,30}\b[^.!?\n]{0,50}\b(?:avant (?:la (?:signature|notification)|que (?:le|les|ce|tout)|d'avoir (?:signe|le))|sans (?:attendre|contrat|signer|bon|que)|on signera apres)|deja (?:commence|demarre|fait le (?:boulot|travail))\b[^.!?\n]{0,50}\b(?:sign\w{1,20}|contrat|papiers?|regularis\w{1,20}|bon)|regularis\w{1,20}|apres coup|antidat\w{1,20}|(?:commenc|demarr|debut|interven)\w{0,30}\b[^.!?\n]{0,50}\b(?:rien n'est|pas (?:encore )?(?:ete )?|n'a pas (?:ete )?)sign\w{0,20})\b/,
  },
  {
    concept: 'cession-marche',
    show: ['cession du marché', 'changement de titulaire'],
    says: /\b(?:(?:a |vient d')?(?:ete |etre |est )?(?:rachete\w{0,20}|avale\w{0,20}|absorbe\w{0,20}) par|(?:entreprise|societe|boite|prestataire|titulaire|fournisseur)\b[^.!?\n]{0,30}\brepris\w{0,20} par|change\w{0,20} de (?:nom|raison sociale)|a vendu sa (?:societe|boite|entreprise)|fusion\w{0,20} (?:avec|de|du)|rachat (?:de la|du|de notre))\b/,
  },
  {
    concept: 'exclusion-mauvaise-execution',
    says: /\b(?:(?:mal (?:travaille|bosse|fait)|plante\w{0,20}|catastroph\w{0,20}|nul\w{0,20})\b[^.!?\n]{0,60}\b(?:derniere fois|la fois d'avant|precedent|ancien|annee derniere)|(?:plus|pas) (?:question )?(?:de |d')?(?:cette boite|cette entreprise|retravailler avec|retomber sur)|ecarter\b[^.!?\n]{0,40}\b(?:entreprise|boite|societe|candidat)|blacklist\w{0,20}|liste noire|(?:derniere fois|la fois d'avant)\b[^.!?\n]{0,40}\b(?:mal|catastroph\w{0,20}|plante\w{0,20}|nul\w{0,20}))\b/,
  },
  {
    concept: 'penalite-indisponibilite',
    show: ["pénalités d'indisponibilité"],
    says: /\b(?:(?:machine|appareil|scanner|irm|copieur|ascenseur|serveur|logiciel|chaudiere|robot)\b[^.!?\n]{0,50}\b(?:arretee?|a l'arret|hors service|immobilisee?|bloquee?|inutilisable) depuis|(?:machine|appli\w{0,20}|logiciel|appareil|serveur|copieur|ascenseur|systeme|site)\b[^.!?\n]{0,40}\b(?:restee? en panne|toujours en (?:panne|rade)|en panne depuis|en rade|marche\w{0,20} plus depuis|indisponible|plante (?:tout le temps|depuis|sans arret))|heures d'arret)\b/,
    unless: /\b(?:remplacer|nouveau|nouvelle|acheter|changer)\b/,
  },
  {
    concept: 'prolongation-delai-execution',
    says: /\b(?:(?:report|decalage) (?:de|du) (?:la |sa )?(?:date )?(?:de |d')?(?:fin|livraison|achevement|delai)\w{0,30}|(?:pluies?|intemperies|gel|neige|canicule|penurie)\b[^.!?\n]{0,60}\b(?:report\w{0,20}|delai|retard|date|semaines?)|(?:retard|semaines?|mois|report|delai)\b[^.!?\n]{0,50}\b(?:pluies?|intemperies|gel|neige|canicule|penurie)|(?:demand|veu|voudr)\w{1,30}\b[^.!?\n]{0,25}\b(?:plus de temps|delai supplementaire|un delai)\b[^.!?\n]{0,30}\b(?:livrer|finir|terminer|chantier|travaux)|decaler la (?:date de )?(?:fin|livraison)|retard qui n'est pas de sa faute)\b/,
  },
  {
    concept: 'suspension-execution',
    says: /\b(?:(?:mettre|met) en pause|geler (?:les|le)|suspend\w+ (?:le|la|les|l')|interrompre le (?:chantier|contrat))\b/,
  },
  {
    concept: 'sortie-transfert-fin',
    show: ['phase de transfert en fin de marché', 'tuilage'],
    says: /\b(?:tuilage|passer le relais|(?:sortant|ancien prestataire)\b[^.!?\n]{0,40}\b(?:nouveau|transmet\w*|aide\w*|form\w+)|transfert de competences)\b/,
  },
  {
    concept: 'duree-marche',
    show: ['durée du marché'],
    says: /\b(?:sur|pendant|pour|d'une duree de|durant) (?:\d{1,2}|un|deux|trois|quatre|cinq|six) ?(?:ans?|annees?|mois)\b(?! (?:de plus|de retard|d'age))|\b(?:(?:contrat|marche)\b[^.!?\n]{0,20}\b(?:dure combien|jusqu'a quand|combien de temps)|combien de temps (?:dure|peut durer) (?:le|un) (?:contrat|marche)|contrat sans fin|sans date de fin)\b/,
    unless: /\b(?:garantie? (?:de|pendant|sur)|enfants de|prolong\w+|de plus)\b/,
  },
  {
    concept: 'calendrier-execution',
    show: ["délai d'exécution"],
    says: /\b(?:(?:attendu|remett|livr|install|fini|termin|pret|pose|realis|rendu|remis|opera|mise? en (?:service|ligne|place))\w{0,30}\b[^.!?\n]{0,40}\b(?:avant|pour|d'ici|sous|au plus tard|debut|fin|en|le|courant) (?:le |la |l'|les |fin |mi-|debut )?(?:\d|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|rentree|ete|noel|printemps|automne|hiver|vacances|lundi|mardi|mercredi|jeudi|vendredi|semaine)|delais? (?:de livraison|d'execution|de realisation)|au plus tard le)/,
    unless:
      /\b(?:contrat|marche|bail|abonnement)\b[^.!?\n]{0,70}\b(?:fini|termine|fin\b|echeance|expire)|\b(?:rendu|rendre) compte/,
  },
  {
    concept: 'doe',
    show: ['dossier des ouvrages exécutés'],
    says: /\b(?:plans?|notices?|modes? d'emploi|dossiers?|documents?|schemas?)\b[^.!?\n]{0,80}\b(?:chantier|travaux|recole\w{1,20}|ouvrages? executes?|receptionne\w{0,20})\b|\bdoe\b/,
    unless:
      /\b(?:cahier|dossier de (?:subvention|consultation|candidature)|avant (?:le chantier|les travaux)|architecte pour)\b/,
  },
  {
    concept: 'engagement-juridique',
    says: /\b(?:engager (?:la depense|les credits)|sans bon de commande|bloquer les credits|numero d'engagement|engagement juridique)\b/,
  },
  {
    concept: 'forfait',
    show: ['prix forfaitaire'],
    says: /\b(?:au forfait|forfait (?:par|mensuel|annuel|global)|payer pareil quoi|tout inclus|prix global)\b/,
  },
  {
    concept: 'prix-unitaire',
    show: ['prix unitaires'],
    says: /\b(?:payer (?:a la quantite|ce qu'on consomme|a l'unite|a l'heure|au reel)|prix (?:a l'(?:unite|intervention|acte|heure|article)|par repas|a la piece|au metre|unitaires?|par (?:repas|poste|agent|heure|m2|intervention|page|trajet|passage))|a l'unite|tjm|paie ce qu'on)\b/,
  },
  {
    concept: 'reclamation-titulaire',
    show: ['mémoire en réclamation'],
    says: /\b(?:(?:entreprise|boite|titulaire|prestataire|societe)\b[^.!?\n]{0,30}\breclam\w{1,20}\b[^.!?\n]{0,40}\b(?:argent|euros|€|en plus|supplement\w{0,20}|indemnite))\b/,
  },
  {
    concept: 'revente-biens',
    says: /\b(?:(?:vendre|donner|se debarrasser d\w{1,20}|jeter|ceder) (?:les |le |des |nos |nos vieux |l'|du )?(?:vieux|vieilles?|anciens?|anciennes?|ancien)\b|(?:vieux|vieilles?|anciens?|anciennes?|usages?)\b[^.!?\n]{0,25}\brepris\w{0,20}|reprise d(?:es|e l'|u) (?:ancien|vieux|vieille)\w{0,30}|repren(?:dre|nent|ne) (?:les|l'|nos) (?:ancien|vieux)\w{0,30})\b/,
  },
];
