// One table and its readers: which counted words size a need.

import { allMatches } from '../../french/all-matches.ts';
import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { APPROXIMATION, LIMIT, lead, type ValueFound } from './value-context.ts';

/** Measures of a thing, not numbers of things. */
const MEASURE =
  /^(?:cm|mm|m|metre|go|to|gb|mo|pouce|kw|kwh|w|watt|volt|v|db|decibel|°|degre|ch|cv|litre|l|dpi|hz|bit|mbit|gbit|ppm|bar|micron|g|gramme|etage|km\/h|fois|point|kva|lux|lumen|ampere|a|degres|ptac|chiffre|niveau|face|couleur|annee|an|mois|jour|semaine|heure|h|minute|m3|page|tonne|t|kg|kilo|roue|tiroir|porte\b|personne\b)$/;
/** Units in which a need is sized whatever is bought. */
const SIZING =
  /^(?:personne|agent|eleve|enfant|etudiant|resident|patient|repas|m2|ha|hectare|kg|kilo|tonne|t|exemplaire|ex|poste|unite|piece|ramette|boite|km|ml|metre lineaire|site|batiment|acces|licence|utilisateur|couvert|place|convive|invite|participant|stagiaire|visiteur|passage|intervention|numero|paire|carton|palette|rouleau|arbre|classe|salle|chambre|lit|logement|vehicule|appareil|seance|session|kit|lot|extincteur|bureau|ordinateur|ordi|ecole|heure|h|journee|page|poste de travail|point|famille|senior|gamin|ado|jeune|adulte|spectateur|coureur|collegue|salarie|employe|prof|enseignant|chercheur|infirmier|medecin|soignant|beneficiaire|usager|habitant|litre|l|m3|stere|ligne|ecran|tablette|dossier|sac|bac|benne|conteneur|assistante|pers|gosse|volontaire|rotation|tour|voyage|trajet|car|bus|collaborateur|membre|elu|equipement|modele|jeu|compte|abonnement|badge|cle|prise|candelabre|luminaire|mat|camion|ouvrage|titre|livre|colis|panier|bouteille|verre|assiette|produit|reference|nuitee|nuit|chantier|visite|prelevement|analyse|test|dose|flacon|poche|fois|sejour|groupe|equipe|demi-journee|gens|chat|animal|chien|tonte|tournee|metre|m|mètre)$/;
/** Words counted that size no need. */
const NOT_COUNTED =
  /^(?:cm|mm|m|metre|go|to|gb|mo|pouce|kw|kwh|w|watt|volt|v|db|decibel|degre|ch|cv|dpi|hz|mhz|ghz|bit|mbit|gbit|ppm|bar|micron|g|gramme|etage|fois|kva|lux|lumen|ampere|ptac|chiffre|niveau|face|couleur|voie|port|roue|tiroir|vitesse|essieu|critere|%|article|lot|devis|offre|candidat|candidature|reponse|pli|soumissionnaire|concurrent|taille|pointure|coloris|entreprise|fournisseur|editeur|prestataire|endroit|sujet|bon|collegue|question|raison|option|choix|point|fil|sinistre|derniere|premiere|°|°c|degre c|etoile|bras|vantail|tour|entree|porte|an|mois|jour|minute|seconde|annee|semaine|km|tonne|t|place|marche|contrat|agence|e|eme|er|er etage|partie|facon|type|sorte|phase|tranche|autre|dernier|premier|prochain|grand|petit|pers|litre|l|m3|cube|pied|metier|langue|saison|trimestre|semestre|page|chose|demande|raison|besoin|fournisseur|an|option|devis|mail|reunion|accessible|visite prealable|%)$/;
const ATTRIBUTE =
  /(?:hauteur|hauteur de travail|longueur|largeur|profondeur|epaisseur|diametre|capacite|puissance|charge|supporte|jusqu'a|(?<!\b(?:on|nous|en|y) )fait|fait a|mesure|format|ecran|distance|dalle|salle fait|autonomie|charge utile|charge|rayon|vitesse|poids|debit|portee|temperature|cuve|silo|volume utile|reservoir|consommation) (?:de |d'|a |environ ){0,6}$/;
