import type { NotionCue } from './notion-cue.ts';

/** Prices that move, payments, guarantees, and what is done when the two sides no longer agree. */
export const MONEY_CUES: readonly NotionCue[] = [
  {
    concept: 'carte-achat',
    show: ["carte d'achat"],
    says: /\b(?:carte (?:bancaire|bleue|d'achat|du service|de paiement|pro\b|visa|de la (?:mairie|collectivite|direction|ville))|cb\b|(?:payer|regler|achat|acheter)\b[^.!?\n]{0,30}\b(?:par|avec la|avec une|en|avec ma|avec notre) carte)/,
    unless: /\bcartes? de visite|carte (?:essence|carburant)/,
  },
  {
    concept: 'avance-acompte',
    says: /\b(?:avances? ou (?:un |des )?acomptes?|acomptes? ou (?:une |des )?avances?|verser (?:quelque chose|un peu|un premier versement) avant la fin|difference entre (?:une )?avance et)\b/,
  },
  {
    concept: 'avance-remboursement-suivi',
    says: /\b(?:recuper|rembours|rend|retenir|deduire|resorb)\w{0,30}\b[^.!?\n]{0,30}\b(?:l'avance|avances?|acompte de depart)\b/,
    unless: /\bdemande d'avance|merci d'avance/,
  },
  {
    concept: 'retenue-garantie',
    says: /\b(?:retenue (?:sur|de|d'un|d'une) (?:le |les |la |l')?(?:prix|factures?|paiements?|garantie|argent|sommes?|pourcent\w{0,20})|retenir (?:un peu|une partie|un pourcentage|\d{1,12} ?%)|(?:garder|conserver|bloquer|mettre) (?:un peu |une partie |\d{1,12} ?% )?(?:d'argent|du prix|de la somme|des sous|de cote)\b[^.!?\n]{0,60}\b(?:defauts?|malfacons?|probleme|finition\w{0,20}|reserves?|cas|fini\w{0,20}|repare\w{0,20})|ne pas tout payer (?:tout de suite|avant)|argent de cote (?:en cas|au cas))\b/,
  },
  {
    concept: 'caution',
    says: /\b(?:cautionnement|cheque de caution|depot de garantie|banque (?:qui )?se port\w+ garante?|(?:une|la|sa|demander|deposer) caution)\b/,
  },
  {
    concept: 'garantie-premiere-demande',
    says: /\b(?:premiere demande|gapd|garantie (?:de sa|d'une|de la|de leur) banque|garantie bancaire|remplacer la retenue|engagement de (?:sa|leur) banque)\b/,
  },
  {
    concept: 'garantie-materiel',
    says: /\b(?:(?:faire |fait )?(?:jouer|marcher|valoir) la garantie|(?:c'est|est|encore|toujours) sous garantie|pieces et main d'oeuvre|garantie (?:de|minimum|soit|d'au moins)\b[^.!?\n]{0,20}\b(?:\d{1,12}|un|deux|trois|quatre|cinq|dix) ?(?:ans?|mois))\b/,
  },
  {
    concept: 'decompte',
    says: /\b(?:decomptes? mensuels?|situations? (?:de travaux|mensuelle|du mois)|etat d'acompte|projet de decompte)\b/,
  },
  {
    concept: 'decompte-general',
    says: /\b(?:decompte (?:general|final)|dgd\b|comptes? (?:final|definitif)|sold(?:e|er) (?:du |de tout |le |ce |notre )?(?:chantier|compte|marche)|derni\w{1,20} (?:compte|decompte|facture) (?:du chantier|avec l'entreprise|des travaux)|cloturer les comptes du chantier)\b/,
  },
  {
    concept: 'rib',
    says: /\b(?:rib\b|coordonnees bancaires|compte bancaire (?:de l'|du |de la )(?:entreprise|prestataire|fournisseur|societe)|chang\w+ de (?:banque|compte bancaire)|nouveau (?:rib|compte bancaire))\b/,
  },
  {
    concept: 'mandatement',
    says: /\b(?:mandat\w{1,20} (?:de paiement|la facture|les factures|cette facture|sa facture)|mandater|(?:mettre|mise) en paiement|envoy\w{1,20} la facture (?:au tresor|a la tresorerie|au comptable|aux finances)|ordre de payer|ordonnancement de la depense)\b/,
  },
  {
    concept: 'comptable-public',
    says: /\b(?:tresor public|tresori(?:er|ere)|(?:la|notre) tresorerie (?:bloque|refuse|demande|rejette|a|veut)\w{0,30}|percepteur|perceptrice|(?:le|la) comptable (?:public|bloque|refuse|demande|rejette|du tresor|ne veut|veut)\w{0,30}|paierie|agent comptable)\b/,
  },
  {
    concept: 'ordonnateur',
    says: /\b(?:ordonnateur|qui (?:a le droit de |peut |doit )?(?:decider?|valider?|engager?) (?:de )?(?:la |les |une )?depenses?)\b/,
  },
  {
    concept: 'cession-creance',
    says: /\b(?:ce(?:ss?ion|der|de) (?:de |sa |une |ses )?(?:creance|facture)s?|affactur\w{1,20}|factor\b|dailly|(?:sa|leur) banque (?:reclame|demande|veut|nous)|payer (?:la|sa|leur) banque|vendu (?:sa|ses|leurs?|la) (?:facture|creance)s?|exemplaire unique|nantis\w{1,20})\b/,
  },
  {
    concept: 'certificat-cessibilite',
    says: /\b(?:certificat de cessibilite|exemplaire unique|banque (?:de l'entreprise |du prestataire )?(?:demande|reclame|veut) (?:un|le) (?:papier|certificat|exemplaire))\b/,
  },
  {
    concept: 'subrogation-paiement',
    says: /\b(?:subrog\w+|l'assureur (?:paie|prend le relais|a rembourse)|payer a la place d)/,
  },
  {
    concept: 'revision-formule',
    says: /\b(?:(?:formule|indice|index|coefficient)s?\b[^.!?\n]{0,40}\b(?:prix|revis\w{1,20}|hausse|augment\w{1,20}|insee|bt ?\d{0,12}|syntec|tarif\w{0,20})|indices? (?:insee|syntec|bt|icht|des prix)|comment calculer la (?:hausse|revision)|index(?:e|es|ee|ees|er|ation)\b)/,
  },
  {
    concept: 'revision-imprevision',
    show: ['clause de révision des prix'],
    says: /\b(?:tenir compte de (?:la hausse|l'inflation|l'augmentation)|suivre (?:l'inflation|les cours|le cours|les prix)|prix (?:qui )?(?:suit|suive|suivent|evolue|evoluent|bouge|bougent|s'adapte|ajuste)\w{0,30} (?!pas)|(?:revoir|reviser|ajuster|adapter|actualiser|rediscuter) (?:le|les|ses|leurs|nos) (?:prix|tarifs?) (?:chaque|tous|une fois|en cours|par|a la)|prix revisables?|ajustement (?:annuel )?des (?:prix|tarifs))\b/,
  },
  {
    concept: 'actualisation-prix',
    says: /\b(?:actualis\w{1,20} (?:le|les|des|du) prix|(?:sign|demarr|commenc)\w{1,30}\b[^.!?\n]{0,20}\b(?:tard|longtemps apres|des mois apres|plusieurs mois apres)\b[^.!?\n]{0,50}\bprix|remettre le prix a jour|prix (?:de l'offre )?(?:date de|trop vieux|perime)\w{0,30})\b/,
  },
  {
    concept: 'prix-provisoire',
    says: /\b(?:prix (?:provisoires?|a affiner|a definir plus tard|definitif plus tard)|fixer(?:a|ons|ait)? le prix (?:plus tard|apres|a la fin)|sans (?:prix|connaitre le prix) (?:definitif|fixe|ferme))\b/,
  },
  {
    concept: 'penalites',
    show: ['pénalités de retard'],
    says: /\b(?:sinon\b[^.!?\n]{0,20}\b(?:paie\w{0,20}|paye\w{0,20}|penalis\w{1,20}|retir\w{1,20}|dedui\w{1,20}|sanction\w{0,20})|(?:ne |n')?(?:vien(?:t|nent)|arriv\w{1,20}|interv\w{1,20}|pass\w{1,20}) pas (?:dans les (?:temps|delais)|a l'heure|le jour (?:dit|prevu))|(?:pun\w{1,20}|sanction\w{0,20}|taper sur les doigts|faire payer|mettre a l'amende)\b[^.!?\n]{0,60}\b(?:retards?|rate\w{0,20}|temps|delais?|jour)|(?:retirer|enlever|deduire) (?:\d{1,12} ?(?:€|euros)|une somme|de l'argent|des sous) par (?:jour|heure|semaine)|(?:\d{1,12}|cinquante|cent) ?(?:€|euros) (?:par|de moins par) (?:jour|heure) de retard)\b/,
  },
  {
    concept: 'exoneration-penalites',
    says: /\b(?:(?:grace|exoner\w{1,20}|annul\w{1,20}|remise|laisser tomber|renonc\w{1,20}|effac\w{1,20}|oublier|lever)\b[^.!?\n]{0,40}\bpenalites?|faire grace d|retard (?:minime|de rien|pas (?:bien )?grave)|pas (?:envie|l'intention) de (?:le |la |les )?penaliser)\b/,
  },
  {
    concept: 'penalite-contradictoire',
    says: /\b(?:(?:contest\w{1,20}|pas d'accord avec|refus\w{1,20}) (?:la|les|ses|nos|ces|cette) penalites?|laisser s'expliquer|(?:s'expliquer|l'ecouter|prevenir|le prevenir) avant (?:de |les |d')(?:punir|penaliser|sanctionner|retenir|penalites|appliquer))\b/,
  },
  {
    concept: 'decompte-penalite-compensation',
    says: /\b(?:(?:retir|dedui|soustra|enlev|retenir|imput|precompt)\w{0,30}\b[^.!?\n]{0,20}\bpenalites?|penalites?\b[^.!?\n]{0,40}\b(?:sur|de|dans) (?:la|sa|leur|les|le|ses) (?:prochaine |derniere )?(?:facture|paiement|decompte|solde)s?)\b/,
  },
  {
    concept: 'paiement-partiel-desaccord',
    says: /\b(?:(?:payer|regler) (?:seulement |juste |que )?(?:ce qui (?:n'est pas|est) (?:conteste|bon|ok|correct|juste)|la partie (?:ok|correcte|non contestee|qui))|(?:pas|n'est pas|en) (?:d'accord|desaccord) (?:sur|avec) (?:une|la|sa|cette|leur) (?:ligne|facture|partie)|contest\w{1,20} (?:une|la|cette|sa|leur) (?:ligne|facture|partie de la)|(?:bloquer|retenir) une partie de la facture|litige (?:sur|de) (?:la |une )?facture)\b/,
  },
  {
    concept: 'variation-quantites-travaux',
    says: /\b(?:(?:moins|plus|davantage) de (?:travaux|quantites|metres|m2|surface|terre|beton) que prevu|(?:quantites?|metres|m2|metrage|volume)\b[^.!?\n]{0,30}\b(?:moins|plus|superieur\w{0,20}|inferieur\w{0,20}|double\w{0,20}) (?:que|a ce qui etait|qu'au) ?(?:prevu|au marche|marche)?|une ligne a explose)\b/,
  },
  {
    concept: 'force-majeure',
    says: /\bforce majeure\b|\b(?:entreprise|prestataire|titulaire|fournisseur|chantier|livraison|contrat)\b[^.!?\n]{0,60}\b(?:seisme|cyclone|tempete|ouragan|inondation|pandemie|covid|guerre|incendie|impossible de (?:continuer|livrer|travailler))\b|\b(?:cyclone|tempete|inondation|seisme|incendie)\b[^.!?\n]{0,40}\b(?:bloque|empeche|arrete)\w{0,30}\b/,
  },
  {
    concept: 'ajournement-prestations',
    says: /\b(?:(?:rendre|refaire|revoir) (?:sa|leur) copie|(?:revoir|reprendre|refaire|corriger|completer) (?:le|son|leur|sa|ce) (?:rapport|etude|livrable|copie|diagnostic|travail|document)\b|(?:rapport|etude|livrable|rendu|diagnostic)\b[^.!?\n]{0,30}\b(?:incompl\w{1,20}|bacle\w{0,20}|nul\w{0,20}|pas bon|insuffisant\w{0,20}|a revoir|pas terrible|vide)|ajourn\w{1,20})\b/,
    unless: /\boffre|devis|candidat/,
  },
  {
    concept: 'reglement-amiable',
    says: /\b(?:a l'amiable|amiablement|terrain d'entente|eviter (?:le|un) (?:proces|tribunal)|trouver un (?:arrangement|accord) avec (?:l'|le |la |eux|lui)|protocole transactionnel|ccira|transiger)\b/,
  },
  {
    concept: 'mediation-entreprises',
    says: /\b(?:mediateur (?:des entreprises|national)|(?:appeler|saisir|faire venir|trouver) un mediateur|mediation avec (?:l'entreprise|le fournisseur|le prestataire)|conciliat\w{1,20}|un tiers pour (?:discuter|debloquer)|debloquer la (?:relation|situation) avec)\b/,
  },
  {
    concept: 'resiliation-motif-general',
    says: /\b(?:(?:arreter|rompre|resilier|mettre fin|stopper|sortir)\b[^.!?\n]{0,60}\b(?:sans faute|meme s'(?:il|elle)|n'a rien fait de mal|n'y est pour rien|alors qu'(?:il|elle)|bien qu'|pas de sa faute)|n'(?:en )?(?:a|avons|aura|aurons) plus besoin d[eu'][^.!?\n]{0,60}\b(?:contrat|marche)|(?:contrat|marche)\b[^.!?\n]{0,50}\bn'(?:en )?(?:a|avons|aura|aurons) plus besoin|n'(?:a|avons|ai|aurons|aura) (?:donc )?plus besoin d\w{0,20}[^.!?\n]{0,80}\b(?:prevue?s?|jusqu'(?:en|au)|avec)|(?:rien|pas grand-chose) a (?:lui|leur) reprocher\b[^.!?\n]{0,80}\b(?:arret|contrat|marche|fin))\b/,
  },
  {
    concept: 'resiliation-faute',
    says: /\b(?:(?:vir|degag|resili|rompre|casser|arreter)\w{0,30}\b[^.!?\n]{0,70}\b(?:fait pas (?:son|le) travail|faute|incompet\w{0,20}|vien\w{0,20} (?:plus|pas|jamais)|abandon\w{0,20}|nul\w{0,20}|travaille\w{0,20} mal|ne fait rien)|(?:abandonn?\w{0,30}|quitte|deserte|plante|laisse tomber) (?:le |son |notre )?chantier|aux torts)\b/,
  },
  {
    concept: 'prime',
    says: /\b(?:(?:somme|indemnite|argent|quelque chose|compensation|dedommagement)s? (?:aux|pour les|a ceux) ?(?:equipes|candidats|perdants|architectes|concurrents|qui)|primes? (?:aux|pour les|de|aux) (?:candidats|concurrents|architectes|perdants|esquisse|maquette|equipes)|(?:payer|indemnis\w{1,20}|dedommag\w{1,20}|remuner\w{1,20}) (?:les|ceux|des) (?:candidats?|perdants|equipes|architectes|projets|qui (?:ont|auront) (?:prepare|dessine|travaille|fait|rendu))|bonus (?:si|pour|quand)|recompens\w{1,20} (?:l'entreprise|le prestataire|le titulaire))\b/,
  },
];
