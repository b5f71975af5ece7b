import { sentencesOf } from '../french/sentences.ts';
import type { Span } from '../french/span.ts';
import { indexTerms } from '../french/words.ts';
import type { Embed } from '../model/embed.ts';
import type { IndexDocument } from './document.ts';
import type { Hit } from './hybrid.ts';
import type { LexicalIndex } from './lexical-index.ts';
import { isLibraryDocument } from './library-documents.ts';
import type { Judged } from './pair/judge.ts';
import { isForSum, sumsSaid } from './sum-in-range.ts';

/** A passage of an organisation's own document, held against what was asked. */
export interface OwnPassage {
  readonly document: IndexDocument;
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
  readonly hits: readonly Hit[];
  readonly judged: readonly Judged[];
}

/** Finds the passages nearest to a question, the best first; none where no document is the organisation's own. */
export type OwnSearch = (asked: OwnAsked) => Promise<readonly OwnPassage[]>;

interface PassageReading {
  readonly terms: ReadonlySet<string>;
  readonly sentences: readonly { readonly span: Span; readonly said: string; readonly vector: Float32Array }[];
  readonly subjects: Subjects;
}

/** How much a text is about each fiche, by id; of length 1 as a vector. */
type Subjects = ReadonlyMap<string, number>;

/** Documents looked into: those that share the rarest words; all of them, where there are so few. */
const LOOKED_INTO = 6;
/** Questions of the corpus that stand for what was asked. */
const BRIDGES = 3;
/** A row that holds for the sum that was asked about is nearer than its words say. */
const FOR_THE_SUM = 0.25;
/** Of 20 questions on three guides the right passage is first 12 times, among two 17; by words and nearest sentence alone 11 and 13. */
const WEIGHTS = { words: 1, sentence: 1, subjects: 1, bridge: 0.5 };
const ALL_WEIGHTS = WEIGHTS.words + WEIGHTS.sentence + WEIGHTS.subjects + WEIGHTS.bridge;

/**
 * The passages of the organisation's own documents that are nearest to what was asked, whatever fiches are found: those are
 * asked about in thousands of ways, and would stand before every page that is not. A guide has other words than people:
 * a passage is near by the rare words it shares and by its nearest sentence, and also where it is about the same fiches as
 * the question, or near to the answers that the corpus gives to it.
 * @param find what of the corpus a text is about
 */
export function createOwnSearch(
  documents: readonly IndexDocument[],
  lexical: LexicalIndex,
  embed: Embed,
  find: (text: string) => Promise<readonly Hit[]>,
): OwnSearch {
  const own = new Set(documents.flatMap(({ id }, number) => (isLibraryDocument(id) ? [number] : [])));
  const readings = new WeakMap<IndexDocument, Promise<readonly PassageReading[]>>();
  const readingsOf = (document: IndexDocument) => {
    const known = readings.get(document) ?? readPassages(document, embed, find);
    readings.set(document, known);
    return known;
  };
  const lookedInto = (asked: ReadonlySet<string>): readonly number[] =>
    own.size <= LOOKED_INTO
      ? [...own]
      : [...lexical.search(new Map([...asked].map((term) => [term, 1])))]
          .filter(([number]) => own.has(number))
          .sort((a, b) => b[1] - a[1])
          .slice(0, LOOKED_INTO)
          .map(([number]) => number);

  return async ({ text, hits, judged }) => {
    if (own.size === 0) return [];
    const asked = new Set(indexTerms(text));
    const bridges = judged.slice(0, BRIDGES).flatMap(({ fiche, question }) => {
      const said = fiche.questions[question];
      return said === undefined ? [] : [`${said.ask} ${said.answer.service}`];
    });
    const [vector, ...answers] = await embed.embed([text, ...bridges]);
    if (vector === undefined) return [];
    const subjects = subjectsOf(hits);
    const sums = sumsSaid(text);
    const passages = await Promise.all(
      lookedInto(asked).map(async (number) => {
        const document = documents[number];
        if (document === undefined) return [];
        return (await readingsOf(document)).map((reading, part): OwnPassage => {
          const sentences = reading.sentences.map(({ span, said, vector: sentence }) => ({
            span,
            similarity: product(vector, sentence) + (isForSum(said, sums) ? FOR_THE_SUM : 0),
          }));
          const similarity = Math.max(0, ...sentences.map((one) => one.similarity));
          const bridge = Math.max(
            0,
            ...answers.flatMap((answer) => reading.sentences.map((one) => product(answer, one.vector))),
          );
          const fit =
            WEIGHTS.words * coverage(asked, reading.terms, lexical) +
            WEIGHTS.sentence * similarity +
            WEIGHTS.subjects * shared(subjects, reading.subjects) +
            WEIGHTS.bridge * bridge;
          return { document, part, sentences, fit: fit / ALL_WEIGHTS };
        });
      }),
    );
    return passages.flat().sort((a, b) => b.fit - a.fit);
  };
}

/** What is found of the corpus, as a direction: how far each fiche stands over the last one found. */
function subjectsOf(hits: readonly Hit[]): Subjects {
  const fiches = hits.filter(({ document }) => !isLibraryDocument(document.id));
  const lowest = Math.min(...fiches.map(({ score }) => score));
  const length = Math.hypot(...fiches.map(({ score }) => score - lowest));
  return new Map(fiches.map(({ document, score }) => [document.id, length === 0 ? 0 : (score - lowest) / length]));
}

function shared(one: Subjects, other: Subjects): number {
  let sum = 0;
  for (const [id, weight] of one) sum += weight * (other.get(id) ?? 0);
  return sum;
}

async function readPassages(
  { title, parts }: IndexDocument,
  embed: Embed,
  find: (text: string) => Promise<readonly Hit[]>,
): Promise<readonly PassageReading[]> {
  return Promise.all(
    parts.map(async ({ name, text }) => {
      // A section opens with its heading, which its name says already.
      const spans = sentencesOf(text).filter((span) => !name.includes(text.slice(...span)));
      const vectors = await embed.embed(spans.map(([from, to]) => `${name} ${text.slice(from, to)}`));
      return {
        terms: new Set(indexTerms(`${title} ${name} ${text}`)),
        subjects: subjectsOf(await find(`${name} ${text}`)),
        sentences: spans.flatMap((span, place) => {
          const vector = vectors[place];
          return vector === undefined ? [] : [{ span, said: text.slice(...span), vector }];
        }),
      };
    }),
  );
}

function coverage(asked: ReadonlySet<string>, terms: ReadonlySet<string>, lexical: LexicalIndex): number {
  let all = 0;
  let held = 0;
  for (const term of asked) {
    const rarity = lexical.rarity(term);
    all += rarity;
    if (terms.has(term)) held += rarity;
  }
  return all === 0 ? 0 : held / all;
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
