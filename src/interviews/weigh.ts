import { figureAt } from '../corpus/figures.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { createLatest } from '../latest.ts';
import { combinationsOf, tryFacts } from '../rules/decide.ts';
import type { FactName, FactValue, Situation } from '../rules/facts.ts';
import type { Ask, Done, Goal } from '../rules/goal.ts';
import { GOALS } from '../rules/goals.ts';
import { type Plain, type Rules, startWork } from '../rules/work.ts';
import { withoutTax } from './read-typed.ts';
import { type Known, WHO_AND_WHAT } from './state.ts';

/** What a purchase comes to, as far as it decides what is done: nothing else is asked for. */
export interface Outcome {
  readonly procedure: string;
  readonly publicity: string;
  /** Days that the law gives, each by its name: the same for any day wanted. */
  readonly calendar: Readonly<Record<string, Plain | undefined>>;
  readonly duties: Readonly<Record<string, Plain | undefined>>;
  /** Whether the prefect receives it. */
  readonly control: boolean;
}

export interface Weigh {
  /** The facts not yet known that would change something, the most decisive first. */
  missing(known: Known, today: IsoDate): readonly Ask[];
  /** What each case of the facts that decide comes to; one alone where all is known. */
  outcomes(known: Known, today: IsoDate): readonly Outcome[];
  /** The procedure of every case; undefined where two differ: looked for no further than they do. */
  procedure(known: Known, today: IsoDate): string | undefined;
  /** Tax excluded, all counted, what is announced besides too; undefined while it is not known. */
  total(known: Known, today: IsoDate): number | undefined;
}

/** Told with the sum or apart, it says what the sum is: nothing, or the tax it holds. */
const TAX_ASK: Ask = { fact: 'taux_tva', tries: [0, 20, 10, 5.5] };
/** Any day and any length would do: what is compared is what the law adds to them. */
const PLANNED: readonly (readonly [FactName, FactValue])[] = [
  ['signature_visee', '2030-06-28'],
  ['analyse_et_commission_jours', 30],
];
const CONTEXT: readonly FactName[] = [...WHO_AND_WHAT, 'montant_ht'];
const KEPT = 20_000;

