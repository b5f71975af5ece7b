import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { words } from '../french/words.ts';
import type { Embed } from './embed.ts';

const headerSchema = z.object({
  dim: z.number().int().positive(),
  nv: z.number().int().positive(),
  nb: z.number().int().positive(),
});

/** A static model: the vector of a text is the normalised sum of its words' vectors, which can so be summed once. */
export interface StaticEmbed extends Embed {
  /** Not of unit length: a rare word weighs more. */
  wordVector(word: string): Float32Array;
}

export interface LocalEmbedder extends StaticEmbed {
  /** Of a text by its words. */
  vectorOf(words: readonly string[]): Float32Array;
  /** Whether the word has a row of its own: a word that has one is known French, not a typing slip. */
  knows(word: string): boolean;
}

/**
 * Loads the static French embedder: int8 rows scaled by a float32 each; a text is the normalised sum of its words' rows.
 * Layout, provenance and measurements: `weights/README.md`.
 * @param base path of the three files without their extension
 * @throws when a file is missing or its size does not match the header: a start-up fault, not an answer's
 */
export function loadLocalEmbedder(base: string): LocalEmbedder {
  const header = headerSchema.parse(JSON.parse(readFileSync(`${base}.json`, 'utf8')));
  const bytes = readFileSync(`${base}.bin`);
  const rowCount = header.nv + header.nb;
  const expected = rowCount * 4 + rowCount * header.dim;
  if (bytes.length !== expected)
    throw new Error(
      `${base}.bin has ${bytes.length} bytes, ${expected} expected: the weights are damaged, restore the file`,
    );
  const vocabulary = readFileSync(`${base}.vocab.txt`, 'utf8').split('\n').slice(0, header.nv);
  const rowOf = new Map(vocabulary.map((word, row) => [word, row]));
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const scales = new Float32Array(data, 0, rowCount);
  const rows = new Int8Array(data, rowCount * 4);

  const unrolled = header.dim - (header.dim % 4);
  const addWord = (sum: Float32Array, word: string): void => {
    const row = rowOf.get(word) ?? header.nv;
    const scale = scales[row] ?? 0;
    const start = row * header.dim;
    let i = 0;
    // Four at a turn: half the time of one by one.
    for (; i < unrolled; i += 4) {
      sum[i] = (sum[i] ?? 0) + scale * (rows[start + i] ?? 0);
      sum[i + 1] = (sum[i + 1] ?? 0) + scale * (rows[start + i + 1] ?? 0);
      sum[i + 2] = (sum[i + 2] ?? 0) + scale * (rows[start + i + 2] ?? 0);
      sum[i + 3] = (sum[i + 3] ?? 0) + scale * (rows[start + i + 3] ?? 0);
    }
    for (; i < header.dim; i++) sum[i] = (sum[i] ?? 0) + scale * (rows[start + i] ?? 0);
  };
  const vectorOf = (own: readonly string[]): Float32Array => {
    const sum = new Float32Array(header.dim);
    // Words that have no row are all alike to it: a text of nothing else would be the twin of every other such text.
    if (!own.some((word) => rowOf.has(word))) return sum;
    for (const word of own) addWord(sum, word);
    return normalised(sum);
  };

  return {
    fingerprint: `local-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`,
    dimensions: header.dim,
    knows: (word) => rowOf.has(word),
    wordVector: (word) => {
      const vector = new Float32Array(header.dim);
      addWord(vector, word);
      return vector;
    },
    vectorOf,
    embed: (texts) => Promise.resolve(texts.map((text) => vectorOf(words(text)))),
  };
}

/** In place. */
function normalised(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const x of vector) squares += x * x;
  if (squares === 0) return vector;
  const length = Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length;
  return vector;
}
