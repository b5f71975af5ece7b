import { indexTerms } from '../french/words.ts';
import type { Embed } from '../model/embed.ts';
import { type ConfidenceFeatures, confidenceFeatures, confidenceOf } from './confidence.ts';
import type { LexiconMatcher } from './expand.ts';
import { type Hit, type HybridIndex, searchHybrid } from './hybrid.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { OwnPassage, OwnSearch } from './own-passages.ts';
import type { Judge, Judged } from './pair/judge.ts';
import type { RetrievalSettings } from './settings.ts';
import type { Spelling } from './spelling.ts';

/** What is looked for: the words of now, and the words of before that a follow-up leans on. */
export interface Query {
  readonly text: string;
  /** Earlier words of the dialogue; they count for less than those of now. */
  readonly context?: string;
  /** Fiches whose questions are judged too, whatever is found. */
  readonly about?: readonly string[];
}

export interface Retrieval {
  /** The query after spelling was mended. */
  readonly corrected: string;
  /** The same with the words of before that it leans on. */
  readonly searched: string;
  readonly expansion: readonly string[];
  readonly hits: readonly Hit[];
  readonly features: ConfidenceFeatures;
  /** The questions of the best fiches, the likeliest first; none where no judge looks at them. */
  readonly judged: readonly Judged[];
  /** The passages of the organisation's own documents, the nearest first, whatever else was found. */
  readonly own: readonly OwnPassage[];
  /** Calibrated probability that the first of them is the question asked; that the first hit is the one wanted, without a judge. */
  readonly confidence: number;
}

export interface Retriever {
  retrieve(query: Query, limit?: number): Promise<Retrieval>;
  readonly lexical: LexicalIndex;
}

export interface RetrieverParts {
  readonly index: HybridIndex;
  readonly embed: Embed;
  readonly spelling: Spelling;
  readonly lexicon: LexiconMatcher;
  readonly settings: RetrievalSettings;
  readonly judge?: Judge;
  /** What finds passages of the organisation's own documents; none are looked for without it. */
  readonly own?: OwnSearch | undefined;
  /** The vector list of an endpoint's embedder, by document number of the same index; undefined where it gives none. */
  readonly rank?: ((text: string) => Promise<ReadonlyMap<number, number> | undefined>) | undefined;
}

const CONTEXT_WEIGHT = 0.5;
const DEFAULT_LIMIT = 8;
/** A fiche that a concept points to is looked for this much further down. */
const POINTED_DEPTH = 20;

/**
 * 1. mend spelling  2. cut into terms  3. add the lexicon's words for the other side  4. word list and vector list
 * 5. convex mix, lifted where a concept said points to the fiche  6. the questions of the best fiches, judged one by one.
 */
export function createRetriever({
  index,
  embed,
  spelling,
  lexicon,
  settings,
  judge,
  own,
  rank,
}: RetrieverParts): Retriever {
  return {
    lexical: index.lexical,
    retrieve: async (query, limit = DEFAULT_LIMIT) => {
      const corrected = spelling.correct(query.text);
      const context = query.context === undefined ? '' : spelling.correct(query.context);
      const said = indexTerms(corrected);
      const text = context === '' ? corrected : `${context} ${corrected}`;
      const { expansion, fiches } = lexicon(text);
      const terms = new Map<string, number>();
      for (const term of expansion) terms.set(term, settings.expansionWeight);
      for (const term of indexTerms(context)) terms.set(term, CONTEXT_WEIGHT);
      for (const term of said) terms.set(term, 1);
      const ranking = await rank?.(text);
      const depth = limit + POINTED_DEPTH;
      const found = await searchHybrid(index, embed, { terms, text }, settings.denseWeight, depth, ranking);
      const hits = withConcepts(found, fiches, settings.conceptWeight).slice(0, limit);
      const features = confidenceFeatures(hits, [...said, ...indexTerms(context)], index.lexical);
      const judged = (await judge?.judge({ searched: text, hits, about: query.about })) ?? [];
      return {
        corrected,
        searched: text,
        expansion: [...expansion],
        hits,
        features,
        judged,
        own:
          (await own?.({
            text,
            typed: context === '' ? query.text : `${context} ${query.text}`,
            hits: found,
            judged,
          })) ?? [],
        confidence: judged[0]?.confidence ?? confidenceOf(features, settings.confidence),
      };
    },
  };
}

/** Lifts the fiches that a concept of the lexicon, said in the question, points to. */
function withConcepts(hits: readonly Hit[], pointed: ReadonlySet<string>, weight: number): readonly Hit[] {
  if (pointed.size === 0) return hits;
  return hits
    .map((hit) => (pointed.has(hit.document.id) ? { ...hit, concept: weight, score: hit.score + weight } : hit))
    .sort((a, b) => b.score - a.score);
}
