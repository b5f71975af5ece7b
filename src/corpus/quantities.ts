import { NUMBER_WORDS, numberIn } from '../french/values/numbers.ts';
import { ownValue } from '../own-value.ts';
import type { Figure } from './figures.ts';

/** A number written in a legal text, with what it counts where the text says so. */
export interface Quantity {
  readonly value: number;
  /** Undefined: the number stands alone; `other`: it counts something that figures.yaml has no unit for. */
  readonly unit: Figure['unit'] | 'other' | undefined;
  readonly tax: 'HT' | 'TTC' | undefined;
}

const WORD = `(?:${[...NUMBER_WORDS, 'cents?', 'mille'].join('|')})`;
const NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:,\d+)?|(?<!\p{L})${WORD}(?:(?:[- ]et[- ]|[- ])${WORD})*(?!\p{L})`;
const QUANTITY = new RegExp(
  String.raw`(${NUMBER})[ \u00a0\u202f]?(millions?|milliards?|M(?=€)|k(?=€))?(?:[ \u00a0\u202f]?(?:d[’'])?(€|%|‰|\p{L}+))?(?:[ \u00a0\u202f](HT|TTC))?`,
  'giu',
);

/** `"50 millions d'euros HT"` → 50000000 EUR HT; `vingt-deux jours` → 22 jours; `V × R / 1 000` → 1000. */
export function quantitiesIn(text: string): readonly Quantity[] {
  return [...text.matchAll(QUANTITY)].map(([, number = '', scale = '', unit, tax]) => ({
    value: (numberIn(number) ?? 0) * (ownValue(SCALES, scale.toLowerCase()) ?? 1),
    unit: unit === undefined ? undefined : unitOf(unit),
    tax: tax === undefined ? undefined : tax.toUpperCase() === 'HT' ? 'HT' : 'TTC',
  }));
}

const SCALES: Readonly<Record<string, number>> = {
  million: 1e6,
  millions: 1e6,
  m: 1e6,
  milliard: 1e9,
  milliards: 1e9,
  k: 1e3,
};

function unitOf(word: string): Quantity['unit'] {
  const plain = word.toLowerCase();
  if (/^(?:€|euros?)$/.test(plain)) return 'EUR';
  if (plain === '%') return 'pourcent';
  if (plain === '‰') return 'pour_mille';
  if (/^(?:ans?|années?)$/.test(plain)) return 'ans';
  const known = (['jours', 'mois', 'heures', 'semaines', 'points', 'fois'] as const).find(
    (unit) => unit === plain || unit === `${plain}s`,
  );
  return known ?? 'other';
}

/**
 * Whether a text holds a value of a figure. A bare number fits any unit; a `nombre` fits whatever is counted;
 * a percentage also fits the coefficient that applies it (5 % ↔ « × 1,05 »), which is how CCAG-MOE 13 writes its tolerances.
 */
export function holdsValue(texts: readonly string[], figure: Pick<Figure, 'unit' | 'tax'>, value: number): boolean {
  return texts.flatMap(quantitiesIn).some((quantity) => {
    if (figure.unit === 'pourcent' && quantity.unit === undefined && same(quantity.value, 1 + value / 100)) return true;
    if (!same(quantity.value, value)) return false;
    if (figure.tax !== undefined && quantity.tax !== undefined && figure.tax !== quantity.tax) return false;
    return figure.unit === 'nombre' || quantity.unit === undefined || quantity.unit === figure.unit;
  });
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}
