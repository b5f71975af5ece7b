import { indexTerms } from '../french/words.ts';
import type { IndexDocument } from './document.ts';
import type { Hit } from './hybrid.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { RetrievalSettings } from './settings.ts';

/** What the confidence is computed from, each 0 to 1. */
export interface ConfidenceFeatures {
  /** Cosine of the question with the nearest part of the best document. */
  readonly similarity: number;
  /** Share of the question's words, weighed by their rarity, that stand in the best document. */
  readonly coverage: number;
  /** The same share over the whole corpus: low for a question about something else. */
  readonly known: number;
  /** Lead over the second document. */
  readonly margin: number;
}

export function confidenceFeatures(
  hits: readonly Hit[],
  terms: readonly string[],
  lexical: LexicalIndex,
): ConfidenceFeatures {
  const [best, second] = hits;
  if (best === undefined) return { similarity: 0, coverage: 0, known: 0, margin: 0 };
  const held = documentTerms(best.document);
  let total = 0;
  let covered = 0;
  let known = 0;
  for (const term of new Set(terms)) {
    const rarity = lexical.rarity(term);
    total += rarity;
    if (held.has(term)) covered += rarity;
    if (lexical.hasTerm(term)) known += rarity;
  }
  return {
    similarity: Math.max(0, best.dense?.similarity ?? 0),
    coverage: total === 0 ? 0 : covered / total,
    known: total === 0 ? 0 : known / total,
    margin: best.score - (second?.score ?? 0),
  };
}

const termSets = new WeakMap<IndexDocument, ReadonlySet<string>>();

function documentTerms(document: IndexDocument): ReadonlySet<string> {
  let terms = termSets.get(document);
  if (terms === undefined) {
    const texts = [
      document.title,
      ...document.questions,
      ...document.articles,
      ...document.parts.map((part) => part.text),
    ];
    terms = new Set(texts.flatMap(indexTerms));
    termSets.set(document, terms);
  }
  return terms;
}

/** Probability that the best document is the one wanted: a logistic model fitted on the golden questions. */
export function confidenceOf(features: ConfidenceFeatures, weights: RetrievalSettings['confidence']): number {
  const z =
    weights.bias +
    weights.similarity * features.similarity +
    weights.coverage * features.coverage +
    weights.known * features.known +
    weights.margin * features.margin;
  return 1 / (1 + Math.exp(-z));
}
