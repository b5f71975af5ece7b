import type { Embed } from '../model/embed.ts';
import type { IndexDocument } from './document.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { VectorIndex } from './vector-index.ts';

/** What one search needs: both indexes over the same documents, and which document and part each vector stands for. */
export interface HybridIndex {
  readonly documents: readonly IndexDocument[];
  readonly lexical: LexicalIndex;
  readonly vectors: VectorIndex;
  /** Every word of the documents, folded: what typing slips are mended against. */
  readonly words: ReadonlySet<string>;
  /** Document number and part number of each point of the vector index; part -1 is the title. */
  readonly points: readonly (readonly [number, number])[];
}

/** One document found; the score is the convex mix of both lists, 0 to 1. */
export interface ScoredDocument {
  readonly document: IndexDocument;
  readonly score: number;
}

/** One document found, with where its score came from: `explain` prints this. */
export interface Hit extends ScoredDocument {
  readonly lexical: { readonly rank: number; readonly score: number; readonly added: number } | undefined;
  readonly dense:
    | { readonly rank: number; readonly similarity: number; readonly added: number; readonly part: string }
    | undefined;
  /** What a concept of the lexicon that points to it added, 0 for none. */
  readonly concept: number;
  /** Its parts near the query, best first: number of the part (-1 the title) and cosine similarity. */
  readonly parts: readonly { readonly part: number; readonly similarity: number }[];
}

/**
 * Dense neighbours looked at; several belong to one document. They also set the lowest of the list, so `npm run evaluate --
 * --fit` goes with a change: 64 did as well as 200 over the golden questions, at half the time of a search.
 */
const NEIGHBOURS = 64;

/**
 * Both lists, each min-max normalised over its own candidates, mixed as `w · dense + (1 - w) · lexical`.
 * The mix beat reciprocal rank fusion on the sets measured in `src/model/weights/README.md`.
 * @param denseWeight w, 0 (words only) to 1 (vectors only)
 * @param ranking the vector list of another embedder, by document: it ranks in place of the index's own, whose similarities,
 * which the confidence was fitted on, are given all the same
 */
export async function searchHybrid(
  index: HybridIndex,
  embed: Embed,
  query: { readonly terms: ReadonlyMap<string, number>; readonly text: string },
  denseWeight: number,
  limit: number,
  ranking?: ReadonlyMap<number, number>,
): Promise<readonly Hit[]> {
  const [vector] = await embed.embed([query.text]);
  const mixed = mix(index, vector, query.terms, denseWeight, ranking);
  const { scores, words, near, meanings, wordList, meaningList } = mixed;
  return best(mixed, limit).flatMap((number) => {
    const document = index.documents[number];
    if (document === undefined) return [];
    const word = words.get(number);
    const parts = near.get(number);
    const meaning = meanings.get(number);
    const hit: Hit = {
      document,
      score: scores[number] ?? 0,
      lexical: word === undefined ? undefined : { rank: wordList.rank(word), score: word, added: wordList.added(word) },
      dense: parts && {
        rank: meaningList.rank(meaning ?? parts[0].similarity),
        similarity: parts[0].similarity,
        added: meaning === undefined ? 0 : meaningList.added(meaning),
        part: document.parts[parts[0].part]?.name ?? 'title',
      },
      concept: 0,
      parts: parts ?? [],
    };
    return [hit];
  });
}

/** The same as `searchHybrid`, for whoever wants no more than how much each document is what a text is about. */
export async function scoreHybrid(
  index: HybridIndex,
  embed: Embed,
  query: { readonly terms: ReadonlyMap<string, number>; readonly text: string },
  denseWeight: number,
  limit: number,
): Promise<readonly ScoredDocument[]> {
  const [vector] = await embed.embed([query.text]);
  const mixed = mix(index, vector, query.terms, denseWeight);
  return best(mixed, limit).flatMap((number) => {
    const document = index.documents[number];
    return document === undefined ? [] : [{ document, score: mixed.scores[number] ?? 0 }];
  });
}

