// One thing: what is done with what was found, with what each of its thresholds costs.
import type { Fiche } from '../corpus/fiche.ts';
import type { Boundary } from '../corpus/perimeter.ts';
import { openingVerdict, type Question } from '../corpus/question.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { Given } from '../dialogue/given.ts';
import type { Told } from '../retrieval/cases/told-case.ts';
import type { OwnPassage } from '../retrieval/own-passages.ts';
import type { Judged } from '../retrieval/pair/judge.ts';
import { askingOf } from '../retrieval/pair/read-text.ts';
import type { HandoffReason, RefusalReason } from '../vocabulary/reasons.ts';
import { type Candidate, type FicheCandidate, isForHuman, isOutside } from './candidate.ts';
import { isInDoubt, type ModeShares, wayOf } from './mode.ts';
import { contradicts } from './other-case.ts';
import { withoutRepeats } from './repeats.ts';

export interface Evidence {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Questions of the fiches found, the likeliest first. */
  readonly judged: readonly Judged[];
  /** Of the likeliest, the case that is told. */
  readonly cases: ToldCases;
  /** The nearest passage of the organisation's own documents. */
  readonly own: OwnPassage | undefined;
  /** The question is put about the organisation's own rules: «chez nous», «dans notre guide». */
  readonly ownRules: boolean;
  /** It is asked of one's own body: its contracts, who buys there. Whoever knew the body has not answered. */
  readonly ofBody: boolean;
  readonly given: Given;
  /** Number of distinct content words in the question. */
  readonly contentWords: number;
  /** It stops before its end: «et donc pour la chose du». */
  readonly isCutOff?: boolean;
  /** What the message wants, by its words and by what the search found. */
  readonly mode: ModeShares;
  readonly today: IsoDate;
  /** Any fiche of the corpus, found or not. */
  readonly ficheOf: (id: string) => Fiche | undefined;
}

/** Of questions, the case that a line tells, or what was said before it; or the way in which it turns them round. */
export type ToldCases = ReadonlyMap<Question, Told>;

/** A question that may have been asked. */
export interface Option {
  readonly fiche: Fiche;
  /** Its position among those of the fiche. */
  readonly question: number;
  /** Its yes or its no is likelier than not the answer to what was asked: under the question it stands, as written. */
  readonly stands?: boolean;
}

/** One of those judged, with what is told beside it. */
interface Weighed extends Judged, Option {
  /** One of its cases is told, or it is asked turned round. */
  readonly told: Told | undefined;
}

/** What is known beside a human. */
export interface Known extends Option {
  /** It is the one asked, certain enough to open with its answer. */
  readonly isSure: boolean;
  /** Where it is not: the others that may be, each said under it in one line. */
  readonly others: readonly Option[];
}

export type Decision =
  /** Nothing is asked: a greeting, a nod, words at random. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'answer';
      readonly fiche: Fiche;
      /** Position of the question that was asked, where that is certain enough to open with its answer. */
      readonly question: number | undefined;
      /** Where none is: the questions that may have been, the likeliest first; its answer leads, the others' stand under it. */
      readonly options: readonly Option[];
      readonly also: Fiche | undefined;
      /** The theme for a human that the question touches, whose reason limits the answer. */
      readonly limit: Boundary | undefined;
      /** A human is likely wanted, not surely. */
      readonly inDoubt?: boolean;
      readonly confidence: number;
    }
  /** An organisation's own document answers; the fiche that says the rule, where one is likely. */
  | {
      readonly kind: 'document';
      readonly passage: OwnPassage;
      readonly also: Fiche | undefined;
      readonly confidence: number;
    }
  /** Which of these was asked is not sure enough: each is offered with its answer in one line. */
  | { readonly kind: 'choices'; readonly options: readonly Option[]; readonly confidence: number }
  | {
      readonly kind: 'handoff';
      readonly reason: HandoffReason;
      /** The theme that says why, where one was found. */
      readonly boundary: Boundary | undefined;
      /** The question likely asked, whose answer is what is known. */
      readonly known: Known | undefined;
      /** Those that it may be near, where none likely is. */
      readonly near: readonly Option[];
    }
  | {
      readonly kind: 'refuse';
      readonly reason: RefusalReason;
      readonly boundary: Boundary | undefined;
      readonly near: readonly Fiche[];
    };

