import { distance } from 'fastest-levenshtein';
import { MONTH_NUMBERS, MONTHS } from '../../french/values/calendar-days.ts';
import { NUMBER_WORDS, numberIn } from '../../french/values/numbers.ts';
import { fold, visibleText } from '../../french/words.ts';

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
/** Words that slips of the keyboard are brought back to. Long ones only: «marche» is not «mardi». */
const SPELT = [
  ...WEEKDAYS,
  'disponible',
  'disponibles',
  'disponibilites',
  'indisponible',
  'vacances',
  'semaine',
  'prochaine',
  'decembre',
  'novembre',
  'janvier',
  'fevrier',
  'septembre',
];
/** One letter away from a word above, and right as they stand. */
const RIGHT = new Set(['prochain', 'prochains', 'prochaines', 'semaines', ...WEEKDAYS.map((day) => `${day}s`)]);

export const NUMBER = `(?:\\d{1,3}|${NUMBER_WORDS.join('|')})`;
export const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
/** Not «mar», which is Tuesday. */
export const MONTH = `(?:${[...MONTHS, 'janv|fevr?|avr|juil|sept|oct|nov|dec'].join('|')})\\b\\.?`;

/** Text as the rules read it: folded, spelling mended, half-days and common short forms written one way. */
export function plainText(text: string): string {
  return fold(visibleText(text))
    .replace(/[‐-―−]/g, '-')
    .replace(/\bapres[ -]?midis?\b|\baprems?\b|\bap[ -]midi\b|\bapm\b/g, 'apresmidi')
    .replace(/\bapres[ -]demain\b/g, 'surlendemain')
    .replace(/\baujourd'? ?hui\b|\bauj\b/g, 'aujourdhui')
    .replace(/\bweek[ -]?end(s?)\b|\bwe\b/g, 'weekend$1')
    .replace(/\bjusqu(?:e|')? ?(?=a\b|au\b|aux\b|en\b)/g, "jusqu'")
    .replace(/\bjusqu'?aux?\b/g, "jusqu'a le")
    .replace(/\b(lun|mar|mer|jeu|ven|sam|dim)\.(?=\s|$|,)/g, (_, short: string) => fullDay(short))
    .replace(/\b(lun|ven)\b/g, (_, short: string) => fullDay(short))
    .replace(/[a-z]{5,}/g, mended);
}

export const numberOf = (word: string): number => numberIn(word) ?? Number.NaN;

/** 1 to 12. */
export const monthOf = (word: string): number => MONTH_NUMBERS.get(word.replace('.', '')) ?? 0;

/** 1 = Monday. */
export function weekdayOf(word: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const index = WEEKDAYS.findIndex((day) => word.startsWith(day));
  return ([1, 2, 3, 4, 5, 6, 7] as const)[index] ?? 1;
}

function fullDay(short: string): string {
  return WEEKDAYS.find((day) => day.startsWith(short)) ?? short;
}

function mended(word: string): string {
  if (SPELT.includes(word) || RIGHT.has(word)) return word;
  return SPELT.find((right) => Math.abs(right.length - word.length) <= 1 && distance(right, word) === 1) ?? word;
}
