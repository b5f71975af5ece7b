import type { DateTime } from 'luxon';

/** A day as it was said, with what was left out. */
export interface SaidDay {
  readonly day: number;
  readonly month?: number | undefined;
  readonly year?: number | undefined;
  readonly weekday?: number | undefined;
}

export type DayTrouble = 'no_such_day' | 'past' | 'weekday_mismatch' | 'ends_before_start';

export type Found<T> = { readonly found: T } | { readonly trouble: DayTrouble };

/** A date without a year that is nearly a year ahead is one that has just gone by. */
const TOO_FAR_DAYS = 300;

/** The first such day from `today` on; what is said in full must not be past. Days are at midnight in their zone. */
export function nextDay(said: SaidDay, today: DateTime): Found<DateTime> {
  if (said.year !== undefined && said.month !== undefined) {
    const day = today.set({ year: said.year, month: said.month, day: 1 }).plus({ days: said.day - 1 });
    if (day.month !== said.month) return { trouble: 'no_such_day' };
    return day < today ? { trouble: 'past' } : checked(day, said);
  }
  const day = search(said, today, 1);
  if (day === undefined) return { trouble: 'no_such_day' };
  if (said.month !== undefined && day.diff(today, 'days').days > TOO_FAR_DAYS) return { trouble: 'past' };
  return checked(day, said);
}

/** First and last day. The end is looked for first: a stay that has begun began before today. */
export function nextRange(
  from: SaidDay,
  to: SaidDay,
  today: DateTime,
): Found<{ readonly first: DateTime; readonly last: DateTime }> {
  const last = nextDay(to, today);
  if ('trouble' in last) return last;
  if (from.year !== undefined) {
    const first = nextDay(from, today.minus({ years: 1 }));
    if ('trouble' in first) return first;
    return first.found > last.found
      ? { trouble: 'ends_before_start' }
      : { found: { first: first.found, last: last.found } };
  }
  // «du 20 au 27»: neither has a month, so the 20th is the next one and the 27th follows it, unless it runs already.
  const first = search(from, last.found, -1);
  if (first === undefined) return { trouble: 'no_such_day' };
  if (last.found.diff(first, 'days').days > TOO_FAR_DAYS) return { trouble: 'ends_before_start' };
  const right = checked(first, from);
  return 'trouble' in right ? right : { found: { first: right.found, last: last.found } };
}

/** The first day from `start`, forwards or backwards, that bears this number, in this month if one was said. */
function search({ day, month }: SaidDay, start: DateTime, step: 1 | -1): DateTime | undefined {
  if (day < 1 || day > 31) return undefined;
  const months = month === undefined ? 3 : 12 * 8;
  for (let i = 0; i <= months; i++) {
    const first = start.startOf('month').plus({ months: i * step });
    if (month !== undefined && first.month !== month) continue;
    if (day > (first.daysInMonth ?? 0)) continue;
    const found = first.set({ day });
    if (step === 1 ? found >= start : found <= start) return found;
  }
  return undefined;
}

function checked(day: DateTime, { weekday }: SaidDay): Found<DateTime> {
  return weekday === undefined || day.weekday === weekday ? { found: day } : { trouble: 'weekday_mismatch' };
}

/** The first such weekday after a day. */
export function weekdayAfter(day: DateTime, weekday: number): DateTime {
  return day.plus({ days: ((weekday - day.weekday + 6) % 7) + 1 });
}
