import { indexTerms, words } from '../src/french/words.ts';
import { confidenceFeatures, confidenceOf } from '../src/retrieval/confidence.ts';
import { createLexiconMatcher } from '../src/retrieval/expand.ts';
import { createRetriever, type Retriever } from '../src/retrieval/retrieve.ts';
import type { RetrievalSettings } from '../src/retrieval/settings.ts';
import { createSpelling } from '../src/retrieval/spelling.ts';
import type { Composed } from './compose.ts';
import type { GoldenQuestion } from './golden.ts';

/** One knob of the search: the values tried and how a value is set. */
const KNOBS: readonly {
  values: readonly number[];
  set: (settings: RetrievalSettings, value: number) => RetrievalSettings;
}[] = [
  { values: [0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7], set: (s, denseWeight) => ({ ...s, denseWeight }) },
  { values: [0, 0.05, 0.1, 0.15, 0.2, 0.3], set: (s, conceptWeight) => ({ ...s, conceptWeight }) },
  { values: [0, 0.1, 0.2, 0.3, 0.5], set: (s, expansionWeight) => ({ ...s, expansionWeight }) },
  { values: [1, 2, 3, 4], set: (s, title) => ({ ...s, fields: { ...s.fields, title } }) },
  { values: [1, 2, 3, 4], set: (s, questions) => ({ ...s, fields: { ...s.fields, questions } }) },
  { values: [0.3, 0.5, 0.75, 1], set: (s, body) => ({ ...s, fields: { ...s.fields, body } }) },
];
const ROUNDS = 2;
const STEPS = 4000;
const RATE = 0.5;
const DECAY = 0.002;

/** Fits the search by coordinate descent on the mean reciprocal rank, then the confidence by logistic regression. Deterministic. */
export async function fitSettings(
  questions: readonly GoldenQuestion[],
  composed: Composed,
  start: RetrievalSettings,
): Promise<RetrievalSettings> {
  const score = (settings: RetrievalSettings) =>
    meanReciprocalRank(questions, composed, retrieverWith(composed, settings));
  let best = { settings: start, mrr: await score(start) };
  console.log(`MRR ${best.mrr.toFixed(4)} to start with`);
  for (let round = 0; round < ROUNDS; round++) {
    for (const knob of KNOBS) {
      for (const value of knob.values) {
        const settings = knob.set(best.settings, value);
        const mrr = await score(settings);
        if (mrr > best.mrr + 1e-9) best = { settings, mrr };
      }
    }
    console.log(`MRR ${best.mrr.toFixed(4)} after round ${round + 1}`);
  }
  return { ...best.settings, confidence: await fitConfidence(questions, composed, best.settings) };
}

function retrieverWith({ corpus, embedder, opened }: Composed, settings: RetrievalSettings): Retriever {
  const texts = opened.index.documents.flatMap((d) => [d.title, ...d.questions, ...d.parts.map((p) => p.text)]);
  return createRetriever({
    index: { ...opened.index, lexical: opened.index.lexical.withFields(settings.fields) },
    embed: embedder,
    spelling: createSpelling(new Set(texts.flatMap(words)), embedder.knows),
    lexicon: createLexiconMatcher(corpus.lexicon),
    settings,
  });
}

async function meanReciprocalRank(
  questions: readonly GoldenQuestion[],
  composed: Composed,
  retriever: Retriever,
): Promise<number> {
  let sum = 0;
  let count = 0;
  for (const question of questions) {
    if (question.mode !== 'answer' || question.facts.length === 0) continue;
    const { hits } = await retriever.retrieve({ text: question.text }, 10);
    const rank = hits.findIndex((hit) => holds(composed, hit.document.id, question)) + 1;
    sum += rank > 0 ? 1 / rank : 0;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function holds({ corpus }: Composed, id: string, question: GoldenQuestion): boolean {
  return corpus.fiches.find((fiche) => fiche.id === id)?.facts.some((fact) => question.facts.includes(fact)) ?? false;
}

async function fitConfidence(questions: readonly GoldenQuestion[], composed: Composed, settings: RetrievalSettings) {
  const retriever = retrieverWith(composed, settings);
  const rows: { features: ReturnType<typeof confidenceFeatures>; right: number }[] = [];
  for (const question of questions) {
    if (question.mode === 'escalate') continue;
    const { hits, corrected } = await retriever.retrieve({ text: question.text });
    const features = confidenceFeatures(hits, indexTerms(corrected), composed.opened.index.lexical);
    rows.push({
      features,
      right: question.mode === 'answer' && holds(composed, hits[0]?.document.id ?? '', question) ? 1 : 0,
    });
  }
  let weights = { bias: 0, similarity: 0, coverage: 0, known: 0, margin: 0 };
  for (let step = 0; step < STEPS; step++) {
    const slope = { bias: 0, similarity: 0, coverage: 0, known: 0, margin: 0 };
    for (const { features, right } of rows) {
      const fault = confidenceOf(features, weights) - right;
      slope.bias += fault;
      slope.similarity += fault * features.similarity;
      slope.coverage += fault * features.coverage;
      slope.known += fault * features.known;
      slope.margin += fault * features.margin;
    }
    const moved = (key: keyof typeof weights) =>
      weights[key] - RATE * (slope[key] / rows.length + (key === 'bias' ? 0 : DECAY * weights[key]));
    weights = {
      bias: moved('bias'),
      similarity: moved('similarity'),
      coverage: moved('coverage'),
      known: moved('known'),
      margin: moved('margin'),
    };
  }
  const round = (x: number) => Math.round(x * 1000) / 1000;
  return {
    bias: round(weights.bias),
    similarity: round(weights.similarity),
    coverage: round(weights.coverage),
    known: round(weights.known),
    margin: round(weights.margin),
  };
}
