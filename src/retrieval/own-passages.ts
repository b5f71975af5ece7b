import { setImmediate } from 'node:timers/promises';
import { sentencesOf } from '../french/sentences.ts';
import type { Span } from '../french/span.ts';
import { indexTerms, words } from '../french/words.ts';
import { createLatest } from '../latest.ts';
import type { LocalEmbedder } from '../model/local-embedder.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { IndexPart } from './document.ts';
import { multiplyRows, type Rows, rowsOf } from './exact-search.ts';
import { type Hit, normalise, type ScoredDocument } from './hybrid.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { FoundLists, OwnPages, OwnRecords } from './own-records.ts';
import type { Judged } from './pair/judge.ts';
import { isForSum, sumsSaid } from './sum-in-range.ts';

/** A passage of an organisation's own document, held against what was asked. */
export interface OwnPassage {
  readonly document: OwnPages;
  /** Its position among the parts of the document. */
  readonly part: number;
  /** Its sentences and rows, in order, each with how near it is to what was asked. */
  readonly sentences: readonly { readonly span: Span; readonly similarity: number }[];
  /** How near it is to what was asked, from 0 to 1: see `createOwnSearch`. */
  readonly fit: number;
}

/** What was asked, with what the corpus was found to say of it. */
interface OwnAsked {
  readonly text: string;
  /** The same before its spelling was mended, by the words of the corpus: an organisation has some of its own. */
  readonly typed: string;
  readonly hits: readonly Hit[];
  readonly judged: readonly Judged[];
}

/**
 * Finds the passage nearest to a question, and after it others that are near, the nearest first; none where no document is the
 * organisation's own.
 */
export type OwnSearch = (asked: OwnAsked) => Promise<readonly OwnPassage[]>;

interface PassageReading {
  readonly terms: ReadonlySet<string>;
  readonly sentences: readonly { readonly span: Span; readonly said: string }[];
  /** Of the sentences, in order. */
  readonly vectors: Rows;
  /** Looked for at the first call, which takes as long as all the rest. */
  subjects(): Promise<Subjects>;
}

/** How much a text is about each fiche, by id; of length 1 as a vector. */
type Subjects = ReadonlyMap<string, number>;

/** Passages read: those that the two lists put first. */
const READ = 16;
/** Readings kept: those of what is asked about lately. */
const READ_LATELY = 400;
/** Questions of the corpus that stand for what was asked. */
const BRIDGES = 3;
/** A row that holds for the sum that was asked about is nearer than its words say. */
const FOR_THE_SUM = 0.25;
/** Of 20 questions on three guides the right passage is first 12 times, among two 17; by words and nearest sentence alone 11 and 13. */
const WEIGHTS = { words: 1, sentence: 1, subjects: 1, bridge: 0.5 };
const ALL_WEIGHTS = WEIGHTS.words + WEIGHTS.sentence + WEIGHTS.subjects + WEIGHTS.bridge;

type FindSubjects = (text: string, terms: readonly string[]) => Promise<readonly ScoredDocument[]>;

interface OwnSearchParts {
  readonly records: OwnRecords;
  /** Of the corpus: how rare a word is. */
  readonly lexical: Pick<LexicalIndex, 'rarity'>;
  readonly embed: Pick<LocalEmbedder, 'dimensions' | 'vectorOf'>;
  /** What of the corpus a text is about; its terms are given with it. */
  find: FindSubjects;
  /** Share of the vectors in the mix of both lists. */
  readonly denseWeight: number;
  onDown(down: StoreDown): void;
}

/**
 * The passages of the organisation's own documents that are nearest to what was asked, whatever fiches are found: those are
 * asked about in thousands of ways, and would stand before every page that is not. The records give candidates, by words and by
 * vectors; the passages that are first in the mix of both are read. A guide has other words than people: a passage is near by the
 * rare words it shares and by its nearest sentence, and also where it is about the same fiches as the question, or near to the
 * answers that the corpus gives to it.
 */
