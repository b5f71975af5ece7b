import { openingVerdict } from '../../corpus/question.ts';
import { sentencesOf } from '../../french/sentences.ts';
import type { Catalogue } from '../../text/catalogues.ts';
import { sayDay } from '../../text/moments.ts';
import type { Role } from '../../vocabulary/people.ts';
import { type Computed, computedLines } from './computed.ts';
import type { Answer, Clarification, NearQuestion } from './outcome.ts';

/** Words that a reply shows at first, with where they are written. */
export const MOST_WORDS = 120;
/** Fewer words say too little by themselves: «Non.» */
const LEAST_WORDS = 4;

/** One paragraph of what is shown first. Markdown; French but for what the catalogue says. */
export interface FirstLine {
  readonly kind:
    | 'note'
    | 'premise'
    | 'computed'
    | 'near'
    | 'verdict'
    | 'answer'
    | 'own'
    | 'but'
    | 'other'
    | 'next'
    | 'limit'
    | 'caution';
  readonly text: string;
  /** Of `other`: the question that the text answers. */
  readonly question?: string;
}

/**
 * What is shown of an answer before anything unfolds, in order: what the rules conclude, the verdict or the value, the condition
 * that could change it, the next step. What does not fit is left to the folds, the least needed first.
 * @param shown words, with where they are written
 */
export function firstLines(answer: Answer, role: Role, catalogue: Catalogue, shown = MOST_WORDS): readonly FirstLine[] {
  const most = shown - countWords(citedLine(answer, role, catalogue));
  const { about, premise, computed, beside: apart, asks, limit, caution, wordedBy } = answer;
  const { near, answer: said, but, next, others = [] } = answer.short[role];
  const own = (answer.own ?? []).flatMap((text) => line('own', text));
  const told = (near === undefined ? countWords(said) : 0) + wordsOf(own);
  const asOther = ({ question, answer: text }: NearQuestion): FirstLine => ({ kind: 'other', question, text });
  const [result, ...how] =
    computed === undefined ? [] : computedFirst(computed, catalogue, most - wordsOf(own), told - wordsOf(own));
  const first = [
    ...line('note', about && named(catalogue.onSubject, about, catalogue)),
    ...line('premise', premise),
    ...line('computed', result),
  ];
  const before = [
    ...line('near', near && named(catalogue.near, `**${near}**`, catalogue)),
    ...line('verdict', verdictIn(said, catalogue)),
  ];
  const reckoned = line('computed', how.join('\n\n'));
  const taken = wordsOf([...first, ...reckoned, ...before, ...own]);
  const under = fitting(others.map(asOther), most - taken - countWords(firstLine(said)));
  const stored = [...before, ...line('answer', firstSentences(said, most - taken - wordsOf(under)))];
  const isBeside =
    isWorkedOut(answer, role) ||
    ((near !== undefined || computed !== undefined) && wordsOf([...first, ...reckoned, ...stored, ...own]) > most);
  const needed = [
    ...first,
    ...(computed === undefined ? [] : own),
    ...reckoned,
    ...(isBeside ? [] : stored),
    ...(computed === undefined ? own : []),
  ];
  const room = most - wordsOf(needed);
  const beside =
    computed === undefined ? (isBeside ? [] : under) : fitting(apart === undefined ? [] : [asOther(apart)], room);
  const spare = [
    ...line('limit', answer.human && !isBeside ? limit : undefined),
    ...line('caution', caution),
    ...(isBeside
      ? []
      : [
          ...line('but', but),
          ...line('next', asks && named(catalogue.ownCase, asks, catalogue)),
          ...line(
            'next',
            asks === undefined && under.length === 0 ? next && named(catalogue.nextStep, next, catalogue) : undefined,
          ),
        ]),
    ...line('note', wordedBy && catalogue.model.worded),
  ];
  const kept = [...beside, ...fitting(spare, most - wordsOf([...needed, ...beside]))];
  return [...needed, ...kept.toSorted((one, other) => READ.indexOf(one.kind) - READ.indexOf(other.kind))];
}

/** French has a no-break space before a colon. */
function named(name: string, text: string, { language }: Catalogue): string {
  return `*${name}${language === 'fr' ? '\u00a0:' : ':'}* ${text}`;
}

/** What the rules conclude, the result first: as many of its lines as there is room for. @param most words @param besides words kept for what else is told */
function computedFirst(computed: Computed, catalogue: Catalogue, most = MOST_WORDS, besides = 0): readonly string[] {
  const [said, ...others] = computedLines(computed, catalogue);
  let left = most - countWords(said);
  const shown = others.filter((text) => {
    const words = countWords(text);
    // How it comes is shown before anything else that is known of it.
    if (words > (text === computed.formula ? left : left - besides)) return false;
    left -= words;
    return true;
  });
  return [said, ...shown];
}

/** Fewer words than this are no room for what is known beside a fact that is asked for. */
export const LEAST_KNOWN = 25;

