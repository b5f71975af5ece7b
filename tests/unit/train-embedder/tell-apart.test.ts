import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/random.ts';
import type { Pool } from '../../../scripts/train-embedder/pools.ts';
import { tellApart } from '../../../scripts/train-embedder/tell-apart.ts';
import type { WordRows } from '../../../scripts/train-embedder/weights-file.ts';
import { words } from '../../../src/french/words.ts';

const VOCABULARY = ['payer', 'facture', 'retard', 'signer', 'contrat', 'maire', 'acheter', 'chaises', 'combien'];
const SETTINGS = { dimensions: 12, epochs: 60, batch: 4, temperature: 0.1, rate: 0.02, dropout: 0.1 };

/** Rows that tell nothing apart: every word stands where every other does, but for a little. */
function given(): WordRows {
  const random = createRandom(3);
  const rows = Float32Array.from(
    { length: (VOCABULARY.length + 1) * 4 },
    (_, at) => (at % 4 === 0 ? 1 : 0) + random() / 50,
  );
  return { words: VOCABULARY, dimensions: 4, rows };
}

const pool = (group: string, left: readonly string[]): Pool => ({
  kind: 'same-question',
  group,
  family: 'one fiche',
  left,
  right: left,
});
const POOLS = [
  pool('late', ['payer en retard', 'facture en retard']),
  pool('sign', ['signer le contrat', 'le maire doit signer']),
  pool('chairs', ['acheter des chaises', 'combien de chaises']),
];

/** Cosine of two texts by rows. */
function like({ words: known, dimensions, rows }: WordRows, one: string, other: string): number {
  const vectorOf = (text: string) => {
    const sum = new Float32Array(dimensions);
    for (const word of words(text)) {
      const row = known.indexOf(word) < 0 ? known.length : known.indexOf(word);
      for (let k = 0; k < dimensions; k++) sum[k] = (sum[k] ?? 0) + (rows[row * dimensions + k] ?? 0);
    }
    return sum;
  };
  const [a, b] = [vectorOf(one), vectorOf(other)];
  return a.reduce((total, x, k) => total + x * (b[k] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));
}

describe('rows that tell each question from every other', () => {
  it('bring the ways of asking one question together, and part it from the others', () => {
    const losses: number[] = [];
    const rows = tellApart(given(), POOLS, SETTINGS, createRandom(1), (_, loss) => losses.push(loss));
    expect(rows).toMatchObject({ words: VOCABULARY, dimensions: 12 });
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 2);
    const near = like(rows, 'payer en retard', 'facture en retard');
    expect(near).toBeGreaterThan(like(rows, 'payer en retard', 'signer le contrat') + 0.3);
    expect(near).toBeGreaterThan(like(rows, 'payer en retard', 'acheter des chaises') + 0.3);
  });

  it('are the same rows from the same seed', () => {
    const learn = () => tellApart(given(), POOLS, { ...SETTINGS, epochs: 2 }, createRandom(1)).rows;
    expect(learn()).toEqual(learn());
  });
});
