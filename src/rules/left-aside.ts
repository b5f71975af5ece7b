import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { readValues } from '../french/values/read-values.ts';
import { fold } from '../french/words.ts';
import type { Told } from './tell.ts';
import { readDays } from './text/said-dates.ts';
import { readSums } from './text/said-sums.ts';

/** So many are named; more say that the sentence was not understood. */
const MOST = 3;

/**
 * The sums and days of a sentence that nothing told of its case holds, in the person's words: the result does not take them in,
 * and says so. A part that is told to be one («dont 12 000») is not missed.
 */
export function leftAside(text: string, at: IsoDate, told: Told): readonly string[] {
  const values = readValues(text);
  const held = plain([told.said, told.formula ?? '', ...told.facts, ...told.steps.map((step) => step.text)].join(' '));
  const sums = readSums(text, values)
    .filter(({ part, low, high, times = 1 }) => !part && ![low, high, high * times].some((sum) => holds(held, sum)))
    .map(({ span }) => span);
  // A day says nothing of a case that is worked out of no day.
  const days = (DAY.test(held) ? readDays(text, values, at, 'near') : [])
    .filter(({ day }) => !held.includes(plain(frenchDate(day).replace(/ \d{4}$/, ''))))
    .map(({ span }) => span);
  return [...sums, ...days]
    .toSorted(([one], [other]) => one - other)
    .slice(0, MOST)
    .map((span) => text.slice(...span).trim());
}

const DAY =
  /\b\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/;

/** Figures stand together, whatever space parts them. */
const plain = (text: string): string => fold(text).replace(/(?<=\d)[\s.](?=\d{3})/g, '');

function holds(held: string, sum: number): boolean {
  const said = String(Math.abs(sum)).replace('.', ',');
  for (let at = held.indexOf(said); at >= 0; at = held.indexOf(said, at + 1))
    if (!/[\d,]/.test(held.charAt(at - 1)) && !/^(?:\d|,\d*[1-9])/.test(held.slice(at + said.length))) return true;
  return false;
}