/** What is said where a fact is asked for, the result first, and the words that are left for what is known whatever it is. */
export function askedLines(
  { question, computed, choices, own = [] }: Clarification,
  catalogue: Catalogue,
): { readonly lines: readonly string[]; readonly left: number } {
  const most = MOST_WORDS - countWords([...own, ...choices.map(({ label }) => label)].join(' '));
  const asked = `**${question}**`;
  const all = computed === undefined ? [asked] : computedFirst(computed, catalogue, most);
  // How it comes ends with the question: where there is no room for that, the question stands alone.
  const isAsked = computed === undefined || all.some((line) => line.includes(question));
  const lines = isAsked ? all : [...computedFirst(computed, catalogue, most - countWords(question)), asked];
  return { lines, left: most - countWords(lines.join(' ')) };
}

/** The articles of what is shown first: of the rule, where one was worked out, before those of the answer. */
export function citedFirst(answer: Answer, role: Role): Answer['cited'] {
  const { computed, cited } = answer;
  const beside = isWorkedOut(answer, role);
  const all = [...(computed?.articles ?? []), ...(beside ? [] : cited)];
  return [...new Map(all.map((one) => [one.reference, one])).values()].slice(0, MOST_CITED);
}

const MOST_CITED = 4;

/** What was worked out for the very case needs no answer to another question after it, nor that it depends. */
function isWorkedOut({ computed, short, verdict, wordedBy }: Answer, role: Role): boolean {
  if (computed === undefined || wordedBy !== undefined) return false;
  const isOfEveryCase = computed.missing === undefined && verdict === 'depend';
  return short[role].near !== undefined || isOfEveryCase;
}

function line(kind: FirstLine['kind'], text: string | undefined): readonly FirstLine[] {
  return text === undefined || text === '' ? [] : [{ kind, text }];
}

/** As many as there is room for, the most needed first. @param most words */
function fitting(spare: readonly FirstLine[], most: number): readonly FirstLine[] {
  let left = most;
  return spare.filter((one) => {
    const words = wordsOf([one]);
    if (words > left) return false;
    left -= words;
    return true;
  });
}

/** What follows the answer, in the order of reading. */
const READ: readonly FirstLine['kind'][] = ['but', 'next', 'limit', 'caution', 'note', 'other'];

function wordsOf(lines: readonly FirstLine[]): number {
  return lines.reduce((sum, { question = '', text }) => sum + countWords(`${question} ${text}`), 0);
}

/** A yes or a no in the reader's own language, where the answer after it is quoted in French. */
function verdictIn(said: string, { verdicts }: Catalogue): string | undefined {
  const verdict = openingVerdict(said);
  return verdict && verdicts?.[verdict];
}

/** What is shown first, as text; the source line last. */
export function sayShort(answer: Answer, role: Role, catalogue: Catalogue, most = MOST_WORDS): string {
  return [
    catalogue.frenchSources,
    ...firstLines(answer, role, catalogue, most).map(({ question, text }) =>
      question === undefined ? text : `**${question}** ${text}`,
    ),
    citedLine(answer, role, catalogue),
  ]
    .filter((text) => text !== undefined)
    .join('\n\n');
}

/** Where it is written, and for when. */
function citedLine(answer: Answer, role: Role, { asOf, language }: Catalogue): string {
  return [...citedFirst(answer, role).map(({ cited }) => cited), lowered(asOf(sayDay(answer.asOf, language)))].join(
    ' · ',
  );
}

export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The first sentence of an answer, and the second where the first is a bare verdict. */
export function firstLine(answer: string): string {
  const [first, second] = sentencesOf(answer);
  if (first === undefined) return answer;
  const end = countWords(answer.slice(...first)) < LEAST_WORDS ? (second ?? first)[1] : first[1];
  return answer.slice(0, end).trim();
}

/** Words of an answer that stands in one line beside others. */
const MOST_IN_LINE = 20;
/** Fewer words before a comma or a bracket are no line by themselves. */
const LEAST_IN_LINE = 8;

/** An answer in one line: its first sentence, cut after the last whole clause there is room for; what is cut is said to be. */
export function oneLine(answer: string): string {
  const first = firstLine(answer);
  if (countWords(first) <= MOST_IN_LINE) return first;
  const fits = (end: number) => countWords(first.slice(0, end)) <= MOST_IN_LINE;
  const ends = [...first.matchAll(/\S+/gu)].map(({ index, 0: word }) => index + word.length).filter(fits);
  const clause = ends.findLast((end) => /[,;:)]/.test(first.charAt(end - 1)));
  const cut = clause !== undefined && countWords(first.slice(0, clause)) >= LEAST_IN_LINE ? clause : ends.at(-1);
  let end = cut ?? first.length;
  while (/[\s,;:(]/.test(first.charAt(end - 1))) end -= 1;
  return `${first.slice(0, end)}\u00a0…`;
}

/** As many whole sentences as there is room for, the first at least. @param most words */
export function firstSentences(text: string, most: number): string {
  let end = 0;
  for (const [, to] of sentencesOf(text)) {
    if (end > 0 && countWords(text.slice(0, to)) > most) break;
    end = to;
  }
  return text.slice(0, end).trim();
}

/** Words as a reader counts them; an article between brackets is one. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}
