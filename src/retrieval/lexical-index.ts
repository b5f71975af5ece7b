import { deserialize, serialize } from 'node:v8';
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
  serialise(): Buffer;
  /** The same index searched with other field weights. */
  withFields(settings: LexicalSettings): LexicalIndex;
}

const OPTIONS = {
  fields: ['title', 'questions', 'articles', 'body'] satisfies (keyof LexicalSettings)[],
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
  return wrap({ engine: () => engine, frequencies, count: documents.length, settings });
}

/** @throws when these are not the bytes that `serialise` wrote; the caller rebuilds. */
export function loadLexicalIndex(bytes: Uint8Array, settings: LexicalSettings): LexicalIndex {
  const { engine, terms, frequencies, count, scored }: Stored = deserialize(bytes);
  let loaded: MiniSearch<Row> | undefined;
  const places = new Map(terms.split('\n').map((term, place) => [term, place]));
  const same = OPTIONS.fields.every((field) => scored.settings[field] === settings[field]);
  return wrap({
    engine: () => {
      loaded ??= MiniSearch.loadJSON<Row>(engine, OPTIONS);
      return loaded;
    },
    frequencies: new Map([...places].map(([term, place]) => [term, frequencies[place] ?? 0])),
    count,
    settings,
    kept: same ? keptPostings(places, scored) : undefined,
  });
}

/** As it is written: the engine, which is read only where the weights are others, and what it says with these. */
interface Stored {
  readonly engine: string;
  readonly terms: string;
  /** Of each term, in their order. */
  readonly frequencies: Uint32Array;
  readonly count: number;
  readonly scored: Scored;
}

interface Scored extends Postings {
  readonly settings: LexicalSettings;
  /** Where the postings of each term begin. */
  readonly starts: Uint32Array;
}

function keptPostings(places: ReadonlyMap<string, number>, { starts, documents, scores }: Scored) {
  return (term: string): Postings => {
    const place = places.get(term) ?? starts.length;
    const range = [starts[place] ?? documents.length, starts[place + 1] ?? documents.length] as const;
    return { documents: documents.subarray(...range), scores: scores.subarray(...range) };
  };
}

/** The documents that have a term, and what it scores in each. */
interface Postings {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
}

interface Parts {
  engine(): MiniSearch<Row>;
  readonly frequencies: ReadonlyMap<string, number>;
  readonly count: number;
  readonly settings: LexicalSettings;
  /** What the engine said of each term with these settings. */
  readonly kept?: ((term: string) => Postings) | undefined;
}

function wrap({ engine, frequencies, count, settings, kept }: Parts): LexicalIndex {
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
    const found = kept === undefined ? engine().search(term, { boost }) : [];
    const postings = kept?.(term) ?? {
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
    withFields: (other) => wrap({ engine, frequencies, count, settings: other }),
    hasTerm: (term) => frequencies.has(term),
    serialise: () => {
      const all = [...frequencies.keys()].map(scoresOf);
      const starts = new Uint32Array(all.length);
      for (let place = 1; place < all.length; place++)
        starts[place] = (starts[place - 1] ?? 0) + (all[place - 1]?.documents.length ?? 0);
      return serialize({
        engine: JSON.stringify(engine()),
        terms: [...frequencies.keys()].join('\n'),
        frequencies: Uint32Array.from(frequencies.values()),
        count,
        scored: {
          settings: boost,
          starts,
          documents: Uint32Array.from(all.flatMap(({ documents }) => [...documents])),
          scores: Float64Array.from(all.flatMap(({ scores }) => [...scores])),
        },
      } satisfies Stored);
    },
  };
}
