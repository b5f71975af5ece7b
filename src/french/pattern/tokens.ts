import { readText, type Text } from '../text.ts';
import type { Token as Cut } from '../tokens.ts';

/** A token before it is known to be a name or not. */
export type Unnamed = Omit<Token, 'name' | 'heads'>;

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
  /** What expressions that it may begin are looked up by. */
  readonly heads: readonly string[];
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

/** Their point does not end a sentence. */
const ABBREVIATIONS = new Set(
  'art arts min max env ex mr mme mlle dr st ste ref tel hab cf etc approx maxi mini no'.split(' '),
);

/** In tokens: a longer «sentence» is a paste without punctuation, cut so that the work stays linear. */
const LONGEST_SENTENCE = 250;

/** Groups what a text is cut into as the expressions see it, and ends its sentences. Linear, whatever the text. */
export function readTokens(
  source: string,
  isName: (tokens: readonly Unnamed[], index: number) => boolean = () => false,
): TokenText {
  const text = readText(source);
  const { flat, spanOf, tokens: cut } = text;
  /** Their offsets are those of `flat` until all are there. */
  const tokens: Unnamed[] = [];
  const sentences: Sentence[] = [];
  let first = 0;
  const add = (said: string, start: number, end: number) => {
    const capitalised = text.isCapital(start);
    if (capitalised && FAMILY.test(said) && joinsName(tokens, first, flat, start, end)) return;
    tokens.push({ text: said, start, end, capitalised });
  };
  const close = (mark: string, at: number) => {
    if (tokens.length === first) return;
    sentences.push({ first, last: tokens.length, question: mark === '?' });
    add(mark, at, Math.min(at + 1, flat.length));
    first = tokens.length;
  };

  for (let at = 0; at < cut.length; ) {
    const here = cut[at];
    if (here === undefined) break;
    if (here.newLine && endsParagraph(text, cut[at - 1]?.end ?? 0, here.start)) close('.', cut[at - 1]?.end ?? 0);
    if (isWord(here)) {
      if (tokens.length - first >= LONGEST_SENTENCE) close('.', here.start);
      const word = joinWord(flat, cut, at);
      add(word.text, here.start, word.end);
      at = word.next;
      continue;
    }
    if (here.text === '.' || here.text === '…') {
      if (endsSentence(flat, here.start, tokens.at(-1))) close('.', here.start);
    } else if (here.text === '?' || here.text === '!') close(here.text, here.start);
    else if (',;:()€%'.includes(here.text)) add(here.text, here.start, here.end);
    at += 1;
  }
  close('.', flat.length);

  const at: number[] = [];
  let plain = '';
  const named = tokens.map((token, index) => {
    const name = isName(tokens, index);
    const [start, end] = spanOf(token.start, token.end);
    at.push(plain.length);
    plain += name
      ? `${NAME_MARK}${isInitials(source.slice(start, end)) ? INITIALS_MARK : ''}${token.text} `
      : `${token.text} `;
    const heads = [headOf(token.text), openHeadOf(token.text), ...(name ? [NAME_MARK] : [])];
    return { text: token.text, start, end, capitalised: token.capitalised, name, heads };
  });
  at.push(plain.length);
  return { tokens: named, sentences, plain, at };
}

/** A letter of another script is a sign to who reads French, and part of a word here. */
const isWord = ({ kind, text }: Cut): boolean => kind !== 'sign' || /[\p{L}\p{N}]/u.test(text);

/** «48h» makes two tokens, «R2122» and «H.T.» one, «1.5» and «1,5» the same one. */
function joinWord(flat: string, cut: readonly Cut[], at: number) {
  let { text = '', end = 0 } = cut[at] ?? {};
  const digits = cut[at]?.kind === 'digits';
  let next = at + 1;
  for (let here = cut[next]; here?.glued === true; here = cut[next]) {
    const figures = cut[next + 1];
    if (isWord(here)) {
      if (digits && here.kind !== 'digits') break;
      text += here.text;
    } else if (digits && (here.text === ',' || here.text === '.') && figures?.kind === 'digits' && figures.glued)
      text += ',';
    else if (here.text !== '.' || !isAcronym(flat, here.start)) break;
    end = here.end;
    next += 1;
  }
  return { text, end, next };
}

/** «Roche & Fils», «Martin et Frères»: part of the name of a firm, and nobody's son or brother. */
const FAMILY = /^(?:fils|filles?|freres?|pere|soeurs?|associes|cie|compagnie)$/;

function joinsName(tokens: Unnamed[], first: number, flat: string, start: number, end: number): boolean {
  const and = tokens.at(-1)?.text === 'et' ? tokens.length - 1 : tokens.length;
  const before = tokens[and - 1];
  if (before === undefined || and - 1 < first || !before.capitalised) return false;
  if (!/^\s*(?:&|et)\s*$/.test(flat.slice(before.end, start))) return false;
  tokens.splice(and - 1, tokens.length - and + 1, { ...before, end });
  return true;
}

const isInitials = (word: string): boolean => word.length <= 6 && word === word.toUpperCase();

/** The point of «H.T.», «T.T.C.»: between single letters, or after one that follows a point. */
function isAcronym(flat: string, index: number): boolean {
  const isLetter = (at: number) => /\p{L}/u.test(flat.charAt(at));
  if (!isLetter(index - 1) || isLetter(index - 2)) return false;
  if (isLetter(index + 1)) return !isLetter(index + 2);
  return flat.charAt(index - 2) === '.' && isLetter(index - 3);
}

function endsSentence(flat: string, index: number, last: Unnamed | undefined): boolean {
  if (/[\p{L}\p{N}]/u.test(flat.charAt(index + 1))) return false;
  if (last === undefined || last.end !== index) return true;
  return !(ABBREVIATIONS.has(last.text) || (last.text.length === 1 && /[a-z]/.test(last.text) && last.capitalised));
}

/** A line end that is not a mere wrap: the line before is short or closed, or the next one is blank, a bullet or a capital. */
function endsParagraph({ flat, source, sourceAt }: Text, from: number, to: number): boolean {
  const gap = flat.slice(from, to);
  if (gap.indexOf('\n') !== gap.lastIndexOf('\n')) return true;
  return !/^(?:\p{Ll}|\d+(?![\d.)°]))/u.test(source.slice(sourceAt(to), sourceAt(to) + 8));
}

/** What a whole word is looked up by: without the mark of the plural; `#` for a number. */
export function headOf(word: string): string {
  if (word >= '0' && word < ':') return '#';
  return word.length > 2 && /[sx]$/.test(word) ? word.slice(0, -1) : word;
}

/** What `mot*` is looked up by: its first three letters. */
export function openHeadOf(word: string): string {
  return `${word.slice(0, 3)}*`;
}
