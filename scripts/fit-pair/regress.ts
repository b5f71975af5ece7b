import { FEATURES, type Feature, type Row } from '../../src/retrieval/pair/features.ts';
import type { Weights } from '../../src/retrieval/pair/model.ts';

interface Example {
  readonly row: Row;
  readonly right: boolean;
}

/** One row is right among those it is compared with. */
export interface Contest {
  readonly rows: readonly Row[];
  readonly right: number;
}

const STEPS = 8;

/** Logistic regression by Newton's method, drawn to nought by `pull`; on features brought to one scale. */
export function fitLogistic(examples: readonly Example[], features: readonly Feature[], pull: number): Weights {
  const scaled = scaleOf(
    examples.map(({ row }) => row),
    features,
  );
  const vectors = examples.map(({ row }) => [...scaled.of(row), 1]);
  const size = features.length + 1;
  let weights: number[] = Array(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => pull * weight);
    const bend = squareOf(size, pull);
    for (const [number, vector] of vectors.entries()) {
      const guess = 1 / (1 + Math.exp(-product(weights, vector)));
      addScaled(slope, vector, guess - (examples[number]?.right === true ? 1 : 0));
      addOuter(bend, vector, guess * (1 - guess));
    }
    weights = moved(weights, bend, slope);
  }
  return scaled.back(weights.slice(0, -1), weights.at(-1) ?? 0);
}

/** Conditional logit (McFadden 1974): which of the rows, given that one of them is right. */
export function fitContests(contests: readonly Contest[], features: readonly Feature[], pull: number): Weights {
  const scaled = scaleOf(
    contests.flatMap(({ rows }) => rows),
    features,
  );
  const prepared = contests.map(({ rows, right }) => ({ right, vectors: rows.map((row) => scaled.of(row)) }));
  let weights: number[] = Array(features.length).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => pull * weight);
    const bend = squareOf(features.length, pull);
    for (const { vectors, right } of prepared) {
      const values = vectors.map((vector) => product(weights, vector));
      const most = Math.max(...values);
      const powers = values.map((value) => Math.exp(value - most));
      const sum = powers.reduce((total, power) => total + power, 0);
      const mean: number[] = Array(features.length).fill(0);
      for (const [number, vector] of vectors.entries()) {
        const share = (powers[number] ?? 0) / sum;
        addScaled(mean, vector, share);
        addOuter(bend, vector, share);
      }
      addOuter(bend, mean, -1);
      addScaled(slope, mean, 1);
      addScaled(slope, vectors[right] ?? [], -1);
    }
    weights = moved(weights, bend, slope);
  }
  return scaled.back(weights, 0);
}

function scaleOf(rows: readonly Row[], features: readonly Feature[]) {
  const places = features.map((feature) => FEATURES.indexOf(feature));
  const scales = places.map((place) => {
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      sum += row[place] ?? 0;
      squares += (row[place] ?? 0) ** 2;
    }
    const mean = sum / rows.length;
    return { place, mean, deviation: Math.sqrt(Math.max(1e-9, squares / rows.length - mean ** 2)) };
  });
  return {
    of: (row: Row): number[] => scales.map(({ place, mean, deviation }) => ((row[place] ?? 0) - mean) / deviation),
    /** The same weights for features as they come. */
    back: (weights: readonly number[], bias: number): Weights => {
      const of: Partial<Record<Feature, number>> = {};
      let total = bias;
      for (const [number, feature] of features.entries()) {
        const { mean, deviation } = scales[number] ?? { mean: 0, deviation: 1 };
        const weight = (weights[number] ?? 0) / deviation;
        of[feature] = Number(weight.toPrecision(5));
        total -= weight * mean;
      }
      return { bias: Number(total.toPrecision(5)), of };
    },
  };
}

function product(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}

function addScaled(sum: number[], vector: readonly number[], times: number): void {
  for (let i = 0; i < vector.length; i++) sum[i] = (sum[i] ?? 0) + times * (vector[i] ?? 0);
}

function squareOf(size: number, diagonal: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? diagonal : 0)));
}

function addOuter(square: readonly number[][], vector: readonly number[], times: number): void {
  for (const [i, line] of square.entries()) addScaled(line, vector, times * (vector[i] ?? 0));
}

/** One step of Newton: the system, symmetric and positive, solved by Gaussian elimination without pivots. */
function moved(weights: readonly number[], bend: readonly number[][], slope: readonly number[]): number[] {
  const lines = bend.map((line, i) => [...line, slope[i] ?? 0]);
  for (const [column, pivot] of lines.entries())
    for (const line of lines) if (line !== pivot) addScaled(line, pivot, -(line[column] ?? 0) / (pivot[column] ?? 1));
  return weights.map((weight, i) => weight - (lines[i]?.at(-1) ?? 0) / (lines[i]?.[i] ?? 1));
}
