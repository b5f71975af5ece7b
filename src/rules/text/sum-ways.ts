import { sentencesOf } from '../../french/sentences.ts';
import { fold } from '../../french/words.ts';
import type { FactName, FactValue } from '../facts.ts';
import type { GoalName } from '../goals.ts';
import type { Role } from '../roles/role-names.ts';
import type { Claimed } from '../words.ts';
import { ofAll } from './count-or-total.ts';
import { isLateSupposed } from './late-facts.ts';
import { NEED_GOALS } from './money-facts.ts';
import type { SaidPeriods } from './need-facts.ts';
import type { SaidSum } from './said-sums.ts';

type Condition = 'net' | 'gross' | 'late' | 'offset';

/** A value that may be one thing or another, the likelier first. */
export interface Doubt {
  /** The words of each value doubted so. */
  readonly words: readonly string[];
  readonly role: Role;
  readonly other: Role;
  /** Only where the first leaves a question open is it the other. */
  readonly slight: boolean;
}

/** The facts again, were a sum understood otherwise. */
export interface Otherwise {
  /**
   * `each`: the price of one, or of all that is counted. `sum`: called neither HT nor TTC, or the foot of a range; `whole`: one part or period of what is bought, worth more in all:
   * which it is is asked where it decides. `net`, `gross`, `late`, `offset`: taken as HT, as TTC, as late in whole, as less what is taken away, a condition of the result.
   */
  readonly why: 'each' | 'sum' | 'whole' | Condition;
  /** What is asked of it, by its words. */
  readonly doubt?: Doubt;
  readonly facts: ReadonlyMap<FactName, FactValue>;
}

/** Goals where HT or TTC changes nothing but the name of the sum, or where the sum itself is the answer. */
export const TAX_ASIDE: ReadonlySet<GoalName> = new Set(['need_total', 'tender_deadline', 'backplanning']);
const USUAL_VAT = 1.2;

/** Counted tax included; the rest is counted without. */
const GROSS: ReadonlySet<GoalName> = new Set(['late_interest', 'retention']);
export const isGross = (goal: GoalName): boolean => GROSS.has(goal);

/** A sum called neither HT nor TTC, where it is not asked which. */
export function taxWays(goal: GoalName, sums: readonly SaidSum[]) {
  if ((NEED_GOALS.has(goal) && goal !== 'need_total') || sums.every(({ tax }) => tax !== undefined)) return [];
  const factor = GROSS.has(goal) ? USUAL_VAT : 1 / USUAL_VAT;
  const read = (sum: SaidSum) => (sum.tax === undefined ? { ...sum, high: sum.high * factor } : sum);
  return [{ why: GROSS.has(goal) ? 'gross' : 'net', read } as const];
}

/** All of it was taken to be late; half might be. */
export function lateWays(text: string, facts: ReadonlyMap<FactName, FactValue>): readonly Otherwise[] {
  const late = facts.get('valeur_en_retard_ht');
  if (typeof late !== 'number' || late !== facts.get('montant_marche_ht') || !isLateSupposed(text)) return [];
  return [{ why: 'late', facts: new Map([...facts, ['valeur_en_retard_ht', late / 2]]) }];
}

/** What is taken away makes no room for what is added, were they not counted against each other. */
export function offsetWays(facts: ReadonlyMap<FactName, FactValue>): readonly Otherwise[] {
  const changes = facts.get('modifications_ht');
  if (!Array.isArray(changes) || !changes.some((sum) => sum < 0)) return [];
  return [{ why: 'offset', facts: new Map([...facts, ['modifications_ht', changes.filter((sum) => sum > 0)]]) }];
}

/** Beside a maximum, what says of which time it is. */
const PERIOD = /\b(?:ans?|annees?|annuel\w*|mois|duree|periodes?|totale?|en tout|global\w*|ensemble)\b/;

/** What is bought comes again and again. */
const RHYTHM = /(?:\bpar |\/ ?|\bchaque )(?:jour|semaine|mois|trimestre)\b/;

function sentenceAt(text: string, { span: [start] }: SaidSum): string {
  const around = sentencesOf(text).find(([from, to]) => from <= start && start < to);
  return around === undefined ? text : text.slice(...around);
}

