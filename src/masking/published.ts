import { readSource, type Source } from './source.ts';

/** What the assistant publishes: its fiches. Its own words name nobody who asks. */
export interface Published {
  /** Whether these words stand in it, in this order. Folded, one space between two. */
  readonly says: (words: string) => boolean;
  /** Whether a line is one of its titles or of the questions it lists. Folded likewise. */
  readonly isHeading: (line: string) => boolean;
}

export const NOTHING_PUBLISHED: Published = { says: () => false, isHeading: () => false };

/** Reads what is published once. `headings` are part of it. */
export function readPublished(headings: readonly string[], texts: readonly string[]): Published {
  const known = new Set(headings.map(foldWords));
  const all = ` ${[...headings, ...texts].map(foldWords).join(' | ')} `;
  return { says: (words) => all.includes(` ${words} `), isHeading: (line) => known.has(line) };
}

const foldWords = (text: string): string => wordsOf(readSource(text), 0, Number.POSITIVE_INFINITY);

/** The folded words of a range of the flat text. */
export function wordsOf({ tokens, tokenAt }: Source, start: number, end: number): string {
  const words: string[] = [];
  for (let at = tokenAt(start); at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.start >= end) break;
    words.push(token.fold);
  }
  return words.join(' ');
}
