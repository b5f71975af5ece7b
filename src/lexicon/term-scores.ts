import type { LexicalIndex } from '../retrieval/lexical-index.ts';

/** Scores of every document for weighted terms, the same as `LexicalIndex.search` gives. */
export type TermScores = (terms: ReadonlyMap<string, number>) => Float64Array;

const REMEMBERED = 20_000;

interface Postings {
  readonly documents: Uint16Array;
  readonly scores: Float64Array;
}

/**
 * The word index asked one term at a time and remembered: a sentence is then a few sums, where a search of the whole
 * query took a millisecond. MiniSearch's score of a query is the weighted sum of its terms' scores times the number of
 * its terms that the document holds.
 */
export function createTermScores(index: LexicalIndex, documentCount: number): TermScores {
  const remembered = new Map<string, Postings>();
  const postingsOf = (term: string): Postings => {
    const known = remembered.get(term);
    if (known !== undefined) return known;
    const found = [...index.search(new Map([[term, 1]]))];
    const postings = {
      documents: Uint16Array.from(found, ([document]) => document),
      scores: Float64Array.from(found, ([, score]) => score),
    };
    if (remembered.size < REMEMBERED) remembered.set(term, postings);
    return postings;
  };
  return (terms) => {
    const sums = new Float64Array(documentCount);
    const held = new Uint16Array(documentCount);
    for (const [term, weight] of terms) {
      const { documents, scores } = postingsOf(term);
      for (let i = 0; i < documents.length; i++) {
        const document = documents[i] ?? 0;
        sums[document] = (sums[document] ?? 0) + weight * (scores[i] ?? 0);
        held[document] = (held[document] ?? 0) + 1;
      }
    }
    for (let i = 0; i < documentCount; i++) sums[i] = (sums[i] ?? 0) * (held[i] ?? 0);
    return sums;
  };
}