/** Both lists, and by the number of each document of either what they add up to. */
function mix(
  index: HybridIndex,
  vector: Float32Array | undefined,
  terms: ReadonlyMap<string, number>,
  denseWeight: number,
  ranking?: ReadonlyMap<number, number>,
) {
  const words = index.lexical.search(terms);
  const near = nearestByDocument(index, vector);
  const meanings = ranking ?? gathered(near);
  const wordList = normalise(words, 1 - denseWeight);
  const meaningList = normalise(meanings, denseWeight);
  const scores = new Float64Array(index.documents.length).fill(NOT_FOUND);
  for (const number of near.keys()) scores[number] = 0;
  for (const [number, value] of words) scores[number] = wordList.added(value);
  for (const [number, value] of meanings) scores[number] = Math.max(0, scores[number] ?? 0) + meaningList.added(value);
  return { scores, words, near, meanings, wordList, meaningList };
}

const NOT_FOUND = -1;

/** The documents of the highest scores, best first: hundreds are candidates and few are wanted. */
function best({ scores }: { readonly scores: Float64Array }, limit: number): readonly number[] {
  const sorted = scores.slice().sort();
  const lowest = Math.max(0, sorted[Math.max(0, sorted.length - limit)] ?? 0);
  const found: number[] = [];
  for (let number = 0; number < scores.length; number++)
    if ((scores[number] ?? NOT_FOUND) >= lowest) found.push(number);
  return found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, limit);
}

type Near = { readonly part: number; readonly similarity: number };

/** How near each document is to a vector, by its parts; one number a document, for ranking alone. */
export function nearnessByDocument(index: HybridIndex, vector: Float32Array): ReadonlyMap<number, number> {
  return gathered(nearestByDocument(index, vector));
}

/**
 * How much more the nearest part counts than one that is less near: a difference of this makes e. A fiche asked about in
 * several near ways gathers what each says for it, which the nearest alone does not tell (docs/decisions/0003-search.md).
 */
const GATHERING = 0.05;

function gathered(near: ReadonlyMap<number, readonly [Near, ...Near[]]>): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  for (const [document, parts] of near) {
    const nearest = parts[0].similarity;
    const sum = parts.reduce((total, { similarity }) => total + Math.exp((similarity - nearest) / GATHERING), 0);
    values.set(document, nearest + GATHERING * Math.log(sum));
  }
  return values;
}

/** The near parts of each document; the vector index gives them best first. */
function nearestByDocument(
  index: HybridIndex,
  vector: Float32Array | undefined,
): ReadonlyMap<number, [Near, ...Near[]]> {
  const near = new Map<number, [Near, ...Near[]]>();
  if (vector === undefined || vector.every((x) => x === 0)) return near;
  for (const { point, similarity } of index.vectors.search(vector, NEIGHBOURS)) {
    const [document, part] = index.points[point] ?? [];
    if (document === undefined || part === undefined) continue;
    const known = near.get(document);
    if (known === undefined) near.set(document, [{ part, similarity }]);
    else known.push({ part, similarity });
  }
  return near;
}

/** A list's values as what they add to the score: from 0 for its lowest to `weight` for its highest, or where all are alike. */
export function normalise(list: ReadonlyMap<number, number>, weight: number) {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of list.values()) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const spread = highest - lowest;
  let inOrder: Float64Array | undefined;
  return {
    added: (value: number): number => weight * (spread === 0 ? 1 : (value - lowest) / spread),
    /** From 1 for the highest; equals share theirs. */
    rank: (value: number): number => {
      inOrder ??= new Float64Array([...list.values()]).sort();
      const sorted = inOrder;
      let higher = 0;
      while (higher < sorted.length && (sorted[sorted.length - 1 - higher] ?? 0) > value) higher += 1;
      return higher + 1;
    },
  };
}