/** Less likely than this to be for a human, an answer does not name what only a human can settle. */
const LIMIT = 0.2;
/** Where neither a rule nor a person is likely wanted, nothing is shown. */
const HARDLY_OURS = 0.3;
/** Below this a question is not worth offering. */
export const NEAR = 0.05;
/** … and below this not by itself, where no other is. */
const ALONE = 0.1;
/** … and of a message that only a person can settle: the likeliest is told from here, as one that it may be. */
const HANDED = 0.03;
/** From here one answer is given; below, two or three questions are offered with theirs. */
export const ONE_ANSWER = 0.25;
/** From here the question is the one asked: its value or its step opens the reply, without the question before it. */
const CERTAIN = 0.45;
/** … and its yes or its no where that too is believed, what is asked turned round being told apart: of 686 questions of the sets to learn from 78 opened right so, 8 with the contrary. */
const BELIEVED = 0.5;
/** How likely a question is at the least that is asked in its own words, where no other is. */
const IN_ITS_WORDS = 0.85;
/** From here a question of the corpus is asked, though the words around it look like something outside … */
const SURELY_OURS = 0.5;
/** … not where they surely do: of 91 golden ones outside none is answered so. */
const OUTSIDE = 0.7;
/** … and stands under its question, shown before it: of 60 between here and what opens a reply 51 right, 7 the contrary. */
const STANDS = 0.3;
/** … of a question that is surer than one which tells a value: of 36 neighbours three opened wrong below, none from here. */
const SURE_OF_YES = 0.65;
/**
 * A yes or a no whose first sentence holds its exception was the contrary of what was asked for 25 times in 82, others 12 in 131: it
 * stands under its question, since whoever asks may be the exception.
 */
const HAS_EXCEPTION =
  /^(?:Oui|Non)(?:, (?:si|mais)(?!\p{L})|[^.]{0,400}?(?<!\p{L})(?:sauf|à moins|hors|tant que|à condition)(?!\p{L}))/u;
/** A theme is named by its own words from this cosine similarity; the least of six outside was 0.65, words at random 0.52. */
const SAME_THEME = 0.58;
/** … by itself for what is outside, or surely for a human: the wording of those who ask varies more than that of a case. */
const SAME_THEME_SURELY = 0.52;
const SURELY_HUMAN = 0.8;
/** A second fiche this close to the first may be what was meant; a related one may trail it by more. */
const ALSO_WITHIN = 0.25;
const RELATED_WITHIN = 0.6;
/** From here a passage of the organisation's own documents answers, and stands before the fiche: of 180 other questions asked of three guides 9. */
const OWN_FITS = 0.38;
/** … sooner where no question of a fiche is likely, and sooner still where the organisation's own rules are asked about. */
const OWN_FITS_IN_DOUBT = 0.3;
const OWN_FITS_OWN_RULES = 0.15;
/** From here it is said beside what the law is: of 96 questions on six guides 90, of 96 on other rules 39 … */
const OWN_BESIDE = 0.25;
/** … where no question of a fiche is likely, sooner. */
const OWN_BESIDE_IN_DOUBT = 0.14;
const LAW_IN_DOUBT = 0.3;
const DOUBT = 0.35;
/** A fiche likelier than this is shown under the organisation's own rule. */
const ALSO_LIKELY = 0.15;
/** What is left of a question of a fiche on the other case: works asked about, supplies in its title. */
const OFF_CASE = 0.3;
/** … and of a question about one kind of buyer, where none was named. */
const OF_ONE_BUYER = 0.5;
/** … of one under rules of their own, where none was named; of one that asks for something else, «qui ?» against «peut-on ?». */
const SPECIAL = 0.5;
const OTHERWISE = 0.7;
const MOST_OPTIONS = 3;

