import { referencesIn } from '../../corpus/references.ts';
import { readSide } from '../../fidelity/read-side.ts';
import type { Side } from '../../fidelity/side.ts';
import { sentencesOf } from '../../french/sentences.ts';
import { fold, words } from '../../french/words.ts';
import { type ShapeRules, shapeFault } from '../../model/shape-holds.ts';
import type { Ungrounded } from '../../model/ungrounded.ts';
import { err, ok, type Result } from '../../result.ts';
import { bearingFault } from './bearing-holds.ts';
import { readEdits } from './edits-hold.ts';
import { figureFault } from './figures-hold.ts';
import { type Passage, type PassageSentence, termsOf } from './passage.ts';
import { isOtherCase, isOtherTax, scopesIn, unsaid } from './scope.ts';
import { tellingFault } from './telling-holds.ts';

/** One sentence of a model, with the passages it says it rests on. */
export interface Claim {
  readonly text: string;
  readonly passages: readonly string[];
}

export interface GroundingRules {
  readonly passages: ReadonlyMap<string, Passage>;
  /** The person's own words, which a claim may take up; numbers in them count for nothing. */
  readonly question: string;
  readonly shape: ShapeRules;
}

/** Least share of a claim's words that the sentences it rests on must hold, and that the passages it cites must. */
const HELD_BY_SUPPORT = 0.6;
const HELD_BY_PASSAGES = 0.75;
/** A document is no source of law: what is told of it keeps to its words. */
const HELD_BY_DOCUMENT = 0.85;
/** From this share on, one sentence says what the claim says. */
const SAYS_IT_ALONE = 0.75;
/** Supports that hold this much less than the best are about something else. */
const NEARLY_AS_MUCH = 0.2;
/** Supports tried for one sentence, those that hold most of its words first. */
const TRIED = 6;

/**
 * Whether a claim says what its passages say: by rule, sentence by sentence, each resting on one sentence of a passage cited
 * or on two that follow each other. Gives the passages that do hold it. Never throws; no model is asked.
 */
export function checkClaim(claim: Claim, rules: GroundingRules): Result<readonly Passage[], Ungrounded> {
  const shape = shapeFault(claim.text, rules.shape);
  if (shape !== undefined) return err(shape);
  if (claim.passages.length === 0) return err('no_passage');
  const cited: Passage[] = [];
  for (const id of new Set(claim.passages)) {
    const passage = rules.passages.get(id);
    if (passage === undefined) return err('unknown_passage');
    cited.push(passage);
  }
  const resting = new Set<Passage>();
  for (const span of sentencesOf(claim.text)) {
    const held = checkSentence(claim.text.slice(...span), cited, rules.question);
    if (!held.ok) return held;
    resting.add(held.value);
  }
  return resting.size === 0 ? err('unsupported') : ok([...resting]);
}

interface Support {
  readonly passage: Passage;
  readonly sentences: readonly PassageSentence[];
  /** Share of the claim's words that stand in it. */
  readonly held: number;
}

function checkSentence(text: string, cited: readonly Passage[], question: string): Result<Passage, Ungrounded> {
  const side = readSide(text);
  const said = wordsOf(text, side);
  const terms = new Set(said.map(({ term }) => term));
  if (isNameInvented(text, cited, question)) return err('name');
  if (!articlesHold(text, terms, cited)) return err('article');
  const all = cited.flatMap(({ sentences }) => sentences);
  // A number that stands nowhere is told as such, whatever else is wrong.
  const nowhere = side.values.length === 0 ? undefined : numberNowhere(side, all);
  if (nowhere !== undefined) return err(nowhere);
  if (shareOf(said, all, termsOf(question)) < HELD_BY_PASSAGES || hasLooseClause(text, side, cited))
    return err('unsupported');
  const supports = supportsFor(said, cited);
  if (supports.length === 0) return err('unsupported');
  const read = supports.map((support) => ({ support, edits: readEdits(text, joined(support), support.passage.title) }));
  // What retouches one sentence is measured against that sentence: another one beside it must not lend it what it lacks.
  const own = read.filter(({ support, edits }) => edits.retouched && support.sentences.length === 1);
  let first: Ungrounded | undefined;
  for (const { support, edits } of own.length > 0 ? own : read) {
    const added = own.length > 0 && hasForeignWord(terms, support) ? 'unsupported' : undefined;
    const fault = supportFault(text, side, support, edits.fault ?? added, cited);
    if (fault === undefined) return ok(support.passage);
    first ??= fault;
  }
  return err(first ?? 'unsupported');
}

