import { flatUnit } from './source.ts';

/** Stands where the last gate took something out. */
const SEALED = '[masqué]';
/** When «masqué» itself must not be said. */
const SEALED_SILENTLY = '[…]';

/** A name that is an everyday word too is masked with its title: then its capital gives it away. */
const TITLED = /^(?:M\.|Mme|société) (\p{Lu}[\p{L}\p{M}]+)$/u;

/** Letters and figures only, lower case, each with its place in the text as written. */
interface Bare {
  readonly bare: string;
  readonly from: readonly number[];
  /** Whether something that is seen stands before each, after the letter before it: a word may end there. */
  readonly apart: readonly boolean[];
}

/**
 * The last gate before a message leaves: takes every masked string out of any text, however it is dressed: case, accents,
 * ligatures, full-width forms, invisible characters or Markdown marks inside, other apostrophes, hyphens and spaces between
 * words, any spaces, dots, hyphens or slashes between figures; a French telephone with +33 for 0, a SIREN inside its SIRET.
 * Words match whole: «Marc» is not taken out of «marché». Pure; never throws; sealing twice changes nothing.
 * A masked string without a letter or a figure tells nothing and is passed over.
 */
export function createSeal(masked: readonly string[]): (text: string) => string {
  const named = masked.flatMap((text) => TITLED.exec(text)?.[1] ?? []);
  const patterns = [
    ...[...new Set(masked.flatMap(formsOf))].map((text) => readPattern(text, false)),
    ...[...new Set(named)].map((text) => readPattern(text, true)),
  ].filter(({ bare }) => bare !== '');
  // Longest first: «Sophie Bernard» goes as one.
  patterns.sort((a, b) => b.bare.length - a.bare.length);
  const spoken = patterns.some((pattern) => placesOf(readBare(SEALED), SEALED, pattern).length > 0);
  const instead = spoken ? SEALED_SILENTLY : SEALED;
  return (text) => {
    let sealed = text;
    // What is taken out may bring two halves together: until nothing is left. Each round removes letters, so it ends.
    for (;;) {
      const next = sealOnce(sealed, patterns, instead);
      if (next === sealed) return sealed;
      sealed = next;
    }
  };
}

interface Pattern {
  readonly bare: string;
  /** Only where it is written with a capital: «Petit» after «M. Petit». */
  readonly capital: boolean;
  /** Whether other characters may stand before this letter of it, besides invisible ones. */
  readonly open: readonly boolean[];
}

function formsOf(masked: string): readonly string[] {
  const digits = masked.normalize('NFKC').replace(/[\s().+/-]|\p{Cf}/gu, '');
  if (/^0[1-9]\d{8}$/.test(digits))
    return [masked, `33${digits.slice(1)}`, `0033${digits.slice(1)}`, `330${digits.slice(1)}`];
  const abroad = /^(?:00)?330?([1-9]\d{8})$/.exec(digits)?.[1];
  if (abroad !== undefined) return [masked, `0${abroad}`, `33${abroad}`, `0033${abroad}`, `330${abroad}`];
  if (/^\d{14}$/.test(digits)) return [masked, digits.slice(0, 9)];
  return [masked];
}

function readPattern(masked: string, capital: boolean): Pattern {
  const { bare, from } = readBare(masked);
  const open =
    [...bare].length === 0 ? [] : from.map((place, at) => at > 0 && separates(masked, (from[at - 1] ?? 0) + 1, place));
  return { bare, capital, open };
}

/** Not seen; and what Markdown eats: «**Du**pont» reads «Dupont», yet «`Du`» ends a word. */
const UNSEEN_CHAR = /^[\p{M}\p{Cf}\p{Cc}]$/u;
const HIDDEN = /^[\p{M}\p{Cf}\p{Cc}*`~]$/u;
const UNSEEN = /[\p{M}\p{Cf}*`~]/gu;

/** Whether something that is seen stands between two places of a text. */
function separates(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    // The second half of the letter before.
    if (at === from && /[\uDC00-\uDFFF]/.test(char)) continue;
    if (/[\n\r\t\v\f]/.test(char) || !HIDDEN.test(char)) return true;
    at += char.length - 1;
  }
  return false;
}

function readBare(text: string): Bare {
  const pieces: string[] = [];
  const from: number[] = [];
  const apart: boolean[] = [];
  let seen = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.codePointAt(index) ?? 0;
    const piece = (code > 0xffff ? String.fromCodePoint(code).normalize('NFKD') : flatUnit(code)).toLowerCase();
    for (const letter of piece) {
      if (!isWord(letter)) {
        seen ||= /\s/.test(letter) || !UNSEEN_CHAR.test(letter);
        continue;
      }
      pieces.push(letter);
      for (let unit = 0; unit < letter.length; unit++) {
        from.push(index);
        apart.push(seen && unit === 0);
      }
      seen = false;
    }
    if (code > 0xffff) index++;
  }
  return { bare: pieces.join(''), from, apart };
}

/** Letters and figures of any script. */
const WORDS = new Map<string, boolean>();
function isWord(letter: string): boolean {
  let word = WORDS.get(letter);
  if (word === undefined) {
    word = /[\p{L}\p{N}]/u.test(letter);
    WORDS.set(letter, word);
  }
  return word;
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

function sealOnce(text: string, patterns: readonly Pattern[], instead: string): string {
  const source = readBare(text);
  const cut = patterns.flatMap((pattern) => placesOf(source, text, pattern)).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  if (cut.length === 0) return text;
  let sealed = '';
  let past = 0;
  for (const [start, end] of cut) {
    if (start < past) {
      past = Math.max(past, end);
      continue;
    }
    sealed += `${text.slice(past, start)}${instead}`;
    past = end;
  }
  return sealed + text.slice(past);
}

/** Where a pattern stands, as offsets of the text. */
function placesOf(source: Bare, text: string, pattern: Pattern): readonly (readonly [number, number])[] {
  const { bare, from } = source;
  const places: [number, number][] = [];
  for (let at = bare.indexOf(pattern.bare); at !== -1; at = bare.indexOf(pattern.bare, at + 1)) {
    const next = at + pattern.bare.length;
    if (!edge(source, at) || !edge(source, next) || !holds(from, text, at, pattern)) continue;
    const start = from[at] ?? 0;
    if (pattern.capital && text.charAt(start) === text.charAt(start).toLowerCase()) continue;
    places.push([start, endOf(text, from[next - 1] ?? 0)]);
  }
  return places;
}

/** The marks that belong to the last letter go with it. */
function endOf(text: string, last: number): number {
  let end = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length;
  while (end < text.length && /[\p{M}\p{Cf}]/u.test(text.charAt(end))) end++;
  return end;
}

/** Whether a word may end before a bare letter: something stands there, or a letter meets a figure. */
function edge({ bare, apart }: Bare, at: number): boolean {
  return at === 0 || at >= bare.length || apart[at] === true || isDigit(bare[at - 1]) !== isDigit(bare[at]);
}

/** Inside, only invisible characters may part two letters, save where the pattern itself is parted, or beside a figure. */
function holds(from: readonly number[], text: string, at: number, { open, bare: letters }: Pattern): boolean {
  for (let index = 1; index < letters.length; index++) {
    if (open[index]) continue;
    const left = from[at + index - 1] ?? 0;
    const right = from[at + index] ?? 0;
    if (right - left < 2 || !separates(text, left + 1, right)) continue;
    const figure = isDigit(letters[index]) || isDigit(letters[index - 1]);
    if (!figure || text.slice(left + 1, right).replace(UNSEEN, '').length > 3) return false;
  }
  return true;
}
