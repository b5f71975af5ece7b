import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { ownValue } from '../own-value.ts';
import type { Sliced } from '../sliced.ts';

/** Whether a day (YYYY-MM-DD) is a public holiday in a département; those of Alsace-Moselle and overseas are their own. */
export type IsHoliday = (day: string, departement: string | undefined) => boolean;

/** Départements that date-holidays keeps apart, by its own codes. */
const APART: Readonly<Record<string, string>> = {
  '57': '57',
  '67': '67',
  '68': '68',
  '971': 'GP',
  '972': 'MQ',
  '973': 'GF',
  '974': 'RE',
  '976': 'YT',
};

/** Of each calendar: the library computes a whole year at a time. */
const years = new Map<string, ReadonlySet<string>>();

export function createIsHoliday(): IsHoliday {
  return (day, departement) => holidaysOf(Number(day.slice(0, 4)), departement).has(day);
}

/** What the first days asked for would wait for, a little at a time. */
export function* readHolidays(year: number): Sliced<void> {
  readLibrary();
  for (const soon of [year, year + 1, year - 1]) {
    yield;
    holidaysOf(soon, undefined);
  }
}

function holidaysOf(year: number, departement: string | undefined): ReadonlySet<string> {
  const state = ownValue(APART, departement ?? '');
  const key = `${year} ${state ?? ''}`;
  const known = years.get(key) ?? publicDays(year, state);
  years.set(key, known);
  return known;
}

/** Its calendars of the whole world take a fifth of a second to read: at the first day that is asked for. */
const load = createRequire(import.meta.url);
const readLibrary = (): typeof Holidays => load('date-holidays');

function publicDays(year: number, state: string | undefined): ReadonlySet<string> {
  const Calendar = readLibrary();
  const calendar = state === undefined ? new Calendar('FR') : new Calendar('FR', state);
  return new Set(
    calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10)),
  );
}
