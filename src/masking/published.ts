import { createHash } from 'node:crypto';
import { digestRooms } from '../digest-files.ts';
import { keep, readKept } from '../kept.ts';
import type { Sliced } from '../sliced.ts';
import { readSource, type Source } from './source.ts';

/** What the assistant publishes: its fiches. Its own words name nobody who asks. */
export interface Published {
  /** Whether these words stand in it, in this order. Folded, one space between two. */
  readonly says: (words: string) => boolean;
  /** Whether a line is one of its titles or of the questions it lists. Folded likewise. */
  readonly isHeading: (line: string) => boolean;
}

export const NOTHING_PUBLISHED: Published = { says: () => false, isHeading: () => false };

/** What makes it: these rooms, and the libraries. */
const READERS = ['masking', 'french'];

/** Texts told by their digest in one slice. */
const TEXTS = 1_000;

/**
 * Reads what is published once, and keeps what was read of it in a file, for as long as the texts and this code are the same.
 * @param headings are part of it
 */
export function* readPublished(headings: readonly string[], texts: readonly string[], path: string): Sliced<Published> {
  const digest = createHash('sha256').update(`${digestRooms(READERS)} ${headings.length}`);
  for (const [place, text] of [...headings, ...texts].entries()) {
    if (place % TEXTS === 0) yield;
    digest.update(`\n${text.length} ${text}`);
  }
  const fingerprint = digest.digest('hex');
  yield;
  const { known, all } = readKept<Folded>(path, fingerprint) ?? foldAll(headings, texts, path, fingerprint);
  return { says: (words) => all.includes(` ${words} `), isHeading: (line) => known.has(line) };
}

interface Folded {
  readonly known: ReadonlySet<string>;
  readonly all: string;
}

/** Where the disk refuses, the next start does it again. */
function foldAll(headings: readonly string[], texts: readonly string[], path: string, fingerprint: string): Folded {
  const known = new Set(headings.map(foldWords));
  const folded = { known, all: ` ${[...headings, ...texts].map(foldWords).join(' | ')} ` };
  keep(path, fingerprint, folded);
  return folded;
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
