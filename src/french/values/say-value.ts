import { ownValue } from '../../own-value.ts';
import { groupThousands } from '../thousands.ts';
import { fold } from '../words.ts';
import { perOf, singular } from './units.ts';
import type { SaidValue } from './value.ts';

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

/** The value in French typography: «12 000 € HT», «environ 30 000 €», «15 mars 2027», «3 à 5 véhicules», «24 mois», «9 h 30». */
export function sayValue(value: SaidValue): string {
  switch (value.kind) {
    case 'amount': {
      const tax = value.tax === undefined ? '' : `${NO_BREAK}${value.tax}`;
      return `${about(value)}${range(value, true)}${NO_BREAK}€${tax}${sayPer(value)}`;
    }
    case 'percentage':
      // «deux tiers» has no figure that says it better.
      if (!Number.isInteger(value.low) && !/%|cent/i.test(value.text)) return value.text;
      return `${about(value)}${range(value)}${NO_BREAK}%${sayPer(value)}`;
    case 'duration':
      return `${about(value)}${range(value)}${NO_BREAK}${sayUnit(value.unit, value.high)}${sayPer(value)}`;
    case 'quantity': {
      const noun =
        value.unit === undefined
          ? undefined
          : (ownValue(NOUN_SIGNS, value.unit) ?? nounOf(value.text, value.unit, value.high));
      return `${about(value)}${range(value)}${noun === undefined ? '' : `${NO_BREAK}${noun}`}${sayPer(value)}`;
    }
    case 'date':
      return sayDate(value);
    case 'time_of_day': {
      const minutes = value.minutes % 60;
      return `${Math.floor(value.minutes / 60)}${NO_BREAK}h${minutes === 0 ? '' : `${NO_BREAK}${String(minutes).padStart(2, '0')}`}`;
    }
  }
}

/**
 * One key for equal values in other clothes: «deux ans» and «24 mois», «12 000 €» and «12 k€», «15/03/2027» and «15 mars 2027»,
 * «48 h» and «2 jours». The tax basis and the rate («par an») belong to it; «avant» and «après» do not.
 */
export function canonicalOf(value: SaidValue): string {
  switch (value.kind) {
    case 'amount':
      return `amount:${spread(value, 1)}:${value.tax ?? ''}:${value.per ?? ''}`;
    case 'percentage':
      return `percentage:${spread(value, 1)}:${value.per ?? ''}`;
    case 'quantity':
      return `quantity:${spread(value, 1)}:${value.unit ?? ''}:${value.per ?? ''}`;
    case 'duration': {
      const [base, times] = BASES[value.unit];
      return `duration:${spread(value, times)}:${base}:${value.per ?? ''}`;
    }
    case 'date': {
      const counted = /^dans ([\d.]+) (\w+)$/.exec(value.head);
      const unit = counted?.[2];
      if (counted === null || unit === undefined || !isTimeUnit(unit)) return `date:${value.head}`;
      const [base, times] = BASES[unit];
      return `duration:${number(Number(counted[1]) * times)}:${base}:`;
    }
    case 'time_of_day':
      return `time:${value.minutes}`;
  }
}

type TimeUnit = Extract<SaidValue, { kind: 'duration' }>['unit'];

/** Durations compare in minutes, months or working days: a month has no fixed number of days. */
const BASES: Readonly<Record<TimeUnit, readonly [base: string, times: number]>> = {
  minute: ['minute', 1],
  hour: ['minute', 60],
  day: ['minute', 1440],
  week: ['minute', 10_080],
  working_day: ['working_day', 1],
  month: ['month', 1],
  year: ['month', 12],
};
const isTimeUnit = (unit: string): unit is TimeUnit => Object.hasOwn(BASES, unit);

interface Spread {
  readonly low: number;
  readonly high: number;
  readonly approximate: boolean;
}

const number = (value: number): number => Math.round(value * 1e6) / 1e6;

