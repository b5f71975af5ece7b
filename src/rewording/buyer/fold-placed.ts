import type { Span } from '../../french/span.ts';
import { fold } from '../../french/words.ts';
import { ownValue } from '../../own-value.ts';

/** A folded copy of a text that still knows where each of its characters came from. */
interface FoldedText {
  readonly text: string;
  /** Span of the original text for a range of the folded one. */
  span(start: number, end: number): Span;
  /** Place in the folded text of an offset of the original one. */
  place(offset: number): number;
}

/** What stands for «€» in a folded text: with it V8 would keep the text, and a second copy of the code of each pattern, in two bytes. */
export const EURO = '¤';

/**
 * Lower case, no accents, `oe` for `œ`, straight apostrophes, spaces plain, ./fold-placed.ts' own sign for «€»; combining
 * marks leave no character behind.
 */
export function foldPlaced(text: string): FoldedText {
  const chars: string[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    const folded = char >= 'a' && char <= 'z' ? char : (remembered.get(char) ?? remember(char));
    for (const one of folded) {
      chars.push(one);
      offsets.push(i);
    }
  }
  return {
    text: chars.join(''),
    span: (start, end) => {
      const first = offsets[start] ?? text.length;
      let last = (offsets[end - 1] ?? first) + 1;
      // A mark that combines with the last character belongs to it.
      while (/\p{M}/u.test(text[last] ?? '')) last++;
      return [first, last];
    },
    place: (offset) => {
      let low = 0;
      let high = offsets.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((offsets[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/** One code unit at a time, so there are at most 65,536 of them. */
const remembered = new Map<string, string>();

function remember(char: string): string {
  const folded =
    ownValue(BY_HAND, char) ??
    (/[^\S\n]/.test(char) ? ' ' : /[\u200b-\u200f\u2060\ufeff]/.test(char) ? '' : fold(char));
  const narrow = [...folded].map((one) => (one > '\u00ff' ? OTHER : one)).join('');
  remembered.set(char, narrow);
  return narrow;
}

/** Any other character that takes two bytes. */
const OTHER = '·';
const BY_HAND: Readonly<Record<string, string>> = { '€': EURO, '…': '.', '–': '-', '—': '-' };
