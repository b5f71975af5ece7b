import type { NeedsTable } from '../corpus/needs.ts';
import { indexPhrases } from '../french/index-phrases.ts';
import { words as wordsOf } from '../french/words.ts';
import { ownValue } from '../own-value.ts';
import type { ReadTerm } from './asked-words.ts';

/** What a text needs, by name, each with how surely: from `SURE` on it is meant, below it may be. */
export type Needs = ReadonlyMap<string, number>;

export interface NearNeeds {
  /** Every need that shares a word with what was said, however unsurely; by index terms, each with its weight. */
  readonly near: (terms: ReadonlyMap<string, number>) => Needs;
  /** The same of what a table writes: what people say around a need is no name of it. */
  readonly nearWritten: (terms: ReadonlyMap<string, number>) => Needs;
  /** Those that a class of the CPV is of, by its digits; less surely by its group alone. */
  readonly ofCode: (digits: string) => Needs;
  /** All its words in one vector, made once. */
  readonly vectorOf: (need: string, of: (words: readonly string[]) => Float32Array) => Float32Array;
}

const WORD = /[\p{L}\p{N}]+/gu;
const OF_OCCASION = 0.5;
/** Of a need's words, those of a class of the CPV less than its own. */
const OF_USAGE = 0.7;
const NEAR_MIX = { rarity: 0.8, part: 1, oneByOne: 0.3 };
/** How surely words of each kind name a need where a table writes them. */
const OF_TABLE = { table: 1, dit: 0.8, autour: 0.45, usages: 0.6 };
const OF_GROUP = 0.5;

/** Needs by all the words that go with them, however unsure each is. @param usages what people say by class of the CPV */
export function createNearNeeds(
  table: NeedsTable,
  usages: ReadonlyMap<string, readonly string[]>,
  readTerm: ReadTerm,
): NearNeeds {
  const needs = Object.entries(table.besoins);
  const indexed = (weights: {
    readonly table: number;
    readonly dit: number;
    readonly autour: number;
    readonly usages: number;
  }) =>
    indexPhrases(
      needs.flatMap(([of, { table: one = [], dit = [], autour = [], occasion = [], cpv }]) => {
        const phrase = (way: string, source: number) => {
          const read = [...way.toLowerCase().matchAll(WORD)].flatMap(([word]) => readTerm(word) ?? []);
          return { of, terms: [...new Set(read.map(({ term }) => term))], source };
        };
        return [
          ...one.map((way) => phrase(way, weights.table)),
          ...dit.map((way) => phrase(way, weights.dit)),
          ...autour.map((way) => phrase(way, weights.autour)),
          ...occasion.map((way) => phrase(way, OF_OCCASION)),
          ...cpv.flatMap((code) => usages.get(code) ?? []).map((way) => phrase(way, weights.usages)),
        ].filter(({ terms }) => terms.length > 0);
      }),
      NEAR_MIX,
    );
  const said = indexed({ table: 1, dit: 1, autour: 1, usages: OF_USAGE });
  const written = indexed(OF_TABLE);
  const scored = (index: typeof said, terms: ReadonlyMap<string, number>): Needs =>
    new Map(index.score(terms).map(({ of, score }) => [of, score]));
  const vectors = new Map<string, Float32Array>();
  return {
    vectorOf: (need, of) => {
      const { table: one = [], dit = [], autour = [] } = ownValue(table.besoins, need) ?? {};
      const known = vectors.get(need) ?? of([need, ...one, ...dit, ...autour].flatMap(wordsOf));
      vectors.set(need, known);
      return known;
    },
    near: (terms) => scored(said, terms),
    nearWritten: (terms) => scored(written, terms),
    ofCode: (digits) =>
      new Map(
        needs.flatMap(([need, { cpv }]): readonly (readonly [string, number])[] => {
          if (digits.length >= 4 && cpv.includes(digits.slice(0, 4))) return [[need, 1]];
          return cpv.some((one) => one.startsWith(digits.slice(0, 3))) ? [[need, OF_GROUP]] : [];
        }),
      ),
  };
}
