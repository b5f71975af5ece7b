import { z } from 'zod';
import { FEATURES, type Feature, placeOf, type Row } from './features.ts';
import fitted from './fitted.json' with { type: 'json' };

const weightsSchema = z.strictObject({ bias: z.number(), of: z.partialRecord(z.enum(FEATURES), z.number()) });
const numbers = z.array(z.number());
/** One hidden layer: `straight · x + Σ out · tanh(bias + weights · x)`, x the features of a row. */
const netSchema = z.strictObject({
  of: z.array(z.enum(FEATURES)),
  straight: numbers,
  hidden: z.array(z.strictObject({ out: z.number(), bias: z.number(), weights: numbers })),
});
const modelSchema = z.strictObject({
  /** Whether the fiche is the one: each feature the highest among its questions. */
  fiche: weightsSchema,
  /** Which question of the fiche: compared within it alone. */
  question: weightsSchema,
  /** Which question of all the fiches found, also by what sets it apart from the others of its fiche. */
  among: netSchema,
  /** Whether a yes or a no of the question answers what was asked. */
  verdict: weightsSchema,
  /** What a product of the first two was worth on held-back folds: [product, share right], rising; straight between. */
  calibration: z.array(z.tuple([z.number(), z.number()])).min(2),
});

export type Weights = z.infer<typeof weightsSchema>;
export type Net = z.infer<typeof netSchema>;
export type PairModel = z.infer<typeof modelSchema>;

/** Written by `npm run evaluate -- --fit-pairs`, never by hand. */
export const fittedPairs: PairModel = modelSchema.parse(fitted);

export function weigh(weights: Weights, row: Row): number {
  return weights.bias + scalar(flat(weights), row);
}

const flattened = new WeakMap<Weights, Float64Array>();

/** The weights in the order of a row. */
function flat(weights: Weights): Float64Array {
  const known = flattened.get(weights) ?? Float64Array.from(FEATURES, (name) => weights.of[name] ?? 0);
  flattened.set(weights, known);
  return known;
}

/** One value a row: how much each speaks for its question. */
export function speak(net: Net, row: Row): number {
  const values = inputOf(net.of, row);
  let sum = scalar(net.straight, values);
  for (const { out, bias, weights } of net.hidden) sum += out * Math.tanh(bias + scalar(weights, values));
  return sum;
}

/** What such a net looks at. */
export function inputOf(of: readonly Feature[], row: Row): Float64Array {
  const values = new Float64Array(of.length);
  for (let at = 0; at < values.length; at++) values[at] = row[placeOf(of[at] ?? 'score')] ?? 0;
  return values;
}

function scalar(weights: ArrayLike<number>, values: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < values.length; place++) sum += (weights[place] ?? 0) * (values[place] ?? 0);
  return sum;
}

export function chance(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** The row of a fiche: each feature at its highest among the rows of its questions. */
export function highest(rows: readonly Row[]): Row {
  const top = new Float32Array(FEATURES.length);
  for (let place = 0; place < top.length; place++) {
    let best = Number.NEGATIVE_INFINITY;
    for (const row of rows) best = Math.max(best, row[place] ?? 0);
    top[place] = best;
  }
  return top;
}

/** Shares that add up to one. */
export function sharesOf(values: readonly number[]): readonly number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

export function calibrated(calibration: PairModel['calibration'], product: number): number {
  const above = calibration.findIndex(([from]) => from >= product);
  if (above === 0) return calibration[0]?.[1] ?? 0;
  const [from, low] = calibration[above < 0 ? calibration.length - 1 : above - 1] ?? [0, 0];
  const [to, high] = calibration[above < 0 ? calibration.length - 1 : above] ?? [1, 1];
  return to === from ? high : low + ((high - low) * (product - from)) / (to - from);
}
