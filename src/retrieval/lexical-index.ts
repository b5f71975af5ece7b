import MiniSearch from 'minisearch';
import { indexTerms } from '../french/words.ts';
import type { IndexDocument } from './document.ts';

/** Field weights and BM25 constants; fitted on the golden and CDTN sets by `npm run evaluate -- --fit`. */
export interface LexicalSettings {
  readonly title: number;
  readonly questions: number;
  readonly articles: number;
  readonly body: number;
}

interface Row {
  readonly id: number;
  readonly title: string;
  readonly questions: string;
  readonly articles: string;
  readonly body: string;
}

export interface LexicalIndex {
  /** BM25F scores by document number, for documents that share at least one term; `terms` carry their own weights. */
  search(terms: ReadonlyMap<string, number>): ReadonlyMap<number, number>;
  /** How rare a term is here: ln(1 + (N - n + 0.5) / (n + 0.5)); the highest for a term no document has. */
  rarity(term: string): number;
  hasTerm(term: string): boolean;
  serialise(): string;
  /** The same index searched with other field weights. */
  withFields(settings: LexicalSettings): LexicalIndex;
}

const OPTIONS = {
  fields: ['title', 'questions', 'articles', 'body'],
  idField: 'id',
  // Documents come in already cut into terms, joined by spaces: one tokenizer for index and query.
  tokenize: (text: string) => text.split(' ').filter((term) => term !== ''),
  processTerm: (term: string) => term,
};

export function buildLexicalIndex(documents: readonly IndexDocument[], settings: LexicalSettings): LexicalIndex {
  const engine = new MiniSearch<Row>(OPTIONS);
  const frequencies = new Map<string, number>();
  for (const [id, document] of documents.entries()) {
    const row = {
      id,
      title: indexTerms(document.title).join(' '),
      questions: document.questions.flatMap(indexTerms).join(' '),
      articles: indexTerms(document.articles.join(' ')).join(' '),
      body: document.parts
        .filter((part) => part.name !== 'question')
        .flatMap((part) => indexTerms(part.text))
        .join(' '),
    };
    for (const term of new Set(`${row.title} ${row.questions} ${row.articles} ${row.body}`.split(' ')))
      if (term !== '') frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    engine.add(row);
  }
  return wrap(engine, frequencies, documents.length, settings);
}

/** @throws when the text is not what `serialise` wrote; the caller rebuilds. */
export function loadLexicalIndex(text: string, settings: LexicalSettings): LexicalIndex {
  const stored: { engine: string; frequencies: [string, number][]; count: number } = JSON.parse(text);
  const engine = MiniSearch.loadJSON<Row>(stored.engine, OPTIONS);
  return wrap(engine, new Map(stored.frequencies), stored.count, settings);
}

/** The documents that have a term, and what it scores in each. */
interface Postings {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
}

function wrap(
  engine: MiniSearch<Row>,
  frequencies: ReadonlyMap<string, number>,
  count: number,
  settings: LexicalSettings,
): LexicalIndex {
  const boost = {
    title: settings.title,
    questions: settings.questions,
    articles: settings.articles,
    body: settings.body,
  };
  /** Scores of one term by document. The vocabulary is the corpus's own: what is remembered is bounded by it. */
  const ofTerm = new Map<string, Postings>();
  const scoresOf = (term: string): Postings => {
    const known = ofTerm.get(term);
    if (known !== undefined) return known;
    const found = engine.search(term, { boost });
    const postings = {
      documents: Uint32Array.from(found, ({ id }) => Number(id)),
      scores: Float64Array.from(found, ({ score }) => score),
    };
    ofTerm.set(term, postings);
    return postings;
  };
  return {
    // What the engine does with several terms: their weighted scores added, times the number of terms that the document has.
    search: (terms) => {
      const scores = new Float64Array(count);
      const held = new Uint16Array(count);
      for (const [term, weight] of terms) {
        if (!frequencies.has(term)) continue;
        const own = scoresOf(term);
        for (let place = 0; place < own.documents.length; place++) {
          const document = own.documents[place] ?? 0;
          scores[document] = (scores[document] ?? 0) + (own.scores[place] ?? 0) * weight;
          held[document] = (held[document] ?? 0) + 1;
        }
      }
      const found = new Map<number, number>();
      for (let document = 0; document < count; document++) {
        const number = held[document] ?? 0;
        if (number > 0) found.set(document, (scores[document] ?? 0) * number);
      }
      return found;
    },
    rarity: (term) => {
      const n = frequencies.get(term) ?? 0;
      return Math.log(1 + (count - n + 0.5) / (n + 0.5));
    },
    withFields: (other) => wrap(engine, frequencies, count, other),
    hasTerm: (term) => frequencies.has(term),
    serialise: () => JSON.stringify({ engine: JSON.stringify(engine), frequencies: [...frequencies], count }),
  };
}
