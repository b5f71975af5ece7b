import type { NotionCue } from './notion-cue.ts';

/** The usual words of a buyer for what departments say in passing: less sure of their concept than the other tables, read after them. */
export const USUAL_CUES: readonly NotionCue[] = [
  {
    concept: 'valeur-estimee',
    show: ['valeur estimée', 'estimation à établir'],
    says: /\b(?:(?:pas|aucune|pas la moindre|sans|ni) (?:d'|une |l')?(?:idee|estimation|notion) ?(?:d[eu]s? |de la |de l'|sur )?(?:prix|couts?|tarifs?|montant|budget|combien|ce que ca)?|(?:connai\w{1,20}|sai[ts]|savons|ignor\w{1,20}|connaitre) (?:pas |plus |trop |encore |du tout ){0,6}(?:le|les|du|des|combien|son|leurs?) (?:prix|couts?|tarifs?|montants?|ca (?:coute|vaut|represente))|ca (?:coute|vaut|va chercher) (?:combien|dans les combien)|quel (?:est le |serait le )?(?:prix|cout|tarif|montant)|(?:pas|sans) (?:de |encore de )?(?:budget|montant|estimation|chiffrage))\b/,
    unless: /\b(?:offres?|candidats?|rallonge|penalites?|facture)\b/,
  },
  {
    concept: 'valeur-estimee',
    show: ['valeur estimée'],
    says: /\b(?:max\w*|grand max|plafond|jusqu'a|compter|disons|environ) (?:de |d'|a )?\d[\d ]{2,}(?=$|[.,;!?\n)]| ?(?:ttc|ht)\b)/,
    unless: /\b(?:offres?|candidats?|rallonge|penalites?|facture)\b/,
  },
  {
    concept: 'revision-imprevision',
    show: ['clause de révision des prix', 'imprévision'],
    says: /\b(?:beton|acier|metal|bois|gaz|carburants?|gasoil|gazole|essence|energie|electricite|fioul|petrole|matieres?(?: premieres?)?|materiaux|cuivre|papier|pate a papier|ble|huile|viande|lait|beurre|transports?|salaires?|smic) (?:qui )?(?:a|ont|avait|est|sont) (?:[a-z]{1,30} )?(?:flamb|grimp|augment|bondi|explos|doubl|monte|hausse|envol|devenue?s? (?:tres |trop )?cher)\w{0,30}/,
  },
  {
    concept: 'allotissement',
    show: ['besoins distincts', 'marchés ou lots séparés'],
    says: /\b(?:deux|trois|quatre|plusieurs|2|3|4) (?:sujets?|demandes?|choses?|besoins?|achats?|projets?|dossiers?|commandes? differentes?)\b(?! (?:de|d'|des|par|pour|a) )|\b(?:autre (?:sujet|besoin|demande)|(?:ca n'a |cela n'a )?rien a voir(?! avec (?:le|la|notre|ce)))\b/,
    unless: /\b(?:seuil|passer sous|eviter|offres?|candidats?)\b/,
  },
  {
    concept: 'urgence',
    show: ['urgence impérieuse', 'achat limité au strictement nécessaire'],
    says: /\b(?:pas|plus|n'a|sans) (?:pas )?(?:le temps|avoir le temps) (?:de|d') ?(?:comparer|consulter|demander|lancer|faire (?:un|une|des|jouer))\b/,
  },
  {
    concept: 'accord-cadre-general',
    show: ['accord-cadre à bons de commande'],
    says: /\b(?:de temps en temps|de temps a autre|ponctuellement|regulierement|au fil de l'(?:eau|annee)|a l'occasion|par-ci par-la|plusieurs fois (?:par|dans l'|l')|(?:en (?:prend|commande|rachete|consomme|utilise|achete)|on (?:commande|rachete|reprend)) (?:chaque|tous les|toutes les|souvent|un peu tous)|(?:selon|suivant) (?:les|nos|leurs?|l') ?(?:demandes?|services|besoins|commandes|effectifs|arrivees|inscrits?|saisons?|annees?|evenements?|sorties?)|(?:on ne sait|on sait|ne sait|sait) (?:jamais|pas) (?:a l'avance |d'avance )?combien (?:il en|on en|d'|a l'avance|par)|quand on (?:a |en a |aura )?(?:une (?:question|demande|panne|urgence)|besoin)|qu'on (?:appelle|sollicite|contacte) quand|tout au long de l'annee|(?:fois|jours|passages|interventions|deplacements) (?:dans|par|sur) (?:l'annee|an)\b[^.!?\n]{0,20}\b(?:selon|suivant|environ|a peu pres))\b/,
    unless: /\b(?:tombe\w* en panne|se reunit|en panne (?:regulierement|de temps)|bon de commande (?:signe|recu))\b/,
  },
  {
    concept: 'critere',
    show: ["critère d'attribution", 'valeur technique', 'pondération des critères'],
    says: /\b(?:(?:qualite|technique|methode|securite|precautions?|essais?|references?|competences?|experience|delais?) (?:[a-z' ]{0,20})?(?:avant|plus (?:lourd |important\w{0,20} )?que|plutot que|puis|ensuite|d'abord) (?:le |la )?(?:prix|cout)|(?:regarder|juger|noter|choisir|peser|compter|priviligier|privilegier|retenir|not|regard|jug|pes|compt)\w{0,30} (?:[a-z']{1,30} ){0,3}?(?:la )?(?:qualite|methode|technique|competence|experience)s?|(?:prix|cout|tarif)s? (?:ne (?:doit|fait|fera) pas|(?:passe|vient|viendra|compte)\w{0,30} (?:apres|en second|moins)))\b/,
  },
  {
    concept: 'cout-cycle-vie',
    show: ["critère d'attribution fondé sur le coût du cycle de vie", 'coût global'],
    says: /\b(?:(?:compar|regard|not|jug|prendre en compte|tenir compte|choisir)\w{0,30} (?:[a-z']{1,30} ){0,3}?(?:la |les |de la |sur la )?(?:consommations?|couts? (?:complet|global|total|d'(?:entretien|usage|utilisation)|sur)|depense d'energie|cout reel)|(?:plutot que|et pas (?:que|seulement)|au lieu d[eu]|au-dela d[eu]) (?:le |du )?(?:seul )?prix d'achat|(?:cout|prix) (?:complet|total|reel|global) sur \w{1,30} (?:ans|annees))\b/,
  },
  {
    concept: 'compatibilite',
    show: ["compatibilité technique avec l'existant"],
    says: /\b(?:(?:march|fonctionn|tourn|s'adapt|se raccord|se branch|s'integr|se connect|raccord|s'emboit|se mont|s'accord)\w{0,30} (?:bien |directement |aussi )?(?:avec|sur|a|au|aux|dans) (?:nos|notre|l'|le |la |les |ceux|celui|celle|ce qu)|(?:aller|aille|vont|va) avec (?:nos|notre|ceux|celles|le reste|l'existant)|(?:avec|sur) (?:nos|notre) (?:pc|ordinateurs?|systemes?|installation|reseau|materiels?|logiciels?|annuaire|existant\w{0,20}) (?:actuels?|sous|existants?))\b/,
    unless: /\b(?:marche (?:avec|a|au|sur)|sur (?:le|la) (?:marche|place))\b/,
  },
  {
    concept: 'niveau-service-sla',
    show: ["délai d'intervention", 'niveaux de service'],
    says: /\b(?:(?:vien\w{1,20}|ven\w{1,20}|pass\w{1,20}|arriv\w{1,20}|soi\w{1,20} la|sur place|interven\w{1,20}|depann\w{1,20}|repar\w{1,20}|astreinte|deplac\w{1,20}|rappel\w{1,20}|secour\w{1,20}|remplac\w{1,20}|reag\w{1,20})\b[^.!?\n]{0,30}\b(?:sous|dans les?|en moins de|moins de|en|dans un delai de) (?:\d{1,12}|une|deux|trois|quatre|six) ?(?:h\b|heures?|min)|(?:en cas de|quand [a-z' ]{2,20}) panne)\b/,
    unless: /\b(?:tomb\w* en panne (?:tous|souvent)|paye\w*|livr\w+)\b/,
  },
  {
    concept: 'sans-concurrence',
    show: ['mise en concurrence, sauf cas de dispense', 'égalité de traitement des candidats'],
    says: /\b(?:(?:veut|veulent|souhait\w{1,20}|voudr\w{1,20}|insist\w{1,20}|prefer\w{1,20}|aimer\w{1,20}|demande\w{0,20}|exige\w{0,20}|tien\w{1,20})\b[^.!?\n]{0,25}\b(?:que ce (?:soit|serait) (?:le|la|l'|[a-z]{1,30}) ?[^.!?\n]{0,40}\bqui|qu'on (?:prenne|garde|choisisse|retienne|travaille|passe|repasse|appelle|reprenne) (?:directement |absolument |a nouveau )?(?:la (?:societe|boite)|le (?:cabinet|bureau|prestataire|meme)|l'entreprise|cette|cet|ce|chez|avec|par|son|sa)|(?:travailler|bosser|continuer|passer) (?:avec|par|chez) (?:le meme|la meme|cette|cet|[a-z]{1,30} et personne)))|\b(?:c'est|ce sera) (?:lui|elle|eux) (?:qu'on|que (?:je|nous)) (?:veut|voul\w{1,20}|veux)\b/,
    unless:
      /\b(?:seule?s? (?:a |au|capable|qui)|brevet\w*|exclusiv\w+|ce soit (?:un|une|des|nos|le service|plus|moins|bien))\b/,
  },
  {
    concept: 'questions-reponses',
    show: ['égalité de traitement des candidats', "réponse à tous par le profil d'acheteur"],
    says: /\b(?:(?:candidat|soumissionnaire|(?:entreprise|boite|societe|fournisseur)s? (?:qui (?:a|ont|veut|veulent|va|vont) (?:repond\w{0,20}|retire\w{0,20}|telecharge\w{0,20}|postul\w{0,20}|candidat\w{0,20})|interesse\w{0,20}))e?s?\b[^.!?\n]{0,40}\b(?:appel\w{0,20}|demand\w{0,20}|pose\w{0,20}|telephon\w{0,20}|ecri\w{0,20}|interrog\w{0,20}|voudr\w{0,20}|veu\w{0,20})|question d'un(?:e)? (?:candidat|entreprise|boite|societe))\b/,
    unless:
      /\b(?:rejet\w*|pas (?:ete )?retenu\w*|perdu|evinc\w*|negoci\w*|avance|rallonge|sous-trait\w*|groupement|pourquoi|ses notes|concurrent|gagnant)\b/,
  },
  {
    concept: 'delai-reponse',
    show: ['date limite de réception des offres'],
    says: /\b(?:(?:offres?|plis|reponses|dossiers|candidatures)\b (?:[a-z]{1,30} ){0,3}?(?:arriv\w{1,20}|a (?:rendre|remettre|deposer)|(?:doi\w{1,20}|devr\w{1,20}) (?:arriver|etre (?:remis\w{0,20}|rendu\w{0,20}|depos\w{0,20}))|(?:sont |etaient )?attendu\w{0,20}|(?:se )?clotur\w{1,20}|ferm\w{1,20}) |(?:entreprises?|boites?|candidats?|ils|elles) (?:ont|auront) jusqu|(?:cloture|remise|depot|retour|reception) des (?:offres|plis|candidatures|reponses))/,
  },
  {
    concept: 'rc',
    show: ['règlement de la consultation'],
    says: /\b(?:(?:affich\w{1,20}|annonc\w{1,20}|ecri\w{1,20}|mett\w{1,20}|indiqu\w{1,20}|publi\w{1,20}|prevenir|dire|preciser|donner|mention\w{1,20})\b[^.!?\n]{0,40}\b(?:notes?|notation|criteres?|bareme|ponderation|points|facon de noter|regles?)\b|(?:comment|sur quoi) (?:on|nous|ils|elles) (?:va|allons|seront|vont) (?:les )?(?:note|juge|choisi|not|departag)\w{0,30})/,
    unless: /\b(?:apres (?:coup|l'ouverture|reception)|pas ete annonce)\b/,
  },
  {
    concept: 'bpu',
    show: ['bordereau des prix unitaires', 'bordereau de prix'],
    says: /\b(?:prix (?:a l'(?:unite|heure|annee|article)|au (?:metre|kilo|m2|km|mois|repas|kilometre|litre)|a la (?:piece|journee|page|seance|tonne|demi)|par (?:article|personne|repas|jour|vehicule|site|heure|intervention|passage|poste|batiment|ecole|agent|unite|piece|page|km|kilometre|tonne))|(?:chaque|chacune?) (?:[a-z]{1,30} ){0,3}(?:doi\w{1,20} |devr\w{1,20} )?(?:avoir|a|ait|aura) (?:un|son|leur) (?:prix|tarif)|un (?:prix|tarif) (?:pour|par) (?:chaque|article|type)|detail des prix)\b/,
  },
  {
    concept: 'allotissement',
    show: ['allotissement', 'lots séparés'],
    says: /\b(?:(?:decoup|repart|divis|separ|partag)\w{1,30} (?:[a-z']{1,30} ){0,3}?(?:par|en|entre) (?:secteurs?|zones?|lots?|sites?|metiers?|corps|quartiers?|batiments?|plusieurs|type)|lots?\b (?:[a-z]{1,30} )?(?:trop )?(?:gros|grands?|petits?)|pas (?:les? |la )?memes? (?:metiers?|specialites?|entreprises?|fournisseurs?|boites?|corps)|(?:petits?|petites?) (?:producteurs?|entreprises?|artisans?|taxis?|structures?|fournisseurs?|societes?|boites?)\b[^.!?\n]{0,30}\b(?:repondre|suivre|participer|candidater|y arriver|postuler|proposer))\b/,
    unless: /\b(?:seuil|passer sous|rester (?:sous|en dessous)|eviter|factures)\b/,
  },
  {
    concept: 'clause-sociale',
    show: ['considérations sociales', "condition d'exécution sociale"],
    says: /\b(?:conditions? (?:sociales?|de travail)|(?:fabriqu|produi|fait|cousu)\w{0,30} (?:[a-z]{1,30} )?(?:dans de bonnes conditions|dignement|ethique\w{0,20}|(?:pas |sans )?par des enfants)|(?:fabrication|travail) (?:par )?d[eu]?s enfants|commerce equitable|equitables?|ethiques?|salaires? decents?|personnes? (?:en difficulte|en recherche d'emploi|sans emploi)|gens (?:en recherche|sans emploi|en difficulte)|emplois? (?:des|aux|pour les) jeunes|egalite (?:femmes|hommes|professionnelle)|bien-etre (?:animal|au travail)|travailleurs? handicap\w{0,20})\b/,
    unless: /\b(?:conditions de travail (?:des|de nos|de mes) (?:agents|collegues))\b/,
  },
  {
    concept: 'considerations-environnementales',
    says: /\b(?:(?:coton|bois|papier|huile|cacao|cafe|lait|tissus?|produits?|materiaux|peintures?|legumes|fruits) (?:[a-z]{1,30} )?(?:bio\b|certifies?|biologiques?|naturels?|recycles?|vegeta\w{1,20}|verts?)|repri(?:se|s|ses) (?:de |des |de l'|du |et recycl\w{0,20} )?(?:anciens?|ancienne|anciennes|l'ancien\w{0,20}|vieux|vieilles|emballages?|batteries?|dechets?)|(?:consomm|depens)\w{0,30} (?:peu|le moins|moins)|peu (?:polluant|gourmand|energivore)\w{0,30}|thermiques?|bruit\b[^.!?\n]{0,20}\b(?:limite|riverains)|tri des dechets|plastique a usage unique|jetables?)\b/,
    unless: /\b(?:sans thermique|papier thermique|isolation thermique|camera thermique|confort thermique)\b/,
  },
  {
    concept: 'egalim',
    show: ['objectifs EGalim de la restauration collective'],
    says: /\b(?:(?:repas|cantine|gouters?|restauration|self|menus?|denrees|yaourts?|lait|viande|legumes|fruits|pain|fromages?)\b[^!?]{0,160}\b(?:bio|du local|local\b|circuits? courts?|saison)|(?:bio|du local)\b[^!?]{0,80}\b(?:repas|cantine|gouters?|yaourts?|lait|viande|legumes|fruits|pain|fromages?))\b/,
    unless: /\b(?:coton|textiles?|tenues?|vetements?|tissus?|savons?|produits? d'entretien)\b/,
  },
  {
    concept: 'programme',
    show: ["programme de l'opération", "maîtrise d'œuvre"],
    says: /\b(?:construi\w{1,20}|construction|agrandi\w{1,20}|extension|batir|rehabilit\w{1,20}|reconstrui\w{1,20}|surelev\w{1,20})\b[^.!?\n]{0,60}\b(?:ecoles?|creches?|mediatheques?|bibliotheques?|gymnases?|piscines?|mairies?|salles?|batiments?|logements?|ehpad|colleges?|lycees?|maisons?|centres?|casernes?|stades?|vestiaires?|halles?|musees?|theatres?|restaurants?|cantines?|cuisines? centrales?|poles?|locaux|hangars?|ateliers?)\b/,
    unless: /\b(?:entreprise de construction|facture|retard|penalites?|mur)\b/,
  },
  {
    concept: 'references',
    show: ['capacités techniques et professionnelles', 'références professionnelles'],
    says: /\b(?:assermente\w*|diplome\w*|agree\w*|qualifie\w*|certifie\w* (?:pour|par|en)|habilite\w*|carte professionnelle|par (?:des|un|une) (?:vrais?|vraie) (?:pros?|professionnels?))\b/,
  },
  {
    concept: 'dispense-faible-montant',
    show: ['consultation de faible montant', 'valeur estimée'],
    says: /\bdevis\b[^!?]{0,120}\b(?:je (?:le |peux (?:le )?)?sign\w{0,20}|on (?:le |peut (?:le )?)?sign\w{0,20}|on peut y aller|je peux y aller|je valide|on valide|on accepte|j'accepte|c'est bon)\b/,
    unless: /\b(?:seule?s? (?:a|au|capable|qui)|brevet\w*|marche en cours|avenant)\b/,
  },
  {
    concept: 'reconduction',
    show: ["nouvelle mise en concurrence à l'échéance", 'renouvellement du marché'],
    says: /\b(?:(?:il )?(?:faut|faudra\w{0,20}|doit|devons|va falloir) (?:le |la |tout )?(?:relancer|remettre en concurrence|refaire un (?:marche|contrat))|relancer (?:le|la|notre|ce|un) (?:marche|contrat|consultation))\b/,
    unless: /\b(?:fournisseur|entreprise|prestataire) qui|infructu\w+|personne n'a\b/,
  },
];
