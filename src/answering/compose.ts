import { type Fiche, SECTIONS } from '../corpus/fiche.ts';
import { fillFigures } from '../corpus/prose.ts';
import type { Opening, Question, Turned } from '../corpus/question.ts';
import type { Corpus } from '../corpus/read-corpus.ts';
import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import type { Given } from '../dialogue/given.ts';
import { citeArticle, officialUrl } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import type { Suggestion } from '../message/message.ts';
import type { Catalogue } from '../text/catalogues.ts';
import type { Role } from '../vocabulary/people.ts';
import type { Option, ToldCases } from './decide.ts';
import { bareRule } from './port/bare-rule.ts';
import type { Answer, NearQuestion, Short, Source } from './port/outcome.ts';
import { countWords, firstLine, lowered, MOST_WORDS } from './port/short.ts';
import { sinceOf } from './since.ts';
import { weakestStatus } from './weakest-status.ts';

export interface AnswerRequest {
  readonly text: string;
  readonly fiche: Fiche;
  readonly also: Fiche | undefined;
  /** Position in the fiche's questions of the one that was asked, when it is near enough to be answered directly. */
  readonly asked: number | undefined;
  /** Positions of the questions of the fiche nearest to it. */
  readonly nearby: readonly number[];
  /** Where none was: the questions of any fiche that are next likeliest after the first of them. */
  readonly others: readonly Option[];
  /** The yes or the no of the first of those nearest is likely the answer. */
  readonly stands?: boolean | undefined;
  /** Of these questions, the case that is told. */
  readonly cases: ToldCases;
  /** Why the person's own case needs a human, when the question touches such a theme; else the fiche's own limit is said. */
  readonly limit: string | undefined;
  readonly given: Given;
  readonly role: Role;
  /** The day the figures must be right for, and today: they differ when the question is about another time. */
  readonly at: IsoDate;
  readonly today: IsoDate;
  readonly confidence: number;
}

/** Both registers of one truth: same figures, same sources. */
export function composeAnswer(request: AnswerRequest, corpus: Corpus, catalogue: Catalogue): Answer {
  const { fiche, also, at, today } = request;
  const say = createSay(corpus, at);
  const asked = request.asked === undefined ? undefined : fiche.questions[request.asked];
  const shown = asked ?? fiche.questions[request.nearby[0] ?? -1];
  const shortIn = (side: 'achat' | 'service') => shortOf(request, side, say, catalogue);
  const short = { prescriber: shortIn('service'), buyer: shortIn('achat') };
  const offered = new Set(short[request.role].others?.map(({ question }) => question));
  return {
    kind: 'answer',
    title: say(fiche.title),
    told: shown?.id,
    short,
    verdict: asked && verdictOf(asked, request.cases),
    cited: citedIn(shown ?? fiche, fiche),
    nearby: (asked === undefined ? request.nearby.slice(1) : request.nearby)
      .flatMap((position) => fiche.questions[position] ?? [])
      .map((question) => ({ question: say(question.ask), answer: say(question.answer[sideOf(request.role)]) }))
      .filter(({ question }) => !offered.has(question)),
    brief: say(fiche.sections.brief),
    registers: { prescriber: say(fiche.sections.service), buyer: say(fiche.sections.buyer) },
    pitfalls: say(fiche.sections.pitfalls),
    example: say(fiche.sections.example),
    next: say(fiche.sections.next),
    sources: [sourceOf(fiche, request.role), ...(also === undefined ? [] : [sourceOf(also, request.role)])],
    also: also && { title: say(also.title), brief: say(also.sections.brief) },
    limit: [request.limit, fiche.limit]
      .filter((text) => text !== undefined)
      .map(say)
      .at(0),
    human: request.limit !== undefined || request.confidence < HUMAN_BELOW,
    caution: cautionOf(fiche, at, today, catalogue),
    asOf: fiche.verified_on,
    since: sinceOf(shown?.answer[sideOf(request.role)] ?? fiche.sections.brief, corpus, at, catalogue),
    sure: sureOf(also === undefined ? [fiche] : [fiche, also], catalogue),
    suggestions: suggestionsOf(fiche, corpus, say),
    confidence: request.confidence,
  };
}

