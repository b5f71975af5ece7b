import { DateTime } from 'luxon';
import type { IsoDate } from '../days/iso-date.ts';
import { createIsHoliday } from '../days/public-holidays.ts';

/** The law's calendar: days are counted in a calendar without hours, holidays are the national ones. */

const isHoliday = createIsHoliday();

const read = (day: IsoDate) => DateTime.fromISO(day, { zone: 'utc' });
const write = (day: DateTime): IsoDate => day.toFormat('yyyy-MM-dd');

export function addDays(day: IsoDate, days: number): IsoDate {
  return write(read(day).plus({ days }));
}

/** A month later is the same day of the next month, or its last: a period in months or years ends so. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  return write(read(day).plus({ months }));
}

export function addYears(day: IsoDate, years: number): IsoDate {
  return write(read(day).plus({ years }));
}

/** Days from one to another; negative when the second comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round(read(to).diff(read(from), 'days').days);
}

function isWorkingDay(day: IsoDate): boolean {
  return read(day).weekday <= 5 && !isHoliday(day, undefined);
}

/** A last day that falls on a Saturday, a Sunday or a national holiday is the next working day (regulation 1182/71, article 3). */
export function rolledForward(day: IsoDate): IsoDate {
  return isWorkingDay(day) ? day : rolledForward(addDays(day, 1));
}

export function rolledBack(day: IsoDate): IsoDate {
  return isWorkingDay(day) ? day : rolledBack(addDays(day, -1));
}

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

export function weekday(day: IsoDate): string {
  return WEEKDAYS[read(day).weekday - 1] ?? '';
}

/** The first day of the half-year that holds a day. */
export function halfYear(day: IsoDate): IsoDate {
  return `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? '01' : '07'}-01`;
}
