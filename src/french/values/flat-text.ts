import { ownValue } from '../../own-value.ts';
import type { Span } from '../span.ts';

/** A text folded for matching, with the way back to the offsets of the text as written. */
export interface FlatText {
  /** Lower case, no accents, œ spelt out, all spaces plain (line ends kept), straight apostrophes and hyphens, no invisible character. */
  readonly flat: string;
  /** Span of the text as written for a range of the flat one. */
  readonly spanOf: (start: number, end: number) => Span;
}

const ODD: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '×': 'x',
  º: '°',
  '₂': '2',
  '³': '³',
};

/** What each code unit folds to: '' for one that is not seen. Filled as texts come; there are at most 65,536. */
const FOLDED: (string | undefined)[] = [];

function foldUnit(code: number): string {
  const char = String.fromCharCode(code);
  if (char === '\n' || char === '\r') return char;
  if (/[\t\v\f\u0085\p{Z}]/u.test(char)) return char === '\u2028' || char === '\u2029' ? '\n' : ' ';
  if (/[\p{M}\p{Cf}\p{Cc}]/u.test(char)) return '';
  const lower = char.toLowerCase();
  const odd = ownValue(ODD, lower);
  if (odd !== undefined) return odd;
  if (/[\p{Cs}²]/u.test(char)) return char;
  return lower.normalize('NFD').replace(/\p{M}/gu, '');
}

export function flatten(text: string): FlatText {
  let flat = '';
  let starts: number[] | undefined;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    let folded = FOLDED[code];
    if (folded === undefined) {
      folded = foldUnit(code);
      FOLDED[code] = folded;
    }
    if (folded.length !== 1 && starts === undefined) starts = Array.from({ length: index }, (_, at) => at);
    if (starts !== undefined) for (let at = 0; at < folded.length; at++) starts.push(index);
    flat += folded;
  }
  if (starts === undefined) return { flat, spanOf: (start, end) => [start, end] };
  const back = starts;
  return { flat, spanOf: (start, end) => [back[start] ?? text.length, endOf(text, back, end)] };
}

/** The end takes in the combining marks that follow the last character, so that a slice never cuts an accent off. */
function endOf(text: string, back: readonly number[], end: number): number {
  const last = back[end - 1];
  if (last === undefined) return 0;
  let after = last + 1;
  while (after < text.length && /\p{M}/u.test(text.charAt(after))) after++;
  return after;
}