/** Below this confidence the answer is as often beside the question: a human is offered with it. */
export const HUMAN_BELOW = 0.3;

function sideOf(role: Role): 'achat' | 'service' {
  return role === 'buyer' ? 'achat' : 'service';
}

/** The question asked answers for itself; the nearest one is named first; with neither, the subject is, and what the fiche says in short. */
function shortOf(
  { fiche, asked, nearby, others, stands, cases }: AnswerRequest,
  side: 'achat' | 'service',
  say: Say,
  catalogue: Catalogue,
): Short {
  const question = fiche.questions[asked ?? nearby[0] ?? -1];
  if (question === undefined)
    return { near: say(fiche.title), answer: say(fiche.sections.brief), but: undefined, next: undefined };
  const [step] = stepsOf(fiche.sections.next);
  const opening = cases.get(question)?.opening;
  const near = asked === undefined ? say(askedAs(question, opening)) : undefined;
  const whole = say(question.answer[side]);
  const answer = opened(question, opening, near === undefined || stands === true, side, say);
  const lead = { question: near ?? '', answer: firstLine(answer) };
  return {
    near,
    ...(near === undefined || others.length === 0 ? {} : { others: fitting(lead, linesOf(others, side, cases, say)) }),
    answer,
    but:
      opening === undefined ? question.but && say(question.but) : ruleUnder(opening, question, whole, say, catalogue),
    next: say(question.next ?? step ?? ''),
  };
}

/** The question, as it was turned. */
function askedAs(question: Question, opening: Opening | undefined): string {
  return opening !== undefined && isTurned(question, opening) ? opening.ask : question.ask;
}

/** What stands first: what settles the case told, or the question as it was turned; else the whole answer. @param said its yes or its no may be */
function opened(
  question: Question,
  opening: Opening | undefined,
  said: boolean,
  side: 'achat' | 'service',
  say: Say,
): string {
  const first = say((opening ?? question.answer)[side]);
  // Turned round, it is asked in so many words above its yes or no.
  return said || (opening !== undefined && isTurned(question, opening)) ? first : bareRule(first);
}

/** The rule that it is a case of, or the question in its own direction. */
function ruleUnder(opening: Opening, question: Question, whole: string, say: Say, catalogue: Catalogue): string {
  return isTurned(question, opening)
    ? `*${say(question.ask)}* ${whole}`
    : `*${catalogue.theRule}\u00a0:* ${lowered(whole)}`;
}

/** What a reply that opens so says; a case told of a value, or against a yes or a no, is none of them. */
function verdictOf(question: Question, cases: ToldCases): Answer['verdict'] {
  const opening = cases.get(question)?.opening;
  if (opening === undefined || (question.verdict === 'depend' && !isTurned(question, opening))) return question.verdict;
  return isTurned(question, opening) ? opening.verdict : undefined;
}

function isTurned({ turned }: Question, opening: Opening): opening is Turned {
  return turned.some((one) => one === opening);
}

/** Words that say what stands here. */
const AROUND = 5;

/** Questions of any fiche that may be the one asked, each with its rule in one line. @param lineOf what of an answer stands in it */
export function linesOf(
  options: readonly Option[],
  side: 'achat' | 'service',
  cases: ToldCases,
  say: Say,
  lineOf = firstLine,
): readonly NearQuestion[] {
  return options.flatMap(({ fiche, question, stands }) => {
    const chosen = fiche.questions[question];
    if (chosen === undefined) return [];
    const opening = cases.get(chosen)?.opening;
    const answer = opened(chosen, opening, stands === true, side, say);
    return [{ question: say(askedAs(chosen, opening)), answer: lineOf(answer) }];
  });
}

/** As many of them, in their order, as there is room for under the first line of another. */
function fitting(lead: NearQuestion, others: readonly NearQuestion[]): readonly NearQuestion[] {
  let left = MOST_WORDS - AROUND - wordsIn(lead);
  return others.filter((one) => {
    if (one.question === lead.question || wordsIn(one) > left) return false;
    left -= wordsIn(one);
    return true;
  });
}

function wordsIn({ question, answer }: NearQuestion): number {
  return countWords(`${question} ${answer}`);
}

function stepsOf(section: string): readonly string[] {
  return section.split('\n').map((line) => line.replace(/^- /, ''));
}

