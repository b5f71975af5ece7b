import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/random.ts';
import { rowsOf, searchRows } from '../../../src/retrieval/exact-search.ts';
import { buildGraph, buildVectorIndex, graphLibrary, loadVectorIndex } from '../../../src/retrieval/vector-index.ts';

const DIMENSIONS = 10;
/** More than a graph begins at. */
const MANY = 2_100;

function unitVectors(count: number, seed: number): readonly Float32Array[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
}

const newFile = () => join(mkdtempSync(join(tmpdir(), 'truchement-vectors-')), 'vectors.index');

describe('looking at every vector', () => {
  it('finds the nearest, best first, as a whole sort would', () => {
    const vectors = unitVectors(200, 1);
    for (const query of unitVectors(20, 2)) {
      const sorted = vectors
        .map((vector, point) => ({ point, similarity: vector.reduce((sum, x, i) => sum + x * (query[i] ?? 0), 0) }))
        .sort((one, other) => other.similarity - one.similarity)
        .slice(0, 7);
      const found = searchRows(rowsOf(vectors, DIMENSIONS), query, 7);
      expect(found.map(({ point }) => point)).toEqual(sorted.map(({ point }) => point));
      for (const [at, { similarity }] of found.entries())
        expect(similarity).toBeCloseTo(sorted[at]?.similarity ?? 2, 5);
    }
  });

  it('gives equals in the order they came, all there are when more are asked for, and none of none', () => {
    const [one] = unitVectors(1, 3);
    const same = one ?? new Float32Array(DIMENSIONS);
    const points = (count: number, asked: number) =>
      searchRows(rowsOf(Array(count).fill(same), DIMENSIONS), same, asked).map(({ point }) => point);
    expect(points(5, 3)).toEqual([0, 1, 2]);
    expect(points(3, 64)).toEqual([0, 1, 2]);
    expect(points(0, 64)).toEqual([]);
  });

  it('takes vectors that point away: a negative cosine is a cosine', () => {
    const [one = new Float32Array(DIMENSIONS)] = unitVectors(1, 4);
    const away = one.map((value) => -value);
    expect(searchRows(rowsOf([away], DIMENSIONS), one, 1)[0]?.similarity).toBeCloseTo(-1, 5);
  });
});

describe('the index of vectors', () => {
  it('is the same after being written and read, with the library and without', () => {
    const vectors = unitVectors(MANY, 5);
    for (const library of [null, graphLibrary]) {
      const file = newFile();
      const built = buildVectorIndex(vectors, DIMENSIONS, library);
      built.write(file);
      const read = loadVectorIndex(file, DIMENSIONS, library);
      expect(read.size).toBe(MANY);
      for (const query of unitVectors(10, 6)) expect(read.search(query, 64)).toEqual(built.search(query, 64));
    }
  });

  it('finds nearly the same with the library and without it, whatever the size', () => {
    const vectors = unitVectors(MANY, 7);
    const rows = buildVectorIndex(vectors, DIMENSIONS, null);
    const either = buildVectorIndex(vectors, DIMENSIONS);
    let shared = 0;
    const queries = unitVectors(50, 8);
    for (const query of queries) {
      const truth = new Set(rows.search(query, 10).map(({ point }) => point));
      shared += either.search(query, 10).filter(({ point }) => truth.has(point)).length;
    }
    expect(shared / (10 * queries.length)).toBeGreaterThan(0.95);
  });

  it.skipIf(graphLibrary === null)('names the library that wrote it, where it is no longer there', () => {
    if (graphLibrary === null) return;
    const file = newFile();
    buildGraph(unitVectors(20, 9), DIMENSIONS, graphLibrary).write(file);
    expect(loadVectorIndex(file, DIMENSIONS).size).toBe(20);
    expect(() => loadVectorIndex(file, DIMENSIONS, null)).toThrow('hnswlib-node');
  });

  it('refuses rows of other dimensions: the embedder changed', () => {
    const file = newFile();
    buildVectorIndex(unitVectors(20, 10), DIMENSIONS, null).write(file);
    expect(() => loadVectorIndex(file, DIMENSIONS + 1)).toThrow('numbers');
  });
});
