// One thing: the row of features of a pair; each stands beside the others that it is read with.
import { multiplyRows } from '../exact-search.ts';
import type { LexicalIndex } from '../lexical-index.ts';
import { BESIDE, type Beside, holdBeside } from './beside.ts';
import { dot, type FicheReading, type QuestionReading } from './read-fiche.ts';
import { asksAlike, type TextReading } from './read-text.ts';
import { type AskedWord, type SharedWords, shareWords, weighWords } from './share-words.ts';

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
  /** Of a question by its position: its cosine with all ways of asking it together, and by how much it leads all others. */
  readonly near: (question: number) => number;
  readonly nearLead: (question: number) => number;
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
  'likeMean',
  'leadMean',
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
  'kindAlike',
  'defines',
  'opposed',
  'sameSide',
  'firmActs',
  'regimeUnasked',
  'facetsUnasked',
  'numbersBack',
  'wordsTitle',
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

/** A fiche found. */
interface Candidate {
  readonly reading: FicheReading;
  readonly evidence: FicheEvidence;
}

/** One a question, in their order. */
interface FicheFeatures {
  readonly rows: readonly Row[];
  /** One of its ways of asking has the words of what was asked and no other, and turns them alike. */
  readonly same: readonly boolean[];
}

/** Of each fiche, one row a question: what it shares with what was asked, then what sets it apart from the other rows. */
export function pairRows(
  asked: AskedReading,
  candidates: readonly Candidate[],
  lexical: LexicalIndex,
): readonly FicheFeatures[] {
  const words = weighWords(asked.terms, lexical);
  const found = candidates.map((candidate): FicheFeatures => {
    const { questions, said } = candidate.reading;
    const shared = shareWords(words, candidate.reading);
    const rows = fillRows(asked, candidate, words, shared);
    addLeading(rows);
    return { rows, same: questions.map((question) => isSame(asked, question, said, shared)) };
  });
  addLeads(found.map(({ rows }) => rows));
  return found;
}

/** What each question of a fiche shares with what was asked, and what sets it apart from the others. */
function fillRows(
  asked: AskedReading,
  { reading, evidence }: Candidate,
  words: readonly AskedWord[],
  shared: SharedWords,
): readonly Row[] {
  const { said, questions, questionOf, terms, title } = reading;
  const likes = multiplyRows(said.vectors, asked.vector);
  const sentences = asked.sentences.map((vector) => multiplyRows(said.vectors, vector));
  const beside = holdBeside(asked, reading, likes, shared);
  const all = words.reduce((sum, { rarity }) => sum + rarity, 0);
  const common = commonRow(asked, evidence, words, all);
  common[placeOf('wordsTitle')] = shareOf(
    words.reduce((sum, { term, rarity }) => sum + (title.terms.has(term) ? rarity : 0), 0),
    all,
  );
  const numbers = [...asked.numbers].map((number) => terms.get(number)?.places ?? []);
  return questions.map((question, place) => {
    const row = common.slice();
    put(row, 'likeMean', evidence.near(place));
    put(row, 'leadMean', evidence.nearLead(place));
    fillLikes(row, asked, question, likes, sentences);
    fillWords(row, question, said, shared, all);
    put(row, 'wordsAll', shareOf(shared.inQuestion[place] ?? 0, all));
    fillFacets(row, asked, question);
    fillAsked(row, asked, question.ask, title);
    const held = numbers.filter((places) => places.some((one) => questionOf[one] === place)).length;
    put(row, 'numbersShared', held);
    put(row, 'numbersApart', numbers.length - held);
    const apart = beside(question, place);
    for (const name of BESIDE) put(row, name, apart[name]);
    return row;
  });
}

function put(row: Row, name: Feature, value: number): void {
  row[placeOf(name)] = value;
}

/** What is asked for, of whom, on which side and under which rules, held against the question and its fiche. */
function fillAsked(row: Row, asked: AskedReading, ask: TextReading, title: TextReading): void {
  put(row, 'kindAlike', asksAlike(asked.kind, ask.kind) ? 1 : 0);
  put(row, 'defines', ask.kind === 'what' && asked.kind !== 'what' ? 1 : 0);
  const products = ask.sides.map((side, pair) => side * (asked.sides[pair] ?? 0));
  put(row, 'opposed', products.filter((product) => product < 0).length);
  put(row, 'sameSide', products.filter((product) => product > 0).length);
  put(row, 'firmActs', ask.firmActs === asked.firmActs ? 1 : 0);
  const regimes = new Set([...regimesOf(ask), ...regimesOf(title)]);
  put(row, 'regimeUnasked', [...regimes].filter((one) => !regimesOf(asked).has(one)).length);
  put(row, 'facetsUnasked', [...ask.facets.keys()].filter((facet) => !asked.facets.has(facet)).length);
  put(row, 'numbersBack', [...ask.numbers].filter((number) => !asked.terms.has(number)).length);
}

const NONE: ReadonlySet<string> = new Set();
const regimesOf = ({ facets }: TextReading): ReadonlySet<string> => facets.get('regime') ?? NONE;