const MOST_CITED = 3;

/** The articles of the answer shown; of the fiche, where it names none. */
function citedIn({ articles }: { readonly articles: readonly string[] }, fiche: Fiche): Source['articles'] {
  return (articles.length === 0 ? fiche.articles : articles).slice(0, MOST_CITED).map(articleOf);
}

export function articleOf(reference: string): Source['articles'][number] {
  const url = officialUrl(reference);
  return { reference, cited: citeArticle(reference), ...(url === undefined ? {} : { url }) };
}

export type Say = (text: string) => string;

/** Texts of fiches as they read on a day; the same ones are said over and over. */
const said = new WeakMap<Corpus, Map<IsoDate, Map<string, string>>>();
const DAYS_KEPT = 4;

/** A text of the corpus with the figures of that day, typeset. */
export function createSay(corpus: Corpus, at: IsoDate): Say {
  const days = said.get(corpus) ?? new Map<IsoDate, Map<string, string>>();
  said.set(corpus, days);
  const texts = days.get(at) ?? new Map<string, string>();
  days.delete(at);
  days.set(at, texts);
  if (days.size > DAYS_KEPT) days.delete(days.keys().next().value ?? '');
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const fresh = frenchTypography(fillFigures(text, corpus.figures, at));
    texts.set(text, fresh);
    return fresh;
  };
}

const sources = new WeakMap<Fiche, Map<Role, Source>>();

/** A fiche as what backs an answer. */
export function sourceOf(fiche: Fiche, role: Role): Source {
  const byRole = sources.get(fiche) ?? new Map<Role, Source>();
  sources.set(fiche, byRole);
  const known = byRole.get(role) ?? makeSource(fiche, role);
  byRole.set(role, known);
  return known;
}

function makeSource(fiche: Fiche, role: Role): Source {
  const articles = fiche.articles.map(articleOf);
  const url = fiche.sources.find((source) => source.url !== undefined)?.url ?? articles[0]?.url;
  return {
    fiche: fiche.id,
    title: fiche.title,
    section: SECTIONS[role === 'buyer' ? 'buyer' : 'service'],
    articles,
    verifiedOn: fiche.verified_on,
    status: weakestStatus(fiche),
    module: fiche.module,
    ...(url === undefined ? {} : { url }),
  };
}

function cautionOf(fiche: Fiche, at: IsoDate, today: IsoDate, catalogue: Catalogue): string | undefined {
  const notes: string[] = [];
  if (fiche.conflict !== undefined) notes.push(frenchTypography(fiche.conflict));
  if (today > fiche.review_before) notes.push(catalogue.reviewOverdue(frenchDate(fiche.review_before)));
  // Between its reading and today nothing is to be said: the source line bears the day.
  if (at !== today && (at < fiche.verified_on || at > today))
    notes.push(catalogue.figuresAt(frenchDate(at), frenchDate(fiche.verified_on)));
  const weakest = weakestStatus(fiche);
  if (weakest === 'M' || weakest === 'V2-faible') notes.push(catalogue.weakSource);
  return notes.length === 0 ? undefined : notes.join(' ');
}

const MOST_NAMED = 3;

/** What of the texts that an answer leans on was read: the weakest of its fiches says it for both. */
function sureOf(fiches: readonly Fiche[], { sure }: Catalogue): string {
  const statuses = fiches.map(weakestStatus);
  if (statuses.includes('M')) return sure.unchecked;
  const notWhole = fiches.flatMap(({ read }) => read.filter(({ as }) => as !== 'whole').map(({ article }) => article));
  if (notWhole.length > 0) return sure.partly([...new Set(notWhole)].slice(0, MOST_NAMED).map(citeArticle).join(', '));
  return statuses.every((status) => status === 'V1') ? sure.read : sure.others;
}

const SUGGESTED = 3;

/** The related fiches, each by the question people ask about it. */
function suggestionsOf(fiche: Fiche, corpus: Corpus, say: (text: string) => string): readonly Suggestion[] {
  return fiche.related
    .map((id) => corpus.fiches.find((other) => other.id === id))
    .filter((other) => other !== undefined)
    .slice(0, SUGGESTED)
    .map((other) => ({ label: say(other.title), text: other.title }));
}
