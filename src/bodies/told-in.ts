import { type IsoDate, MONTHS } from '../days/iso-date.ts';
import { readValues } from '../french/values/read-values.ts';
import { fold } from '../french/words.ts';
import type { ToldOfIt } from './port/house.ts';

const VAT = 1.2;
const MONTH_NAMES = MONTHS.map(fold);
/** What was done on that day is over. */
const PAST =
  /\b(?:depuis|demande|demandee?s?|commandee?s?|recue?s?|arrivee?s?|signee?s?|envoyee?s?|hier)\b[^.!?]{0,20}$/;

/** What a message tells of the purchase: the largest sum, the last day or month still to come. */
export function toldIn(text: string, today: IsoDate): ToldOfIt {
  const values = readValues(text);
  const sums = values.flatMap((value) =>
    value.kind === 'amount' && value.per === undefined ? [value.tax === 'TTC' ? value.low / VAT : value.low] : [],
  );
  const days = values.flatMap((value) => {
    if (value.kind !== 'date' || value.edge === 'after') return [];
    const day = dayOf(value, today);
    return day === undefined || PAST.test(fold(text.slice(0, value.span[0]))) ? [] : [day];
  });
  return { sum: sums.length === 0 ? undefined : Math.max(...sums), day: days.toSorted().at(-1) };
}

/** The next such day where the year is left unsaid. */
function dayOf(
  { iso, head }: { readonly iso: string | undefined; readonly head: string },
  today: IsoDate,
): IsoDate | undefined {
  if (iso !== undefined && iso.length === 10) return iso < today ? undefined : iso;
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(iso ?? '') ?? [];
  if (year !== undefined) return `${year}-${month}-01`;
  const said = head.split(/[^a-z0-9]+/);
  const at = MONTH_NAMES.findIndex((name) => said.includes(name));
  if (at < 0) return undefined;
  const day = said.find((one) => /^\d{1,2}$/.test(one)) ?? '1';
  const rest = `${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const thisYear = `${today.slice(0, 4)}-${rest}`;
  return thisYear >= today ? thisYear : `${Number(today.slice(0, 4)) + 1}-${rest}`;
}
