import type { Feature, Row } from '../../src/retrieval/pair/features.ts';
import { inputOf, type Net, sharesOf } from '../../src/retrieval/pair/model.ts';
import { createRandom, type Random, shuffled } from '../random.ts';

/** One question is right among those of the fiches found. */
export interface Contest {
  /** Of each fiche, one row a question. */
  readonly fiches: readonly (readonly Row[])[];
  /** Positions of the right one: its fiche, then its question. */
  readonly right: readonly [fiche: number, question: number];
}

const SEED = 5;
const HIDDEN = 16;
const EPOCHS = 14;
const BATCH = 128;
const RATE = 0.01;
const PULL = 1e-4;

/** Every row of every contest, one after the other. */
interface Prepared {
  readonly size: number;
  readonly inputs: Float64Array;
  readonly contests: readonly { readonly from: number; readonly count: number; readonly right: number }[];
}

/** A net whose shares of the right questions are as high as can be: gradient descent (Adam) on the logarithm of the share. */
export function fitNet(contests: readonly Contest[], of: readonly Feature[]): Net {
  const prepared = prepare(contests, of);
  const scale = bringToScale(prepared);
  const random = createRandom(SEED);
  const weights = startWith(of.length, random);
  const descend = createDescent(weights.length);
  const steps = EPOCHS * Math.ceil(contests.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = shuffled(prepared.contests, random);
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.slice(start, start + BATCH);
      const slope = weights.map((weight) => PULL * weight);
      for (const one of batch) addSlope(slope, prepared, one, weights, 1 / batch.length);
      descend(weights, slope, RATE * (0.02 + 0.5 * (1 + Math.cos((Math.PI * step) / steps))));
      step += 1;
    }
  }
  return netOf(weights, of, scale);
}

function prepare(contests: readonly Contest[], of: readonly Feature[]): Prepared {
  const rows = contests.flatMap(({ fiches }) => fiches.flat());
  const inputs = new Float64Array(rows.length * of.length);
  for (const [place, row] of rows.entries()) inputs.set(inputOf(of, row), place * of.length);
  let next = 0;
  return {
    size: of.length,
    inputs,
    contests: contests.map(({ fiches, right: [fiche, question] }) => {
      const from = next;
      const count = fiches.flat().length;
      next += count;
      return { from, count, right: fiches.slice(0, fiche).flat().length + question };
    }),
  };
}

/** The weights in one list: of each hidden unit its inputs, its bias and its output; then those that go straight. */
function startWith(size: number, random: Random): Float64Array {
  const weights = new Float64Array(HIDDEN * (size + 2) + size);
  for (let unit = 0; unit < HIDDEN; unit++) {
    const at = unit * (size + 2);
    for (let place = 0; place < size; place++) weights[at + place] = ((random() - 0.5) * 2) / Math.sqrt(size);
    weights[at + size + 1] = (random() - 0.5) / 3;
  }
  return weights;
}

function addSlope(
  slope: Float64Array,
  { size, inputs }: Prepared,
  { from, count, right }: Prepared['contests'][number],
  weights: Float64Array,
  share: number,
): void {
  const straight = HIDDEN * (size + 2);
  const units = new Float64Array(count * HIDDEN);
  const spoken = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const input = (from + row) * size;
    let sum = scalar(weights, straight, inputs, input, size);
    for (let unit = 0; unit < HIDDEN; unit++) {
      const at = unit * (size + 2);
      const value = Math.tanh(scalar(weights, at, inputs, input, size) + (weights[at + size] ?? 0));
      units[row * HIDDEN + unit] = value;
      sum += value * (weights[at + size + 1] ?? 0);
    }
    spoken[row] = sum;
  }
  const shares = sharesOf([...spoken]);
  for (let row = 0; row < count; row++) {
    const input = (from + row) * size;
    const error = share * ((shares[row] ?? 0) - (row === right ? 1 : 0));
    // A row that is as good as out has nothing to teach.
    if (Math.abs(error) < 1e-4 * share) continue;
    addScaled(slope, straight, inputs, input, size, error);
    for (let unit = 0; unit < HIDDEN; unit++) {
      const at = unit * (size + 2);
      const value = units[row * HIDDEN + unit] ?? 0;
      const back = error * (weights[at + size + 1] ?? 0) * (1 - value * value);
      addScaled(slope, at, inputs, input, size, back);
      slope[at + size] = (slope[at + size] ?? 0) + back;
      slope[at + size + 1] = (slope[at + size + 1] ?? 0) + error * value;
    }
  }
}

/** Adam (Kingma and Ba 2015). */
function createDescent(length: number) {
  const mean = new Float64Array(length);
  const square = new Float64Array(length);
  let steps = 0;
  return (weights: Float64Array, slope: Float64Array, rate: number): void => {
    steps += 1;
    for (let i = 0; i < length; i++) {
      const one = slope[i] ?? 0;
      const first = 0.9 * (mean[i] ?? 0) + 0.1 * one;
      const second = 0.99 * (square[i] ?? 0) + 0.01 * one * one;
      mean[i] = first;
      square[i] = second;
      weights[i] =
        (weights[i] ?? 0) - (rate * (first / (1 - 0.9 ** steps))) / (Math.sqrt(second / (1 - 0.99 ** steps)) + 1e-8);
    }
  };
}

/** Of each feature, its mean and how far it strays; the inputs are brought to nought and one. */
function bringToScale({ size, inputs }: Prepared) {
  const mean = new Float64Array(size);
  const deviation = new Float64Array(size);
  const rows = inputs.length / size;
  for (const [place, value] of inputs.entries()) mean[place % size] = (mean[place % size] ?? 0) + value / rows;
  for (const [place, value] of inputs.entries())
    deviation[place % size] = (deviation[place % size] ?? 0) + (value - (mean[place % size] ?? 0)) ** 2 / rows;
  for (const [place, square] of deviation.entries()) deviation[place] = Math.sqrt(Math.max(1e-9, square));
  for (const [place, value] of inputs.entries())
    inputs[place] = (value - (mean[place % size] ?? 0)) / (deviation[place % size] ?? 1);
  return { mean, deviation };
}

/** The same net for features as they come. */
function netOf(
  weights: Float64Array,
  of: readonly Feature[],
  { mean, deviation }: ReturnType<typeof bringToScale>,
): Net {
  const size = of.length;
  const unscaled = (at: number) =>
    [...weights.subarray(at, at + size)].map((weight, i) => weight / (deviation[i] ?? 1));
  return {
    of: [...of],
    straight: unscaled(HIDDEN * (size + 2)).map(rounded),
    hidden: Array.from({ length: HIDDEN }, (_, unit) => {
      const at = unit * (size + 2);
      const own = unscaled(at);
      const shift = own.reduce((sum, weight, i) => sum + weight * (mean[i] ?? 0), 0);
      return {
        out: rounded(weights[at + size + 1] ?? 0),
        bias: rounded((weights[at + size] ?? 0) - shift),
        weights: own.map(rounded),
      };
    }),
  };
}

const rounded = (value: number): number => Number(value.toPrecision(4));

function scalar(weights: Float64Array, at: number, inputs: Float64Array, from: number, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (weights[at + i] ?? 0) * (inputs[from + i] ?? 0);
  return sum;
}

function addScaled(
  sum: Float64Array,
  at: number,
  inputs: Float64Array,
  from: number,
  size: number,
  times: number,
): void {
  for (let i = 0; i < size; i++) sum[at + i] = (sum[at + i] ?? 0) + times * (inputs[from + i] ?? 0);
}
