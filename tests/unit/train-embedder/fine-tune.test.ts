import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/random.ts';
import { createTrainableRows } from '../../../scripts/train-embedder/encoder.ts';
import { fineTune, type TrainingSettings } from '../../../scripts/train-embedder/fine-tune.ts';
import type { Pool } from '../../../scripts/train-embedder/pools.ts';
import type { WordRows } from '../../../scripts/train-embedder/weights-file.ts';

const WORDS = ['boite', 'entreprise', 'candidat', 'candidats', 'papier', 'stylo', 'fournitures', 'voisin'];
const POOLS: readonly Pool[] = [
  { kind: 'service-achat', group: 'a', left: ['la boîte'], right: ['entreprise candidat'] },
  { kind: 'service-achat', group: 'b', left: ['papier', 'stylo'], right: ['fournitures'] },
];
const SETTINGS: TrainingSettings = {
  epochs: 20,
  batch: 8,
  temperature: 0.1,
  wordRate: 0.01,
  stemRate: 0.01,
  pullBack: 0.5,
  dropout: 0.2,
  draws: {
    'question-question': 1,
    'question-title': 1,
    'question-section': 1,
    'question-answer': 1,
    'sentence-section': 1,
    theme: 1,
    'service-achat': 2,
    'achat-service': 1,
    'label-explanation': 1,
    'same-question': 1,
  },
};

function givenRows(): WordRows {
  const random = createRandom(11);
  const dimensions = 8;
  const rows = Float32Array.from({ length: (WORDS.length + 1) * dimensions }, () => random() - 0.5);
  return { words: WORDS, dimensions, rows };
}

function rowOf({ words, dimensions, rows }: WordRows, word: string): readonly number[] {
  const at = words.indexOf(word) * dimensions;
  return [...rows.subarray(at, at + dimensions)];
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

describe('fineTune', () => {
  it('gives the same rows for the same seed, others for another', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => fineTune(givenRows(), POOLS, SETTINGS, createRandom(seed)));
    expect(same?.rows).toEqual(one?.rows);
    expect(other?.rows).not.toEqual(one?.rows);
  });

  it('brings the words of a pair nearer and lowers the loss', () => {
    const losses: number[] = [];
    const tuned = fineTune(givenRows(), POOLS, SETTINGS, createRandom(1), (_, loss) => losses.push(loss));
    const near = (rows: WordRows) => cosine(rowOf(rows, 'stylo'), rowOf(rows, 'fournitures'));
    expect(near(tuned)).toBeGreaterThan(near(givenRows()));
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
  });

  it('moves an unseen word with its stem, and leaves alone one that no pair touches', () => {
    const tuned = fineTune(givenRows(), POOLS, SETTINGS, createRandom(1));
    expect(rowOf(tuned, 'candidats')).not.toEqual(rowOf(givenRows(), 'candidats'));
    expect(rowOf(tuned, 'voisin')).toEqual(rowOf(givenRows(), 'voisin'));
  });
});

describe('createTrainableRows', () => {
  it('sums the rows of a sentence, a repeated word twice, an unknown one by the last row', () => {
    const given = givenRows();
    const rows = createTrainableRows(given);
    const sums = rows.sums([rows.sentenceOf('papier, papier zzz')]);
    const [papier, unknown] = [rowOf(given, 'papier'), [...given.rows.subarray(WORDS.length * given.dimensions)]];
    expect([...sums]).toEqual(papier.map((x, i) => x + x + (unknown[i] ?? 0)));
  });
});
