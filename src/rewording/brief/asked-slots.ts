import type { Slot } from '../../vocabulary/rewording.ts';
import { splitSentences } from './sentences.ts';
import { readSourceText } from './source-text.ts';

/** What makes a sentence of a buyer a request for information from the department. */
const REQUEST =
  /\?|\b(?:precis(?:er|ez|e|ions?|ant)|indiqu(?:er|ez|e|ant)|transmett(?:re|ez)|communiqu(?:er|ez|e)|confirm(?:er|ez|e)|merci d[e'u]|(?:je|nous) (?:vous|te) (?:demand|saurai|invit|pri|remerci|sollicit)\w+|vous (?:etes (?:invites?|pries?|tenus?)|voudrez bien|devez|devrez)|il (?:vous appartient|convient) d[e']|(?:adress|retourn|faire parvenir|rempli|joindre|joign|saisi|list)(?:er|ez|ir|issez)?\b|pouvez-vous|pourriez-vous|pourrais-tu|peux-tu|pouvez vous|pourriez vous|veuillez|dites[- ](?:moi|nous)|dis[- ]moi|me dire|nous dire|envoy(?:er|ez|e)|remont(?:er|ez)|fourni(?:r|ssez)|renseign(?:er|ez)|complet(?:er|ez)|estim(?:er|ez)|chiffr(?:er|ez)|defini(?:r|ssez)|formalis(?:er|ez)|list(?:er|ez)|recens(?:er|ez)|il (?:me|nous) (?:faut|faudrait|manque|faudra)|j'ai besoin|j'aurais besoin|j'attends|nous attendons|en attente d[e']|attente de votre|dans l'attente d[e']|nous avons besoin|besoin de (?:savoir|connaitre)|(?:je|nous) (?:souhait|voudr|aimer)\w+ (?:connaitre|savoir|avoir|disposer|obtenir)|manquent?|manquants?|reste a|a completer|a preciser|a renseigner|quels? (?:est|sont|serait)|quelles? (?:est|sont|serait)|combien|faites[- ](?:moi|nous)|faire (?:parvenir|remonter|connaitre)|attendus?|sans (?:ces|cette) (?:elements?|informations?)|avez-vous|y a-t-il|existe-t-il|est-ce que)/;