export function createOwnSearch({ records, lexical, embed, find, denseWeight, onDown }: OwnSearchParts): OwnSearch {
  const readings = createLatest<PassageReading>(READ_LATELY);
  const readingOf = (key: string, { title }: OwnPages, passage: IndexPart) => {
    const known = readings.get(key) ?? readPassage(title, passage, embed, find);
    readings.set(key, known);
    return known;
  };

  return async ({ text, typed, hits, judged }) => {
    const [mended, unmended] = [new Set(indexTerms(text)), new Set(indexTerms(typed))];
    const bridges = judged.slice(0, BRIDGES).flatMap(({ fiche, question }) => {
      const said = fiche.questions[question];
      return said === undefined ? [] : [`${said.ask} ${said.answer.service}`];
    });
    const vector = embed.vectorOf(words(text));
    const answers = bridges.map((answer) => embed.vectorOf(words(answer)));
    const found = await records.find([...new Set([...mended, ...unmended])], vector);
    const ranked = found.ok ? rankPassages(found.value, denseWeight).slice(0, READ) : [];
    const pages = found.ok ? await records.pages([...new Set(ranked.map(({ id }) => id))]) : found;
    if (!pages.ok) {
      onDown(pages.error);
      return [];
    }
    const sums = sumsSaid(text);
    const read: { passage: Omit<OwnPassage, 'fit'>; reading: PassageReading; weighed: number }[] = [];
    const documents = new Map(pages.value.map((document) => [document.id, document]));
    for (const { id, part } of ranked) {
      const document = documents.get(id);
      const passage = document?.parts[part];
      if (document === undefined || passage === undefined) continue;
      const reading = readingOf(`${id} ${part}`, document, passage);
      const near = multiplyRows(reading.vectors, vector);
      const sentences = reading.sentences.map(({ span, said }, place) => ({
        span,
        similarity: (near[place] ?? 0) + (isForSum(said, sums) ? FOR_THE_SUM : 0),
      }));
      const similarity = Math.max(0, ...sentences.map((one) => one.similarity));
      const bridge = Math.max(0, ...answers.flatMap((answer) => [...multiplyRows(reading.vectors, answer)]));
      const weighed =
        WEIGHTS.words * Math.max(...[mended, unmended].map((asked) => coverage(asked, reading.terms, lexical))) +
        WEIGHTS.sentence * similarity +
        WEIGHTS.bridge * bridge;
      read.push({ passage: { document, part, sentences }, reading, weighed });
      // One that is read for the first time takes some milliseconds: others are answered between two.
      await setImmediate();
    }
    const subjects = subjectsOf(hits);
    const passages: OwnPassage[] = [];
    let best = 0;
    for (const { passage, reading, weighed } of read.sort((a, b) => b.weighed - a.weighed)) {
      // Not first, whatever it is about, nor any after it.
      if (weighed + WEIGHTS.subjects < best) break;
      const fit = weighed + WEIGHTS.subjects * shared(subjects, await reading.subjects());
      best = Math.max(best, fit);
      passages.push({ ...passage, fit: fit / ALL_WEIGHTS });
      await setImmediate();
    }
    return passages.sort((a, b) => b.fit - a.fit || (a.document.id < b.document.id ? -1 : 1));
  };
}

/** Both lists mixed as those of the corpus are (`searchHybrid`), the best first. */
export function rankPassages(
  { words, near }: FoundLists,
  denseWeight: number,
): readonly { readonly id: string; readonly part: number; readonly score: number }[] {
  const mixed = new Map<string, { id: string; part: number; score: number }>();
  for (const [list, weight] of [
    [words, 1 - denseWeight],
    [near, denseWeight],
  ] as const) {
    const { added } = normalise(new Map(list.map(({ score }, place) => [place, score])), weight);
    for (const { id, part, score } of list) {
      const known = mixed.get(`${id} ${part}`)?.score ?? 0;
      mixed.set(`${id} ${part}`, { id, part, score: known + added(score) });
    }
  }
  return [...mixed.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** What is found of the corpus, as a direction: how far each fiche stands over the last one found. */
function subjectsOf(hits: readonly ScoredDocument[]): Subjects {
  const lowest = Math.min(...hits.map(({ score }) => score));
  const length = Math.hypot(...hits.map(({ score }) => score - lowest));
  return new Map(hits.map(({ document, score }) => [document.id, length === 0 ? 0 : (score - lowest) / length]));
}

function shared(one: Subjects, other: Subjects): number {
  let sum = 0;
  for (const [id, weight] of one) sum += weight * (other.get(id) ?? 0);
  return sum;
}

function readPassage(
  title: string,
  { name, text }: IndexPart,
  embed: OwnSearchParts['embed'],
  find: FindSubjects,
): PassageReading {
  // A section opens with its heading, which its name says already.
  const spans = sentencesOf(text).filter((span) => !name.includes(text.slice(...span)));
  const named = words(name);
  const vectors = spans.map((span) => embed.vectorOf([...named, ...words(text.slice(...span))]));
  const terms = indexTerms(`${name} ${text}`);
  let subjects: Promise<Subjects> | undefined;
  return {
    terms: new Set([...indexTerms(title), ...terms]),
    subjects: () => {
      subjects ??= find(`${name} ${text}`, terms).then(subjectsOf);
      return subjects;
    },
    sentences: spans.map((span) => ({ span, said: text.slice(...span) })),
    vectors: rowsOf(vectors, embed.dimensions),
  };
}

function coverage(asked: ReadonlySet<string>, terms: ReadonlySet<string>, lexical: OwnSearchParts['lexical']): number {
  let all = 0;
  let held = 0;
  for (const term of asked) {
    const rarity = lexical.rarity(term);
    all += rarity;
    if (terms.has(term)) held += rarity;
  }
  return all === 0 ? 0 : held / all;
}
