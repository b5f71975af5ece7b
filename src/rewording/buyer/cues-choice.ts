import type { NotionCue } from './notion-cue.ts';

/** Procedures and the choice of an offer, as people name them who do not know their names. */
export const CHOICE_CUES: readonly NotionCue[] = [
  {
    concept: 'sans-concurrence',
    show: ['marché passé sans publicité ni mise en concurrence préalables'],
    says: /\b(?:seul(?:e|s|es)? (?:a |qui |au monde|en france|capables?|fournisseur|fabricant|editeur|atelier|entreprise)|(?:y a|n'y a|il n'y a|ya) qu[e'] ?[^.!?\n]{2,40}\bqui (?:sai|peu|fait|fabriqu|vend|repar|restaur|propos|maitris)\w{0,30}|fournisseur unique|monopole|exclusivit\w{1,20}|brevet\w{0,20})\b/,
    unless: /\b(?:marque|un seul lot)\b/,
  },
  {
    concept: 'critere',
    show: ["critère d'attribution", 'pondération des critères'],
    says: /\b(?:(?:prix|qualite|technique|delais?|methode|autonomie|reparabilite|environnement|esthetique|references?|planning)\b[^.!?\n]{0,12}\d{1,3} ?%|aura la preference|(?:le choix|on choisira|choix) (?:se fera|sera fait|portera)|(?:choisir|choisira|retiendra|retenir|selectionner|departager)\w{0,30} (?:surtout |d'abord |en fonction de |selon |sur |d'apres )(?:le|la|les|l'|leur|son)|on (?:regardera|jugera|comparera|notera)|(?:le |la )?mieux[- ]disant\w{0,20}|a prix egal|importance (?:au|a la|du) (?:prix|qualite)|peser?a? (?:pour )?(?:la )?(?:moitie|\d{1,12}))\b/,
  },
  {
    concept: 'criteres-selection-attribution',
    says: /\b(?:(?:choisir|juger|noter|selectionner)\b[^.!?\n]{0,30}\b(?:l'entreprise|les entreprises|le candidat|les candidats)\b[^.!?\n]{0,30}\bou\b[^.!?\n]{0,30}\b(?:offre|reponse|proposition)s?|noter (?:l'experience|l'entreprise)|experience\b[^.!?\n]{0,40}\b(?:dans la note|comme critere))\b/,
  },
  {
    concept: 'candidat',
    show: ['candidat', 'soumissionnaire'],
    says: /\b(?:(?:boite|entreprise|societe|artisan)s? (?:en lice|qui (?:a|ont) (?:postul|candidat|repond|depos)\w*|qui (?:vont |va )?(?:postul|candidat|repond)\w*|candidates?|interessees?)|postulants?)\b/,
  },
  {
    concept: 'offre',
    show: ['offre'],
    says: /\b(?:(?:la|leur|sa|les|leurs|deux|trois|quatre|cinq|\d{1,12}|une|plusieurs) (?:propales?|propals?|propositions?) (?:commerciale|financiere|technique|recue|de l'entreprise|des entreprises|de prix)?|(?:recu|depouill\w{1,20}|ouvrir|compar\w{1,20}) (?:les |des |\d{1,12} |trois |deux |quatre |cinq |leurs |nos |trois )?(?:propositions|reponses|propales?|plis))\b/,
  },
  {
    concept: 'consultation',
    show: ['consultation', 'mise en concurrence'],
    says: /\b(?:(?:lanc\w{1,20}|demarr\w{1,20}|ouvrir|refaire|relanc\w{1,20}) (?:la|une|l'|cette|notre) ?(?:consultation|affaire|mise en concurrence|procedure|appel a concurrence)|interroger (?:des|plusieurs|quelques) entreprises|demander des prix a plusieurs|consulter (?:des|les|plusieurs|quelques|trois|d'autres) (?:entreprises|boites|fournisseurs|artisans)|mettre en concurrence|mise en concurrence|faire jouer la concurrence)\b/,
    unless: /\bsans (?:mise en |mettre en )/,
  },
  {
    concept: 'dispense-faible-montant',
    show: ['dispense de publicité et de mise en concurrence', 'consultation de faible montant'],
    says: /\b(?:(?:faut-il|dois-je|doit-on|oblige\w{0,20}|besoin) (?:vraiment )?(?:de |d')?(?:faire |demander |mettre |lancer )?(?:plusieurs |trois |des |un |une |en )?(?:devis|concurrence|consultation|appel d'offres?|marche)|sans (?:passer par |faire )?(?:d'|un |une )?(?:appel d'offres?|consultation)|sans (?:passer par |faire )(?:de |un )?marche|pour (?:si peu|une si petite somme)|(?:faut|fait|faire|lancer|passer) (?:un|une) (?:marche|consultation|appel d'offres?) pour (?:ca|cela|si peu|\d)|petit(?:s|e|es)? (?:montants?|achats?|depenses?)|acheter directement|commander directement)\b/,
    unless: /\b(?:seule?s? (?:a |qui|capable)|brevet\w*|urgen\w+)\b/,
  },
  {
    concept: 'groupement-solidaire',
    says: /\b(?:groupement solidaire|solidairement|si (?:l'un|l'une|un des (?:deux|trois|membres))\b[^.!?\n]{0,15}\b(?:lache|abandonne|coule|fait faillite|plante|disparait)|tous responsables|chacun repond d)/,
  },
  {
    concept: 'groupement',
    says: /\b(?:(?:se |nous |vont |faut )?(?:regrouper|mettre) (?:a plusieurs|ensemble) pour (?:repondre ou|acheter ou)|faire un groupement)\b/,
  },
  {
    concept: 'appel-offres-ouvert',
    says: /\b(?:appels? d'offres? ouverts?|tout le monde (?:peut|puisse|pourra) (?:repondre|postuler|candidater|proposer)|ouvert a (?:tous|toutes les entreprises))\b/,
  },
  {
    concept: 'appel-offres-restreint',
    says: /\b(?:appels? d'offres? restreints?|preselection\w{0,20}|(?:d'abord |on )?(?:choisi\w{1,20}|selectionn\w{1,20}|trier|filtrer) (?:d'abord )?(?:qui peut|ceux qui|les candidats|les entreprises)\b[^.!?\n]{0,30}\b(?:puis|ensuite|avant de|remettre|autorise\w{0,20})|procedure en deux (?:etapes|temps))\b/,
  },
  {
    concept: 'procedure-avec-negociation-pn',
    says: /\b(?:procedure (?:avec negociation|negociee)|(?:plusieurs|deux|trois) tours de (?:negociation|discussion)|tours? de negociation|entreprises en finale|short-? ?list\w{0,20}|discuter longuement avec plusieurs)\b/,
  },
  {
    concept: 'procedure-formalisee',
    says: /\b(?:procedures? (?:formalisee|europeenne)s?|(?:grosse|grande|longue|lourde) procedure|seuils? europeens?|annonce europeenne|publi\w+ au joue|niveau europeen)\b/,
  },
  {
    concept: 'catalogue-electronique',
    says: /\b(?:catalogues? (?:en ligne|electroniques?|numeriques?|a remplir)|punch-?out|commander sur (?:un )?catalogue)\b/,
  },
  {
    concept: 'sad-procedure',
    says: /\b(?:systeme d'acquisition dynamique|(?:nouvelles? entreprises|nouveaux fournisseurs|nouvelles? societes)\b[^.!?\n]{0,20}\b(?:entrer|arriver|s'ajouter|rejoindre|s'inscrire)\b|liste ouverte (?:d'entreprises|de fournisseurs))\b/,
  },
  {
    concept: 'accord-cadre-hybride-technique',
    says: /\b(?:cadre a deux vitesses|(?:une partie|certain\w{1,20})\b[^.!?\n]{0,30}\b(?:bons? de commande|directement)\b[^.!?\n]{0,60}\b(?:reconsult|remett\w{1,20} en concurrence|consult)\w{0,30})\b/,
  },
  { concept: 'lot-petit', says: /\b(?:petits? lots?|petit bout (?:du marche )?a part|isoler (?:un|le) petit)\b/ },
  {
    concept: 'allotissement',
    show: ['allotissement', 'lots séparés'],
    says: /\b(?:(?:prendre|faire|lancer|passer|signer|conclure) (?:deux|trois|quatre|plusieurs) (?:contrats|marches)|(?:chaque|chacune?) (?:[a-z]{1,30} )?(?:a|son) (?:sa |son )?(?:specialite|metier|domaine)|a (?:des|un|deux|plusieurs) [a-z]{1,30} differents?|chaque partie a un|un lot (?:par|pour)|separement (?:chaque|les)|(?:deux|trois|plusieurs) (?:entreprises|prestataires|fournisseurs) (?:pourraient|peuvent|puissent|selon)|(?:peut|pourrait|faut)[- ](?:on|il) (?:separer|couper|diviser)|(?:plusieurs|des) (?:petits|petites) (?:contrats|marches|entreprises|artisans)|(?:donner|confier|laisser) (?:une )?chance aux petit\w{0,20})\b/,
    unless: /\b(?:seuil|eviter|rester (?:sous|en dessous))\b/,
  },
  {
    concept: 'reconduction',
    show: ['reconduction'],
    says: /\b(?:(?:qu'on|que l'on|que nous|qui|pour|pouvoir|possibilite de|peut|pourra|pourrait|puis) (?:pourra |pourrait |pourrait etre |peut |puisse |le |la )?(?:continuer|prolonger|repartir|renouveler|refaire|recommencer|redemarrer|relancer) (?:encore )?(?:un|une|deux|trois|\d{1,12}|pour un|pour une|d'un)(?: fois)? ?(?:un |une |\d )?(?:ans?|annees?|fois|mois)|(?:1|2|3|un|deux|trois) ans? (?:\+|puis|renouvelables?|plus) ?(?:\d|un|deux|trois)|(?:un|deux|trois|\d) fois (?:un an|1 an|par periode)|(?:annee|an)s? (?:de plus|supplementaires?) (?:si|en option|possible)|d'annee en annee|continuer (?:l'annee prochaine|chaque annee) si)\b/,
    unless: /\b(?:en attendant|pas prets?|le temps d)\b/,
  },
  {
    concept: 'variante',
    says: /\b(?:propos\w{1,20} (?:d'autres? |une autre |autre chose|des alternatives|leurs? (?:propres? )?(?:idee|solution)s?|quelque chose (?:de mieux|d'autre)|mieux que)|laiss\w{1,20} (?:les (?:entreprises|candidats) |le choix |libres? )(?:de proposer|proposer|de la solution|imaginer)|autres (?:idees|solutions|techniques|materiaux) (?:sont )?(?:bienvenu|accept|possible)\w{0,30})\b/,
  },
  {
    concept: 'sourcage',
    says: /\b(?:tour de table des (?:fournisseurs|entreprises)|(?:rencontr|recev|invit|sond|interrog)\w{1,30} (?:un|une|le|deux|trois|quelques|plusieurs|des|les|\d{1,12}) (?:constructeurs?|fournisseurs?|fabricants?|entreprises?|boites?|societes?|editeurs?|prestataires?|commerciaux|professionnels)|(?:savoir|voir|connaitre|demander) (?:aux (?:entreprises|fournisseurs) )?(?:un peu )?(?:ce qui|si ca|ce que) (?:existe|se fait|ils (?:font|proposent|savent))|prendre la temperature)\b/,
    unless: /\b(?:offre|candidat|devis recu|resiliation)\b/,
  },
  {
    concept: 'centrale-achat',
    says: /\b(?:centrales? (?:d'|d )?achats?|(?:passer|commander|acheter|prendre) (?:par|via|chez|sur|a) (?:l'|la |le )?(?:ugap|centrale|catalogue de la (?:region|centrale)|gip|sipp\w{0,20}|syndicat (?:d'energie|departemental)))\b/,
  },
  {
    concept: 'planning-procedure',
    show: ['calendrier prévisionnel de la procédure', 'rétroplanning de passation'],
    says: /\b(?:quand (?:faut-il|dois-je|doit-on|il faut|on doit|devons-nous)\b[^.!?\n]{0,30}\b(?:lancer|commencer|demarrer|s'y mettre|prevoir|vous (?:envoyer|saisir|donner))|(?:c'est|est-ce|encore) (?:encore )?(?:possible|jouable|faisable|tenable) (?:pour|avant|d'ici|en)|(?:combien de temps|quel delai) (?:pour|ca prend|faut-il|il faut|avant)|on s'y prend (?:trop )?tard|trop tard pour lancer)\b/,
    unless: /\b(?:payer|paiement|regler|repondre|deposer|garder|conserver|archiver)\b/,
  },
  {
    concept: 'travaux-ou-entretien',
    says: /\b(?:travaux ou (?:de l'|d'|un |des )?(?:entretien|services?|maintenance)|(?:c'est|ca compte comme|considere comme) (?:des )?travaux ou)\b/,
  },
  {
    concept: 'regularisation',
    says: /\b(?:(?:laisser|permettre|demander|droit de|peut|peuvent)\b[^.!?\n]{0,40}\b(?:completer|corriger|rectifier|regulariser) (?:son|leur|l'|sa|le) ?(?:offre|dossier|reponse|devis|proposition|candidature))\b/,
  },
  {
    concept: 'sans-suite',
    says: /\b(?:(?:laisse|laissons|laissent|laisser|laissé) tomber|(?:renonc|abandonn|annul|stopp)\w{1,30} (?:a |au |la |le |l'|a l'|notre |cette )?(?:achat|projet|consultation|procedure|marche|appel d'offres?|besoin)|(?:projet|achat|consultation|procedure) (?:est |a ete )?(?:annule|abandonne|tombe a l'eau|enterre|stoppe)\w{0,30}|tout arreter|on arrete tout|on en a plus besoin|on n'en a plus besoin)\b/,
    unless: /\b(?:chantier|penalites?|contrat en cours)\b/,
  },
  {
    concept: 'infructueux',
    says: /\b(?:personne (?:ne |n')?(?:a |s'est )?(?:repond\w{0,20}|postul\w{0,20}|candidat\w{0,20}|depos\w{0,20}|manifest\w{0,20}|present\w{0,20})|(?:on a|avons|a) (?:recu|eu) (?:zero|aucune?|0|pas (?:une seule|d'|de)) ?(?:offre|reponse|candidat\w{0,20}|pli|devis|proposition)?|(?:sans|pas de|aucun) (?:reponse|offre|pli|candidat)s? a (?:la|notre|l') ?(?:consultation|appel|annonce))\b/,
  },
];
