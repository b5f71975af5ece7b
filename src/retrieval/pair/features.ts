import type { LexicalIndex } from '../lexical-index.ts';
import { BESIDE, type Beside, holdBeside } from './beside.ts';
import { dot, type FicheReading, type QuestionReading } from './read-fiche.ts';
import type { TextReading } from './read-text.ts';

/** What was asked, as it is held against each question. */
export interface AskedReading extends TextReading {
  readonly vector: Float32Array;
  /** Of each sentence, where there are several. */
  readonly sentences: readonly Float32Array[];
}

/** What the search says of a fiche. */
interface FicheEvidence {
  readonly score: number;
  readonly wordRank: number;
  readonly meaningRank: number;
  readonly concept: boolean;
  /** Score less that of the best other fiche. */
  readonly lead: number;
}

/** By how much a question leads the others of its fiche in what sets it apart from them. */
const LEADING = ['leadApartThree', 'leadApartMean', 'leadApartAnswer', 'leadWordsOwn', 'leadWordsTell'] as const;
const LEADS_OF: Readonly<Record<(typeof LEADING)[number], keyof Beside>> = {
  leadApartThree: 'apartThree',
  leadApartMean: 'apartMean',
  leadApartAnswer: 'apartAnswer',
  leadWordsOwn: 'wordsOwn',
  leadWordsTell: 'wordsTell',
};

/** The names of the features, in the order of a row. None looks at which fiche or question it is. */
export const FEATURES = [
  'likeAsk',
  'likeBest',
  'likeThree',
  'likeSentence',
  'likeAnswer',
  'likeNotThis',
  'forthAsk',
  'backAsk',
  'wordsBest',
  'wordsAll',
  'wordsUnknown',
  'score',
  'lead',
  'wordRank',
  'meaningRank',
  'agreed',
  'concept',
  'kind',
  'denied',
  'facetsAgree',
  'facetsClash',
  'numbersShared',
  'numbersApart',
  'length',
  'leadLike',
  'leadWords',
  'leadThree',
  'placeLike',
  'placeWords',
  'leadWithin',
  ...BESIDE,
  ...LEADING,
] as const;

export type Feature = (typeof FEATURES)[number];
export type Row = Float32Array;
const AT = new Map(FEATURES.map((name, place) => [name, place]));
/** Of a feature in a row. */
export const placeOf = (name: Feature): number => AT.get(name) ?? 0;

/** Of each fiche, one row a question: what it shares with what was asked, then what sets it apart from the other rows. */
export function pairRows(
  asked: AskedReading,
  candidates: readonly Candidate[],
  lexical: LexicalIndex,
): readonly (readonly Row[])[] {
  const rarity = rarities(asked.terms, lexical);
  const groups = candidates.flatMap(({ reading }, group) => reading.questions.map(() => group));
  const rows = candidates.map(({ reading, evidence }) => {
    const beside = holdBeside(asked, reading);
    return reading.questions.map((question) => {
      const likes = question.said.map(({ vector }) => dot(asked.vector, vector));
      const row = rowOf(asked, question, evidence, rarity, lexical, likes);
      const held = beside(question, likes);
      for (const name of BESIDE) row[placeOf(name)] = held[name];
      return row;
    });
  });
  addLeads(rows.flat(), groups);
  for (const group of rows) addLeading(group);
  return rows;
}

function addLeading(rows: readonly Row[]): void {
  for (const name of LEADING) {
    const values = rows.map((row) => row[placeOf(LEADS_OF[name])] ?? 0);
    for (const [place, row] of rows.entries()) row[placeOf(name)] = values.length < 2 ? 0 : lead(values, place);
  }
}

/** A fiche found. */
interface Candidate {
  readonly reading: FicheReading;
  readonly evidence: FicheEvidence;
}

interface Rarities {
  readonly of: ReadonlyMap<string, number>;
  readonly total: number;
  readonly unknown: number;
}

function rarities(terms: ReadonlySet<string>, lexical: LexicalIndex): Rarities {
  const of = new Map([...terms].map((term) => [term, lexical.rarity(term)]));
  let total = 0;
  let unknown = 0;
  for (const [term, rarity] of of) {
    total += rarity;
    if (!lexical.hasTerm(term)) unknown += rarity;
  }
  return { of, total, unknown };
}