/** «balançoire 2 places», «appareil 1,5 T»: glued to a noun, the figure describes the thing. */
function isMeasureOfThing(unit: string, before: string, after: string, often: boolean): boolean {
  if (unit === 'place' && /^s? (?:de la|du)/.test(after)) return true;
  // «900 kg par semaine» is a volume.
  if (/^(?:kg|kilo|tonne|t|l|litre|m3)$/.test(unit) && often) return false;
  return (
    /^(?:place|t|tonne|l|litre|m|metre|kg|kilo|page|m3|h|heure|ligne|sac|point)$/.test(unit) &&
    /[a-z0-9] $/.test(before) &&
    !/\b(?:pour|environ|de|avec|soit|prevoir|faut|et|a|capacite|total|les|en|compter|consomme\w*|utilise\w*|lyon|gare) $/.test(
      before,
    )
  );
}

const MONTH = /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/;

/** The size of the body that asks, not how many of a thing it is short of. */
const BODY =
  /(?:^|[.\n]) ?(?:bonjour,? )?(?:(?:notre|le|la|un|une|l') ?)?(?:etablissement|hopital|clinique|ehpad|residence|lycee|college|ecole|prison|maison d'arret|centre|campus|internat|foyer|creche|commune|ville|village)(?: (?!(?:a|aura(?:it)?|besoin|veut|voudrait|souhaite|manque|cherche|recherche|demande|commande|achete|acheter) )[a-z'-]{1,30}){0,4} (?:de|avec|compte|accueille) $/;

const COUNT_LEAD =
  /(?:(?:nombre|quantite|qte|effectif|plutot|volume|surface|superficie)\w{0,30}(?: \w{1,30}){0,3} ?:? ?(?:de |d')?|plutot |x ?|(?:ils|elles|on) (?:sont|est)|nous sommes|on sera|nous serons|il en faut|en faut|en manque|il manque|il nous en faut|en faudrait|en voudrait|on en veut|combien|(?:au moins|minimum|au minimum|mini) (?=$)|au nombre de|soit|total de|total :?|on en a|en (?:a|avons|ai) (?:compte|recense|releve|trouve|note)|prevoir|a) ?(?:environ |autour de |une bonne |a peu pres )?$/;

/** What a counted word says of the need: its size, sometimes its budget; undefined when it measures a thing. */
export function fillQuantity(
  folded: string,
  value: SaidValue,
  [start, end]: Span,
  before: string,
  after: string,
  objectSpans: readonly Span[],
  isTradeWord: (at: number) => boolean,
  oneByOne: boolean,
): ValueFound | undefined {
  if (value.kind !== 'quantity' || value.high === 0) return undefined;
  if (/\d ?x ?$/.test(before) || /^ ?(?:x ?\d|°|€|%)/.test(after)) return undefined;
  if (isMoney(value, unitOf(value), before, after))
    return {
      slot: 'budget',
      span: [start - lead(APPROXIMATION, before), end + (LIMIT.exec(after)?.[0].length ?? 0)],
      value,
    };
  const number = numberEnd(folded, start, end);
  const noun = /^ ?(?:de |d')?(?=[a-z])/.exec(folded.slice(number, number + 6));
  const nounAt = noun === null ? number : number + noun[0].length;
  const ofObject = objectSpans.some(([from, to]) => nounAt >= from && nounAt < to && start <= from + 1);
  const insideObject = objectSpans.some(([from, to]) => start > from && start < to);
  const approximation = /dans les $/.test(before) && value.unit !== undefined ? 0 : lead(APPROXIMATION, before);
  if (/(?:^|\n) ?$/.test(before) && /^ ?[.)°-]/.test(after)) return undefined;
  if (/[,;:.] ?$/.test(before) && /^ ?\)/.test(after)) return undefined;
  // «3-4-5 juillet» is when.
  if (MONTH.test(unitOf(value) ?? '') || MONTH.test(after.trimStart())) return undefined;
  const figure = folded.slice(start, number).trim();
  // «1 balayeuse» is counted, «une balayeuse» only named.
  const named =
    nounAt +
    (/^(?:nouve(?:au|lle|l)|petite?|grande?|gros(?:se)?|bon(?:ne)?|seule?|autre|vrai|vieille) /.exec(
      folded.slice(nounAt, nounAt + 12),
    )?.[0].length ?? 0);
  const isCounted = figure === '1' && (isTradeWord(named) || SIZING.test(value.unit ?? ''));
  if (/^(?:un|une|1)$/.test(figure) && !isCounted && !(ofObject && oneByOne)) return undefined;
  const counted: Counted = { folded, value, unit: value.unit ?? '', start, end, before, after, nounAt, isTradeWord };
  if (isOfTheThing(counted)) return undefined;
  const unit = value.unit ?? '';
  // Money of another currency: what it is worth is not ours to say.
  if (unit === 'franc')
    return {
      slot: 'budget',
      span: [start - approximation, end + (/^ (?:cfp|pacifique)/.exec(after)?.[0].length ?? 0)],
      value,
    };
  if (isOfTheBody(counted)) return undefined;
  const frequency =
    /^(?: fois)?(?: ?(?:par|\/) ?(?:an|jour|semaine|mois|trimestre|service|classe)\b| dans l'annee\b| (?:chaque|tous les|toutes les) \w+| chacune?)/.exec(
      after,
    )?.[0].length ?? 0;
  if (unit === 'fois' && frequency === 0 && !/par|\//.test(value.text)) return undefined;
  if (ofObject) {
    return { slot: 'quantity', span: [start - approximation, Math.max(number, end) + frequency], value };
  }
  const from = start - approximation;
  if (insideObject && value.unit !== undefined && !isTradeWord(nounAt) && !/\)/.test(after.slice(0, 1)))
    return MEASURE.test(unit) || unit === 'place' ? undefined : { slot: 'quantity', span: [start, end], value };
  const through = unit === '' ? endOfBare(counted, frequency) : endOfCounted(counted, frequency);
  return through === undefined ? undefined : { slot: 'quantity', span: [from, through], value };
}

interface Counted {
  readonly folded: string;
  readonly value: Extract<SaidValue, { kind: 'quantity' }>;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** Where the noun that is counted begins. */
  readonly nounAt: number;
  readonly isTradeWord: (at: number) => boolean;
}

/** A size, a reference or an age of the thing, not how many of it. */
function isOfTheThing({ value, before }: Counted): boolean {
  if (/[<>≤≥] ?$/.test(before)) return true;
  // «poches de 500 ml», «le vieux a 310 000 km», «s'en serviront 300 heures par an», «un camion de 3,5 t»: the thing, not its number.
  if (value.unit === 'ml' && CONTAINER.test(before)) return true;
  if (
    value.unit === 'km' &&
    value.low >= 1000 &&
    /\b(?:a|ont|avec|fait|affiche|compteur|depasse)\w* (?:deja |plus de |pres de |environ )*$/.test(before)
  )
    return true;
  if (value.unit === 't' && !Number.isInteger(value.low) && value.low < 45) return true;
  if (
    /\b(?:serv|utilis|tourn|fonctionn|roul|occup|ouvr|dur)\w* (?:environ |pres de |plus de )?$/.test(before) &&
    /^(?:heure|h|jour|km)$/.test(value.unit ?? '')
  )
    return true;
  // «1,60 m au garrot»: a size of the thing.
  if (value.unit === 'm' && !Number.isInteger(value.low) && value.low < 10) return true;
  // «qui a déjà équipé 3 blocs»: what the firm has done, not what is wanted.
  if (DONE_BEFORE.test(before)) return true;
  if (
    /(?:n°|no|numero|article|lot|ans|taille|pointure|du|au|iso|nf|niveau|categorie|classe|cm|ce|version|windows|office|rue|etage|code|marche|page) ?$/.test(
      before,
    ) &&
    !/\b(?:au|du) $/.test(before)
  )
    return true;
  return false;
}

/** What is said of who asks or of what is there: «accueille 300 enfants», «commune de 4 000 habitants». */
function isOfTheBody({ folded, value, unit, start, end, before, after }: Counted): boolean {
  if (
    /\b(?:accueille|recoit|(?<!\ben (?:a|ai|avons) )compte|gere|emploie|heberge) (?:environ |plus de )?$/.test(
      before,
    ) &&
    (unit !== 'personne' || /par an/.test(folded.slice(start, end + 8)))
  )
    return true;
  if (/^ de (?:haut|large|long|profond|diametre)/.test(after) || (unit === 'place' && value.high < 10)) return true;
  // «St-Pardoux 340 habitants», «Établissement pénitentiaire de 480 places»: how big the body is that asks.
  if (unit === 'habitant' && !/\b(?:pour|a chaque|par) (?:les |nos )?$/.test(before)) return true;
  if (BODY.test(before)) return true;
  return false;
}

/** Where a figure with its noun ends, when it sizes the need. */
function endOfCounted(
  { value, unit, end, before, after, nounAt, isTradeWord }: Counted,
  frequency: number,
): number | undefined {
  if (
    /(?:moins de|plus de|au moins|jusqu'a|hauteur|longueur|largeur|de|d'une|ecran|fourgon|capacite|cuve|benne|camion|vehicule|minibus|format) (?:de )?$/.test(
      before,
    ) &&
    MEASURE.test(unit) &&
    !/surface|superficie|total/.test(before)
  )
    return undefined;
  if (
    (SIZING.test(unit) ||
      isTradeWord(nounAt) ||
      !NOT_COUNTED.test(unit) ||
      (frequency > 0 && /^[a-z]{4,}$/.test(unit)) ||
      (unit === 'page' && WORKED_PAGES.test(before))) &&
    !ATTRIBUTE.test(before) &&
    !isMeasureOfThing(unit, before, after, frequency > 0 || value.per !== undefined)
  ) {
    const tail = LIMIT.exec(after)?.[0].length ?? 0;
    const more = frequency > 0 ? frequency : Math.max(tail, MATTER.exec(after)?.[0].length ?? 0);
    const through = unit === 'place' ? (/^s? (?:assises?|de parking)/.exec(after)?.[0].length ?? more) : more;
    return end + through;
  }
  return undefined;
}

/** Where a figure alone ends, when it sizes the need. */
function endOfBare({ value, end, before, after }: Counted, frequency: number): number | undefined {
  if (frequency > 0 && value.low < 100_000) return end + frequency;
  const alone = /(?:^|[,:(\n] ?|- )$/.test(before) && /^ ?(?:[,).;\n]|$)/.test(after);
  const squared = /^ ?(?:m2|m²|m carres|metres carres)/.exec(after)?.[0].length ?? 0;
  if (alone || squared > 0 || COUNT_LEAD.test(before) || value.approximate || value.low !== value.high) {
    if (/^ ?(?:h\b|:|€|%|cm|mm|\/)/.test(after) || /(?:taille|de|pointure|page)s? (?:du )?$/.test(before))
      return undefined;
    return end + squared;
  }
  return undefined;
}

const CONTAINER =
  /\b(?:poche|flacon|bouteille|tube|seringue|bidon|dose|gel|pot|verre|gobelet|bocal|ampoule|fiole|becher|pipette|perfusion|spray|recharge|canette|brique|solution|gourde|tasse|savon|shampo\w{0,20}|creme|sirop|huile|eau)\w{0,30}(?: [a-z]{1,30}){0,4} (?:de )?$/;
const DONE_BEFORE = /\b(?:ait|aient|avoir|a|ont|ayant) deja [a-z]+e?s? (?:au moins |plus de |environ |pres de )*$/;

/** «numériser 42 000 pages»: what is done to them sizes the need. */
const WORKED_PAGES =
  /\b(?:numeris|imprim|tradui|reprend|migr|reli|scann|saisi|photocopi|recop|copi)\w* (?:environ |les |nos )?$/;

/** «6 000 m² de pelouses», «6 000 copies couleur et 14 000 noir par mois»: what is measured is said with its measure. */
const MATTER =
  /^ (?:de |d'|des )(?!(?:ht|ttc|plus|moins|long|large|haut|profond|la|le|l|diametre|surface|large)\b)[a-z]{4,30}(?: et (?:de )?\d[\d .,]{0,20}(?: ?(?:m2|m²|m|km|ml|ha|kg|t|tonnes|metres?(?: lineaires| carres)?))? (?:de |d'|des )[a-z]{4,30})?|^ [a-z]{4,30} et \d[\d .]{0,20} [a-z]{3,30}(?: par (?:mois|an|jour|semaine))?/;

/** A bare number of some size, said of money: «on a mis 15 000». */
const isMoney = (value: SaidValue, unit: string, before: string, after: string): boolean =>
  unit === '' &&
  value.kind === 'quantity' &&
  value.low >= 300 &&
  !/^ ?(?:m2|m²|[a-z]*km|a\d|€)/.test(after) &&
  (/\b(?:(?:on|nous|j'|service|elus?|ville|mairie) ?(?:a|ai|avons|ont|aura|aurons|peut mettre|peux mettre) (?:mis|prevu|inscrit|vote|reserve|bloque|budgete|provisionne|obtenu)|(?:budget|enveloppe|credits?|financement|cout|montant)(?: [a-z']{1,30}){0,4}|\bdebord\w{1,20} de)(?: ?:)? ?(?:environ |autour de |de |d'environ |dans les )?$/.test(
    before,
  ) ||
    (/(?:^|[,.:(\n] ?)(?:max(?:i(?:mum)?)?|au max(?:imum)?|pas plus de|jusqu'a) ?:? ?$/.test(before) &&
      /^ ?(?:[,.;)\n]|$)/.test(after)) ||
    (/^ ?(?:grand )?max(?:i(?:mum)?)?\b/.test(after) &&
      /(?:^|[,:(\n] ?|genre |environ |autour de |budget |dans les |prix |cout )$/.test(before)) ||
    /^ (?:ht|ttc|de budget|au budget|d'enveloppe|de credits|balles|boules|max de budget)\b/.test(after));
const unitOf = (value: SaidValue): string => (value.kind === 'quantity' ? (value.unit ?? '') : '');

const NUMBER =
  /(?:(?:environ|pres de|autour de|au moins|entre|a peu pres|une petite|une bonne|dans les|env\.?) )?(?:\d{1,3}(?:[ .]\d{3}){1,6}|\d{1,12}(?:[.,]\d{1,12})?|une? [a-z]{0,30}aine|une? demi-douzaine|une? [a-z]{1,30}|[a-z]{1,30})(?: ?(?:a|ou|et|-|voire) ?(?:\d{1,12}|[a-z]{1,30}))?/y;

/** Where the figure ends and its noun begins, inside a quantity as read. */
function numberEnd(folded: string, start: number, end: number): number {
  const words = folded.slice(start, end);
  const noun =
    / (?:de |d')?(?=[a-z])(?!(?:a|ou|et|voire|mille|cents?|million|dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|petite|bonne|peu|pres|de|les|moins|demi-douzaine|paire|vingt|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b)/g;
  NUMBER.lastIndex = 0;
  for (const match of allMatches(noun, words)) {
    const head = words.slice(0, match.index);
    if (
      /\d|aine|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille/.test(
        head,
      )
    )
      return start + match.index;
  }
  const glued = /^(\d+)(?=[a-z])/.exec(words);
  return glued === null ? end : start + glued[0].length;
}
