import { sentencesOf } from '../french/sentences.ts';
import type { Span } from '../french/span.ts';
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
const POSSIBLE = { sum: 0.1, value: 0.1, bare: 0.2 } as const;
const SLIGHT = { sum: 0.2, value: 0.2, bare: 0.45 } as const;
const SURE = { sum: 0.35, value: 0.35, bare: 0.6 } as const;

export interface Recognised {
  readonly goal: GoalName;
  readonly sureness: Sureness;
  /** Of the text as one, whatever one of its sentences asks. */
  readonly inAll: Sureness;
  readonly shares: Demand['shares'];
}

/**
 * What the weights read in a text: the goal in all of it, that anything is asked in the sentence that asks most, as a story has
 * many that ask nothing. It costs little, so that what asks for nothing costs no more.
 */
export function recognise(text: string, values: readonly SaidValue[], model: DemandModel): Recognised | undefined {
  const asks = ([start, end]: Span) =>
    text.slice(start, end).includes('?') || values.some(({ span }) => span[0] >= start && span[1] <= end);
  const spans = sentencesOf(text).filter(asks).slice(0, MOST_SENTENCES);
  const parts =
    spans.length === 0 ? [] : spans.map((span) => readDemand(model, featuresWithin(text, values, span)).any);
  return recogniseFeatures(textFeatures(text, values), model, Math.max(0, ...parts));
}

const MOST_SENTENCES = 12;

function featuresWithin(text: string, values: readonly SaidValue[], [start, end]: Span): readonly string[] {
  const within = values.flatMap((value) => {
    const [from, to] = value.span;
    const span: Span = [from - start, to - start];
    return from >= start && to <= end ? [{ ...value, span }] : [];
  });
  return textFeatures(text.slice(start, end), within);
}

/** The same of a text whose features are read. @param most that anything is asked in one of its sentences */
export function recogniseFeatures(features: readonly string[], model: DemandModel, most = 0): Recognised | undefined {
  const { goal, any, shares } = readDemand(model, features);
  return goal === undefined
    ? undefined
    : { goal, sureness: surenessOf(Math.max(any, most), features), inAll: surenessOf(any, features), shares };
}

function surenessOf(any: Demand['any'], features: readonly string[]): Sureness {
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
  { goal: said, outOf }: SaidWords,
): { readonly goal: GoalName | undefined; readonly sureness: Sureness } {
  const sureness = learnt?.sureness ?? 'none';
  if (
    learnt === undefined ||
    sureness === 'none' ||
    outOf.includes(learnt.goal) ||
    (sureness === 'possible' && said !== learnt.goal)
  )
    return { goal: said, sureness: 'none' };
  if (said === undefined) return { goal: learnt.goal, sureness };
  const [of, likeliest] = [learnt.shares.get(said) ?? 0, learnt.shares.get(learnt.goal) ?? 0];
  return {
    goal: of * SAID >= likeliest ? said : learnt.goal,
    sureness: said === learnt.goal ? surer(learnt) : sureness,
  };
}

function surer({ sureness, inAll }: Recognised): Sureness {
  return sureness === 'possible' && inAll === 'none' ? 'slight' : 'sure';
}
