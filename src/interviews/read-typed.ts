import type { IsoDate } from '../days/iso-date.ts';
import { readValues } from '../french/values/read-values.ts';
import { fold } from '../french/words.ts';
import type { FactName, FactValue, Situation } from '../rules/facts.ts';
import type { GoalName } from '../rules/goals.ts';
import { readSentence } from '../rules/text/read-text.ts';
import type { Reading } from '../rules/text/reading.ts';
import { monthOf } from '../rules/text/said-dates.ts';
import { readSums } from '../rules/text/said-sums.ts';
import type { WorkedOut } from './port/worked-out.ts';
import { type Known, WHO_AND_WHAT } from './state.ts';

/** Whatever a sum of the need is told by; a new one takes the place of them all. */
const NEED_FACTS: ReadonlySet<FactName> = new Set([
  'montant_ht',
  'montants',
  'montant_ttc',
  'montants_ttc',
  'prix_unitaire_ht',
  'quantite',
  'montant_mensuel_ht',
  'montant_annuel_ht',
  'duree_mois',
  'annees',
  'reconductions',
  'lots_ht',
  'lots_travaux_ht',
  'travaux_ht',
  'option_ht',
  'taux_tva',
  'homogene',
]);
const DAY_FACTS: readonly FactName[] = ['signature_visee', 'notification_visee', 'demarrage_vise'];

/** What a sentence says of a purchase. */
export interface Typed {
  readonly facts: Situation;
  /** A sum is called neither HT nor TTC. */
  readonly taxUnsaid: boolean;
}

export type ReadTyped = (text: string, today: IsoDate) => Typed;

/** Reads a sentence about a purchase: who, what, how much, for when. What may be understood in two ways is left to be asked. */
export function createReadTyped(reading: Reading): ReadTyped {
  return (text, today) => {
    const said = readSentence({ text, at: today, goal: 'procedure' }, reading);
    const values = readValues(text);
    const sums = readSums(text, values);
    const taxUnsaid = said?.taxUnsaid === true;
    const ranged = sums.some(({ low, high }) => low < high);
    // One reading more than tax and range explain: a sum that may be one period's, or that of all of them.
    const isUnclear = (said?.otherwise.length ?? 0) > (taxUnsaid || ranged ? 1 : 0);
    const all = [...(said?.facts ?? [])];
    const facts = all.filter(([fact]) => WHO_AND_WHAT.includes(fact) || (!isUnclear && NEED_FACTS.has(fact)));
    return {
      facts: new Map([...facts, ...daysIn(text, today, reading)]),
      taxUnsaid: taxUnsaid && !isUnclear && facts.some(([fact]) => isSum(fact)),
    };
  };
}

/** For when it is wanted: a day, or a month. */
function daysIn(text: string, today: IsoDate, reading: Reading): readonly (readonly [FactName, FactValue])[] {
  const facts =
    readSentence({ text, at: today, goal: 'backplanning' }, reading)?.facts ?? new Map<FactName, FactValue>();
  const day = DAY_FACTS.find((fact) => facts.has(fact));
  if (day !== undefined) return [[day, facts.get(day) ?? null]];
  const months = readValues(text).flatMap((value) => monthOf(value, today) ?? []);
  const [only] = months;
  return months.length === 1 && only !== undefined ? [['demarrage_vise', only]] : [];
}

/** A fact that gives a sum of the need. */
export function isSum(fact: FactName): boolean {
  return NEED_FACTS.has(fact) && /_ht$|_ttc$|^montants$/.test(fact);
}

/** What was known, but for what is told again: a new sum takes the place of the former, however that was told. */
export function retold(facts: Situation, told: Situation): Situation {
  const names = [...told.keys()];
  const sumAgain = names.some(isSum);
  const dayAgain = names.some((fact) => DAY_FACTS.includes(fact));
  const kept = [...facts].filter(
    ([fact]) => !(sumAgain && NEED_FACTS.has(fact)) && !(dayAgain && DAY_FACTS.includes(fact)),
  );
  return new Map([...kept, ...told]);
}

/** The same sums, were they told with a tax of so many per cent. */
export function withoutTax(facts: Situation, rate: number): Situation {
  const net = (value: number) => Math.round((value / (1 + rate / 100)) * 100) / 100;
  return new Map(
    [...facts].map(([fact, value]): readonly [FactName, FactValue] => {
      if (!isSum(fact)) return [fact, value];
      return [fact, Array.isArray(value) ? value.map(net) : typeof value === 'number' ? net(value) : value];
    }),
  );
}

/** What the rules are given once the sum is known: that sum alone, however it was told. */
export function settled({ facts }: Pick<Known, 'facts'>, total: number | undefined): Situation {
  return total === undefined
    ? facts
    : new Map<FactName, FactValue>([...[...facts].filter(([fact]) => !isSum(fact)), ['montant_ht', total]]);
}

const ABOUT_PURCHASES: ReadonlySet<GoalName> = new Set(['procedure', 'publicity', 'obligations', 'need_total']);
const BUYS = /\b(?:achet(?:er|e|ons|ent|ez)|achats?|besoin|command(?:er|e|ons)|acquerir|acquisition)\b/;

/** A case of a purchase to come, with its sum. */
export function isPurchaseCase({ goal, facts }: WorkedOut): boolean {
  return ABOUT_PURCHASES.has(goal) && facts.some(([fact]) => isSum(fact));
}

/** Of a case, what tells of the purchase: who, what, how much, for when. */
export function ofPurchase(facts: WorkedOut['facts']): Situation {
  const tells = (fact: FactName) => WHO_AND_WHAT.includes(fact) || NEED_FACTS.has(fact) || DAY_FACTS.includes(fact);
  return new Map(facts.filter(([fact]) => tells(fact)));
}

/** Whether a sentence tells of a purchase to come, with a sum: asked by its goal, or said to be bought. */
export function createIsPurchase(reading: Reading) {
  const readTyped = createReadTyped(reading);
  return (text: string, today: IsoDate): boolean => {
    // Most questions name no number at all: nothing more is read of them.
    if (!readValues(text).some(({ kind }) => kind === 'amount' || kind === 'quantity')) return false;
    if (![...readTyped(text, today).facts.keys()].some(isSum)) return false;
    const asked = readSentence({ text, at: today }, reading)?.goal;
    return asked === undefined ? BUYS.test(fold(text)) : ABOUT_PURCHASES.has(asked);
  };
}
