import type { Token } from '../tokens.ts';
import { readNumber } from './numbers.ts';

export interface Core {
  readonly head: string;
  readonly iso?: string | undefined;
  readonly next: number;
  readonly part?: 'start' | 'end';
  /** Day and month without a year, which the end of a period may give. */
  readonly yearless?: boolean;
}

export const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');

/** From 1; short forms too. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map<string, number>([
  ...MONTHS.map((month, index) => [month, index + 1] as const),
  ...'janv fev mar avr mai jui juil aou sept oct nov dec'.split(' ').map((month, index) => [month, index + 1] as const),
  ['fevr', 2],
  ['septembr', 9],
  ['sep', 9],
]);

const SHORT = new Set([
  'mar',
  'jui',
  'dec',
  'oct',
  'nov',
  'fev',
  'sep',
  'avr',
  'aou',
  'mai',
  'janv',
  'sept',
  'juil',
  'fevr',
]);

const WEEKDAYS = new Set(
  'lundi mardi mercredi jeudi vendredi samedi dimanche lundis mardis mercredis jeudis vendredis samedis dimanches'.split(
    ' ',
  ),
);

export const NEXT = /^(?:prochaine?s?|suivante?s?|derniere?s?|passee?s?|dernier|courante?)$/;

/** `15/03/2027`, `15-03-2027`, `15.03.27`, `15/03` (two digits of month or a preposition before), `2027-03-15`. */
export function readNumericDate(tokens: readonly Token[], at: number, wanted: boolean): Core | undefined {
  const [a, s, b, s2, c] = tokens.slice(at, at + 5);
  if (
    a?.kind !== 'digits' ||
    b?.kind !== 'digits' ||
    s === undefined ||
    !s.glued ||
    !b.glued ||
    !/^[-/.]$/.test(s.text)
  )
    return undefined;
  // «06-11-22-33-44»: a telephone.
  const [more, figures] = tokens.slice(at + 5, at + 7);
  if (more?.text === s.text && more.glued && figures?.kind === 'digits' && figures.glued) return undefined;
  const third = s2?.text === s.text && s2.glued && c?.kind === 'digits' && c.glued ? c : undefined;
  if (a.text.length === 4 && third !== undefined)
    return dayOf(Number(third.text), Number(b.text), Number(a.text), at + 5);
  if (a.text.length > 2 || b.text.length > 2) return undefined;
  if (third !== undefined) {
    if (third.text.length !== 4 && third.text.length !== 2) return undefined;
    const year = Number(third.text) + (third.text.length === 2 ? 2000 : 0);
    return dayOf(Number(a.text), Number(b.text), year, at + 5);
  }
  if (
    s.text !== '/' ||
    (b.text.length < 2 && !wanted) ||
    (b.text.length === 2 && !wanted && !/^0|^1[0-2]$/.test(b.text))
  )
    return undefined;
  if (tokens[at + 3]?.glued === true && tokens[at + 3]?.kind !== 'sign') return undefined;
  return dayOf(Number(a.text), Number(b.text), undefined, at + 3);
}

