/** Stands before a beginning that only the start of a word can have. */
export const WORD_START = '\u0001';

/** A way to begin: `open` while what follows it in the pattern may still lengthen it. */
interface Beginning {
  readonly text: string;
  readonly open: boolean;
}

interface Cursor {
  readonly source: string;
  /** Longest beginning worth keeping, in characters. */
  readonly longest: number;
  at: number;
  /** Set while reading what no beginning reaches any more: it is stepped over. */
  idle: boolean;
  /** Set when there are more beginnings than a table should hold. */
  tooMany: boolean;
}

/** Longest first: a pattern with too many beginnings is known by shorter ones. */
const LENGTHS = [8, 5, 3, 2];
const TOO_MANY = 1500;
/** Letters of a class above which it is taken for «anything». */
const WIDEST_CLASS = 8;

/**
 * The texts one of which stands at the start of every match, in small letters and with 0 for any figure, or undefined when a
 * match may begin with anything. Reads the subset of the syntax that the tables of this folder use: alternatives, groups,
 * classes, quantifiers, look-arounds (which are left out: that lets more through, and never less).
 */
export function beginningsOf(source: string): readonly string[] | undefined {
  for (const longest of LENGTHS) {
    const cursor: Cursor = { source, longest, at: 0, idle: false, tooMany: false };
    const found = readAlternatives(cursor);
    if (cursor.tooMany) continue;
    const texts = new Set(found.map(({ text }) => withoutVainMark(text)));
    return texts.has('') ? undefined : [...texts];
  }
  return undefined;
}

/** `\b` before anything but a letter or a figure is no start of a word. */
const withoutVainMark = (text: string): string =>
  text.startsWith(WORD_START) && !/[a-z0-9]/.test(text.charAt(1)) ? text.slice(1) : text;

function readAlternatives(cursor: Cursor): readonly Beginning[] {
  const found: Beginning[] = [...readSequence(cursor)];
  while (cursor.source[cursor.at] === '|') {
    cursor.at++;
    found.push(...readSequence(cursor));
  }
  return distinct(cursor, found);
}

function readSequence(cursor: Cursor): readonly Beginning[] {
  let found: readonly Beginning[] = [{ text: '', open: true }];
  const idle = cursor.idle;
  while (cursor.at < cursor.source.length && !/[|)]/.test(cursor.source.charAt(cursor.at))) {
    const one = repeated(cursor, readAtom(cursor));
    if (cursor.idle) continue;
    found = joined(cursor, found, one);
    cursor.idle = !found.some(({ open }) => open);
  }
  cursor.idle = idle;
  return found;
}

const ANYTHING: readonly Beginning[] = [{ text: '', open: false }];
const NOTHING: readonly Beginning[] = [{ text: '', open: true }];
const AT_WORD: readonly Beginning[] = [{ text: WORD_START, open: true }];

function readAtom(cursor: Cursor): readonly Beginning[] {
  const char = cursor.source.charAt(cursor.at++);
  switch (char) {
    case '(':
      return readGroup(cursor);
    case '[':
      return readClass(cursor);
    case '\\':
      return readEscape(cursor);
    case '^':
    case '$':
      return NOTHING;
    case '.':
      return ANYTHING;
    default:
      return [{ text: plain(char), open: true }];
  }
}

const plain = (char: string): string => (/\d/.test(char) ? '0' : char.toLowerCase());

function readGroup(cursor: Cursor): readonly Beginning[] {
  const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(cursor.source.slice(cursor.at, cursor.at + 30))?.[0] ?? '';
  cursor.at += opening.length;
  const noWordBefore =
    opening === '?<!' && /^\[(?:\\p\{L\}|A-Za-z)/.test(cursor.source.slice(cursor.at, cursor.at + 8));
  const inside = readAlternatives(cursor);
  cursor.at++;
  if (noWordBefore) return AT_WORD;
  return /^\?<?[=!]/.test(opening) ? NOTHING : inside;
}

function readClass(cursor: Cursor): readonly Beginning[] {
  const end = closingBracket(cursor.source, cursor.at);
  const inside = cursor.source.slice(cursor.at, end);
  cursor.at = end + 1;
  if (inside === '\\d') return [{ text: '0', open: true }];
  if (inside.startsWith('^') || inside.includes('\\') || inside.length > WIDEST_CLASS || /.-./.test(inside))
    return ANYTHING;
  return [...new Set(inside.split('').map(plain))].map((text) => ({ text, open: true }));
}

function closingBracket(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === ']') return at;
  }
  return source.length;
}

function readEscape(cursor: Cursor): readonly Beginning[] {
  const char = cursor.source.charAt(cursor.at++);
  if (char === 'b') return AT_WORD;
  if (char === 'd') return [{ text: '0', open: true }];
  if (char === 'n') return [{ text: '\n', open: true }];
  if (/[pP]/.test(char)) cursor.at = cursor.source.indexOf('}', cursor.at) + 1;
  // Classes, code points, groups said again: anything.
  return /[A-Za-z0-9]/.test(char) ? skipCode(cursor, char) : [{ text: char, open: true }];
}

function skipCode(cursor: Cursor, char: string): readonly Beginning[] {
  const rest = cursor.source.slice(cursor.at, cursor.at + 12);
  if (char === 'u') cursor.at += /^(?:\{[0-9a-f]+\}|[0-9a-f]{4})/i.exec(rest)?.[0].length ?? 0;
  if (char === 'x') cursor.at += 2;
  return ANYTHING;
}

function repeated(cursor: Cursor, one: readonly Beginning[]): readonly Beginning[] {
  const [quantifier] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(cursor.source.slice(cursor.at, cursor.at + 12)) ?? [];
  if (quantifier === undefined) return one;
  cursor.at += quantifier.length;
  const most = /^\?/.test(quantifier) ? '1' : (/(\d+)\}/.exec(quantifier)?.[1] ?? 'many');
  const least = /^(?:[?*]|\{0)/.test(quantifier) ? 0 : 1;
  // Once is as far as a thing that may come again is followed.
  const once = most === '1' ? one : one.map(({ text }) => ({ text, open: false }));
  return least === 0 ? [...NOTHING, ...once] : once;
}

function joined(cursor: Cursor, before: readonly Beginning[], after: readonly Beginning[]): readonly Beginning[] {
  const found: Beginning[] = [];
  for (const one of before) {
    if (!one.open) {
      found.push(one);
      continue;
    }
    for (const { text, open } of after) {
      const both = one.text + (text.startsWith(WORD_START) && one.text !== '' ? text.slice(1) : text);
      found.push(
        both.length >= cursor.longest ? { text: both.slice(0, cursor.longest), open: false } : { text: both, open },
      );
    }
    if (found.length > TOO_MANY) break;
  }
  return distinct(cursor, found);
}

function distinct(cursor: Cursor, found: readonly Beginning[]): readonly Beginning[] {
  if (found.length > TOO_MANY) cursor.tooMany = true;
  if (cursor.tooMany || cursor.idle) return ANYTHING;
  return [...new Map(found.map((one) => [`${one.open}${one.text}`, one])).values()];
}
