import { DateTime } from 'luxon';
import { createLatest } from '../latest.ts';
import type { WeeklySlot } from '../vocabulary/lending.ts';
import type { IsHoliday } from './public-holidays.ts';

/** Half-open, in milliseconds since the epoch. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Hours someone works: a week in a time zone, less the public holidays of a département. */
export interface Hours {
  readonly timeZone: string;
  readonly weekly: readonly WeeklySlot[];
  readonly departement: string | undefined;
}

/** The moments of `hours` between two instants, in order. Clock changes are the time zone's: 9:00 stays 9:00. */
export function windowsBetween(hours: Hours, from: number, to: number, isHoliday: IsHoliday): readonly Window[] {
  const windows: Window[] = [];
  for (let day = dayAt(hours.timeZone, from); day.start < to; day = dayAt(hours.timeZone, day.end)) {
    const slots = hours.weekly.filter((slot) => slot.day === day.weekday);
    if (slots.length === 0 || isHoliday(day.iso, hours.departement)) continue;
    for (const slot of slots) {
      const start = Math.max(from, atMinutes(day, slot.from));
      const end = Math.min(to, atMinutes(day, slot.to));
      if (start < end) windows.push({ start, end });
    }
  }
  return windows.sort((a, b) => a.start - b.start);
}

/** The instant that lies `minutes` of working time after another. @throws RangeError when the week has no hour in a year */
export function addWorkingMinutes(hours: Hours, from: string, minutes: number, isHoliday: IsHoliday): string {
  let left = minutes * 60_000;
  let at = Date.parse(from);
  for (let weeks = 0; weeks < 53; weeks++) {
    const end = at + WEEK;
    for (const window of windowsBetween(hours, at, end, isHoliday)) {
      const length = window.end - window.start;
      if (length >= left) return new Date(window.start + left).toISOString();
      left -= length;
    }
    at = end;
  }
  throw new RangeError('the network calendar holds no working time in a year: check its hours');
}

const WEEK = 7 * 86_400_000;

interface Day extends Window {
  readonly iso: string;
  readonly weekday: number;
  readonly timeZone: string;
}

/** A time zone is slow to ask, and the same days are asked of it for each reservist and each case. */
const DAYS = createLatest<Day>(5_000);
/** Wherever it is, a day begins on a quarter of an hour. */
const QUARTER = 15 * 60_000;

function dayAt(timeZone: string, at: number): Day {
  const key = `${timeZone} ${Math.floor(at / QUARTER)}`;
  const known = DAYS.get(key);
  if (known !== undefined) return known;
  const start = DateTime.fromMillis(at, { zone: timeZone }).startOf('day');
  const day = {
    iso: start.toFormat('yyyy-MM-dd'),
    weekday: start.weekday,
    timeZone,
    start: start.toMillis(),
    end: start.plus({ days: 1 }).toMillis(),
  };
  DAYS.set(key, day);
  return day;
}

function atMinutes({ start, end, timeZone }: Day, minutes: number): number {
  if (end - start === WEEK / 7) return start + minutes * 60_000;
  const day = DateTime.fromMillis(start, { zone: timeZone });
  return day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toMillis();
}
