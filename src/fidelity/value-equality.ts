import { canonicalOf } from '../french/values/say-value.ts';
import { measureOf } from '../french/values/units.ts';
import type { SaidValue } from '../french/values/value.ts';
import { ownValue } from '../own-value.ts';
import type { SideValue } from './side.ts';
import { senseOf } from './vocabulary.ts';

/** A value of the source and the one that stands for it in the target. */
export interface Pair {
  readonly source: SideValue;
  readonly target: SideValue;
}

/** Rough keys under which equal values meet. */
export function keysOf(value: SaidValue): readonly string[] {
  switch (value.kind) {
    case 'date': {
      const canonical = canonicalOf(value);
      return canonical.startsWith('duration:') ? [`n${canonical.split(':')[1]}`] : [`d${headOf(value.head)}`];
    }
    case 'time_of_day':
      return [`n${value.minutes}`];
    case 'duration': {
      const plain = `n${(canonicalOf(value).split(':')[1] ?? '').replace('~', '')}`;
      const weeks = value.unit === 'week' ? value.low : value.unit === 'day' ? { 8: 1, 15: 2 }[value.low] : undefined;
      return weeks === undefined ? [plain] : [plain, `weeks${weeks}`];
    }
    default: {
      const plain = `n${spreadOf(value.low, value.high)}`;
      return [
        plain,
        ...scalesOf(value).map(([base, times]) => `${base}${spreadOf(value.low * times, value.high * times)}`),
      ];
    }
  }
}

/** Measures of one thing, in the smallest of them: «1,5 hectare» is «15 000 m²». */
const SCALES: Readonly<Record<string, readonly [base: string, times: number]>> = {
  ha: ['m2', 10_000],
  m2: ['m2', 1],
  km: ['mm', 1_000_000],
  m: ['mm', 1000],
  ml: ['mm', 1000],
  cm: ['mm', 10],
  mm: ['mm', 1],
  t: ['g', 1_000_000],
  q: ['g', 100_000],
  kg: ['g', 1000],
  g: ['g', 1],
  m3: ['cl', 100_000],
  hl: ['cl', 10_000],
  l: ['cl', 100],
  cl: ['cl', 1],
  to: ['mo', 1_000_000],
  go: ['mo', 1000],
  mo: ['mo', 1],
  mw: ['w', 1_000_000],
  kw: ['w', 1000],
  w: ['w', 1],
  mwh: ['kwh', 1000],
  kwh: ['kwh', 1],
  gbps: ['mbps', 1000],
  mbps: ['mbps', 1],
};

/** «ml» is a metre of fence or a thousandth of a litre: only what it equals tells. */
function scalesOf(value: SaidValue): readonly (readonly [base: string, times: number])[] {
  const unit = value.kind === 'quantity' && value.unit !== undefined ? measureOf(value.unit) : undefined;
  const scale = unit === undefined ? undefined : ownValue(SCALES, unit);
  if (scale === undefined) return [];
  return unit === 'ml' ? [scale, ['cl', 0.1]] : [scale];
}

const spreadOf = (low: number, high: number): string => {
  const [a, b] = [low, high].map((worth) => Math.round(worth * 1e6) / 1e6);
  return a === b ? String(a) : `${a}-${b}`;
};

/** «lundi prochain» is «lundi», «rentrée scolaire» is «rentrée»; the year, where said, stays. */
export const headOf = (head: string): string =>
  head.replace(/ (?:prochain|courant|scolaires?|civile|universitaire|budgetaire)\b/g, '').replace(/^cette /, '');

/** Equal in worth and in measure; the tax basis, the rate and the bound are compared afterwards. */
export function isEqual(a: SaidValue, b: SaidValue): boolean {
  if (a.kind === 'date' && b.kind === 'date') return headOf(a.head) === headOf(b.head) || sameDelay(a, b);
  if (isScaled(a, b) || isFortnight(a, b) || isFortnight(b, a)) return true;
  const [kindA, worthA, baseA] = partsOf(a);
  const [kindB, worthB, baseB] = partsOf(b);
  if (worthA !== worthB) return false;
  if (kindA === kindB) return baseA === baseB || (kindA === 'quantity' && sameCounted(baseA, baseB));
  if (kindA === 'time' || kindB === 'time')
    return (kindA === 'duration' && baseA === 'minute') || (kindB === 'duration' && baseB === 'minute');
  return (kindA === 'quantity' && baseA === '') || (kindB === 'quantity' && baseB === '');
}

/** «dans 24 mois» and «dans deux ans». */
function sameDelay(a: SaidValue, b: SaidValue): boolean {
  const canonical = canonicalOf(a);
  return canonical.startsWith('duration:') && canonical === canonicalOf(b);
}

/** «quinze jours» are two weeks in everyday words, and «huit jours» one; in figures they are not. */
const isFortnight = (a: SaidValue, b: SaidValue): boolean =>
  a.kind === 'duration' &&
  b.kind === 'duration' &&
  a.unit === 'day' &&
  b.unit === 'week' &&
  !/\d/.test(a.text) &&
  ((a.low === 15 && b.low === 2) || (a.low === 8 && b.low === 1));

function isScaled(a: SaidValue, b: SaidValue): boolean {
  if (!('low' in a) || !('low' in b)) return false;
  return scalesOf(a).some(([baseA, timesA]) =>
    scalesOf(b).some(
      ([baseB, timesB]) =>
        baseA === baseB &&
        timesA !== timesB &&
        spreadOf(a.low * timesA, a.high * timesA) === spreadOf(b.low * timesB, b.high * timesB),
    ),
  );
}

type Parts = readonly [kind: string, worth: string, base: string];

/** A value of a long list is compared with forty others: it is taken apart once. */
const taken = new WeakMap<SaidValue, Parts>();

function partsOf(value: SaidValue): Parts {
  const known = taken.get(value);
  if (known !== undefined) return known;
  const parts = takeApart(value);
  taken.set(value, parts);
  return parts;
}

function takeApart(value: SaidValue): Parts {
  if (value.kind === 'time_of_day') return ['time', String(value.minutes), ''];
  const [kind = '', worth = '', base = ''] = canonicalOf(value).split(':');
  if (value.kind === 'duration' && value.unit === 'working_day')
    return [kind, worth.replace('~', ''), /ouvrable/i.test(value.text) ? 'ouvrable' : base];
  if (value.kind === 'amount' || value.kind === 'percentage') return [kind, worth.replace('~', ''), ''];
  return [kind, worth.replace('~', ''), base];
}

/** Two counted nouns may be two names of one thing; two measures are not, nor a measure and a noun. */
function sameCounted(a: string, b: string): boolean {
  if (a === '' || b === '') return true;
  return measureOf(a) === undefined && measureOf(b) === undefined;
}

/** What a quantity counts, whatever word says it. */
export const nounOf = (value: SaidValue): string | undefined =>
  value.kind === 'quantity' && value.unit !== undefined
    ? (measureOf(value.unit) ?? senseOf(value.unit).key ?? value.unit)
    : undefined;

export const sameWorth = (a: SaidValue, b: SaidValue): boolean =>
  'low' in a && 'low' in b && a.low === b.low && a.high === b.high;

/** The digits as written, to tell «12 k€» read as «12 €» from another number. */
export const digitsOf = (text: string): string =>
  (text.match(/\d[\d \u00a0\u202f.,]*/g) ?? [])
    .join(' ')
    .replace(/[ \u00a0\u202f.]/g, '')
    .replace(/,0*$/, '');
