import { distance } from 'fastest-levenshtein';
import { fold, visibleText } from '../../french/words.ts';
import { ownValue } from '../../own-value.ts';

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
const SHORT_MONTHS: Readonly<Record<string, number>> = {
  janv: 1,
  fev: 2,
  fevr: 2,
  avr: 4,
  juil: 7,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  quinze: 15,
  vingt: 20,
  trente: 30,
};
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

export const NUMBER = `(?:\\d{1,3}|${Object.keys(NUMBERS).join('|')})`;
export const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
export const MONTH = `(?:${[...MONTHS, ...Object.keys(SHORT_MONTHS)].join('|')})\\b\\.?`;

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

export function numberOf(word: string): number {
  return ownValue(NUMBERS, word) ?? Number(word);
}

/** 1 to 12. */
export function monthOf(word: string): number {
  const plain = word.replace('.', '');
  return ownValue(SHORT_MONTHS, plain) ?? MONTHS.indexOf(plain) + 1;
}

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
