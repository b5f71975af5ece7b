import { firstFrom, type Placed, placeUnits } from '../french/placed.ts';
import { PLAIN_MARKS } from '../french/text.ts';
import { ownValue } from '../own-value.ts';

/** A word or a number of the text. Offsets are those of the flat text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** As written, without accents. */
  readonly raw: string;
  /** Lower case. */
  readonly fold: string;
  readonly capital: boolean;
  /** All capitals, two letters at least. */
  readonly upper: boolean;
  readonly digit: boolean;
  /** What stands between it and the token before. */
  readonly gap: string;
}

/** `flat`: case kept; accents, ligatures, odd spaces, full-width forms and invisible characters gone. */
export interface Source extends Placed {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Number of the first token that starts at this flat offset or after it. */
  readonly tokenAt: (offset: number) => number;
}

const ODD: Readonly<Record<string, string>> = { ...PLAIN_MARKS, œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae' };

/** What each code unit comes down to; filled as texts come, 65,536 at most. */
const FLAT: (string | undefined)[] = [];

/** One code unit without accents nor disguise: '' for one that is not seen. */
export function flatUnit(code: number): string {
  let flat = FLAT[code];
  if (flat === undefined) {
    flat = readUnit(String.fromCharCode(code));
    FLAT[code] = flat;
  }
  return flat;
}

function readUnit(char: string): string {
  if (char === '\n' || char === '\r') return char;
  if (char === '\u2028' || char === '\u2029') return '\n';
  if (/[\t\v\f\u0085\p{Z}]/u.test(char)) return ' ';
  if (/[\p{M}\p{Cf}\p{Cc}]/u.test(char)) return '';
  if (/\p{Cs}/u.test(char)) return char;
  return ownValue(ODD, char) ?? char.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Flattens a text and cuts it into words, with the way back. Linear. */
export function readSource(text: string): Source {
  const placed = placeUnits(text, flatUnit);
  const tokens = readTokens(placed.flat);
  return {
    ...placed,
    text,
    tokens,
    tokenAt: (offset) => firstFrom(tokens.length, (at) => (tokens[at]?.start ?? offset) < offset),
  };
}

function readTokens(flat: string): readonly Token[] {
  const tokens: Token[] = [];
  let before = 0;
  // Letters and digits part from each other only at a word's edge: «R2122» and «35bis» are one token.
  for (const match of flat.matchAll(/[\p{L}\p{N}]+/gu)) {
    const [raw] = match;
    const fold = raw.toLowerCase();
    const first = raw.charAt(0);
    // «R2122» is no name.
    const wordy = !/\d/.test(raw);
    tokens.push({
      start: match.index,
      end: match.index + raw.length,
      raw,
      fold,
      capital: wordy && first !== first.toLowerCase(),
      upper: wordy && raw.length > 1 && raw !== fold && raw === raw.toUpperCase(),
      digit: first >= '0' && first <= '9',
      gap: flat.slice(before, match.index),
    });
    before = match.index + raw.length;
  }
  return tokens;
}

/** Whether a gap joins two words of one name: a space, a hyphen, an apostrophe; never a stop, a comma or a line end. */
export const joins = (gap: string): boolean => gap === ' ' || gap === '-' || gap === "'" || gap === '  ';

/** Whether a token opens a sentence or a line: its capital says nothing. */
export const opensSentence = ({ tokens }: Source, at: number): boolean =>
  at === 0 || /[.!?:;\n\r•*>(]|(?:^|\s)-\s/.test(tokens[at]?.gap ?? '\n');
