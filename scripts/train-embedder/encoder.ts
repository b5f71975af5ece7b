import { words } from '../../src/french/words.ts';
import type { Random } from '../random.ts';
import { type AdamSettings, createShiftTable } from './sparse-adam.ts';
import { stemOf } from './stem-of.ts';
import type { WordRows } from './weights-file.ts';

/** A text as row numbers; a word that comes twice stands twice. */
export type Sentence = readonly number[];

/** A sentence with each word left out by that chance, whole where none is left: no single word may carry a text. */
export function withoutSome(sentence: Sentence, chance: number, random: Random): Sentence {
  const kept = sentence.filter(() => random() >= chance);
  return kept.length === 0 ? sentence : kept;
}

/**
 * The rows in training: row of a word = given row + shift of the word + shift of its stem. Words of one stem move
 * together, so that what is learnt from «pénalités» holds for «pénalité».
 */
export interface TrainableRows {
  readonly dimensions: number;
  sentenceOf(text: string): Sentence;
  /** Sums of word rows, one a sentence, row after row. */
  sums(sentences: readonly Sentence[]): Float64Array;
  /** Hands the slopes on the sums down to the shifts. */
  addSlopes(sentences: readonly Sentence[], slopes: Float64Array): void;
  step(settings: { readonly word: AdamSettings; readonly stem: AdamSettings }): void;
  /** The rows as they now stand. */
  rows(): WordRows;
}

export function createTrainableRows(given: WordRows): TrainableRows {
  const { dimensions } = given;
  const rowOf = new Map(given.words.map((word, row) => [word, row]));
  const unknown = given.words.length;
  const stemNumbers = new Map<string, number>();
  const stemNumberOf = Int32Array.from(given.words, (word) => {
    const key = stemOf(word);
    const number = stemNumbers.get(key) ?? stemNumbers.size;
    stemNumbers.set(key, number);
    return number;
  });
  const wordShifts = createShiftTable(unknown + 1, dimensions);
  const stemShifts = createShiftTable(stemNumbers.size, dimensions);

  const addRow = (row: number, target: Float64Array | Float32Array, to: number) => {
    const stemNumber = stemNumberOf[row];
    const from = row * dimensions;
    for (let k = 0; k < dimensions; k++)
      target[to + k] = (target[to + k] ?? 0) + (given.rows[from + k] ?? 0) + (wordShifts.shifts[from + k] ?? 0);
    // The unknown row belongs to no stem.
    if (stemNumber === undefined) return;
    for (let k = 0, at = stemNumber * dimensions; k < dimensions; k++, at++)
      target[to + k] = (target[to + k] ?? 0) + (stemShifts.shifts[at] ?? 0);
  };

  return {
    dimensions,
    sentenceOf: (text) => words(text).map((word) => rowOf.get(word) ?? unknown),
    sums: (sentences) => {
      const sums = new Float64Array(sentences.length * dimensions);
      for (const [i, sentence] of sentences.entries()) for (const row of sentence) addRow(row, sums, i * dimensions);
      return sums;
    },
    addSlopes: (sentences, slopes) => {
      for (const [i, sentence] of sentences.entries())
        for (const row of sentence) {
          wordShifts.addSlope(row, slopes, i * dimensions, 1);
          const stemNumber = stemNumberOf[row];
          if (stemNumber !== undefined) stemShifts.addSlope(stemNumber, slopes, i * dimensions, 1);
        }
    },
    step: (settings) => {
      wordShifts.step(settings.word);
      stemShifts.step(settings.stem);
    },
    rows: () => {
      const rows = new Float32Array(given.rows.length);
      for (let row = 0; row <= unknown; row++) addRow(row, rows, row * dimensions);
      return { words: given.words, dimensions, rows };
    },
  };
}