/** Where a sentence may be joined to another one. */
const JOINT = /[;:]|,(?=\s{1,9}(?:et|mais|donc|car|alors|puis|ce qui|sans que)\s)/u;
/** In words: less is an aside («donc sans avis»). */
const SHORTEST_CLAUSE = 3;

/** Something is tacked on that no passage says, behind something that one does. */
function hasLooseClause(text: string, side: Side, cited: readonly Passage[]): boolean {
  const clauses = text.split(JOINT);
  return (
    clauses.length > 1 &&
    clauses.some((clause) => {
      const said = wordsOf(clause, side);
      return said.length >= SHORTEST_CLAUSE && supportsFor(said, cited).length === 0;
    })
  );
}

/** A word put in the place of another: neither the sentence nor those around it say it. */
function hasForeignWord(terms: ReadonlySet<string>, { passage, sentences }: Support): boolean {
  const [first] = sentences;
  const at = first === undefined ? -1 : passage.sentences.indexOf(first);
  const around = passage.sentences.slice(Math.max(0, at - 2), at + 2);
  const known = new Set([...termsOf(passage.title), ...around.flatMap((one) => [...one.terms])]);
  return [...terms].some((term) => !known.has(term));
}

const joined = ({ sentences }: Support): string => sentences.map((sentence) => sentence.text).join(' ');

function supportFault(
  text: string,
  side: Side,
  support: Support,
  edited: Ungrounded | undefined,
  cited: readonly Passage[],
): Ungrounded | undefined {
  const all = cited.flatMap(({ sentences }) => sentences);
  const [only] = support.sentences;
  return (
    figureFault(side, support.sentences, all) ??
    articleFault(text, support.sentences) ??
    scopeFault(text, joined(support), support.passage, cited) ??
    tellingFault(text, joined(support)) ??
    edited ??
    bearingFault(side, support.sentences.length === 1 && only !== undefined ? only.side : readSide(joined(support)))
  );
}

/** A rule of another fiche than the one shown keeps the words that say for whom it stands. */
function scopeFault(
  text: string,
  support: string,
  { from, title }: Passage,
  cited: readonly Passage[],
): Ungrounded | undefined {
  if (isOtherCase(scopesIn(text), scopesIn(support)) || isOtherTax(text, support)) return 'scope';
  if (from.kind !== 'fiche' || from.main) return undefined;
  const main = cited.find((passage) => passage.from.kind === 'fiche' && passage.from.main);
  const said = new Set([...scopesIn(text), ...scopesIn(main?.title ?? '')]);
  return unsaid(said, scopesIn(title)).length > 0 ? 'scope' : undefined;
}

/** Single sentences and pairs that follow each other, by how many of the claim's words they hold. */
function supportsFor(said: readonly ClaimWord[], cited: readonly Passage[]): readonly Support[] {
  const found: Support[] = [];
  for (const passage of cited) {
    const least = passage.from.kind === 'document' ? HELD_BY_DOCUMENT : HELD_BY_SUPPORT;
    // «Elle» in a passage may be told by its name, which the title gives: such words hold nothing by themselves.
    const named = termsOf(passage.title);
    const telling = said.filter(({ term }) => !named.has(term));
    const counted = telling.length === 0 ? said : telling;
    for (const [index, sentence] of passage.sentences.entries()) {
      const next = passage.sentences[index + 1];
      const windows = next === undefined ? [[sentence]] : [[sentence], [sentence, next]];
      for (const sentences of windows) {
        const held = shareOf(counted, sentences);
        if (held >= least) found.push({ passage, sentences, held });
      }
    }
  }
  // Two sentences are looked at where none alone says it: what one denies, the next must not seem to allow.
  const alone = found.filter(({ sentences, held }) => sentences.length === 1 && held >= SAYS_IT_ALONE);
  const best = (alone.length > 0 ? alone : found).sort((x, y) => y.held - x.held).slice(0, TRIED);
  return best.filter(({ held }) => held >= (best[0]?.held ?? 0) - NEARLY_AS_MUCH);
}