const ASKED: readonly (readonly [Slot, RegExp])[] = [
  [
    'object',
    /\b(?:(?:les |vos |quels? )domaines?(?: concernes?| d'intervention| juridiques?)?(?=,| et|\.|$)|nature (?:exacte |precise )?(?:du besoin|de la prestation|des prestations|des travaux)|objet (?:exact|precis|du besoin|de la demande|de l'achat)|definition (?:precise )?du besoin|description (?:precise |detaillee |fonctionnelle |technique )?(?:du besoin|de la prestation|des? (?:prestations|fournitures|travaux))|besoin (?:exact|precis|reel)|(?:de quoi|ce dont) (?:vous )?(?:avez|as|aurez)|perimetre (?:exact |precis |de la prestation|du besoin|des prestations)|expression (?:precise |detaillee )?(?:de |du )(?:votre |vos |ton )?besoins?|votre besoin (?:exact|precis)?|cahier des charges|contenu (?:exact |precis )?(?:de la|des) prestations?|caracteristiques (?:techniques|attendues|souhaitees)|specifications? (?:techniques?|fonctionnelles?))/,
  ],
  [
    'quantity',
    /\b(?:quantites?|quantitatifs?|volumes?|volumetrie|nombres?(?! (?:de )?(?:lots|candidats|pages)| d'(?:agents|utilisateurs|usagers) concernes| de reconductions?)|combien(?! (?:de temps|d'annees|de mois|ca|cela|pouvez|avez-vous (?:de budget|prevu)|coute|d'argent))|effectifs?|surfaces?|superficies?|metres?|metrage|frequences?|consommations?(?! (?:electriques?|energetiques?|d'(?:energie|electricite|eau)|en kwh))|mini(?:mum)? et (?:le |un )?maxi(?:mum)?|dpgf quantit\w*|dqe|detail quantitatif|stock a prevoir)\b/,
  ],
  [
    'budget',
    /\b(?:budgets?(?! vert)|(?<=\bquantites et (?:de |des |vos |les )?|\bvos |\(|\bquantites, |\bvolumes et (?:de |des |vos |les )?)montants?(?! (?:du marche|de la facture|de l'offre|du contrat))|budgetaires?|enveloppe(?! (?:kraft|cachetee|a))|credits?(?! (?:photo|d'impot))|montants? (?:estim\w+|previsionnel\w*|prevus?|maximum|du besoin|global|disponible|annuel)|estimations? (?:financieres?|budgetaires?|du (?:besoin|montant|cout|prix)|des? (?:couts?|depenses|prix)|du montant|sommaire|previsionnelle)|estimation\b(?! (?:des? |de vos |d[eu] |de la |annuelle des )(?:quantites?|volumes?|nombre|effectifs?|surfaces?|volumetrie))|imputation|ligne budgetaire|cout (?:estime|previsionnel|global)|combien (?:ca|cela|avez-vous (?:de budget|prevu)|d'argent)|financement|ht ou ttc|prix (?:estime|maximum|que vous))\b/,
  ],
  [
    'deadline',
    /\b(?:dates? (?:de (?:livraison|demarrage|debut|remise|mise en service|besoin|realisation|l'evenement|reception|commencement|fin souhaitee|prise d'effet)|souhaitees?|limites?(?! (?:de (?:reception|remise) des (?:offres|plis|candidatures)|de validite))|attendues?|voulues?|prevues?|butoirs?|cibles?|imperative|exactes?|previsionnelles?|du besoin|a laquelle|ideale)|delais? (?:souhaite\w*|de livraison|attendus?|d'execution|de realisation|imperatif\w*|voulus?|maximum|maximal|necessaires?)|echeances?(?! (?:du|de votre|de votre) (?:contrat|marche))|calendrier(?! de (?:la )?(?:consultation|procedure))|planning|pour quand|quand (?:en )?(?:avez|voulez|souhaitez|aurez|faut|doit|doivent|devez|devra)|a partir de quand|(?:quelle|la) date|periode (?:souhaitee|d'intervention|de realisation)|votre date|vos dates|les dates|degre d'urgence|urgence du besoin)\b/,
  ],
  [
    'place',
    /\b(?:lieux?(?! de (?:depot|remise des offres|consultation))(?: d[e'][a-z ']{3,20})?|adresses?(?! (?:mail|e-mail|electronique|courriel|du profil|internet))|sites? (?:concernes?|de livraison|d'intervention|a (?:livrer|equiper|desservir))|ou (?:faut-il|doit|doivent|devons|livrer|sera|seront|se trouve|auront|aura|voulez)|batiments? (?:concernes?|vises?)|locaux concernes|points? de livraison|localisation|implantation|quels? (?:sites?|batiments?|locaux))\b/,
  ],
  [
    'duration',
    /\b(?:durees?(?! de validite)|combien de temps|combien d'annees|combien de mois|periodicite de reconduction|nombre de reconductions|reconductions?(?: souhaitees?| eventuelles?)|ponctuel ou (?:recurrent|recurent|regulier|pluriannuel)|besoin (?:est-il |est )?(?:ponctuel|recurrent|recurent|regulier)|recurrence|caractere (?:ponctuel|recurrent)|pluriannuel\w*)\b/,
  ],
  [
    'users',
    /\b(?:utilisateurs?|usagers?|beneficiaires?|publics? (?:vise|cible|concerne|accueilli)s?|services? (?:utilisateurs?|beneficiaires?|concernes?|destinataires?)|agents? (?:concernes?|equipes?|a (?:equiper|former))|qui (?:va|utilis\w+|s'en serv\w+|sera|sont les|est concerne|en aura)|profils? (?:des |d')?(?:utilisateurs|agents|stagiaires|participants)|personnes? concernees?|pour qui|pour quels? services?|quels? services?|destinataires?)\b/,
  ],
  [
    'existing_contract',
    /\b(?:(?:contrats?|marches?|prestataires?|fournisseurs?|titulaires?|abonnements?|conventions?|accord-cadre) (?:[a-z]+ )?(?:en cours|actuels?|existants?|precedents?|en vigueur|en place|sortants?|anterieurs?)|(?:un|le|votre|d'un|ancien|actuel) (?:contrat|marche|accord-cadre) (?:existe|est|court|lie|couvre|deja|actuel|arrive|se termine)|(?:existe-t-il|avez-vous|y a-t-il|y a t il|il existe|s'il existe|si vous avez|si un) (?:deja |deja un |un |encore un )?(?:contrat|marche|prestataire|abonnement|accord-cadre|fournisseur)|echeance (?:du|de votre) (?:contrat|marche)|date de fin (?:du|de votre) (?:contrat|marche)|fin (?:du|de votre) (?:contrat|marche)|qui (?:assure|realise|fournit) (?:actuellement|aujourd'hui)|actuellement (?:assuree?|fourni|realisee?)|historique (?:des (?:achats|commandes|depenses|consommations)|d'achats)|depenses (?:passees|anterieures|des)|deja (?:sous contrat|un contrat|un marche)|copie du contrat)\b/,
  ],
  [
    'constraints',
    /\b(?:contraintes?|exigences?(?! (?:environnementales?|ecologiques?|sociales?))|prerequis|pre-requis|modalites? (?:d'acces|d'intervention|de livraison)|conditions? (?:d'acces|d'intervention|d'execution|d'utilisation|de livraison|particulieres)|horaires?|compatibilites?|niveaux? de (?:service|performance|securite|qualite)|normes?(?! (?:et|comptable))|garanties? (?:souhaitee?s?|attendues?)|acces (?:au|aux) (?:site|locaux|chantier)|maintenance (?:souhaitee|attendue)|(?:besoin|prevoir|faut-il) (?:d'une |une |la |l'|de )?(?:installation|pose|maintenance|formation|reprise)|environnement technique|existant technique|interfaces?)\b/,
  ],
  [
    'criteria',
    /\b(?:criteres?|ponderations?|grille (?:d'analyse|de notation|d'evaluation)|elements? de notation|(?:ce qui|qu'est-ce qui) (?:compte|importe|prime)|priorites?|notation)\b/,
  ],
  [
    'environment',
    /\b(?:environnementa(?:l|ux|le|les)|egalim|(?:part|taux|pourcentage) (?:de |d')(?:bio|produits (?:bio|durables|labellises|locaux)|recycle)|produits (?:bio|durables)|developpement durable|ecologiques?|ecolabels?|labels?|reemploi|empreinte carbone|considerations? (?:environnementales?|ecologiques?)|agec|recycl\w+)\b/,
  ],
  [
    'social',
    /\b(?:clauses? (?:sociales?|d'insertion)|considerations? (?:sociales?|environnementales? et sociales?)|insertion|esat|handicap|accessibilite|volet social|dimension sociale)\b/,
  ],
];

/** What the buyer does, or holds already: a sentence that gives, not one that asks. */
const GIVES =
  /^(?: ?(?:-|•|\*)? ?)?(?:nous avons (?:bien )?(?:recu|note|publie|lance)|je vous (?:informe|confirme|rappelle que|transmets|joins)|pour (?:info|information|rappel)|la consultation (?:est|a ete|sera)|le marche (?:est|a ete|sera)|ci-joint|vous trouverez|j'ai bien recu)/;
/** What must not be told («sans communiquer le budget aux entreprises») is not asked. */
const KEPT_BACK =
  /\b(?:sans|ne pas|ne jamais|n'|ne) (?:(?:devez|pouvez|peut|doit|faut|leur|lui|rien|en|surtout|jamais|pas|ni) ){0,4}(?:communiqu|indiqu|precis|divulgu|transmett|donn|mentionn|revel)\w+[^,.;:]*/g;
const LISTS = /:\s*$/;
const ITEM = /^ ?(?:[-•*–]|\d{1,2} ?[.)]|[a-h] ?[.)])/;

/**
 * Slots that a buyer's message expressly asks the department for, in the order of the need brief. A sentence counts when it
 * requests something; the items of a list count when the line that opens the list requests them. Requests for documents,
 * signatures or market research ask for no slot.
 */
export function askedSlots(buyerText: string): readonly Slot[] {
  const { folded } = readSourceText(buyerText.slice(0, 60_000));
  const asked = new Set<Slot>();
  let listing = false;
  for (const { start, end } of splitSentences(folded)) {
    const next = folded.charAt(end);
    const words = folded.slice(start, end) + (next === '?' ? '?' : '');
    const item = ITEM.test(words);
    if (listing && !item && words.trim().length > 90) listing = false;
    const requests: boolean = (REQUEST.test(words) && !(GIVES.test(words.trim()) && !words.includes('?'))) || listing;
    if (LISTS.test(words)) listing = requests;
    else if (!item && !listing) listing = false;
    if (!requests) continue;
    const read = afterRequest(words, listing).replace(KEPT_BACK, ' ');
    for (const [slot, pattern] of ASKED) if (pattern.test(read)) asked.add(slot);
  }
  return ASKED.map(([slot]) => slot).filter((slot) => asked.has(slot));
}

/** The part of the sentence from its first request on: what stands before is context («Pour le marché en cours, merci de…»). */
function afterRequest(words: string, listing: boolean): string {
  const at = REQUEST.exec(words);
  if (listing || at === null || at[0] === '?') return words;
  // A noun may stand just before its verb («quantités à préciser», «il manque»).
  return /^(?:a (?:preciser|completer|renseigner)|manqu|attendu|reste)/.test(at[0]) ? words : words.slice(at.index);
}
