import { isDenied } from '../../french/denied.ts';
import type { Span } from '../../french/span.ts';
import { readFigures } from '../../french/values/read-values.ts';

/**
 * Where a remark of ours may stand in a buyer's text: at the end of a whole word, beside a value and never within it, outside
 * other people's words, and after nothing that denies, for what explains a term does not explain its contrary.
 */
export interface Placement {
  /** Whether the range holds whole words of the message itself: no part of a compound, an address or a quotation. */
  whole(term: Span): boolean;
  /** Whether a denial bears on the term: what explains it would say the contrary. */
  denied(term: Span): boolean;
  /** Whether the offset parts a value or a code. */
  inValue(offset: number): boolean;
}

export function readPlacement(source: string): Placement {
  const { values, codes } = readFigures(source);
  const figures = [...values, ...codes].map(({ span }) => span).toSorted((a, b) => a[0] - b[0]);
  const quotations = [...source.matchAll(QUOTATION)].map(({ index, 0: said }): Span => [index, index + said.length]);
  const quoted = ([start, end]: Span) => {
    const around = lastFrom(quotations, start);
    return around !== undefined && around[0] < start && end < around[1];
  };
  return {
    inValue: (offset) => {
      const figure = lastFrom(figures, offset - 1);
      return figure !== undefined && offset < figure[1];
    },
    whole: (term) => isWhole(source, term) && !quoted(term) && !isAddress(wordAround(source, term)),
    denied: (term) => isDenied(source, term),
  };
}

/** The last range that starts at or before an offset; the ranges are in order and apart. */
function lastFrom(ranges: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1];
}

/** On one line, and no longer than a title: a quotation mark left open quotes nothing. */
const QUOTATION = /«[^«»\n]{1,160}»|“[^“”\n]{1,160}”|"[^"\n]{1,160}"/gu;

/** «sous-traitance» is no «traitance» and «notifiez-vous» no «notifiez»: neither end goes on by a hyphen or an apostrophe. */
function isWhole(source: string, [start, end]: Span): boolean {
  const before = source.slice(Math.max(0, start - 10), start);
  return (
    !/[\p{L}\p{N}][-‐‑–]$/u.test(before) &&
    !INNER.test(before) &&
    !/^[-‐‑–'’ʼ]?[\p{L}\p{M}\p{N}]/u.test(source.slice(end, end + 3))
  );
}

/** An apostrophe that elides no small word: «aujourd’hui». */
const INNER =
  /(?<!(?:^|[^\p{L}\p{M}])(?:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst]))(?<=[\p{L}\p{M}])['’ʼ]$|[\p{L}\p{M}\p{N}]$/iu;

/** What stands around a term without a blank, as far as an address goes. */
function wordAround(source: string, [start, end]: Span): string {
  const before = /\S{0,90}$/.exec(source.slice(Math.max(0, start - AROUND), start))?.[0] ?? '';
  const after = /^\S*/.exec(source.slice(end, end + AROUND))?.[0] ?? '';
  return before + source.slice(start, end) + after;
}

const isAddress = (word: string): boolean => /@|:\/\/|^www\.|\p{L}{2}\.\p{L}{2}|[\p{L}\d]_[\p{L}\d]/u.test(word);

/** In characters. */
const AROUND = 90;
