import { type IsoDate, isIsoDate } from '../../days/iso-date.ts';
import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import { addDays, daysBetween, weekday } from '../calendar.ts';

/** A day said in a text, as people date a letter: without its year, «hier», «le 1er» after another day. */
export interface SaidDay {
  readonly span: Span;
  readonly day: IsoDate;
  /** Of a month or a year, its first: no day was said. */
  readonly first?: true;
}

const MONTHS = 'janvier,fevrier,mars,avril,mai,juin,juillet,aout,septembre,octobre,novembre,decembre'.split(',');
const AWAY = new Map([
  ['avant-hier', -2],
  ['hier', -1],
  ["aujourd'hui", 0],
  ['ce jour', 0],
  ['ce matin', 0],
  ['demain', 1],
  ['apres-demain', 2],
]);

/** Where the days of a text lie: to come, or gone but for a month or so. */
type Sought = 'ahead' | 'behind' | 'near';
/** A day said of what has happened is not so far to come. */
const SOON = 45;

/**
 * The days of a text, seen from the day asked; a day without a year is the closest one, or the next or the last.
 * @param months a month or a year that was told with its year is its first day: «notifié en mars 2023»
 */
export function readDays(
  text: string,
  values: readonly SaidValue[],
  at: IsoDate,
  sought: Sought,
  months = false,
): readonly SaidDay[] {
  const days: SaidDay[] = [];
  const years = yearsOfMonths(values);
  for (const value of values) {
    if (value.kind !== 'date') continue;
    const day = dayOf(value, at, sought, years);
    if (day !== undefined) days.push({ span: value.span, day });
    const first = months ? firstOf(value.iso ?? '') : undefined;
    if (first !== undefined) days.push({ span: value.span, day: first, first: true });
  }
  for (const value of values) {
    const back = value.kind === 'duration' && isElapsed(text, value.span) ? daysOf(value) : undefined;
    if (back !== undefined) days.push({ span: value.span, day: addDays(at, -back) });
  }
  // A weekday alone is a date of no day yet.
  const taken = values.flatMap((value) =>
    value.kind === 'date' && !days.some(({ span }) => span === value.span) ? [] : [value.span],
  );
  const spare = (match: RegExpExecArray, day: IsoDate | undefined) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (day !== undefined && !taken.some(([from, to]) => from < end && start < to))
      days.push({ span: [start, end], day });
  };
  for (const match of text.matchAll(TODAY)) spare(match, awayOf(match[0], at));
  for (const match of text.matchAll(HAPPENED)) spare(match, weekdayFrom(fold(match[0]), at, -1));
  for (const match of text.matchAll(IN_MONTH)) spare(match, dayInMonth(match[1] ?? '', fold(match[2] ?? ''), at));
  for (const match of text.matchAll(NUMBERED)) {
    const start = match.index;
    const end = start + match[0].length;
    const isTaken = ([from, to]: Span) => from < end && start < to;
    if (
      days.some(({ span }) => isTaken(span)) ||
      taken.some((span) => isTaken(span) && span[1] - span[0] > end - start)
    )
      continue;
    const near = days.toSorted((a, b) => Math.abs(a.span[0] - start) - Math.abs(b.span[0] - start))[0];
    const day = numberedDay(match[1], Number.parseInt(match[2] ?? '', 10), near?.day ?? at);
    if (day !== undefined) days.push({ span: [start, end], day });
  }
  return toldOnce(days.toSorted((a, b) => a.span[0] - b.span[0]));
}

/** The first day of a month or of a year. */
function firstOf(iso: string): IsoDate | undefined {
  const day = /^\d{4}$/.test(iso) ? `${iso}-01-01` : `${iso}-01`;
  return /^\d{4}(?:-\d{2})?$/.test(iso) && isIsoDate(day) ? day : undefined;
}

/** «Ce jour 30/11/2026», «lundi prochain, 7 décembre»: one day, told twice. */
function toldOnce(days: readonly SaidDay[]): readonly SaidDay[] {
  return days.filter(({ span: [start], day }, at) => {
    const before = days[at - 1];
    return before?.day !== day || start - before.span[1] > BESIDE;
  });
}

const BESIDE = 3;

const NUMBERED =
  /(?<![\p{L}\d])(?:le|du|au|(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: le)?) (1er|3[01]|[12]?\d)(?![\p{L}\d/:]|[.,-]\d| ?(?:h|heures?|€|%|euros?)(?!\p{L}))/giu;

/** «tout reçu vendredi», «envoyés mardi»: what has happened happened on the last one. */
const HAPPENED =
  /(?<=\p{L}(?:é|ée|és|ées|ue?s?|i[est]?) )(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?! (?:\d|le |prochain|dernier|passé|[aà] ))(?![\p{L}\d])/giu;

/** «le 14 du mois prochain». */
const IN_MONTH =
  /(?<![\p{L}\d])(?:le|du|au) (1er|3[01]|[12]?\d) (du mois prochain|du mois dernier|de ce mois|courant)(?![\p{L}\d])/giu;

const MONTHS_AWAY = new Map([
  ['du mois prochain', 1],
  ['du mois dernier', -1],
]);

function dayInMonth(number: string, of: string, at: IsoDate): IsoDate | undefined {
  const months = Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7)) - 1 + (MONTHS_AWAY.get(of) ?? 0);
  const two = (count: number) => String(count).padStart(2, '0');
  const day = `${Math.floor(months / 12)}-${two((months % 12) + 1)}-${two(Number.parseInt(number, 10))}`;
  return isIsoDate(day) ? day : undefined;
}