/** Weighs what is known: each outcome is worked out once, since between two thresholds every sum comes to the same. */
export function createWeigh(rules: Rules): Weigh {
  const known = createLatest<Outcome>(KEPT);

  const work = (goal: Goal, situation: Situation, at: IsoDate): Done =>
    goal.compute(startWork(situation, new Set(), at, rules).work);

  const asksOf = ({ facts, taxUnsaid }: Pick<Known, 'facts' | 'taxUnsaid'>, at: IsoDate): readonly Ask[] => {
    const asks = GOALS.procedure.asks(facts, rules.book.objects).map((ask) =>
      // The largest first: they differ the most.
      ask.fact === 'montant_ht' ? { ...ask, tries: [...thresholdsAt(rules, at).toReversed(), 1] } : ask,
    );
    return taxUnsaid && asks.every(({ fact }) => fact !== 'taux_tva' && fact !== 'montant_ht')
      ? [...asks, TAX_ASK]
      : asks;
  };

  const sumOf = (facts: Situation, taxUnsaid: boolean, at: IsoDate): number | undefined => {
    const rate = facts.get('taux_tva');
    const told = taxUnsaid && typeof rate === 'number' ? withoutTax(facts, rate) : facts;
    const { value } = work(GOALS.need_total, told, at);
    return typeof value === 'number' ? value : undefined;
  };

  const outcomeOf = (facts: Situation, amount: number, at: IsoDate): Outcome => {
    const situation = new Map<FactName, FactValue>([
      ...[...facts].filter(([fact]) => CONTEXT.includes(fact)),
      ['montant_ht', bandOf(amount, rules, at)],
    ]);
    const key = JSON.stringify([at, [...situation].sort(([a], [b]) => (a < b ? -1 : 1))]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const outcome = workOut(situation, (goal, given) => work(goal, given, at));
    known.set(key, outcome);
    return outcome;
  };

  const tried = (state: Known, at: IsoDate) => {
    const asks = asksOf(state, at);
    const conclude = (facts: Situation) =>
      outcomeOf(facts, (sumOf(facts, state.taxUnsaid, at) ?? 0) + besides({ ...state, facts }), at);
    return { asks, ...tryFacts(state.facts, asks, conclude, (outcome) => outcome) };
  };

  return {
    missing: (state, at) => {
      const { asks, missing, workOnce } = tried(state, at);
      const first = asks.map(({ tries }) => tries[0] ?? null);
      const reach = (ask: Ask) => {
        const index = asks.indexOf(ask);
        return new Set(ask.tries.map((value) => workOnce(first.with(index, value)).concluded)).size;
      };
      return missing
        .map((ask) => ({ ask, reach: reach(ask) }))
        .sort((a, b) => b.reach - a.reach)
        .map(({ ask }) => ask);
    },
    outcomes: (state, at) => {
      const found = [...casesOf(tried(state, at))];
      return [...new Map(found.map(({ concluded, done }) => [concluded, done])).values()];
    },
    procedure: (state, at) => {
      let only: string | undefined;
      for (const { done } of casesOf(tried(state, at))) {
        only ??= done.procedure;
        if (done.procedure !== only) return undefined;
      }
      return only;
    },
    total: (state, at) => {
      const { facts, taxUnsaid } = state;
      if (asksOf({ facts, taxUnsaid: false }, at).some(({ fact }) => fact !== 'acheteur' && fact !== 'nature'))
        return undefined;
      const own = sumOf(facts, taxUnsaid, at);
      return own === undefined ? undefined : own + besides(state);
    },
  };
}

/** What is announced besides, unless it was said that it is not bought alike. */
export function besides({ facts, announced }: Pick<Known, 'facts' | 'announced'>): number {
  return facts.get('homogene') === false ? 0 : announced.reduce((sum, one) => sum + one, 0);
}

function workOut(situation: Situation, work: (goal: Goal, given: Situation) => Done): Outcome {
  const { value, values } = work(GOALS.procedure, situation);
  const procedure = String(value);
  const duties = work(GOALS.obligations, situation).values ?? {};
  return {
    procedure,
    publicity: String(values?.['publicite'] ?? ''),
    calendar: work(GOALS.backplanning, new Map([...situation, ...PLANNED])).values ?? {},
    duties,
    control: work(GOALS.legal_control, situation).value === 'transmission_obligatoire',
  };
}

/**
 * The least sum that comes to the same: rules compare sums with the dated thresholds and with nothing else. A threshold
 * itself stands alone, as a rule may begin at it or above it.
 */
function bandOf(amount: number, rules: Rules, at: IsoDate): number {
  const below = thresholdsAt(rules, at).findLast((threshold) => threshold <= amount);
  if (below === undefined) return Math.min(amount, 1);
  return below === amount ? amount : below + 1;
}

/** Figures that the sum of a need is compared with, on the way to an outcome. */
const DECIDES =
  /^seuil\.(?:dispense|livres|formalise|controle_legalite|publicite|profil_acheteur|ecrit|donnees_essentielles|services_sociaux)\b/;

/** Every amount in euros from which something changes on that day, the least first; a rise announced and not confirmed too. */
export function thresholdsAt({ figures }: Rules, at: IsoDate): readonly number[] {
  const amounts = [...figures.values()]
    .filter(({ key, unit }) => unit === 'EUR' && DECIDES.test(key))
    .flatMap((figure) => [
      figureAt(figure, at)?.value,
      figure.values.findLast(({ announced, valid_from }) => announced === 'pending' && valid_from <= at)?.value,
    ])
    .filter((value) => value !== undefined);
  return [...new Set(amounts)].sort((a, b) => a - b);
}

/** Each case of what decides; what decides nothing stands at its first value. */
function* casesOf<C>({
  asks,
  missing,
  workOnce,
}: {
  readonly asks: readonly Ask[];
  readonly missing: readonly Ask[];
  readonly workOnce: (values: readonly FactValue[]) => C;
}): Generator<C> {
  const tries = asks.map((ask) => (missing.includes(ask) ? ask.tries : ask.tries.slice(0, 1)));
  for (const values of combinationsOf(tries)) yield workOnce(values);
}
