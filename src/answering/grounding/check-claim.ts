import type { Contrasts } from '../../corpus/contrasts.ts';
import { fold, words } from '../../french/words.ts';
import { type ShapeRules, shapeFault } from '../../model/shape-holds.ts';
import { HOSTILE, type Ungrounded } from '../../model/ungrounded.ts';
import { claimFeatures } from './claim-features.ts';
import { evidenceOf } from './evidence.ts';
import { bestSentence, findQuote, nearest, type Quote } from './find-quote.ts';
import { groundOf } from './ground.ts';
import { isLikelyRight } from './judge.ts';
import { compareNear } from './near-holds.ts';
import type { Passage } from './passage.ts';
import { namesOf, type Reading, readText } from './reading.ts';
import { scopesIn, unsaid } from './scope.ts';
import { faultIn, suspicionIn } from './signs.ts';
import { isStandingLost } from './standing.ts';

/** What a model says, with the passages that it says it rests on and the words of them that it leans on. */
export interface Claim {
  readonly text: string;
  /** Left out: those of the fiche or document that the quote stands in. */
  readonly passages?: readonly string[];
  readonly quote?: string | undefined;
}

export interface GroundingRules {
  readonly passages: ReadonlyMap<string, Passage>;
  /** The person's own words, which a claim may take up; numbers in them count for nothing. */
  readonly question: string;
  readonly shape: ShapeRules;
  readonly contrasts: Contrasts;
}

/** A claim is shown as said; or the sentence it leans on is, as a quotation; or nothing is, where it is hostile or leans on none. */
export type Checked =
  | { readonly as: 'said'; readonly passages: readonly Passage[] }
  | { readonly as: 'quoted'; readonly quote: Quote; readonly why: Ungrounded }
  | { readonly as: 'dropped'; readonly why: Ungrounded };

/** A document is no source of law: what is told of it keeps to its words. */
const UNHELD_BY_DOCUMENT = 0.2;

/** Whether a claim says what its passages say, by rule, then by what was learnt. Never throws; no model is asked; linear in the passages. */
export function checkClaim(claim: Claim, rules: GroundingRules): Checked {
  const shape = shapeFault(claim.text, rules.shape);
  if (shape !== undefined && HOSTILE.has(shape)) return { as: 'dropped', why: shape };
  if (claim.passages?.length === 0) return { as: 'dropped', why: 'no_passage' };
  const all = [...rules.passages.values()];
  const cited: Passage[] = [];
  for (const id of new Set(claim.passages)) {
    const passage = rules.passages.get(id);
    if (passage === undefined) return { as: 'dropped', why: 'unknown_passage' };
    cited.push(passage);
  }
  const reading = readText(claim.text, rules.contrasts);
  const given = claim.quote?.trim() ?? '';
  const pointed = given === '' ? undefined : (findQuote(given, cited) ?? findQuote(given, all));
  if (claim.passages === undefined)
    cited.push(...all.filter(({ from }) => pointed === undefined || from.id === pointed.passage.from.id));
  if (pointed !== undefined && !cited.includes(pointed.passage)) cited.push(pointed.passage);
  const names = reading.words.filter(({ term }) => term !== undefined).map(namesOf);
  const quote = pointed ?? bestSentence(names, cited);
  if (quote === undefined) return { as: 'dropped', why: 'unsupported' };
  const why = shape ?? (given !== '' && pointed === undefined ? 'quote' : undefined);
  if (why !== undefined) return { as: 'quoted', quote, why };
  const look = lookAt(claim.text, reading, cited, quote, rules);
  if (look.kind === 'fault') return { as: 'quoted', quote, why: look.why };
  return look.kind === 'verbatim' || isLikelyRight(look.features)
    ? { as: 'said', passages: [quote.passage] }
    : { as: 'quoted', quote, why: look.suspicion };
}

/** `weighed`: no rule refuses it, and what is seen of it is for the judge; `suspicion` names what it is refused for. */
export type Look =
  | { readonly kind: 'fault'; readonly why: Ungrounded }
  | { readonly kind: 'verbatim' }
  | { readonly kind: 'weighed'; readonly features: readonly string[]; readonly suspicion: Ungrounded };

export function lookAt(
  text: string,
  reading: Reading,
  cited: readonly Passage[],
  quote: Quote,
  { question, contrasts }: Pick<GroundingRules, 'question' | 'contrasts'>,
): Look {
  const { passage } = quote;
  if (isNameInvented(text, cited, question)) return { kind: 'fault', why: 'name' };
  if (isStandingLost(reading, cited)) return { kind: 'fault', why: 'figure_standing' };
  const sentences = nearest(reading, cited, quote);
  const evidence = evidenceOf(reading, groundOf(cited, sentences), contrasts);
  const wrong = faultIn(evidence);
  if (wrong !== undefined) return { kind: 'fault', why: wrong };
  const near = compareNear(text, reading, cited);
  const isUnheld = passage.from.kind === 'document' && (evidence['unheld'] ?? 0) > UNHELD_BY_DOCUMENT;
  const why = near.fault ?? (isUnheld ? 'unsupported' : isScopeUnsaid(text, passage, cited) ? 'scope' : undefined);
  if (why !== undefined) return { kind: 'fault', why };
  const suspicion = suspicionIn(evidence);
  const isCopy = near.isCopy && suspicion === undefined;
  if (isCopy || sentences.some((sentence) => sentence.reading.flat === reading.flat)) return { kind: 'verbatim' };
  const features = [...claimFeatures(reading, passage, sentences, evidence, contrasts), ...near.edited];
  return { kind: 'weighed', features, suspicion: suspicion ?? 'unlikely' };
}

/** A rule of another fiche than the one shown keeps the words that say for whom it stands. */
function isScopeUnsaid(text: string, { from, title }: Passage, cited: readonly Passage[]): boolean {
  if (from.kind !== 'fiche' || from.main) return false;
  const main = cited.find((passage) => passage.from.kind === 'fiche' && passage.from.main);
  return unsaid(new Set([...scopesIn(text), ...scopesIn(main?.title ?? '')]), scopesIn(title)).length > 0;
}

const ACRONYM = /(?<![\p{L}\d])\p{Lu}{2,}\d*(?![\p{L}\d])/gu;
const PROPER = /(?<=[\p{L}\d,;:)»] (?:[dlDL]['’])?)\p{Lu}\p{Ll}[\p{L}-]+/gu;

/** «Julie Martin, vous pouvez»: nobody is called by name. */
const CALLED = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+,/u;

/** Acronyms and names inside a sentence that neither the passages nor the question hold. */
function isNameInvented(text: string, cited: readonly Passage[], question: string): boolean {
  if (CALLED.test(text)) return true;
  const said = [...text.matchAll(ACRONYM), ...text.matchAll(PROPER)].map(([name]) => name);
  if (said.length === 0) return false;
  const known = new Set(words([question, ...cited.flatMap(({ title, text: held }) => [title, held])].join(' ')));
  return said.flatMap((name) => words(fold(name))).some((word) => !known.has(word) && !COMMON.has(word));
}

const COMMON = new Set(['ht', 'ttc', 'etat', 'code', 'union', 'france', 'pme', 'ccag', 'europe']);