/** Share of a claim's words that some sentences hold, by their stem or by a word that says the same. */
function shareOf(
  words: readonly ClaimWord[],
  sentences: readonly PassageSentence[],
  more?: ReadonlySet<string>,
): number {
  if (words.length === 0) return 0;
  const held = words.filter(
    ({ term, key }) =>
      more?.has(term) === true ||
      sentences.some((one) => one.terms.has(term) || (key !== undefined && one.side.keys.has(key))),
  );
  return held.length / words.length;
}

/** A word of a claim: its stem, and the sense by which another word may stand for it. */
interface ClaimWord {
  readonly term: string;
  readonly key: string | undefined;
}

/** @param side of the whole sentence, where the text is a part of it */
function wordsOf(text: string, side: Side): readonly ClaimWord[] {
  const keys = new Map<string, string>();
  for (const { key, start, end } of side.words)
    for (const term of termsOf(side.text.slice(start, end))) keys.set(term, key);
  return [...termsOf(text)].map((term) => ({ term, key: keys.get(term) }));
}

function numberNowhere(side: Side, all: readonly PassageSentence[]): Ungrounded | undefined {
  const fault = figureFault(side, all, []);
  return fault === 'figure' || fault === 'date' ? fault : undefined;
}

/** Each text of law that a claim names is named by a passage it cites, in a sentence about the same thing. */
function articlesHold(text: string, terms: ReadonlySet<string>, cited: readonly Passage[]): boolean {
  return referencesIn(text, []).every(({ name }) =>
    cited.some(({ sentences }) =>
      sentences.some((sentence, index) => {
        if (!sentence.references.some((reference) => reference.name === name)) return false;
        const about = [sentence, sentences[index - 1]].flatMap((one) => (one === undefined ? [] : [...one.terms]));
        const shared = [...terms].filter((term) => about.includes(term)).length;
        return shared >= Math.min(2, terms.size) && shared >= terms.size * ABOUT_THE_SAME;
      }),
    ),
  );
}

/** Where the support names its own texts of law, the claim names no other. */
function articleFault(text: string, support: readonly PassageSentence[]): Ungrounded | undefined {
  const own = new Set(support.flatMap(({ references }) => references.map(({ name }) => name)));
  if (own.size === 0) return undefined;
  return referencesIn(text, []).every(({ name }) => own.has(name)) ? undefined : 'article';
}

const ABOUT_THE_SAME = 0.34;

const ACRONYM = /(?<![\p{L}\d])\p{Lu}{2,}\d*(?![\p{L}\d])/gu;
const PROPER = /(?<=[\p{L}\d,;:)»] (?:[dlDL]['’])?)\p{Lu}\p{Ll}[\p{L}-]+/gu;

/** Acronyms and names inside a sentence that neither the passages nor the question hold. */
function isNameInvented(text: string, cited: readonly Passage[], question: string): boolean {
  const said = [...text.matchAll(ACRONYM), ...text.matchAll(PROPER)].map(([name]) => name);
  if (said.length === 0) return false;
  const known = new Set(words([question, ...cited.flatMap(({ title, text: held }) => [title, held])].join(' ')));
  return said.flatMap((name) => words(fold(name))).some((word) => !known.has(word) && !COMMON.has(word));
}

const COMMON = new Set(['ht', 'ttc', 'etat', 'code', 'union', 'france']);
