import { words } from '../../src/french/words.ts';
import { stemOf } from './stem-of.ts';
import type { WordRows } from './weights-file.ts';

const LEAST_OCCURRENCES = 2;
/** Words looked at on each side of a new word. */
const REACH = 5;
/** A number as such says nothing: amounts and years stay with the unknown row. */
const BARE_NUMBER = /^\d+$/;

/**
 * Gives a row to each word that the texts hold at least twice and the vocabulary lacks: the mean of the known words of
 * its stem when there are any, else of those around it, at the mean length of the rows it comes from.
 */
export function withNewWords(given: WordRows, texts: readonly string[]): WordRows {
  const { dimensions } = given;
  const rowOf = new Map(given.words.map((word, row) => [word, row]));
  const kin = new Map<string, number[]>();
  for (const [row, word] of given.words.entries()) kin.set(stemOf(word), [...(kin.get(stemOf(word)) ?? []), row]);
  const around = new Map<string, number[]>();
  const counts = new Map<string, number>();
  for (const text of texts) {
    const list = words(text);
    for (const [at, word] of list.entries()) {
      if (rowOf.has(word) || BARE_NUMBER.test(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
      const near = list.slice(Math.max(0, at - REACH), at + REACH + 1).flatMap((other) => rowOf.get(other) ?? []);
      around.set(word, [...(around.get(word) ?? []), ...near]);
    }
  }
  const added = [...counts].filter(([, count]) => count >= LEAST_OCCURRENCES).map(([word]) => word);
  const rows = new Float32Array(given.rows.length + added.length * dimensions);
  const unknown = given.words.length * dimensions;
  rows.set(given.rows.subarray(0, unknown));
  for (const [i, word] of added.entries()) {
    const sources = kin.get(stemOf(word)) ?? around.get(word) ?? [];
    rows.set(meanRow(given, sources), unknown + i * dimensions);
  }
  rows.set(given.rows.subarray(unknown), rows.length - dimensions);
  return { words: [...given.words, ...added], dimensions, rows };
}

/** Mean direction at mean length; the unknown row for no source. */
function meanRow({ rows, dimensions, words: known }: WordRows, sources: readonly number[]): Float32Array {
  const used = sources.length === 0 ? [known.length] : sources;
  const mean = new Float32Array(dimensions);
  let length = 0;
  for (const row of used) {
    const values = rows.subarray(row * dimensions, (row + 1) * dimensions);
    length += Math.hypot(...values) / used.length;
    for (const [k, x] of values.entries()) mean[k] = (mean[k] ?? 0) + x;
  }
  const own = Math.hypot(...mean);
  return own === 0 ? mean : mean.map((x) => (x * length) / own);
}
