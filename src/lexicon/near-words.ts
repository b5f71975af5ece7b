import type { Embed } from '../model/embed.ts';
import { buildVectorIndex } from '../retrieval/vector-index.ts';
import { indexTerms, words } from '../text/words.ts';

/** Words of the lexicon near in meaning to those of a text («causer» brings «discuter»), each with a weight below 1. */
export type NearWords = (text: string) => Promise<ReadonlyMap<string, number>>;

const NEIGHBOURS = 8;
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
  const index = buildVectorIndex(await embed.embed(vocabulary), embed.dimensions);
  return async (text) => {
    const asked = [...new Set(words(text))].filter((word) => knows(word) && indexTerms(word).length > 0);
    const vectors = await embed.embed(asked);
    const near = new Map<string, number>();
    for (const vector of vectors)
      for (const { point, similarity } of index.search(vector, NEIGHBOURS)) {
        const [term] = indexTerms(vocabulary[point] ?? '');
        if (term === undefined || similarity < LEAST) continue;
        near.set(term, Math.max(near.get(term) ?? 0, SHARE * similarity));
      }
    return near;
  };
}
