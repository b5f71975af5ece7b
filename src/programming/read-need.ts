import { type IsoDate, isIsoDate } from '../days/iso-date.ts';
import { readValues } from '../french/values/read-values.ts';
import { fold } from '../french/words.ts';
import { monthOf, readDays } from '../rules/text/said-dates.ts';
import type { Announced } from './planned-need.ts';
import type { NeedBox, NeedTyped } from './port/programming.ts';

/** A price of one, of a month: no sum of the whole; a sum with its tax is none without. */
const NOT_THE_WHOLE =
  /\b(?:ttc|piece|pieces|unite|unites|chacune?|par (?:mois|an|jour|personne|eleve)|l'unite|mensuel\w{0,3}|annuel\w{0,3})\b|\/ ?(?:mois|an|jour|u)\b/;

/** The one sum said, where nothing says that it is another thing than the whole without its tax; euros. */
export function amountIn(words: string): number | undefined {
  const sums = readValues(words).filter(({ kind }) => kind === 'amount');
  const [only] = sums;
  if (sums.length !== 1 || only?.kind !== 'amount' || NOT_THE_WHOLE.test(fold(words).replaceAll('’', "'")))
    return undefined;
  return only.low === only.high ? only.low : undefined;
}

/** The day said, or the first of the month. */
export function wantedIn(words: string, today: IsoDate): IsoDate | undefined {
  const values = readValues(words);
  const [day] = readDays(words, values, today, 'ahead');
  if (day !== undefined) return day.day;
  const [month] = values.flatMap((value) => monthOf(value, today) ?? []);
  if (month === undefined || !isIsoDate(`${month}-01`)) return undefined;
  // «en septembre» is the next one.
  const first: IsoDate = `${month}-01`;
  return first.slice(0, 7) >= today.slice(0, 7) ? first : `${Number(month.slice(0, 4)) + 1}${month.slice(4)}-01`;
}

/** @returns the box that cannot be meant, else what they say */
export function readBoxes(
  typed: NeedTyped,
  today: IsoDate,
): NeedBox | Pick<Announced, 'title' | 'family' | 'amount' | 'wanted'> {
  const said = (box: NeedBox) => typed[box].replace(/\s+/g, ' ').trim();
  const [title, family, sum, when] = [said('title'), said('family'), said('amount'), said('wanted')];
  if (title === '' || title.length > LONGEST) return 'title';
  if (family.length > LONGEST) return 'family';
  const plain = sum.replace(/\s|€|HT$/gi, '').replace(',', '.');
  if (sum !== '' && !/^\d{1,12}(?:\.\d{1,2})?$/.test(plain)) return 'amount';
  const wanted = when === '' ? undefined : isIsoDate(when) ? when : wantedIn(when, today);
  if (when !== '' && wanted === undefined) return 'wanted';
  return {
    title,
    ...(family === '' ? {} : { family }),
    ...(sum === '' ? {} : { amount: Number(plain) }),
    ...(wanted === undefined ? {} : { wanted }),
  };
}

const LONGEST = 300;

/** The vocabulary's divisions: goods up to 44 and 48, works 45, services beyond. */
export function natureOf(cpv: string | undefined): Announced['nature'] {
  if (cpv === undefined) return undefined;
  const division = cpv.slice(0, 2);
  if (division === '45') return 'travaux';
  return division < '45' || division === '48' ? 'fournitures' : 'services';
}
