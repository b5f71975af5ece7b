import type { DateTime } from 'luxon';
import type { WeeklySlot } from '../../vocabulary/lending.ts';
import type { DayTrouble } from './calendar.ts';

export type Weekday = WeeklySlot['day'];

export interface Span {
  /** Minutes from midnight. */
  readonly from: number;
  readonly to: number;
}

export type Token =
  /** `every`: le mardi, tous les mardis; `bare`: mardi; `range`: du lundi au mercredi. */
  | { readonly kind: 'weekdays'; readonly days: readonly Weekday[]; readonly said: 'every' | 'bare' | 'range' }
  /** Days at midnight, the last one included. */
  | { readonly kind: 'dates'; readonly first: DateTime; readonly last: DateTime }
  /** `given`: the hours of someone who is there; `away`: what an absence then covers. `every`: all the mornings. */
  | { readonly kind: 'hours'; readonly given: readonly Span[]; readonly away: Span; readonly every: boolean }
  | { readonly kind: 'length'; readonly days: number; readonly months: number }
  | { readonly kind: 'until' | 'since' | 'before' | 'except' | 'forever' }
  /** One time of day, in minutes: the end of «jusqu’à lundi 14 h», else half a thing. */
  | { readonly kind: 'clock'; readonly at: number; readonly words: string }
  | { readonly kind: 'trouble'; readonly why: TimeTrouble; readonly words: string };

export type TimeTrouble = DayTrouble | 'vague' | 'not_weekly' | 'no_such_hour' | 'hours_end_before_start';

/** Half-days as the network keeps them; a reservist whose hours differ says them. */
const MORNING: Span = { from: 9 * 60, to: 12 * 60 };
const AFTERNOON: Span = { from: 14 * 60, to: 17 * 60 };
export const WHOLE_DAY: readonly Span[] = [MORNING, AFTERNOON];
const DAY_START = 9 * 60;
const DAY_END = 18 * 60;
export const MIDNIGHT_TO_MIDNIGHT: Span = { from: 0, to: 1440 };

export const hours = (given: readonly Span[], away: Span, every = false): Token => ({
  kind: 'hours',
  given,
  away,
  every,
});

export function oneDay(at: DateTime): Token {
  return { kind: 'dates', first: at, last: at };
}

/** Monday to Sunday. */
export function week(at: DateTime): Token {
  return { kind: 'dates', first: at.startOf('week'), last: at.endOf('week').startOf('day') };
}

export function month(at: DateTime): Token {
  return { kind: 'dates', first: at.startOf('month'), last: at.endOf('month').startOf('day') };
}

/** What an absence «le matin» covers is wider than the usual hours: whoever works until half past twelve is away too. */
export function partOf(part: string, every = false): Token {
  if (part.startsWith('matin')) return hours([MORNING], { from: 0, to: 13 * 60 }, every);
  if (part === 'apresmidi') return hours([AFTERNOON], { from: 13 * 60, to: 1440 }, every);
  if (part.startsWith('soir')) return hours([{ from: 18 * 60, to: 20 * 60 }], { from: 18 * 60, to: 1440 }, every);
  return hours([{ from: 12 * 60, to: 14 * 60 }], { from: 12 * 60, to: 14 * 60 }, every);
}

export function span(from: number, to: number): Token {
  return hours([{ from, to }], { from, to });
}

export function hoursBetween(from: number, to: number, words: string): readonly Token[] {
  if (from > 1440 || to > 1440) return [{ kind: 'trouble', why: 'no_such_hour', words }];
  return to <= from ? [{ kind: 'trouble', why: 'hours_end_before_start', words }] : [span(from, to)];
}

/** «après 14 h», «avant 10 h»: the working day gives the other end, for an absence the whole day does. */
export function openHours(from: number | undefined, to: number | undefined, words: string): readonly Token[] {
  const [start, end] = [from ?? DAY_START, to ?? DAY_END];
  if (start > 1440 || end > 1440) return [{ kind: 'trouble', why: 'no_such_hour', words }];
  const given = { from: start, to: end };
  return given.to <= given.from
    ? [{ kind: 'trouble', why: 'hours_end_before_start', words }]
    : [hours([given], { from: from ?? 0, to: to ?? 1440 })];
}
