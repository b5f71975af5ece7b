import type { SaidValue } from '../french/values/value.ts';
import type { GoalName } from './goals.ts';
import { demandFeatures } from './text/demand-features.ts';
import { type Demand, type DemandModel, readDemand } from './text/demand-model.ts';
import type { SaidWords } from './words.ts';

/** How sure it is that a sentence asks for what can be worked out: enough to conclude where all is said, or to ask too. */
export type Sureness = 'none' | 'slight' | 'sure';

/** Least likelihoods that anything is asked to be worked out, by what the sentence gives: a sum, another value, none. */
const SLIGHT = { sum: 0.2, value: 0.3, bare: 0.5 } as const;
const SURE = { sum: 0.35, value: 0.5, bare: 0.7 } as const;

export interface Recognised {
  readonly goal: GoalName;
  readonly sureness: Sureness;
  readonly shares: Demand['shares'];
}

/** What the weights read in a sentence; it costs little, so that what asks for nothing costs no more. */
export function recognise(text: string, values: readonly SaidValue[], model: DemandModel): Recognised | undefined {
  const demand = readDemand(model, demandFeatures(text, values));
  return demand.goal === undefined
    ? undefined
    : { goal: demand.goal, sureness: surenessOf(demand, values), shares: demand.shares };
}

function surenessOf({ any }: Demand, values: readonly SaidValue[]): Sureness {
  const given = values.some(isSum) ? 'sum' : values.some(decides) ? 'value' : 'bare';
  return any >= SURE[given] ? 'sure' : any >= SLIGHT[given] ? 'slight' : 'none';
}

const isSum = (value: SaidValue): boolean =>
  value.kind === 'amount' || (value.kind === 'quantity' && value.unit === undefined && value.high >= 1_000);
const decides = ({ kind }: SaidValue): boolean => kind === 'date' || kind === 'duration' || kind === 'percentage';

/** How much more likely the goal is whose words are said. */
const SAID = 5;

/** The goal that is worked out: the likeliest, the words of the house being heard. */
export function settleGoal(learnt: Recognised | undefined, { goal: said }: SaidWords): GoalName | undefined {
  if (learnt === undefined || learnt.sureness === 'none') return said;
  if (said === undefined) return learnt.goal;
  const [of, likeliest] = [learnt.shares.get(said) ?? 0, learnt.shares.get(learnt.goal) ?? 0];
  return of * SAID >= likeliest ? said : learnt.goal;
}