/** What to do with what was found. Pure: same evidence, same decision. */
export function decide(evidence: Evidence): Decision {
  const fiches = evidence.candidates.filter((candidate) => candidate.kind === 'fiche');
  const judged = judge(evidence);
  const [first] = judged;
  const confidence = first?.confidence ?? 0;
  const { mode } = evidence;

  if (evidence.own !== undefined && evidence.own.fit >= ownFit(evidence, confidence))
    return {
      kind: 'document',
      passage: evidence.own,
      also: confidence >= ALSO_LIKELY ? first?.fiche : undefined,
      confidence,
    };
  const options = withoutRepeats(judged.filter((one) => one.confidence >= NEAR)).slice(0, MOST_OPTIONS);
  const edge = decideEdge(evidence, judged);
  if (edge !== undefined) return edge;
  if (evidence.ofBody && evidence.contentWords > 1 && confidence < ONE_ANSWER)
    return { kind: 'refuse', reason: 'no_body', boundary: undefined, near: [] };
  const ours = isOurs(mode) || confidence >= SURELY_OURS;
  if (first === undefined || !ours || (options.length < 2 && confidence < ALONE)) {
    // Little is known of it elsewhere: what their own documents say nearest is worth more than nothing.
    if (ours && evidence.own !== undefined && isBeside(evidence.own, confidence))
      return { kind: 'document', passage: evidence.own, also: undefined, confidence };
    return {
      kind: 'refuse',
      reason: 'no_source',
      boundary: undefined,
      near: fiches.slice(0, MOST_OPTIONS).map(({ fiche }) => fiche),
    };
  }
  const { fiche } = first;
  if (isTooOld(fiche, evidence.today))
    return { kind: 'refuse', reason: 'out_of_date', boundary: undefined, near: [fiche] };
  if (fiche.conflict !== undefined && mode.human >= LIMIT)
    return {
      kind: 'handoff',
      reason: 'conflicting_sources',
      boundary: undefined,
      known: knownOf(first, judged),
      near: [],
    };
  // One word names a subject; which question about it is for the person to say, unless they ask what it is.
  if (confidence < ONE_ANSWER || (evidence.contentWords <= 1 && !isMeaning(first)))
    return { kind: 'choices', options, confidence };
  const inDoubt = isInDoubt(mode);
  const isSure = !inDoubt && isCertain(first);
  return {
    kind: 'answer',
    fiche,
    question: isSure ? first.question : undefined,
    options: isSure ? [] : options,
    also: alsoOf(fiche, fiches),
    limit: mode.human >= LIMIT ? themeOf(evidence, isForHuman) : undefined,
    inDoubt,
    confidence,
  };
}

function isOurs({ rule, human }: ModeShares): boolean {
  return rule + human >= HARDLY_OURS;
}

/** The likeliest first; a question asked in its own words, where no other is, is that one. */
function judge({ judged, given, cases }: Evidence): readonly Weighed[] {
  const [only, another] = judged.filter(({ same }) => same);
  return judged
    .map((one) => {
      const same = one === only && another === undefined;
      const narrowed = one.narrower && given.acheteur === undefined ? OF_ONE_BUYER : 1;
      const turned = (one.special ? SPECIAL : 1) * (one.alike ? 1 : OTHERWISE);
      const likely = one.confidence * narrowed * turned * (contradicts(one.fiche, given) ? OFF_CASE : 1);
      const stands = one.alike && one.verdict >= STANDS;
      const question = one.fiche.questions[one.question];
      const told = question && cases.get(question);
      return { ...one, same, stands, told, confidence: same ? Math.max(likely, IN_ITS_WORDS) : likely };
    })
    .sort((a, b) => Number(b.same) - Number(a.same) || b.confidence - a.confidence);
}

function ownFit({ ownRules }: Evidence, confidence: number): number {
  if (ownRules) return OWN_FITS_OWN_RULES;
  return confidence < DOUBT ? OWN_FITS_IN_DOUBT : OWN_FITS;
}

/** A passage is near enough to be said beside what the law is. @param confidence that the law's question is the one asked */
export function isBeside({ fit }: OwnPassage, confidence: number): boolean {
  return fit >= (confidence < LAW_IN_DOUBT ? OWN_BESIDE_IN_DOUBT : OWN_BESIDE);
}

/**
 * A yes or a no opens a reply only where it is believed by itself; «cela dépend» misleads nobody. What a word means is no
 * answer to who, when or may I.
 */
function isCertain({ fiche, question, confidence, verdict, same, alike, told }: Weighed): boolean {
  if (same) return true;
  if (!alike) return false;
  const said = fiche.questions[question];
  // Turned round, it opens with a yes or a no of its own; what it comes to in the case told says its condition first.
  if (told !== undefined)
    return told.isSure && confidence >= (openingVerdict(told.opening.service) === undefined ? CERTAIN : SURE_OF_YES);
  if (said?.verdict !== 'oui' && said?.verdict !== 'non') return confidence >= CERTAIN;
  return confidence >= SURE_OF_YES && verdict >= BELIEVED && !HAS_EXCEPTION.test(said.answer.service);
}

/** What a word means was asked, and is what the question tells. */
function isMeaning({ fiche, question, alike }: Judged): boolean {
  return alike && askingOf(fiche.questions[question]?.ask ?? '').kind === 'what';
}

/** Words of a line that stops before its end, of which nothing can be made. */
const TOO_FEW = 2;

