import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/random.ts';
import { contrast } from '../../../scripts/train-embedder/contrast.ts';

const DIMENSIONS = 5;
const GROUPS = [0, 1, 2, 1, 3];
const TEMPERATURE = 0.2;

function randomSums(seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: GROUPS.length * DIMENSIONS }, () => 2 * random() - 1);
}

function lossAt(left: Float64Array, right: Float64Array): number {
  return contrast({ left, right, groups: GROUPS, dimensions: DIMENSIONS }, TEMPERATURE).loss;
}

describe('contrast', () => {
  it('has the slopes that finite differences find, masked pairs included', () => {
    const [left, right] = [randomSums(1), randomSums(2)];
    const { leftSlope, rightSlope } = contrast({ left, right, groups: GROUPS, dimensions: DIMENSIONS }, TEMPERATURE);
    const step = 1e-6;
    for (let at = 0; at < left.length; at++) {
      const moved = (sums: Float64Array, by: number) => sums.map((x, i) => (i === at ? x + by : x));
      const left2 = (lossAt(moved(left, step), right) - lossAt(moved(left, -step), right)) / (2 * step);
      const right2 = (lossAt(left, moved(right, step)) - lossAt(left, moved(right, -step))) / (2 * step);
      expect(leftSlope[at]).toBeCloseTo(left2, 6);
      expect(rightSlope[at]).toBeCloseTo(right2, 6);
    }
  });

  it('is the logarithm of the number of pairs when all texts are alike', () => {
    const alike = Float64Array.from({ length: 4 * DIMENSIONS }, () => 1);
    const batch = { left: alike, right: alike, groups: [0, 1, 2, 3], dimensions: DIMENSIONS };
    expect(contrast(batch, TEMPERATURE).loss).toBeCloseTo(Math.log(4), 10);
  });

  it('takes no pair of the same group for a negative', () => {
    const sums = randomSums(3);
    const batch = { left: sums, right: randomSums(4), groups: [7, 7, 7, 7, 7], dimensions: DIMENSIONS };
    const { loss, leftSlope } = contrast(batch, TEMPERATURE);
    expect(loss).toBeCloseTo(0, 12);
    for (const x of leftSlope) expect(x).toBeCloseTo(0, 12);
  });

  it('keeps an empty text still: no slope, no NaN', () => {
    const left = randomSums(5).fill(0, 0, DIMENSIONS);
    const { loss, leftSlope } = contrast(
      { left, right: randomSums(6), groups: GROUPS, dimensions: DIMENSIONS },
      TEMPERATURE,
    );
    expect(loss).toBeGreaterThan(0);
    expect([...leftSlope.subarray(0, DIMENSIONS)]).toEqual([0, 0, 0, 0, 0]);
  });
});
