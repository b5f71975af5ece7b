import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import type { FactName, FactValue } from '../facts.ts';
import type { SaidSum } from './said-sums.ts';
import { valueIn } from './sum-value.ts';

/** What is late of a contract, and what its clause says of a day. */

/** Late in whole: V is then the whole contract. */
const WHOLE_LATE =
  /\b(?:(?:base|assiette) ?(?:=|:|est|c'est|donc)? ?(?:le |sur )?tout|rien d'utilisable|sur l'ensemble|livraison de l'ensemble|tout est arrive|entierement en retard|(?:complet|entier)(?:e|ement)? en retard|(?:machine|commande|livraison|fourniture|prestation) (?:complete|entiere)|d'un (?:seul )?(?:coup|bloc)|en (?:une fois|bloc|entier|totalite)|integralement|tout le marche|totalite|tout (?:etait|est) en retard|toute la (?:commande|livraison)|ensemble du marche|marche entier)\b/;
const ORDER = /\bbons?(?: de commande)?\b|\bcommande\b/g;
/** Words by which only some of it may be late: V is asked for then. */
const PART_LATE =
  /\b(?:seule?s?|partie|moitie|reste\w*|manqu\w*|deux fois|lots?|certain\w*|dont|module|dernier\w*|premier\w*|element|tranche|bons?|commande|fois|quelques|sauf|chaque|notes?|livrable|rapport|phase|\d+ (?:sur|des|de))\b/;

/** «livraison de 12 000 HT de rayonnages en retard»: the sum is that of what is late. */
const LATE_ITSELF =
  /\b(?:livraison|envoi|arrivage|lot|partie|module|tranche) (?:de |d'|a )\d[\d ., ]{0,12}(?:k|€|e\b|euros?)? ?(?:ht|ttc)?\b[^.;:?!\d]{0,40}\b(?:en retard|arrivee? avec)\b/;

const OF_PHASE = /\btranche (?:\w+ )?(?:de|a) \d/;

interface Late {
  readonly text: string;
  readonly values: readonly SaidValue[];
  readonly rate: number | undefined;
}

/** The contract and what of it is late, from the sums that no other words claim. */
export function penaltyFacts(
  facts: ReadonlyMap<FactName, FactValue>,
  left: readonly SaidSum[],
  { text, values, rate }: Late,
): Map<FactName, FactValue> {
  const some = someLate(text, left, rate);
  if (some !== undefined) return new Map([...facts, ...some]);
  const whole = withParts(facts, left, rate);
  const all = new Map([...whole, ...lateFacts({ text, values }, whole)]);
  const late = all.get('valeur_en_retard_ht');
  // In works a part that is late counts for nothing, unless it is a phase of the contract.
  if (typeof late === 'number' && OF_PHASE.test(fold(text))) all.set('montant_tranche_en_retard_ht', late);
  return all;
}

/** Of two sums that nothing claims, the larger is the contract and the smaller what is late. */
function withParts(
  facts: ReadonlyMap<FactName, FactValue>,
  left: readonly SaidSum[],
  rate: number | undefined,
): ReadonlyMap<FactName, FactValue> {
  const [less, more] = left.toSorted((one, other) => one.high - other.high);
  if (left.length !== 2 || less === undefined || more === undefined) return facts;
  const parts = [
    ['montant_marche_ht', valueIn(more, 'penalty', rate)],
    ['valeur_en_retard_ht', valueIn(less, 'penalty', rate)],
  ] as const;
  return new Map([...parts, ...facts]);
}

/** «40 lits à 1 900 € pièce, 8 sont arrivés 23 jours après»: so many of what has a price. */
const SOME_LATE =
  /\b(\d{1,4}) (?:\w{3,20} )?(?:sont |ont ete |etaient |manquaient |manquent )?(?:arrive|livre|recu|manqu|en retard|hors delai)/g;

function someLate(
  text: string,
  left: readonly SaidSum[],
  rate: number | undefined,
): readonly (readonly [FactName, FactValue])[] | undefined {
  const [sum, another] = left.filter(({ times }) => times !== undefined);
  const all = sum?.times ?? 0;
  const counts = [...fold(text).matchAll(SOME_LATE)].map(([, count]) => Number(count)).filter((count) => count < all);
  const [late] = counts;
  if (sum === undefined || another !== undefined || late === undefined || counts.length > 1) return undefined;
  const { times: _times, ...one } = sum;
  const each = valueIn(one, 'penalty', rate);
  return [
    ['montant_marche_ht', each * all],
    ['valeur_en_retard_ht', each * late],
  ];
}

/** «150 euros par jour de retard», «1/1000 par jour», «1 ‰ par jour calendaire»: what the contract itself sets. */
function clauseOf(text: string, values: readonly SaidValue[]): string | undefined {
  for (const value of values) {
    if (value.kind !== 'amount' && value.kind !== 'percentage' && value.kind !== 'quantity') continue;
    const daily =
      value.per === 'jour' ||
      /^ ?(?:e|eme|ieme)? ?(?:par|\/) ?jour\b/.test(fold(text.slice(value.span[1], value.span[1] + 16)));
    if (!daily || value.low !== value.high || (value.kind === 'quantity' && value.unit !== undefined)) continue;
    return `${value.high} ${value.kind === 'percentage' ? '%' : '€'} par jour`;
  }
  return undefined;
}

/** What is late: the whole where words say so, or where none says that it is a part; then only supposed. */
function lateFacts(
  { text, values }: Pick<Late, 'text' | 'values'>,
  facts: ReadonlyMap<FactName, FactValue>,
): Map<FactName, FactValue> {
  const flat = fold(text);
  const clause = clauseOf(text, values);
  // A share a day is of what is late or of the whole, which the contract says: what was told of it is kept.
  if (clause !== undefined) return new Map<FactName, FactValue>([['clause_penalite', clause]]);
  const market = facts.get('montant_marche_ht');
  const late = facts.get('valeur_en_retard_ht');
  const order = facts.get('bon_ht');
  // An order whose sum is told is the contract here, and no part of one by its name.
  const around = typeof order === 'number' ? flat.replace(ORDER, ' ') : flat;
  const isWhole = WHOLE_LATE.test(flat) || !PART_LATE.test(around);
  if (typeof market === 'number' && late === undefined && (isWhole || LATE_ITSELF.test(flat)))
    return new Map([['valeur_en_retard_ht', market]]);
  if (typeof order === 'number' && market === undefined && late === undefined && isWhole)
    return new Map([['valeur_en_retard_ht', order]]);
  // In works the base is the whole, the tranche or the order: what was said to be late is it.
  if (typeof late === 'number' && market === undefined && isWhole && facts.get('ccag') !== 'MOE')
    return new Map([['montant_marche_ht', late]]);
  return new Map();
}

/** Whether it is only supposed that all of it is late. */
export function isLateSupposed(text: string): boolean {
  return !WHOLE_LATE.test(fold(text));
}