function dayOf(day: number, month: number, year: number | undefined, next: number): Core | undefined {
  const name = MONTHS[month - 1];
  if (name === undefined || day < 1 || day > 31) return undefined;
  if (year === undefined) return { head: `${day} ${name}`, next, yearless: true };
  if (year < 1900 || year > 2199) return undefined;
  return { head: `${day} ${name} ${year}`, iso: `${year}-${pad(month)}-${pad(day)}`, next };
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** «15 mars 2027», «1er septembre», «quinze mars», «du 12 au 15 mars 2027» (the first day takes the month of the second). */
export function readDayMonth(tokens: readonly Token[], at: number, from: number): Core | undefined {
  const day = readDay(tokens, at);
  if (day === undefined) return undefined;
  const month = monthAt(tokens, day.next);
  if (month !== undefined) {
    const year = yearAt(tokens, month.next);
    const core = dayOf(day.day, month.month, year?.year, year?.next ?? month.next);
    if (core?.yearless !== true) return core;
    const end =
      tokens[from - 1]?.text === 'du' && tokens[core.next]?.text === 'au'
        ? readDayMonth(tokens, core.next + 1, -1)
        : undefined;
    const given = end?.iso === undefined ? undefined : Number(end.iso.slice(0, 4));
    return given === undefined ? core : dayOf(day.day, month.month, given, core.next);
  }
  // «du 3 au 17 août», «entre le 3 et le 17 août».
  const ends =
    tokens[from - 1]?.text === 'du' && tokens[day.next]?.text === 'au'
      ? day.next + 1
      : tokens[from - 1]?.text === 'le' &&
          tokens[from - 2]?.text === 'entre' &&
          tokens[day.next]?.text === 'et' &&
          tokens[day.next + 1]?.text === 'le'
        ? day.next + 2
        : undefined;
  if (ends === undefined) return undefined;
  const end = readDayMonth(tokens, ends, -1);
  if (end === undefined) return undefined;
  const [, name = '', year] = end.head.split(' ');
  return dayOf(day.day, MONTHS.indexOf(name) + 1, year === undefined ? undefined : Number(year), day.next);
}

function readDay(tokens: readonly Token[], at: number): { readonly day: number; readonly next: number } | undefined {
  const token = tokens[at];
  if (token?.kind === 'digits') {
    if (token.text.length > 2) return undefined;
    const first = tokens[at + 1]?.text === 'er' && tokens[at + 1]?.glued === true;
    return { day: Number(token.text), next: at + (first ? 2 : 1) };
  }
  if (token?.text === 'premier') return { day: 1, next: at + 1 };
  const spelled = readNumber(tokens, at);
  if (spelled === undefined || spelled.article || spelled.collective || spelled.value > 31) return undefined;
  return { day: spelled.value, next: spelled.next };
}

export function monthAt(
  tokens: readonly Token[],
  at: number,
): { readonly month: number; readonly next: number } | undefined {
  const token = tokens[at];
  const month = token?.kind === 'word' ? MONTH_NUMBERS.get(token.text) : undefined;
  if (token === undefined || month === undefined || token.newLine) return undefined;
  const dotted =
    SHORT.has(token.text) && token.text !== 'mai' && tokens[at + 1]?.text === '.' && tokens[at + 1]?.glued === true;
  return { month, next: at + (dotted ? 2 : 1) };
}

export function yearAt(
  tokens: readonly Token[],
  at: number,
): { readonly year: number; readonly next: number } | undefined {
  const token = tokens[at];
  const skip = token?.text === 'de' || token?.text === ',' || token?.text === 'd' ? 1 : 0;
  const year = tokens[at + skip];
  if (year?.kind !== 'digits' || year.newLine || !/^(?:19|20|21)\d\d$/.test(year.text)) return undefined;
  return { year: Number(year.text), next: at + skip + 1 };
}

/** «mars 27», where nothing is counted: no month has its days told after it in French. */
function shortYearAt(
  tokens: readonly Token[],
  at: number,
): { readonly year: number; readonly next: number } | undefined {
  const year = tokens[at];
  const after = tokens[at + 1];
  if (year?.kind !== 'digits' || year.newLine || !/^[23]\d$/.test(year.text)) return undefined;
  const ends =
    after === undefined || after.newLine || (/^[,;.!?)\]»"]$/.test(after.text) && !(tokens[at + 2]?.glued ?? false));
  return ends ? { year: 2000 + Number(year.text), next: at + 1 } : undefined;
}

/** «mardi 15 mars 2027», «lundi prochain», «les lundis». */
export function readWeekday(tokens: readonly Token[], at: number): Core | undefined {
  const token = tokens[at];
  if (token === undefined || !WEEKDAYS.has(token.text)) return undefined;
  const day =
    readDayMonth(tokens, at + 1, -1) ??
    (tokens[at + 1]?.kind === 'digits' ? readNumericDate(tokens, at + 1, true) : undefined);
  if (day !== undefined) return day;
  return withNext(tokens, at + 1, token.text.replace(/s$/, ''));
}

export function withNext(tokens: readonly Token[], next: number, head: string): Core {
  const after = tokens[next]?.text ?? '';
  // «l'année d'après», «le mois qui suit».
  if (follows(tokens, next)) return { head: `${head} prochain`, next: next + (after === 'd' ? 3 : 2) };
  if (!NEXT.test(after) || tokens[next]?.newLine === true) return { head, next };
  return {
    head: `${head} ${/^(?:pass|derni)/.test(after) ? 'dernier' : /^cour/.test(after) ? 'courant' : 'prochain'}`,
    next: next + 1,
  };
}

export const follows = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.text === 'd' && tokens[at + 2]?.text === 'apres') ||
  (tokens[at]?.text === 'qui' &&
    /^(?:suit|vient)$/.test(tokens[at + 1]?.text ?? '') &&
    !/^(?:le|la|les|l|cette|ce)$/.test(tokens[at + 2]?.text ?? ''));

/** «mars 2027», «mars», «mars prochain»; «mai» and abbreviations only where a date is awaited. */
export function readMonth(tokens: readonly Token[], at: number, wanted: boolean): Core | undefined {
  const token = tokens[at];
  const month = monthAt(tokens, at);
  if (token === undefined || month === undefined) return undefined;
  const name = MONTHS[month.month - 1] ?? '';
  const year = yearAt(tokens, month.next) ?? shortYearAt(tokens, month.next);
  // «sept» is a number first.
  if (token.text === 'sept' && year === undefined && month.next === at + 1) return undefined;
  if (SHORT.has(token.text) && !wanted && (year === undefined || token.text === 'mar' || token.text === 'jui'))
    return undefined;
  if (year !== undefined)
    return { head: `${name} ${year.year}`, iso: `${year.year}-${pad(month.month)}`, next: year.next };
  return withNext(tokens, month.next, name);
}

export function skipArticles(tokens: readonly Token[], at: number): number {
  let next = at;
  while (/^(?:le|la|les|l|d|de|du|au|aux|a|cet|cette|ce|')$/.test(tokens[next]?.text ?? '')) next++;
  const month = tokens[next]?.text === 'mois' && /^(?:de|d)$/.test(tokens[next + 1]?.text ?? '');
  return month ? next + (tokens[next + 2]?.text === "'" ? 3 : 2) : next;
}
