import { fold } from '../words.ts';

/** A token before it is known to be a name or not. */
export type Unnamed = Omit<Token, 'name'>;

/** A word, a number or a punctuation mark of the text, as the expressions see it. */
interface Token {
  /** Folded: lower case, no accents. Decimal point written as a comma. Punctuation stands for itself. */
  readonly text: string;
  /** UTF-16 offsets in the source. */
  readonly start: number;
  readonly end: number;
  readonly capitalised: boolean;
  /** The name of a firm or product, as far as capitals tell. */
  readonly name: boolean;
}

/** Stands before a name in `plain`. */
export const NAME_MARK = '@';
/** Stands after it before a name in capitals, which may be initials of anything. */
export const INITIALS_MARK = '#';

export interface Sentence {
  /** Token numbers, `last` excluded; the closing mark is outside. */
  readonly first: number;
  readonly last: number;
  readonly question: boolean;
}

export interface TokenText {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** The tokens joined, one space after each and `NAME_MARK` before a name: what the compiled expressions run on. */
  readonly plain: string;
  /** Where each token starts in `plain`, and one past the end. */
  readonly at: readonly number[];
}

/** Folded letters of a code unit; an empty string is a mark inside a word; undefined parts words. */
const known: (string | undefined | null)[] = [];

function lettersOf(source: string, index: number): string | undefined {
  const code = source.charCodeAt(index);
  let letters = known[code];
  if (letters === undefined) {
    letters = readLetters(source.charAt(index));
    known[code] = letters;
  }
  return letters ?? undefined;
}

function readLetters(unit: string): string | null {
  if (/[\p{M}\p{Cf}]/u.test(unit)) return '';
  if (!/[\p{L}\p{N}]/u.test(unit)) return null;
  return fold(unit).replace(/[^a-z0-9]/g, '') || unit;
}

const isDigit = (unit: string) => unit >= '0' && unit <= '9';
/** Their point does not end a sentence. */
const ABBREVIATIONS = new Set(
  'art arts min max env ex mr mme mlle dr st ste ref tel hab cf etc approx maxi mini no'.split(' '),
);

/** In tokens: a longer «sentence» is a paste without punctuation, cut so that the work stays linear. */
const LONGEST_SENTENCE = 250;

/** Cuts a text into tokens and sentences in one pass: linear, whatever the text. */
export function readTokens(
  source: string,
  isName: (tokens: readonly Unnamed[], index: number) => boolean = () => false,
): TokenText {
  const tokens: Unnamed[] = [];
  const sentences: Sentence[] = [];
  let first = 0;
  const add = (text: string, start: number, end: number) => {
    const unit = source.charAt(start);
    if (FAMILY.test(text) && unit !== unit.toLowerCase() && joinsName(tokens, first, source, start, end)) return;
    tokens.push({ text, start, end, capitalised: unit !== unit.toLowerCase() });
  };
  const close = (mark: string, at: number) => {
    if (tokens.length === first) return;
    sentences.push({ first, last: tokens.length, question: mark === '?' });
    add(mark, at, Math.min(at + 1, source.length));
    first = tokens.length;
  };

  for (let index = 0; index < source.length; ) {
    const letters = lettersOf(source, index);
    if (letters !== undefined && letters !== '') {
      if (tokens.length - first >= LONGEST_SENTENCE) close('.', index);
      index = addWord(source, index, add);
      continue;
    }
    const unit = source.charAt(index);
    if (unit === '.' || unit === '…') {
      if (endsSentence(source, index, tokens.at(-1))) close('.', index);
    } else if (unit === '?' || unit === '!') close(unit, index);
    else if (unit === '\n') {
      if (endsParagraph(source, index)) close('.', index);
    } else if (',;:()€%'.includes(unit)) add(unit, index, index + 1);
    index += 1;
  }
  close('.', source.length);

  const named = tokens.map((token, index) => ({ ...token, name: isName(tokens, index) }));
  const at: number[] = [];
  let plain = '';
  for (const { text, name, start, end } of named) {
    at.push(plain.length);
    plain += name ? `${NAME_MARK}${isInitials(source.slice(start, end)) ? INITIALS_MARK : ''}${text} ` : `${text} `;
  }
  at.push(plain.length);
  return { tokens: named, sentences, plain, at };
}

/** «Roche & Fils», «Martin et Frères»: part of the name of a firm, and nobody's son or brother. */
const FAMILY = /^(?:fils|filles?|freres?|pere|soeurs?|associes|cie|compagnie)$/;

function joinsName(tokens: Unnamed[], first: number, source: string, start: number, end: number): boolean {
  const and = tokens.at(-1)?.text === 'et' ? tokens.length - 1 : tokens.length;
  const before = tokens[and - 1];
  if (before === undefined || and - 1 < first || !before.capitalised) return false;
  if (!/^\s*(?:&|et)\s*$/.test(source.slice(before.end, start))) return false;
  tokens.splice(and - 1, tokens.length - and + 1, { ...before, end });
  return true;
}

const isInitials = (word: string): boolean => word.length <= 6 && word === word.toUpperCase();

/** Reads a word or a number from `start`; «48h» makes two tokens, «H.T.» one; gives the offset after it. */
function addWord(source: string, start: number, add: (text: string, start: number, end: number) => void): number {
  let text = '';
  let index = start;
  const digits = isDigit(source.charAt(start));
  for (; index < source.length; index += 1) {
    const unit = source.charAt(index);
    const letters = lettersOf(source, index);
    if (letters !== undefined) {
      if (digits && letters !== '' && !isDigit(letters)) break;
      text += letters;
    } else if (digits && (unit === ',' || unit === '.') && isDigit(source.charAt(index + 1))) text += ',';
    else if (unit === '.' && isAcronym(source, index)) continue;
    else break;
  }
  add(text, start, index);
  return index;
}

/** The point of «H.T.», «T.T.C.»: between single letters, or after one that follows a point. */
function isAcronym(source: string, index: number): boolean {
  const isLetter = (at: number) => /\p{L}/u.test(source.charAt(at));
  if (!isLetter(index - 1) || isLetter(index - 2)) return false;
  if (isLetter(index + 1)) return !isLetter(index + 2);
  return source.charAt(index - 2) === '.' && isLetter(index - 3);
}

function endsSentence(source: string, index: number, last: Unnamed | undefined): boolean {
  if (/[\p{L}\p{N}]/u.test(source.charAt(index + 1))) return false;
  if (last === undefined || last.end !== index) return true;
  return !(ABBREVIATIONS.has(last.text) || (last.text.length === 1 && /[a-z]/.test(last.text) && last.capitalised));
}

/** A line end that is not a mere wrap: the line before is short or closed, or the next one is blank, a bullet or a capital. */
function endsParagraph(source: string, index: number): boolean {
  const next = source.slice(index + 1, index + 8).trimStart();
  if (/^\s*(?:\r?\n|$)/.test(source.slice(index + 1, index + 8))) return true;
  return !/^(?:\p{Ll}|\d+(?![\d.)°]))/u.test(next);
}
