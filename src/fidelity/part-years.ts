import { MONTHS } from '../french/values/calendar-days.ts';
import type { SideValue } from './side.ts';
import { headOf } from './value-equality.ts';

/** First and last month of a quarter or half-year, with its year where said; undefined for another date. */
function monthsOf(
  value: SideValue,
): { readonly first: string; readonly last: string; readonly year: string } | undefined {
  if (value.value.kind !== 'date') return undefined;
  const match = /^(trimestre|semestre) ([1-4])(?: (\d{4}))?$/.exec(headOf(value.value.head));
  if (match === null) return undefined;
  const size = match[1] === 'trimestre' ? 3 : 6;
  const from = (Number(match[2]) - 1) * size;
  return { first: MONTHS[from] ?? '', last: MONTHS[from + size - 1] ?? '', year: match[3] ?? '' };
}

/** «au premier trimestre 2027» and «entre janvier et mars 2027»: the values of the two lists that say each other, either way. */
export function samePeriods(left: readonly SideValue[], added: readonly SideValue[]): ReadonlySet<SideValue> {
  const said = new Set<SideValue>();
  for (const [wholes, parts] of [
    [left, added],
    [added, left],
  ] as const) {
    for (const whole of wholes) {
      const months = monthsOf(whole);
      if (months === undefined) continue;
      const find = (month: string) =>
        parts.find((part) => part.value.kind === 'date' && isMonth(headOf(part.value.head), month, months.year));
      const [first, last] = [find(months.first), find(months.last)];
      if (first === undefined || last === undefined) continue;
      for (const value of [whole, first, last]) said.add(value);
    }
  }
  return said;
}

/** The month, with no year or the one of the period; «début janvier», «fin mars» are its ends. */
const isMonth = (head: string, month: string, year: string): boolean => {
  const [name = '', of = ''] = head.replace(/^(?:debut|fin) /, '').split(' ');
  return name === month && (of === '' || of === year);
};