/** What all rows of a fiche have alike. */
function commonRow(asked: AskedReading, fiche: FicheEvidence, words: readonly AskedWord[], all: number): Row {
  const row = new Float32Array(FEATURES.length);
  const unknown = words.reduce((sum, { rarity, isKnown }) => sum + (isKnown ? 0 : rarity), 0);
  put(row, 'wordsUnknown', all === 0 ? 1 : unknown / all);
  put(row, 'score', fiche.score);
  put(row, 'lead', fiche.lead);
  put(row, 'wordRank', 1 / fiche.wordRank);
  put(row, 'meaningRank', 1 / fiche.meaningRank);
  put(row, 'agreed', fiche.wordRank <= 2 && fiche.meaningRank <= 2 ? 1 : 0);
  put(row, 'concept', fiche.concept ? 1 : 0);
  put(row, 'length', Math.log(1 + asked.terms.size));
  return row;
}

function fillLikes(
  row: Row,
  asked: AskedReading,
  { from, to, answer, notThis }: QuestionReading,
  likes: Float32Array,
  sentences: readonly Float32Array[],
): void {
  const nearest = likes.slice(from, to).sort().subarray(-3);
  const best = nearest.at(-1) ?? 0;
  put(row, 'likeAsk', likes[from] ?? 0);
  put(row, 'likeBest', best);
  put(row, 'likeThree', nearest.reduce((sum, like) => sum + like, 0) / 3);
  put(row, 'likeSentence', Math.max(best, ...sentences.map((one) => highestOf(one, from, to))));
  put(row, 'likeAnswer', dot(asked.vector, answer));
  put(row, 'likeNotThis', Math.max(0, ...notThis.map((vector) => dot(asked.vector, vector) - best + 0.5)));
}

function fillWords(
  row: Row,
  { from, to }: QuestionReading,
  { rarities }: FicheReading['said'],
  { rare }: SharedWords,
  all: number,
): void {
  put(row, 'forthAsk', shareOf(rare[from] ?? 0, all));
  put(row, 'backAsk', shareOf(rare[from] ?? 0, rarities[from] ?? 0));
  let best = 0;
  for (let way = from; way < to; way++) {
    const held = rare[way] ?? 0;
    best = Math.max(best, bothWays(shareOf(held, all), shareOf(held, rarities[way] ?? 0)));
  }
  put(row, 'wordsBest', best);
}

function fillFacets(row: Row, asked: AskedReading, { ask, about }: QuestionReading): void {
  put(row, 'kind', asked.kind === ask.kind ? 1 : 0);
  put(row, 'denied', asked.denied === ask.denied ? 1 : 0);
  let agree = 0;
  let clash = 0;
  for (const [facet, named] of asked.facets) {
    const values = about.get(facet) ?? [...(ask.facets.get(facet) ?? [])];
    if (values.length === 0) continue;
    if (values.some((value) => named.has(value))) agree += 1;
    else clash += 1;
  }
  put(row, 'facetsAgree', agree);
  put(row, 'facetsClash', clash);
}

/** So few words say too little of what is asked of them. */
const FEWEST_WORDS = 2;

function isSame(
  asked: TextReading,
  { from, to }: QuestionReading,
  { lengths, asking }: FicheReading['said'],
  { counts }: SharedWords,
): boolean {
  const words = asked.terms.size;
  if (words < FEWEST_WORDS) return false;
  for (let way = from; way < to; way++) {
    const as = asking[way];
    if (
      counts[way] === words &&
      lengths[way] === words &&
      as !== undefined &&
      asksAlike(as.kind, asked.kind) &&
      as.denied === asked.denied
    )
      return true;
  }
  return false;
}

function addLeading(rows: readonly Row[]): void {
  if (rows.length < 2) return;
  for (const name of LEADING) writeLeads(rows, placeOf(LEADS_OF[name]), placeOf(name));
}

/** By how much each row leads the others, and its place among them: in likeness and in words. */
function addLeads(groups: readonly (readonly Row[])[]): void {
  const rows = groups.flat();
  const [likes, words] = [placeOf('likeBest'), placeOf('wordsBest')];
  writeLeads(rows, likes, placeOf('leadLike'));
  writeLeads(rows, words, placeOf('leadWords'));
  writeLeads(rows, placeOf('likeThree'), placeOf('leadThree'));
  writeStandings(rows, likes, placeOf('placeLike'));
  writeStandings(rows, words, placeOf('placeWords'));
  for (const group of groups) writeLeads(group, likes, placeOf('leadWithin'));
}

/** Into one column, by how much each row leads the others in another; of one row, over nothing at all. */
function writeLeads(rows: readonly Row[], of: number, into: number): void {
  let best = -1;
  let second = -1;
  let first: Row | undefined;
  for (const row of rows) {
    const value = row[of] ?? 0;
    if (value > best) [best, second, first] = [value, best, row];
    else if (value > second) second = value;
  }
  for (const row of rows) row[into] = (row[of] ?? 0) - (row === first ? second : best);
}

function writeStandings(rows: readonly Row[], of: number, into: number): void {
  const sorted = Float32Array.from(rows, (row) => -(row[of] ?? 0)).sort();
  for (const row of rows) row[into] = 1 / (1 + sorted.indexOf(-(row[of] ?? 0)));
}

function highestOf(values: Float32Array, from: number, to: number): number {
  let best = -1;
  for (let place = from; place < to; place++) best = Math.max(best, values[place] ?? 0);
  return best;
}

function shareOf(held: number, all: number): number {
  return all === 0 ? 0 : held / all;
}

/** Harmonic mean of both shares: high only where each holds what is rare in the other. */
function bothWays(forth: number, back: number): number {
  return forth === 0 ? 0 : (2 * forth * back) / (forth + back);
}
