import { readValues } from '../french/values/read-values.ts';
import type { SaidValue } from '../french/values/value.ts';
import { fold } from '../french/words.ts';
import { withNamed } from './renamed.ts';

/** How a line bears on the question before it: another fact takes the place of one, or one more comes on top. */
export type Bearing = 'changed' | 'added';

/**
 * The question that a line asks anew («et à 94 000 ?», «et un hôpital ?», «et 10 000 de plus ?»), standing by itself: what the line
 * names takes the place of the one thing of its kind that was said. Undefined where none is, or which one is not sure.
 */
export function restate(question: string, line: string, bearing: Bearing): string | undefined {
  if (bearing === 'added') return withMore(question, line);
  const changed = withValue(question, line) ?? question;
  const restated = withNamed(changed, line);
  return restated === question ? undefined : restated;
}

type Counted = Extract<SaidValue, { readonly high: number }>;
/** «une balayeuse» counts nothing that a line would change. */
function isCounted(value: SaidValue): value is Counted {
  return 'high' in value && (value.kind !== 'quantity' || value.unit === undefined) && /\d/.test(value.text);
}

/** What comes on top is added to what was counted: «52 000 € HT plus 10 000 € HT pour les poubelles, je commande direct ?». */
function withMore(question: string, line: string): string | undefined {
  const [value, ...more] = readValues(line).filter(isCounted);
  if (value === undefined || more.length > 0) return undefined;
  const said = readValues(question);
  const isAmongSmall = said.some(isSmall);
  const old = said.findLast((one) => isAlike(one, value, isAmongSmall));
  if (old === undefined) return undefined;
  const [start, end] = value.span;
  const of = value.kind === 'percentage' ? '' : whatFor(line.slice(0, start), line.slice(end));
  const [, after] = old.span;
  return `${question.slice(0, after)} plus ${inPlaceOf(old, value)}${of}${question.slice(after)}`;
}

const ON_TOP = new Set('de en sus plus par dessus avec aussi egalement supplementaire supplementaires'.split(' '));
const DETERMINERS = new Set('le la les un une des du nos mes leurs'.split(' '));
/** «les poubelles à», «les sols ça fait»: words between a thing and its price. */
const PRICED = new Set('a de pour ca fait font coute coutent il y est'.split(' '));

