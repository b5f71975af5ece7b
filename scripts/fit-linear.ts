import { BIAS, type LinearModel, likelihoods } from '../src/learned/linear-model.ts';
import { type Random, shuffled } from './random.ts';

export interface Example {
  readonly features: readonly string[];
  readonly label: string;
  /** How much it counts beside one of weight 1. */
  readonly weight: number;
}

export interface FitSettings {
  readonly epochs: number;
  readonly rate: number;
  /** Each step pulls a weight that much towards nothing. */
  readonly pull: number;
  /** Seen fewer times than that, a feature is not learnt. */
  readonly seldom: number;
}

/** What is learnt: a row a feature, a column a label. */
export type Rows = ReadonlyMap<string, Float64Array>;

/**
 * The same with fewer weights: what a feature says alike of every label changes nothing to their shares, and what is slight is
 * left out.
 */
export function slimmed(rows: Rows, slight: number): Rows {
  return new Map(
    [...rows].map(([feature, row]) => {
      const middle = [...row].sort((a, b) => a - b)[Math.floor(row.length / 2)] ?? 0;
      return [feature, row.map((weight) => (Math.abs(weight - middle) < slight ? 0 : weight - middle))] as const;
    }),
  );
}

/** A softmax over sparse features, by gradient steps that shrink where much was learnt (Adagrad). */
export function fitLinear(
  examples: readonly Example[],
  labels: readonly string[],
  { epochs, rate, pull, seldom }: FitSettings,
  random: Random,
): Rows {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const blank = () => new Float64Array(labels.length);
  const rows = new Map([
    [BIAS, blank()],
    ...[...seen].filter(([, count]) => count >= seldom).map(([feature]) => [feature, blank()] as const),
  ]);
  const learnt = new Map([...rows.keys()].map((feature) => [feature, new Float64Array(labels.length).fill(1e-6)]));
  const model: LinearModel = { labels, weightsOf: (feature) => rows.get(feature) };
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const example of shuffled(examples, random)) step(model, learnt, example, rate, pull);
  return rows;
}

function step(
  model: LinearModel,
  learnt: ReadonlyMap<string, Float64Array>,
  { features, label, weight }: Example,
  rate: number,
  pull: number,
): void {
  const shares = likelihoods(model, features);
  const scale = 1 / Math.sqrt(Math.max(1, features.length));
  const wanted = model.labels.indexOf(label);
  for (const feature of [BIAS, ...features]) {
    const row = model.weightsOf(feature);
    const sums = learnt.get(feature);
    if (row === undefined || sums === undefined) continue;
    const size = feature === BIAS ? 1 : scale;
    for (let at = 0; at < row.length; at++) {
      const slope = weight * size * ((shares[at] ?? 0) - (at === wanted ? 1 : 0)) + pull * (row[at] ?? 0);
      sums[at] = (sums[at] ?? 0) + slope * slope;
      row[at] = (row[at] ?? 0) - (rate * slope) / Math.sqrt(sums[at] ?? 1);
    }
  }
}
