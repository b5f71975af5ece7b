import type { Embed } from '../model/embed.ts';
import type { IndexDocument } from './document.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { VectorIndex } from './vector-index.ts';

/** What one search needs: both indexes over the same documents, and which document and part each vector stands for. */
export interface HybridIndex {
  readonly documents: readonly IndexDocument[];
  readonly lexical: LexicalIndex;
  readonly vectors: VectorIndex;
  /** Document number and part number of each point of the vector index; part -1 is the title. */
  readonly points: readonly (readonly [number, number])[];
}

/** One document found, with where its score came from: `explain` prints this. */
export interface Hit {
  readonly document: IndexDocument;
  /** Convex mix, 0 to 1. */
  readonly score: number;
  readonly lexical: { readonly rank: number; readonly score: number; readonly added: number } | undefined;
  readonly dense:
    | { readonly rank: number; readonly similarity: number; readonly added: number; readonly part: string }
    | undefined;
  /** What a concept of the lexicon that points to it added, 0 for none. */
  readonly concept: number;
  /** Its parts near the query, best first: number of the part (-1 the title) and cosine similarity. */
  readonly parts: readonly { readonly part: number; readonly similarity: number }[];
}

/** Dense neighbours looked at; several belong to one document, so many more than the documents wanted. */
const NEIGHBOURS = 200;

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
  const words = ranked(index.lexical.search(query.terms), (score) => score);
  const dense = ranked(nearestByDocument(index, vector), (near) => near[0].similarity);
  const ranks = ranking === undefined ? dense : ranked(ranking, (similarity) => similarity);
  const documents = new Set([...words.keys(), ...dense.keys(), ...ranks.keys()]);
  const hits: Hit[] = [];
  for (const number of documents) {
    const document = index.documents[number];
    if (document === undefined) continue;
    const word = words.get(number);
    const near = dense.get(number);
    const lexical = word && { rank: word.rank, score: word.value, added: (1 - denseWeight) * word.normalised };
    const added = denseWeight * (ranks.get(number)?.normalised ?? 0);
    const side = near && {
      rank: ranks.get(number)?.rank ?? near.rank,
      similarity: near.value[0].similarity,
      added,
      part: document.parts[near.value[0].part]?.name ?? 'title',
    };
    hits.push({
      document,
      score: (lexical?.added ?? 0) + added,
      lexical,
      dense: side,
      concept: 0,
      parts: near?.value ?? [],
    });
  }
  return hits.sort((a, b) => b.score - a.score).slice(0, limit);
}

type Near = { readonly part: number; readonly similarity: number };

/** How near each document is to a vector, by its nearest part; one number a document, for ranking alone. */
export function nearnessByDocument(index: HybridIndex, vector: Float32Array): ReadonlyMap<number, number> {
  return new Map([...nearestByDocument(index, vector)].map(([document, [nearest]]) => [document, nearest.similarity]));
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

function ranked<T>(list: ReadonlyMap<number, T>, scoreOf: (value: T) => number) {
  const sorted = [...list].sort((a, b) => scoreOf(b[1]) - scoreOf(a[1]));
  const scores = sorted.map(([, value]) => scoreOf(value));
  const highest = scores[0] ?? 0;
  const lowest = scores.at(-1) ?? 0;
  const spread = highest - lowest;
  return new Map(
    sorted.map(([number, value], i) => [
      number,
      { rank: i + 1, value, normalised: spread === 0 ? 1 : (scoreOf(value) - lowest) / spread },
    ]),
  );
}
