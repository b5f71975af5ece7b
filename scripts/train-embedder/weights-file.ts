import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** The vectors of words as floats: row i is that of word i, the last row that of every word without one. */
export interface WordRows {
  readonly words: readonly string[];
  readonly dimensions: number;
  /** (words + 1) × dimensions, row after row. */
  readonly rows: Float32Array;
}

const headerSchema = z.object({
  dim: z.number().int().positive(),
  nv: z.number().int().positive(),
  nb: z.literal(1),
  /** Of the rows then the vocabulary; absent from the given weights. */
  sha256: z.string().optional(),
});

/**
 * Reads the three files of a set of weights (layout: `../weights/README.md`).
 * @param base path without extension
 * @throws when a file is missing, is cut short, or is not what the header's fingerprint says
 */
export function readWeights(base: string): WordRows {
  const header = headerSchema.parse(JSON.parse(readFileSync(`${base}.json`, 'utf8')));
  const bytes = readFileSync(`${base}.bin`);
  const vocabulary = readFileSync(`${base}.vocab.txt`);
  const count = header.nv + header.nb;
  if (bytes.length !== count * (4 + header.dim))
    throw new Error(`${base}.bin has ${bytes.length} bytes, ${count * (4 + header.dim)} expected: restore the file`);
  if (header.sha256 !== undefined && header.sha256 !== fingerprint(bytes, vocabulary))
    throw new Error(`${base}.bin or ${base}.vocab.txt is not what ${base}.json says: restore the files`);
  const words = vocabulary.toString('utf8').split('\n').slice(0, header.nv);
  if (words.length < header.nv) throw new Error(`${base}.vocab.txt has ${words.length} words, ${header.nv} expected`);
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  return {
    words,
    dimensions: header.dim,
    rows: restore({ scales: new Float32Array(data, 0, count), cells: new Int8Array(data, count * 4) }, header.dim),
  };
}

/**
 * Writes the three files beside the target, then renames them into place, the header last: its fingerprint tells a
 * set that a crash left half renamed from a whole one. Returns the fingerprint.
 * @throws when the disk refuses; the old files are then untouched
 */
export function writeWeights(base: string, { words, dimensions, rows }: WordRows): string {
  const { scales, cells } = quantise(rows, dimensions);
  const bytes = Buffer.concat([Buffer.from(scales.buffer), Buffer.from(cells.buffer)]);
  const vocabulary = Buffer.from(`${words.join('\n')}\n`);
  const sha256 = fingerprint(bytes, vocabulary);
  const header = `${JSON.stringify({ dim: dimensions, nv: words.length, nb: 1, sha256 }, null, 2)}\n`;
  const files = [
    [`${base}.bin`, bytes],
    [`${base}.vocab.txt`, vocabulary],
    [`${base}.json`, header],
  ] as const;
  const fresh = (path: string) => `${path}.${process.pid}.tmp`;
  try {
    for (const [path, content] of files) writeFileSync(fresh(path), content);
    for (const [path] of files) renameSync(fresh(path), path);
  } finally {
    for (const [path] of files) rmSync(fresh(path), { force: true });
  }
  return sha256;
}

function fingerprint(bytes: Buffer, vocabulary: Buffer): string {
  return createHash('sha256').update(bytes).update(vocabulary).digest('hex');
}

export interface QuantisedRows {
  /** One a row: the largest absolute value of the row / 127. */
  readonly scales: Float32Array;
  readonly cells: Int8Array;
}

/** Each row in int8 with a scale of its own; no value moves by more than half its row's scale. */
export function quantise(rows: Float32Array, dimensions: number): QuantisedRows {
  const count = rows.length / dimensions;
  const scales = new Float32Array(count);
  const cells = new Int8Array(rows.length);
  for (let row = 0; row < count; row++) {
    const values = rows.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = Math.fround(values.reduce((most, x) => Math.max(most, Math.abs(x)), 0) / 127);
    scales[row] = scale;
    if (scale === 0) continue;
    for (const [i, x] of values.entries())
      cells[row * dimensions + i] = Math.max(-127, Math.min(127, Math.round(x / scale)));
  }
  return { scales, cells };
}

/** The floats that `quantise` stands for. */
export function restore({ scales, cells }: QuantisedRows, dimensions: number): Float32Array {
  return Float32Array.from(cells, (cell, i) => cell * (scales[Math.floor(i / dimensions)] ?? 0));
}
