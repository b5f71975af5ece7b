import type { SaidValue } from '../french/values/value.ts';
import { textFeatures } from '../learned/text-features.ts';
import type { GoalName } from './goals.ts';
import { type Demand, type DemandModel, readDemand } from './text/demand-model.ts';
import type { SaidWords } from './words.ts';

/**
 * How sure it is that a sentence asks for what can be worked out: `sure` enough to ask for what lacks, `slight` enough to
 * conclude where all is said; `possible` only where the words of the house say the same.
 */
export type Sureness = 'none' | 'possible' | 'slight' | 'sure';

/** Least likelihoods that anything is asked to be worked out, by what the sentence gives: a sum, another value, none. */
const POSSIBLE = { sum: 0.05, value: 0.1, bare: 0.25 } as const;
const SLIGHT = { sum: 0.2, value: 0.25, bare: 0.45 } as const;
const SURE = { sum: 0.35, value: 0.4, bare: 0.6 } as const;

export interface Recognised {
  readonly goal: GoalName;
  readonly sureness: Sureness;
  readonly shares: Demand['shares'];
}

/** What the weights read in a sentence; it costs little, so that what asks for nothing costs no more. */
export function recognise(text: string, values: readonly SaidValue[], model: DemandModel): Recognised | undefined {
  return recogniseFeatures(textFeatures(text, values), model);
}

/** The same of a sentence whose features are read. */
export function recogniseFeatures(features: readonly string[], model: DemandModel): Recognised | undefined {
  const demand = readDemand(model, features);
  return demand.goal === undefined
    ? undefined
    : { goal: demand.goal, sureness: surenessOf(demand, features), shares: demand.shares };
}

function surenessOf({ any }: Demand, features: readonly string[]): Sureness {
  const given = features.includes(SUM) ? 'sum' : features.some((feature) => DECIDING.has(feature)) ? 'value' : 'bare';
  if (any >= SURE[given]) return 'sure';
  return any >= SLIGHT[given] ? 'slight' : any >= POSSIBLE[given] ? 'possible' : 'none';
}

const SUM = 'm vsomme';
const DECIDING = new Set(['m vdate', 'm vduree', 'm vjours', 'm vpourcent']);

/** How much more likely the goal is whose words are said. */
const SAID = 5;

/** The goal that is worked out: the likeliest, the words of the house being heard; both together are surer than either. */
export function settleGoal(
  learnt: Recognised | undefined,
  { goal: said }: SaidWords,
): { readonly goal: GoalName | undefined; readonly sureness: Sureness } {
  const sureness = learnt?.sureness ?? 'none';
  if (learnt === undefined || sureness === 'none' || (sureness === 'possible' && said !== learnt.goal))
    return { goal: said, sureness: 'none' };
  if (said === undefined) return { goal: learnt.goal, sureness };
  const [of, likeliest] = [learnt.shares.get(said) ?? 0, learnt.shares.get(learnt.goal) ?? 0];
  return { goal: of * SAID >= likeliest ? said : learnt.goal, sureness: said === learnt.goal ? 'sure' : sureness };
}
