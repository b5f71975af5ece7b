import type { Next, NextWeights } from '../src/dialogue/next-question.ts';
import { ownValue } from '../src/own-value.ts';
import { sharesOf } from '../src/retrieval/pair/model.ts';

/** The questions that a line may ask, and which of them it does. */
export interface NextExample {
  readonly all: readonly Pick<Next, 'seen'>[];
  readonly asked: readonly boolean[];
}

const STEPS = 150;
const RATE = 0.15;
/** Of so few dialogues little is believed: each weight is pulled towards nothing as by so many of them. */
const PULL = 30;
const LEAST = 1e-9;

/** Weights under which the questions asked are the likeliest. */
export function fitNext(examples: readonly NextExample[]): NextWeights {
  const names = [...new Set(examples.flatMap(({ all }) => all.flatMap(({ seen }) => Object.keys(seen))))].sort();
  const plain = examples.map(({ all, asked }) => ({
    rows: all.map(({ seen }) => Float64Array.from(names, (name) => ownValue(seen, name) ?? 0)),
    asked,
  }));
  const spread = spreadsOf(plain.flatMap(({ rows }) => rows));
  for (const { rows } of plain)
    for (const row of rows) for (const at of row.keys()) row[at] = (row[at] ?? 0) / (spread[at] ?? 1);
  const weights = new Float64Array(names.length);
  const sums = new Float64Array(names.length).fill(LEAST);
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map((weight) => PULL * weight);
    for (const one of plain) addSlopes(slopes, one, weights);
    for (const [at, slope] of slopes.entries()) {
      const sum = (sums[at] ?? 0) + slope * slope;
      sums[at] = sum;
      weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(sum);
    }
  }
  return Object.fromEntries(
    names.map((name, at) => [name, Number(((weights[at] ?? 0) / (spread[at] ?? 1)).toFixed(3))]),
  );
}

function spreadsOf(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) for (const [at, value] of row.entries()) mean[at] = (mean[at] ?? 0) + value / rows.length;
  const square = new Float64Array(mean.length);
  for (const row of rows)
    for (const [at, value] of row.entries())
      square[at] = (square[at] ?? 0) + (value - (mean[at] ?? 0)) ** 2 / rows.length;
  return square.map((one) => Math.sqrt(one) || 1);
}

/** How the loss of one dialogue leans along each weight: several questions may answer, and their likelihoods sum. */
function addSlopes(
  slopes: Float64Array,
  { rows, asked }: { readonly rows: readonly Float64Array[]; readonly asked: readonly boolean[] },
  weights: Float64Array,
): void {
  const shares = sharesOf(rows.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
  const right = shares.reduce((sum, share, at) => sum + (asked[at] === true ? share : 0), 0);
  for (const [place, row] of rows.entries()) {
    const share = shares[place] ?? 0;
    const over = share - (asked[place] === true ? share / Math.max(LEAST, right) : 0);
    for (let at = 0; at < row.length; at++) slopes[at] = (slopes[at] ?? 0) + (row[at] ?? 0) * over;
  }
}