/** What is no rule asked for: nothing at all, a case for a human, something outside. */
function decideEdge(evidence: Evidence, judged: readonly Weighed[]): Decision | undefined {
  if (evidence.isCutOff && evidence.contentWords <= TOO_FEW) return { kind: 'nothing' };
  switch (wayOf(evidence.mode)) {
    case 'nothing':
      return { kind: 'nothing' };
    case 'human':
      return handOver(evidence, judged);
    case 'outside': {
      // A theme of the outside named by its own words stands («une tarte aux pommes»), whatever the corpus says of food.
      const named = themeOf(evidence, isOutside);
      if (named === undefined && evidence.mode.outside < OUTSIDE && (judged[0]?.confidence ?? 0) >= SURELY_OURS)
        return undefined;
      const theme = named ?? themeOf(evidence, isOutside, SAME_THEME_SURELY);
      return { kind: 'refuse', reason: theme?.reason ?? 'out_of_scope', boundary: theme, near: [] };
    }
    case 'rule':
      // Where a person may be wanted and no rule is likely the one asked, it is for a person.
      return isInDoubt(evidence.mode) && (judged[0]?.confidence ?? 0) < ONE_ANSWER
        ? handOver(evidence, judged)
        : undefined;
  }
}

function handOver(evidence: Evidence, judged: readonly Weighed[]): Decision | undefined {
  if (evidence.contentWords <= 1) return undefined;
  const named = themeOf(evidence, isForHuman);
  const isSurely = evidence.mode.human >= SURELY_HUMAN;
  const theme = named ?? (isSurely ? themeOf(evidence, isForHuman, SAME_THEME_SURELY) : undefined);
  const reason = theme?.reason ?? 'individual_decision';
  return { kind: 'handoff', reason, boundary: theme, ...knownFor(named, judged, evidence) };
}

/** The nearest theme of one side of the edge, where it is near enough to speak for the message: «lorem ipsum» is no matter of German law. */
function themeOf<T extends Boundary>(
  { candidates }: Evidence,
  isOf: (boundary: Boundary) => boundary is T,
  least = SAME_THEME,
): T | undefined {
  for (const candidate of candidates)
    if (candidate.kind === 'boundary' && candidate.similarity >= least && isOf(candidate.boundary))
      return candidate.boundary;
  return undefined;
}

/** The fiche to read beside the answer: the runner-up when it is close, else one found that the answer's fiche is related to. */
function alsoOf(fiche: Fiche, found: readonly FicheCandidate[]): Fiche | undefined {
  const linked = (other: Fiche) => fiche.related.includes(other.id) || other.related.includes(fiche.id);
  const best = found[0]?.score ?? 0;
  return found.find(
    (other) =>
      other.fiche.id !== fiche.id && best - other.score <= (linked(other.fiche) ? RELATED_WITHIN : ALSO_WITHIN),
  )?.fiche;
}

/** Past its review date a fiche is given with a caution; a year past it, it is no longer given as an answer. */
function isTooOld(fiche: Fiche, today: IsoDate): boolean {
  const year = Number(fiche.review_before.slice(0, 4)) + 1;
  return today > `${year}${fiche.review_before.slice(4)}`;
}

function knownOf(one: Weighed, judged: readonly Weighed[]): Known {
  const isSure = isCertain(one);
  const others = judged.filter((other) => other !== one && other.confidence >= NEAR).slice(0, MOST_OPTIONS - 1);
  return { fiche: one.fiche, question: one.question, isSure, others: isSure ? [] : others };
}

/** What a hand-over leaves with: the answer likely asked for; else questions near to it, and those of the theme, never another's rule as one's own. */
function knownFor(
  theme: Boundary | undefined,
  judged: readonly Weighed[],
  { ficheOf }: Evidence,
): Pick<Extract<Decision, { kind: 'handoff' }>, 'known' | 'near'> {
  const [first] = judged;
  // Where no theme says why, the nearest rule is all that is told.
  const least = theme === undefined ? HANDED : ONE_ANSWER;
  if (first !== undefined && first.confidence >= least) return { known: knownOf(first, judged), near: [] };
  const themed = (theme?.fiches ?? []).flatMap((id) => {
    const found = judged.find(({ fiche }) => fiche.id === id);
    const fiche = ficheOf(id);
    return found ?? (fiche === undefined ? [] : { fiche, question: 0 });
  });
  const near = [...judged.filter(({ confidence }) => confidence >= NEAR), ...themed];
  return { known: undefined, near: near.slice(0, MOST_OPTIONS) };
}