/** «le 17», «jeudi 26»: of the month of the day beside it; with its weekday, the closest such day. */
function numberedDay(name: string | undefined, number: number, beside: IsoDate): IsoDate | undefined {
  const inMonthOf = (day: IsoDate): IsoDate => `${day.slice(0, 8)}${String(number).padStart(2, '0')}`;
  if (name === undefined) return isIsoDate(inMonthOf(beside)) ? inMonthOf(beside) : undefined;
  const first: IsoDate = `${beside.slice(0, 8)}01`;
  return [beside, addDays(first, -1), addDays(first, 31)]
    .map(inMonthOf)
    .filter((day) => isIsoDate(day) && weekday(day) === fold(name))
    .toSorted((one, other) => Math.abs(daysBetween(beside, one)) - Math.abs(daysBetween(beside, other)))[0];
}

const UNITS = { day: 1, week: 7 } as const;

/** «il y a deux semaines», in days; a month has no number of them. */
function daysOf({ low, high, unit }: SaidValue & { kind: 'duration' }): number | undefined {
  return low === high && (unit === 'day' || unit === 'week') ? high * UNITS[unit] : undefined;
}

const ELAPSED = /(?:\by a|\bdepuis|\bca fait|\bvoila) (?:deja |maintenant |bientot |environ |presque )?$/;
/** «en retard depuis 12 jours»: a length, and no day from which something is counted. */
const LASTING = /\bretard\b[^.;?!\n]{0,24}$/;

/** «il y a 35 jours», «depuis deux semaines»: a day, told by what has gone since. */
export function isElapsed(text: string, [start]: Span): boolean {
  const before = fold(text.slice(Math.max(0, start - 48), start));
  return ELAPSED.test(before) && !LASTING.test(before);
}

const TODAY =
  /(?<![\p{L}\d])(?:ce (?:matin|midi|soir|jour)|cet après-midi|cet aprem|hier(?: (?:matin|soir))?|avant-hier|tout à l['’]heure|à l['’]instant|aujourd['’]?hui|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:dernier|passé))(?![\p{L}\d])/giu;

/** The day that words of today, yesterday or a weekday gone name. */
function awayOf(said: string, at: IsoDate): IsoDate {
  const folded = fold(said);
  if (folded.startsWith('avant-hier')) return addDays(at, -2);
  if (folded.startsWith('hier')) return addDays(at, -1);
  const name = /^(\w+di|dimanche)\b/.exec(folded)?.[1];
  return name === undefined ? at : weekdayFrom(name, at, -1);
}

/** The nearest day of that name before the day asked, or after it. */
function weekdayFrom(name: string, at: IsoDate, way: 1 | -1): IsoDate {
  const week = Array.from({ length: 7 }, (_, days) => addDays(at, way * (days + 1)));
  return week.find((day) => weekday(day) === name) ?? at;
}

/** `YYYY-MM` of a month said with its year, or the next one of that name. */
export function monthOf(value: SaidValue, at: IsoDate): string | undefined {
  if (value.kind !== 'date') return undefined;
  if (value.iso !== undefined) return /^\d{4}-\d{2}/.exec(value.iso)?.[0];
  const month = MONTHS.indexOf(fold(value.head).replace(/^(?:debut|mi|fin|courant)[ -]/, '')) + 1;
  if (month === 0) return undefined;
  const year = Number(at.slice(0, 4)) + (month < Number(at.slice(5, 7)) ? 1 : 0);
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** «En mars 2026 (engagée le 10 mars)»: the year that a month is told with elsewhere; none where it is told with two. */
function yearsOfMonths(values: readonly SaidValue[]): ReadonlyMap<string, string> {
  const years = new Map<string, string>();
  const twice = new Set<string>();
  for (const value of values) {
    const [, year = '', month = ''] = (value.kind === 'date' && /^(\d{4})-(\d{2})/.exec(value.iso ?? '')) || [];
    if (year === '') continue;
    if ((years.get(month) ?? year) !== year) twice.add(month);
    years.set(month, year);
  }
  return new Map([...years].filter(([month]) => !twice.has(month)));
}

function dayOf(
  value: SaidValue & { kind: 'date' },
  at: IsoDate,
  sought: Sought,
  told: ReadonlyMap<string, string>,
): IsoDate | undefined {
  if (value.iso !== undefined) return isIsoDate(value.iso) ? value.iso : undefined;
  const head = fold(value.head);
  const away = AWAY.get(head);
  if (away !== undefined) return addDays(at, away);
  const [, weekdayName, gone] =
    /^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:(dernier|passe)|prochain)$/.exec(head) ?? [];
  if (weekdayName !== undefined) return weekdayFrom(weekdayName, at, gone === undefined ? 1 : -1);
  const [, number = '', name = ''] = /^(\d{1,2})(?:er)? ([a-z]+)$/.exec(head) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  if (month === 0) return undefined;
  const inMonth = String(month).padStart(2, '0');
  const own = `${told.get(inMonth)}-${inMonth}-${number.padStart(2, '0')}`;
  if (isIsoDate(own)) return own;
  const year = Number(at.slice(0, 4));
  const days = [year - 1, year, year + 1]
    .map((one) => `${one}-${String(month).padStart(2, '0')}-${number.padStart(2, '0')}`)
    .filter(isIsoDate)
    .filter((one) => (sought === 'ahead' ? one >= at : sought === 'near' || daysBetween(at, one) <= SOON));
  return days.toSorted((a, b) => Math.abs(daysBetween(at, a)) - Math.abs(daysBetween(at, b)))[0];
}