function spread(value: Spread, times: number): string {
  const low = number(value.low * times);
  const high = number(value.high * times);
  return `${value.approximate ? '~' : ''}${low === high ? low : `${low}-${high}`}`;
}

const about = (value: Spread): string => (value.approximate ? 'environ ' : '');

const range = (value: Spread, euros = false): string =>
  value.low === value.high ? digits(value.low, euros) : `${digits(value.low, euros)} à ${digits(value.high, euros)}`;

/** `12000.5` → «12 000,50» for euros; a whole number has no decimals, up to six are kept otherwise. */
function digits(value: number, euros: boolean): string {
  const [whole = '0', part] = String(number(value)).split('.');
  const grouped = whole.length > 3 ? groupThousands(whole, NARROW) : whole;
  return part === undefined ? grouped : `${grouped},${euros ? part.padEnd(2, '0') : part}`;
}

const UNIT_NAMES: Readonly<Record<TimeUnit, readonly [one: string, many: string]>> = {
  minute: ['minute', 'minutes'],
  hour: ['h', 'h'],
  day: ['jour', 'jours'],
  working_day: ['jour ouvré', 'jours ouvrés'],
  week: ['semaine', 'semaines'],
  month: ['mois', 'mois'],
  year: ['an', 'ans'],
};
const sayUnit = (unit: TimeUnit, count: number): string => UNIT_NAMES[unit][count >= 2 ? 1 : 0];

const NOUN_SIGNS: Readonly<Record<string, string>> = {
  m2: 'm²',
  m3: 'm³',
  '°c': '°C',
  go: 'Go',
  to: 'To',
  mo: 'Mo',
  kw: 'kW',
  kwh: 'kWh',
  mwh: 'MWh',
  kva: 'kVA',
  kwc: 'kWc',
  db: 'dB',
  hz: 'Hz',
  ghz: 'GHz',
  w: 'W',
  v: 'V',
  kg: 'kg',
  m: 'm',
  km: 'km',
  l: 'litres',
  t: 'tonnes',
  ha: 'ha',
  ml: 'ml',
  cv: 'CV',
};

const PER_NAMES: Readonly<Record<string, string>> = { l: 'litre', t: 'tonne', cv: 'CV' };

function sayPer(value: { readonly per?: string | undefined; readonly text: string }): string {
  if (value.per === undefined) return '';
  if (value.per === 'unite') return ' l’unité';
  return ` par ${ownValue(PER_NAMES, value.per) ?? ownValue(NOUN_SIGNS, value.per) ?? nounOf(value.text, value.per, 1)}`;
}

/** The counted noun with its accents, from the person's own words; the folded one where it is not found. */
function nounOf(text: string, unit: string, count: number): string {
  for (const match of text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)) {
    const folded = fold(match[0]);
    if (match[0].length < 3 || (singular(folded) !== unit && perOf(folded) !== unit)) continue;
    return count < 2 && folded !== unit && singular(folded) === unit && match[0].length === folded.length
      ? match[0].slice(0, unit.length)
      : match[0];
  }
  return unit;
}

const ACCENTED: Readonly<Record<string, string>> = {
  fevrier: 'février',
  aout: 'août',
  decembre: 'décembre',
  debut: 'début',
  rentree: 'rentrée',
  noel: 'Noël',
  paques: 'Pâques',
  toussaint: 'Toussaint',
  ete: 'été',
  annee: 'année',
  apres: 'après',
};

/** A date in full where the words fix it; a relative one as said, in full letters. */
function sayDate(value: Extract<SaidValue, { kind: 'date' }>): string {
  if (value.iso === undefined && !/^\d/.test(value.head)) return value.text;
  const [first = '', ...rest] = value.head.split(' ').map((word) => ownValue(ACCENTED, word) ?? word);
  const day = first === '1' ? '1er' : first;
  return [day, ...rest].join(NO_BREAK).replace(/^mi\u00a0/, 'mi-');
}
