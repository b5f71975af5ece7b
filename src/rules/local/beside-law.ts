import type { FactName, FactValue, Situation } from '../facts.ts';
import type { Competition, Delay, Level, LocalRules } from './local-rules.ts';

/** A purchase as far as a body's own rules look at it. */
export interface Bought {
  /** Euros, tax excluded, the whole need. */
  readonly amount: number;
  /** Undefined while it is not known: a level for some natures is then told with them. */
  readonly nature: string | undefined;
}

/** How a local level stands to the law: above it, the same, below it in some of the cases that may be, below it in all. */
type Standing = 'stricter' | 'same' | 'laxer_in_some' | 'laxer';

/** The levels that a purchase reaches, the most demanding of each list. */
export interface Reached {
  readonly competition: { readonly level: Competition; readonly standing: Standing } | undefined;
  readonly signature: LocalRules['signature'][number] | undefined;
  readonly conduct: LocalRules['conduct'][number] | undefined;
}

/** @param procedures by the words of the rules, one for each case that may be; none while nothing was concluded */
export function reachLevels(rules: LocalRules, bought: Bought, procedures: readonly string[]): Reached {
  const reached = <T extends Level>(levels: readonly T[]) => levels.filter((level) => reaches(level, bought));
  const [level] = reached(rules.competition).toSorted((a, b) => rankOf(b) - rankOf(a) || a.a_partir_de - b.a_partir_de);
  const highest = <T extends Level>(levels: readonly T[]) =>
    reached(levels).toSorted((a, b) => b.a_partir_de - a.a_partir_de)[0];
  return {
    competition: level && { level, standing: standingOf(rankOf(level), procedures.map(rankOfLaw)) },
    signature: highest(rules.signature),
    conduct: highest(rules.conduct),
  };
}

function reaches({ a_partir_de, natures }: Level, { amount, nature }: Bought): boolean {
  return (
    amount >= a_partir_de && (natures === undefined || nature === undefined || natures.some((one) => one === nature))
  );
}

/** Any number of quotes asks for less than a procedure with publicity: there are twenty at most. */
const RANKS = { achat_direct: 0, adaptee: 100, formalisee: 200 } as const;

function rankOf({ devis, procedure }: Competition): number {
  return procedure === undefined ? (devis ?? 0) : RANKS[procedure];
}

/** What is not a direct purchase for sure, such as a rise that is announced and not confirmed, is taken for competed. */
function rankOfLaw(procedure: string): number {
  if (procedure === 'dispense_seuil') return RANKS.achat_direct;
  return procedure === 'formalisee' ? RANKS.formalisee : RANKS.adaptee;
}

function standingOf(own: number, laws: readonly number[]): Standing {
  const most = Math.max(0, ...laws);
  if (own > most) return 'stricter';
  if (own === most) return 'same';
  return laws.every((law) => own < law) ? 'laxer' : 'laxer_in_some';
}

const FACT_OF: Readonly<Record<Delay['etape'], FactName>> = {
  analyse: 'analyse_jours',
  commission: 'cao_jours',
  selection: 'selection_candidatures_jours',
  signature_a_notification: 'signature_a_notification_jours',
};
/** One length for both, or one each: what a person gives stands for both. */
const OF_ANALYSIS: readonly FactName[] = ['analyse_et_commission_jours', 'analyse_jours', 'cao_jours'];

/** A delay that the purchase reaches; not counted where the person gave a length of their own for it. */
export interface ReachedDelay {
  readonly delay: Delay;
  readonly counted: boolean;
}

/** The longest of each step. @param bought undefined while its sum is not known: only what holds for any is reached */
export function reachDelays(rules: LocalRules, given: Situation, bought: Bought | undefined): readonly ReachedDelay[] {
  const longest = new Map<Delay['etape'], Delay>();
  for (const delay of rules.delays) {
    if (!reaches(delay, bought ?? { amount: 0, nature: undefined })) continue;
    if (bought?.nature === undefined && delay.natures !== undefined) continue;
    if (delay.jours > (longest.get(delay.etape)?.jours ?? 0)) longest.set(delay.etape, delay);
  }
  return [...longest.values()].map((delay) => {
    const fact = FACT_OF[delay.etape];
    const own = OF_ANALYSIS.includes(fact) ? OF_ANALYSIS : [fact];
    return { delay, counted: !own.some((one) => given.has(one)) };
  });
}

/** The facts of a purchase with the body's own lengths in the place of those that nobody gave. */
export function withDelays(given: Situation, delays: readonly ReachedDelay[]): Situation {
  const counted = delays.filter((one) => one.counted);
  return new Map<FactName, FactValue>([
    ...given,
    ...counted.map(({ delay }) => [FACT_OF[delay.etape], delay.jours] as const),
  ]);
}

/** Whether the time between the offers and the decision is known without asking. */
export function setsAnalysis(delays: readonly ReachedDelay[]): boolean {
  return delays.some(({ delay }) => OF_ANALYSIS.includes(FACT_OF[delay.etape]));
}
