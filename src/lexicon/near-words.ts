import { indexTerms, words } from '../french/words.ts';
import type { Embed } from '../model/embed.ts';
import { rowsOf, searchRows } from '../retrieval/exact-search.ts';

/** Words of the lexicon near in meaning to those of a text («causer» brings «discuter»), each with a weight below 1. */
export type NearWords = (said: readonly string[]) => Promise<ReadonlyMap<string, number>>;

const NEIGHBOURS = 8;
/** Words whose neighbours are kept: the same few thousand come back. */
const REMEMBERED = 20_000;
/** Cosine from which a word stands for another, and what it then weighs against the word itself. */
const LEAST = 0.4;
const SHARE = 0.6;

/**
 * @param texts where the words come from
 * @param knows whether the embedder has a vector of its own for the word: others all share a few, and are near nothing
 */
export async function createNearWords(
  texts: readonly string[],
  embed: Embed,
  knows: (word: string) => boolean,
): Promise<NearWords> {
  const vocabulary = [...new Set(texts.flatMap(words))].filter((word) => knows(word) && indexTerms(word).length > 0);
  const rows = rowsOf(await embed.embed(vocabulary), embed.dimensions);
  const remembered = new Map<string, readonly (readonly [term: string, weight: number])[]>();
  const nearOne = async (word: string) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const [vector] = await embed.embed([word]);
    const found = vector === undefined ? [] : searchRows(rows, vector, NEIGHBOURS);
    const near = found
      .filter(({ similarity }) => similarity >= LEAST)
      .flatMap(({ point, similarity }) =>
        indexTerms(vocabulary[point] ?? '')
          .slice(0, 1)
          .map((term) => [term, SHARE * similarity] as const),
      );
    if (remembered.size < REMEMBERED) remembered.set(word, near);
    return near;
  };
  return async (said) => {
    const near = new Map<string, number>();
    for (const word of new Set(said)) {
      if (!knows(word) || indexTerms(word).length === 0) continue;
      for (const [term, weight] of await nearOne(word)) near.set(term, Math.max(near.get(term) ?? 0, weight));
    }
    return near;
  };
}