/** What a sum on top is for, as the line says after it or before. */
function whatFor(before: string, after: string): string {
  const rest = after
    .replace(/[?.!]/g, ' ')
    .trim()
    .split(/[\s-]+/);
  const [from, to] = [rest.findIndex((one) => !isOf(ON_TOP, one)), rest.findLastIndex((one) => !isOf(ON_TOP, one))];
  if (from >= 0) return ` ${rest[from - 1] === 'de' ? 'de ' : ''}${rest.slice(from, to + 1).join(' ')}`;
  const ahead = before.split(/\s+/).filter((one) => one !== '');
  const last = ahead.findLastIndex((one) => !isOf(PRICED, one));
  const first = ahead.findLastIndex((one, at) => at <= last && (isOf(DETERMINERS, one) || /^l['’]/i.test(one)));
  return first < 0
    ? ''
    : ` pour ${ahead
        .slice(first, last + 1)
        .join(' ')
        .replace(/,$/, '')}`;
}

const isOf = (list: ReadonlySet<string>, said: string): boolean =>
  said === '' || list.has(fold(said).replace(/\W/g, ''));

const DURATION_OR_DATE: ReadonlySet<SaidValue['kind']> = new Set(['duration', 'date']);

/** The value of the line in the place of the only one of its kind, or of the one that is asked about; undefined where that is not sure. */
function withValue(question: string, line: string): string | undefined {
  const [value, ...more] = readValues(line).filter((one) => isCounted(one) || DURATION_OR_DATE.has(one.kind));
  if (value === undefined || more.length > 0) return undefined;
  const said = readValues(question);
  const isAmongSmall = said.some(isSmall);
  const alike = said.filter((one) => isAlike(one, value, isAmongSmall));
  const old = alike.length === 1 ? alike[0] : askedAbout(question, alike);
  if (old === undefined) return undefined;
  const [start, end] = old.span;
  const next = inPlaceOf(old, value);
  const before = /^[aeiouyhéè]/i.test(next)
    ? question.slice(0, start)
    : question.slice(0, start).replace(/d['’]$/i, 'de ');
  return `${before}${next}${question.slice(end)}`;
}

const CLAUSE_ENDS = /[,;:.] /g;

/** «estimé à 100 000 €, on peut exiger 150 000 € de chiffre d’affaires ?»: of several, the one that stands alone in the last clause. */
function askedAbout(question: string, said: readonly SaidValue[]): SaidValue | undefined {
  const ends = [...question.matchAll(CLAUSE_ENDS)].map(({ index }) => index);
  const after = (end: number) => said.filter(({ span }) => span[0] > end);
  const [one, another] = after(ends.at(-1) ?? 0);
  if (!question.trimEnd().endsWith('?') || said.length < 2) return undefined;
  if (one !== undefined) return another === undefined ? one : undefined;
  // «J'envisage d'exiger 300 000 € de chiffre d'affaires. Est-ce régulier ?»
  const last = said.at(-1);
  const from = ends.findLast((end) => end < (last?.span[0] ?? 0)) ?? 0;
  return after(from).length === 1 && IS_WANTED.test(fold(question.slice(from, last?.span[0]))) ? last : undefined;
}

/** What someone means to ask of others, or to write. */
const IS_WANTED = /\b(?:exig|impos|demand|reclam|fix|prevo|ecri|envisag|propos)[a-z]{1,8}\b/;

/** From here a bare number is a sum; below, a rate where one was said. */
const A_SUM = 100;
const OF_A_MONTH = 31;

/** «75 000 € HT», then «et à 95 ?»: thousands, where nothing else was said in numbers as small. */
const IN_THOUSANDS = 10_000;
const THOUSAND = 1000;

function isInThousands(old: SaidValue, value: SaidValue): boolean {
  const isBare = value.kind === 'quantity' && value.high < THOUSAND;
  return isBare && old.kind === 'amount' && old.high >= IN_THOUSANDS && !SCALED.test(old.text);
}

const isSmall = (one: SaidValue): boolean => 'high' in one && one.high < THOUSAND && /^\d/.test(one.text);

/** A bare number is whatever was said in numbers of its size. */
function isAlike(old: SaidValue, value: SaidValue, isAmongSmall: boolean): boolean {
  if (!isAmongSmall && isInThousands(old, value)) return true;
  if (value.kind === 'duration') return old.kind === 'duration';
  if (value.kind === 'date' || value.kind === 'time_of_day') return old.kind === value.kind;
  if (value.kind === 'percentage') return old.kind === 'percentage';
  if (value.high >= A_SUM) return isCounted(old) && old.high >= A_SUM && old.kind !== 'duration';
  if (value.kind === 'amount') return old.kind === 'amount';
  if (old.kind === 'date') return Number.isInteger(value.high) && value.high <= OF_A_MONTH && /^\d/.test(old.text);
  return old.kind === 'percentage' || (old.kind === 'amount' && SCALED.test(old.text));
}

const NUMBER = /^\d+(?:[\s.,\u00a0\u202f]\d+)*/;
/** «4,8 M€», «50 k€»: the next number said is of that size. */
const SCALED = /\d\s?(?:m€|k€|millions?|k\b|m\b)/i;

/** The number alone changes, where the line says no more than that: a sum stays without tax, a day in its month. */
function inPlaceOf(old: SaidValue, value: SaidValue): string {
  const [number] = NUMBER.exec(value.text) ?? [];
  if (number !== undefined && isInThousands(old, value) && /^\d+$/.test(number))
    return old.text.replace(NUMBER, `${number} 000`);
  if (number === undefined || (value.kind !== 'quantity' && value.kind !== 'amount')) return value.text;
  if (value.kind === 'amount' && value.tax !== undefined) return value.text;
  if (SCALED.test(old.text) && value.high >= A_SUM) return `${number} €`;
  return SCALED.test(value.text) ? value.text : old.text.replace(NUMBER, number);
}