const WHOLE = /\b(?:en tout|au total|total|compris(?:es)?|inclus(?:es)?|sur \d+ ans|pour \d+ ans)\b/;
/** «un seul voyage cette année», «rien d'autre de prévu»: nothing is to be counted with it. */
const ALONE =
  /\b(?:un seul|une seule|rien d'autre|pas d'autres?|aucun(?:e)? autre|rien de plus|c'est tout)\b(?! (?:lot|tranche|phase|devis|candidat|offre|reponse|entreprise|commande))/;
/** Above every threshold: what a part may come to with the rest. */
const WORTH_MORE = 90_000_000;

/** How else the sums of a need may be understood, where words do not settle it. */
export function needWays(
  goal: GoalName,
  text: string,
  sums: readonly SaidSum[],
  given: readonly (Claimed | undefined)[],
  { renewals, months, uncounted }: SaidPeriods,
  hasRest: boolean,
): readonly (Omit<Otherwise, 'facts'> & { readonly read: (sum: SaidSum) => SaidSum })[] {
  if (!NEED_GOALS.has(goal)) return [];
  const unclear = !TAX_ASIDE.has(goal) && sums.some(({ tax }) => tax === undefined);
  const ranged = sums.some(({ low, high }) => low < high);
  const once =
    renewals !== undefined &&
    sums.length === 1 &&
    sums[0]?.per === undefined &&
    given[0] === undefined &&
    !WHOLE.test(fold(text));
  // «Accord-cadre de quatre ans, maximum 60 000»: a year's, or of all four.
  const years = Math.round((months ?? 0) / 12);
  const isYearly = (sum: SaidSum, index: number) =>
    given[index] === 'maximum_ht' && sum.per === undefined && years > 1 && !PERIOD.test(fold(sentenceAt(text, sum)));
  // «55 repas par jour à 4,10 €, 140 jours, pour trois ans»: counted over one year of them, or over all.
  const isCounted = ({ times = 1, per }: SaidSum) =>
    times > 1 &&
    (per === undefined || per === 'unite') &&
    years > 1 &&
    RHYTHM.test(fold(text)) &&
    !WHOLE.test(fold(text));
  const yearly = sums.filter((sum, index) => isYearly(sum, index) || isCounted(sum));
  // «19 000 par an, reconductible»: counted renewed once, where it may be three times.
  const often = uncounted === true && sums.length === 1 && sums[0]?.per !== undefined;
  const told = given.filter((fact) => fact === undefined || fact === 'partie').length;
  const parts = told > 0 && !ALONE.test(fold(text)) && (hasRest || (given.includes('partie') && told === 1));
  return [
    // Whoever asks what it comes to has it multiplied.
    ...(goal === 'need_total' ? [] : countedWays(text, sums)),
    ...(unclear || ranged
      ? [{ why: 'sum', read: (sum: SaidSum) => lowest(sum, unclear ? USUAL_VAT : 1) } as const]
      : []),
    ...(once ? [{ why: 'whole', read: (sum: SaidSum) => ({ ...sum, high: sum.high * (1 + renewals) }) } as const] : []),
    ...(often ? [{ why: 'whole', read: (sum: SaidSum) => ({ ...sum, high: sum.high * 2 }) } as const] : []),
    ...(yearly.length > 0
      ? [
          {
            why: 'whole',
            read: (sum: SaidSum) =>
              yearly.some(({ span }) => span[0] === sum.span[0]) ? { ...sum, high: sum.high * years } : sum,
          } as const,
        ]
      : []),
    ...(parts ? [{ why: 'whole', read: (sum: SaidSum) => ({ ...sum, high: WORTH_MORE }) } as const] : []),
  ];
}

/** «3 machines à 25 000»: of each, or of all three. */
function countedWays(text: string, sums: readonly SaidSum[]) {
  const counted = sums.filter((sum) => sum.counted !== undefined);
  if (counted.length === 0) return [];
  const words = counted.map(({ span }) => text.slice(...span).trim());
  const doubt: Doubt = { words, role: 'unitaire', other: 'tout', slight: false };
  return [{ why: 'each', doubt, read: (sum: SaidSum) => (sum.counted === undefined ? sum : ofAll(sum)) } as const];
}

function lowest(sum: SaidSum, factor: number): SaidSum {
  return { ...sum, high: sum.tax === undefined ? Math.round((sum.low / factor) * 100) / 100 : sum.low };
}
