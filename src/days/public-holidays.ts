import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { ownValue } from '../own-value.ts';

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

/** Remembers each year of each calendar: the library computes a whole year at a time. */
export function createIsHoliday(): IsHoliday {
  const years = new Map<string, ReadonlySet<string>>();
  return (day, departement) => {
    const year = day.slice(0, 4);
    const state = ownValue(APART, departement ?? '');
    const key = `${year} ${state ?? ''}`;
    const known = years.get(key) ?? publicDays(Number(year), state);
    years.set(key, known);
    return known.has(day);
  };
}

/** Its calendars of the whole world take a fifth of a second to read: at the first day that is asked for. */
const load = createRequire(import.meta.url);

function publicDays(year: number, state: string | undefined): ReadonlySet<string> {
  const Calendar: typeof Holidays = load('date-holidays');
  const calendar = state === undefined ? new Calendar('FR') : new Calendar('FR', state);
  return new Set(
    calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10)),
  );
}
