import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { readValues } from '../french/values/read-values.ts';
import { fold } from '../french/words.ts';
import type { Told } from './tell.ts';
import { readable } from './text/read-text.ts';
import { readDays } from './text/said-dates.ts';
import { readSums } from './text/said-sums.ts';

/** So many are named; more say that the sentence was not understood. */
const MOST = 3;

interface LeftAside {
  readonly said: readonly string[];
  /** Of the sums, those that may be of the need, in euros. */
  readonly sums: readonly number[];
}

/**
 * The sums and days of a sentence that nothing told of its case holds, in the person's words: the result does not take them in,
 * and says so. A part that is told to be one («dont 12 000») is not missed.
 * @param counts whether a sum may change what is asked: where a day is, it hardly does
 */
export function leftAside(typed: string, at: IsoDate, told: Told, counts = true): LeftAside {
  const [own, text] = [typed.normalize('NFC'), readable(typed)];
  const values = readValues(text);
  const held = plain([told.said, told.formula ?? '', ...told.facts, ...told.steps.map((step) => step.text)].join(' '));
  const isMost = /\bmax/i.test(text);
  const found = (counts ? readSums(text, values) : [])
    .filter(
      ({ part, low, high, times = 1, per }) =>
        !part &&
        ![low, high, high * times, ...(per === undefined && !isMost ? [] : PERIODS.map((n) => n * high))].some((sum) =>
          holds(held, sum),
        ),
    )
    .map(({ span, high, times = 1 }) => ({ span, sum: high * times }));
  // Sums that stand in the case by their total are in it.
  const most = Math.max(0, ...readSums(text, values).map(({ high }) => high));
  const isRival = ({ sum }: { readonly sum: number }) => RIVALS.test(fold(text)) && sum < most;
  const total = found.reduce((all, { sum }) => all + sum, 0);
  const sums = found.length > 1 && holds(held, total) ? [] : found.filter((one) => !isRival(one));
  // A day says nothing of a case that is worked out of no day.
  const days = (DAY.test(held) ? readDays(text, values, at, 'near') : [])
    // Today is when it is asked, if nothing leans on it.
    .filter(({ day, span }) => day !== at || !TODAY.test(fold(text.slice(...span))))
    .filter(({ day }) => !held.includes(plain(frenchDate(day).replace(/ \d{4}$/, ''))))
    .map(({ span }) => span);
  const said = [...sums.map(({ span }) => span), ...days]
    .toSorted(([one], [other]) => one - other)
    .slice(0, MOST)
    .map((span) => own.slice(...span).trim());
  const needs = sums.filter(({ span: [start] }) => !LIMIT.test(fold(text.slice(Math.max(0, start - BEHIND), start))));
  return { said, sums: needs.map(({ sum }) => sum) };
}

/** What is told by the year or the month, or of one of several years, may be held in whole. */
const PERIODS: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 12, 24, 36, 48];

/** Of several quotes for one thing, the others are no part of it. */
const RIVALS = /\b(?:[2-9]|deux|trois|quatre|plusieurs) (?:devis|offres|propositions|reponses)\b/;

/** What stands before a limit, and no sum of a need. */
const LIMIT =
  /\b(?:seuils?|limite|plafond|a partir|au[- ]dela|au[- ]dessus|en dessous|au[- ]dessous|sous|moins|plus|budget|habitants)(?: (?:de|des|du|d'|les?|la|est|a|etait|total)){0,3} ?$/;
const BEHIND = 30;

const DAY =
  /\b\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/;

const TODAY = /^aujourd['’ ]?hui$/;

/** Figures stand together, whatever space parts them. */
const plain = (text: string): string => fold(text).replace(/(?<=\d)[\s.](?=\d{3})/g, '');

function holds(held: string, sum: number): boolean {
  const said = String(Math.abs(sum)).replace('.', ',');
  // «4,1» is held by «4,10», and «4» by «4,00».
  const goesOn = said.includes(',') ? /^0*[1-9]/ : /^(?:\d|,\d*[1-9])/;
  for (let at = held.indexOf(said); at >= 0; at = held.indexOf(said, at + 1))
    if (!/[\d,]/.test(held.charAt(at - 1)) && !goesOn.test(held.slice(at + said.length))) return true;
  return false;
}
