import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/random.ts';
import {
  quantise,
  readWeights,
  restore,
  type WordRows,
  writeWeights,
} from '../../../scripts/train-embedder/weights-file.ts';
import { loadLocalEmbedder } from '../../../src/model/local-embedder.ts';

const DIMENSIONS = 16;
const WORDS = ['marche', 'acheteur', 'besoin'];

function someRows(): WordRows {
  const random = createRandom(3);
  const rows = Float32Array.from({ length: (WORDS.length + 1) * DIMENSIONS }, () => 4 * random() - 2);
  return { words: WORDS, dimensions: DIMENSIONS, rows };
}

describe('quantise', () => {
  it('moves no value by more than half the scale of its row', () => {
    const { rows } = someRows();
    rows.fill(0, 0, DIMENSIONS);
    const quantised = quantise(rows, DIMENSIONS);
    const back = restore(quantised, DIMENSIONS);
    for (const [i, x] of rows.entries()) {
      const scale = quantised.scales[Math.floor(i / DIMENSIONS)] ?? 0;
      expect(Math.abs(x - (back[i] ?? 0))).toBeLessThanOrEqual(scale / 2 + 1e-6);
    }
    expect([...back.subarray(0, DIMENSIONS)].every((x) => x === 0)).toBe(true);
  });
});

describe('weights files', () => {
  let folder = '';
  let base = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'weights-'));
    base = join(folder, 'some');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('read back what was written, the second time byte for byte', () => {
    const first = writeWeights(base, someRows());
    const bytes = readFileSync(`${base}.bin`);
    const read = readWeights(base);
    expect(read.words).toEqual(WORDS);
    expect(writeWeights(base, read)).toBe(first);
    expect(readFileSync(`${base}.bin`).equals(bytes)).toBe(true);
  });

  it('serve the loader: unit vectors, elisions and accents folded, the unknown row shared', async () => {
    writeWeights(base, someRows());
    const embedder = loadLocalEmbedder(base);
    const [one, same, unknown, other, empty] = await embedder.embed(["L'acheteur", 'ACHETEUR', 'zzz', 'yyy', '…']);
    expect(embedder.dimensions).toBe(DIMENSIONS);
    expect(one).toEqual(same);
    expect(unknown).toEqual(other);
    expect(Math.hypot(...(one ?? []))).toBeCloseTo(1, 6);
    expect(empty?.every((x) => x === 0)).toBe(true);
    expect(embedder.knows('besoin')).toBe(true);
    expect(embedder.knows('zzz')).toBe(false);
  });

  it('say what is wrong when a file is cut short, to the loader and to the trainer', () => {
    writeWeights(base, someRows());
    const bytes = readFileSync(`${base}.bin`);
    writeFileSync(`${base}.bin`, bytes.subarray(0, bytes.length - 1));
    const message = new RegExp(`has ${bytes.length - 1} bytes, ${bytes.length} expected.*restore the file`);
    expect(() => loadLocalEmbedder(base)).toThrow(message);
    expect(() => readWeights(base)).toThrow(message);
  });

  it('are refused by the trainer when one byte is not what the header says', () => {
    writeWeights(base, someRows());
    const bytes = readFileSync(`${base}.bin`);
    bytes.writeUInt8((bytes.readUInt8(bytes.length - 1) + 1) % 256, bytes.length - 1);
    writeFileSync(`${base}.bin`, bytes);
    expect(() => readWeights(base)).toThrow(/not what .*\.json says/);
  });
});
