import type { Span } from './span.ts';

/** A text written again one code unit at a time, with the way back to the offsets of the text as written. */
export interface Placed {
  readonly flat: string;
  /** Offset in the source of a character of `flat`; its length past the end. */
  readonly sourceAt: (at: number) => number;
  /** Span of the source for a range of `flat`; the accents that follow the last letter go with it. */
  readonly spanOf: (start: number, end: number) => Span;
  /** Place in `flat` of the first character that comes from this offset of the source or after it. */
  readonly flatAt: (offset: number) => number;
}

/** @param write what a code unit, with the one after it, becomes: nothing, or one character and more. Linear. */
export function placeUnits(source: string, write: (code: number, next: number) => string): Placed {
  const pieces: string[] = [];
  /** Unset as long as every unit has become one: then the offsets are the same. */
  let back: number[] | undefined;
  for (let index = 0; index < source.length; index++) {
    const piece = write(source.charCodeAt(index), source.charCodeAt(index + 1));
    if (piece.length !== 1 && back === undefined) back = Array.from({ length: index }, (_, at) => at);
    if (back !== undefined) for (let at = 0; at < piece.length; at++) back.push(index);
    pieces.push(piece);
  }
  const flat = pieces.join('');
  const places = back;
  const sourceAt =
    places === undefined
      ? (at: number) => Math.min(at, source.length)
      : (at: number) => (at < flat.length ? (places[at] ?? 0) : source.length);
  return {
    flat,
    sourceAt,
    spanOf: (start, end) => [sourceAt(start), end > 0 ? endOf(source, sourceAt(end - 1)) : 0],
    flatAt: (offset) => firstFrom(flat.length, (at) => sourceAt(at) < offset),
  };
}

/** A slice never cuts an accent off its letter. */
function endOf(source: string, last: number): number {
  let end = Math.min(last + 1, source.length);
  while (end < source.length && /\p{M}/u.test(source.charAt(end))) end++;
  return end;
}

/** The first index of an ordered list that does not come before what is looked for; its length when all do. */
export function firstFrom(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