function rowOf(
  asked: AskedReading,
  question: QuestionReading,
  fiche: FicheEvidence,
  rarity: Rarities,
  lexical: LexicalIndex,
  likes: readonly number[],
): Row {
  const row = new Float32Array(FEATURES.length);
  const set = (name: Feature, value: number) => {
    row[placeOf(name)] = value;
  };
  const [first = 0, second = 0, third = 0] = [...likes].sort((a, b) => b - a);
  set('likeAsk', likes[0] ?? 0);
  set('likeBest', first);
  set('likeThree', (first + second + third) / 3);
  set('likeSentence', Math.max(first, ...asked.sentences.map((one) => nearestOf(one, question))));
  set('likeAnswer', dot(asked.vector, question.answer.vector));
  set('likeNotThis', Math.max(0, ...question.notThis.map((vector) => dot(asked.vector, vector) - first + 0.5)));
  const forth = sharedOf(rarity, question.ask.terms);
  set('forthAsk', forth);
  set('backAsk', backShare(question.ask.terms, asked.terms, lexical));
  set('wordsBest', Math.max(...question.said.map(({ terms }) => bothWays(rarity, asked.terms, terms, lexical))));
  set('wordsAll', sharedOf(rarity, question.terms));
  set('wordsUnknown', rarity.total === 0 ? 1 : rarity.unknown / rarity.total);
  set('score', fiche.score);
  set('lead', fiche.lead);
  set('wordRank', 1 / fiche.wordRank);
  set('meaningRank', 1 / fiche.meaningRank);
  set('agreed', fiche.wordRank <= 2 && fiche.meaningRank <= 2 ? 1 : 0);
  set('concept', fiche.concept ? 1 : 0);
  set('kind', asked.kind === question.ask.kind ? 1 : 0);
  set('denied', asked.denied === question.ask.denied ? 1 : 0);
  const { agree, clash } = holdFacets(asked, question);
  set('facetsAgree', agree);
  set('facetsClash', clash);
  set('numbersShared', [...asked.numbers].filter((number) => question.terms.has(number)).length);
  set('numbersApart', [...asked.numbers].filter((number) => !question.terms.has(number)).length);
  set('length', Math.log(1 + asked.terms.size));
  return row;
}

/** By how much each row leads the others, and its place among them: in likeness and in words. */
function addLeads(rows: readonly Row[], groups: readonly number[]): void {
  const values = (name: Feature) => rows.map((row) => row[placeOf(name)] ?? 0);
  const [likes, words, threes] = [values('likeBest'), values('wordsBest'), values('likeThree')];
  for (const [place, row] of rows.entries()) {
    row[placeOf('leadLike')] = lead(likes, place);
    row[placeOf('leadWords')] = lead(words, place);
    row[placeOf('leadThree')] = lead(threes, place);
    row[placeOf('placeLike')] = 1 / standing(likes, place);
    row[placeOf('placeWords')] = 1 / standing(words, place);
    const within = likes.map((like, other) => (groups[other] === groups[place] ? like : -1));
    row[placeOf('leadWithin')] = lead(within, place);
  }
}

function lead(values: readonly number[], place: number): number {
  let best = -1;
  for (const [other, value] of values.entries()) if (other !== place && value > best) best = value;
  return (values[place] ?? 0) - best;
}

function standing(values: readonly number[], place: number): number {
  const own = values[place] ?? 0;
  return 1 + values.filter((value) => value > own).length;
}

function holdFacets(asked: TextReading, { about, ask }: QuestionReading): { agree: number; clash: number } {
  let agree = 0;
  let clash = 0;
  for (const [facet, named] of asked.facets) {
    const values = about.get(facet) ?? [...(ask.facets.get(facet) ?? [])];
    if (values.length === 0) continue;
    if (values.some((value) => named.has(value))) agree += 1;
    else clash += 1;
  }
  return { agree, clash };
}

function nearestOf(vector: Float32Array, { said }: QuestionReading): number {
  let best = -1;
  for (const other of said) best = Math.max(best, dot(vector, other.vector));
  return best;
}

function sharedOf({ of, total }: Rarities, others: ReadonlySet<string>): number {
  let held = 0;
  for (const [term, rarity] of of) if (others.has(term)) held += rarity;
  return total === 0 ? 0 : held / total;
}

/** How much of `terms` was asked, each word counting by its rarity. */
function backShare(terms: ReadonlySet<string>, asked: ReadonlySet<string>, lexical: LexicalIndex): number {
  let all = 0;
  let held = 0;
  for (const term of terms) {
    const rarity = lexical.rarity(term);
    all += rarity;
    if (asked.has(term)) held += rarity;
  }
  return all === 0 ? 0 : held / all;
}

/** Harmonic mean of both shares: high only where each holds what is rare in the other. */
function bothWays(
  rarity: Rarities,
  asked: ReadonlySet<string>,
  terms: ReadonlySet<string>,
  lexical: LexicalIndex,
): number {
  const forth = sharedOf(rarity, terms);
  if (forth === 0) return 0;
  const back = backShare(terms, asked, lexical);
  return (2 * forth * back) / (forth + back);
}
