import { ownValue } from '../../own-value.ts';
import { fold } from '../words.ts';
import { headOf, INITIALS_MARK, NAME_MARK, openHeadOf, readTokens } from './tokens.ts';

/**
 * An expression of `knowledge/lint/`, as a trainer writes it: words, with `mot*` any ending, `*mot` any beginning, `(a|b)` one of,
 * `(a|b)?` or none, `_` up to two small words, `…` up to six words (`…3` up to three, 99 at most), `.` the end of the sentence, `{liste}` a list, `{nombre}`, `{plusieurs}` from two, `{Nom}` a proper name, `{Marque}` one
 * that is not initials.
 */
export interface Expression {
  readonly source: string;
  /** Matches at one place of `TokenText.plain`. */
  readonly pattern: RegExp;
  /** What the first word of a match is looked up by: the word, `mot*` by its first letters, `#` a digit, `NAME_MARK` any name. */
  readonly heads: ReadonlySet<string>;
  /** What the word right after the first is looked up by, where the first is one word and no gap follows it. */
  readonly next: ReadonlySet<string> | undefined;
  /** Of each word that must follow the first, what it is looked up by: without one of them in the text, no match. */
  readonly needs: readonly ReadonlySet<string>[];
}

export type Lists = ReadonlyMap<string, readonly string[]>;

interface Piece {
  readonly pattern: string;
  readonly heads: ReadonlySet<string>;
  /** Whether it can match nothing. */
  readonly optional: boolean;
  /** One word of the text, no more and no less. */
  readonly single?: true;
  readonly next?: ReadonlySet<string> | undefined;
  /** Of a sequence: the heads of its pieces after the first that cannot be left out. */
  readonly needs?: readonly ReadonlySet<string>[];
}

/** Small words that `_` stands for. */
const SMALL =
  'a|au|aux|avec|c|ce|ces|cet|cette|chez|d|dans|de|des|du|elle|en|est|et|eux|il|ils|j|je|l|la|le|les|leur|leurs|lui|ma|mes|moins|mon|n|ne|nos|notre|nous|on|par|plus|pour|qu|que|qui|s|sa|se|ses|son|sur|ta|te|tes|ton|toujours|tous|tout|toute|toutes|tres|trop|un|une|votre|vos|vous|y|bien|aussi|assez|entierement|encore';
const MARKED = `${NAME_MARK}?${INITIALS_MARK}?`;
const ANY_WORD = '[^ .?!]{1,60} ';
const SEVERAL =
  'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille|dizaine|quinzaine|vingtaine|trentaine|centaine';

const NUMBER_WORDS = `un|une|${SEVERAL}`;

/** Of a piece that can match nothing: the expression must not start with it. */
const NO_WORD: ReadonlySet<string> = new Set(['']);

const BUILT_IN: Readonly<Record<string, Piece>> = {
  nombre: {
    pattern: `(?:\\d[\\d,]{0,12} (?:\\d{3} ){0,3}|${MARKED}(?:${NUMBER_WORDS}) (?:(?:de|d) )?)`,
    heads: new Set(['#', ...NUMBER_WORDS.split('|').map(headOf)]),
    optional: false,
  },
  plusieurs: {
    pattern: `(?:\\d[\\d,]{0,12} (?:\\d{3} ){0,3}|${MARKED}(?:${SEVERAL}) (?:(?:de|d) )?)`,
    heads: new Set(['#', ...SEVERAL.split('|').map(headOf)]),
    optional: false,
  },
  // «Roche-Sable», «Hugo Mercadier»: a name goes on through the capitals that follow.
  Nom: {
    pattern: `(?:${NAME_MARK}${INITIALS_MARK}?[^ .?!]{2,40} ){1,4}`,
    heads: new Set([NAME_MARK]),
    optional: false,
  },
  Marque: {
    pattern: `${NAME_MARK}[^ .?!${INITIALS_MARK}]{3,40} (?:${NAME_MARK}[^ .?!]{2,40} ){0,3}`,
    heads: new Set([NAME_MARK]),
    optional: false,
  },
};

/** Throws with a plain reason when the expression cannot be read: the reader of the corpus makes a problem of it. */
export function compileExpression(source: string, lists: Lists): Expression {
  const reader = { text: source, index: 0, lists };
  const piece = oneOf(readAlternatives(reader));
  if (reader.index < source.length) throw new Error(`unexpected «${source.charAt(reader.index)}»`);
  if (piece.optional) throw new Error('matches nothing at all');
  if (piece.heads.has('')) throw new Error('cannot start with «_» or «…»');
  return {
    source,
    pattern: new RegExp(piece.pattern, 'y'),
    heads: piece.heads,
    next: piece.next,
    needs: piece.needs ?? [],
  };
}

interface Reader {
  readonly text: string;
  index: number;
  readonly lists: Lists;
}

function readAlternatives(reader: Reader): Piece[] {
  const pieces = [readSequence(reader)];
  while (reader.text.charAt(reader.index) === '|') {
    reader.index += 1;
    pieces.push(readSequence(reader));
  }
  return pieces;
}

function readSequence(reader: Reader): Piece {
  const pieces: Piece[] = [];
  while (reader.index < reader.text.length) {
    const unit = reader.text.charAt(reader.index);
    if (unit === '|' || unit === ')') break;
    if (unit === '(') pieces.push(readGroup(reader));
    else if (unit === '{') pieces.push(readPlaceholder(reader));
    else if (unit === '…') {
      const reach = /^…(\d{0,2})/.exec(reader.text.slice(reader.index));
      reader.index += reach?.[0].length ?? 1;
      pieces.push({ pattern: `(?:${ANY_WORD}){0,${reach?.[1] || 6}}?`, heads: NO_WORD, optional: true });
    } else if (unit === '.') {
      reader.index += 1;
      pieces.push({ pattern: '(?=[.?!] )', heads: NO_WORD, optional: true });
    } else if (unit === '_') {
      reader.index += 1;
      pieces.push({ pattern: `(?:${MARKED}(?:${SMALL}) ){0,2}`, heads: NO_WORD, optional: true });
    } else if (unit === '*') pieces.push(readEnding(reader));
    else if (/[\p{L}\p{N}\p{M}€%]/u.test(unit)) pieces.push(readWord(reader));
    else if (/[\s'’,;:«»"/+&-]/.test(unit)) {
      reader.index += 1;
      if (',;:'.includes(unit)) pieces.push({ pattern: `${unit} `, heads: new Set([unit]), optional: false });
    } else throw new Error(`unexpected «${unit}»`);
  }
  return inOrder(pieces);
}

function readGroup(reader: Reader): Piece {
  reader.index += 1;
  const pieces = readAlternatives(reader);
  if (reader.text.charAt(reader.index) !== ')') throw new Error('a bracket is not closed');
  // «(et|&)» would be «et» or nothing, which nobody means.
  if (pieces.some(({ pattern }) => pattern === '')) throw new Error('an alternative is empty');
  const piece = oneOf(pieces);
  reader.index += 1;
  if (reader.text.charAt(reader.index) !== '?') return { ...piece, pattern: `(?:${piece.pattern})` };
  reader.index += 1;
  return { pattern: `(?:${piece.pattern})?`, heads: piece.heads, optional: true };
}

function readPlaceholder(reader: Reader): Piece {
  const end = reader.text.indexOf('}', reader.index);
  if (end === -1) throw new Error('a «{» is not closed');
  const name = reader.text.slice(reader.index + 1, end).trim();
  reader.index = end + 1;
  const builtIn = ownValue(BUILT_IN, name);
  if (builtIn !== undefined) return builtIn;
  const known = listPieces.get(reader.lists) ?? new Map<string, Piece>();
  listPieces.set(reader.lists, known);
  const piece = known.get(name) ?? readList(name, reader.lists);
  known.set(name, piece);
  return piece;
}

/** A list is cited by many expressions, and read once. */
const listPieces = new WeakMap<Lists, Map<string, Piece>>();

function readList(name: string, lists: Lists): Piece {
  const entries = lists.get(name);
  if (entries === undefined) throw new Error(`no list is named «${name}»`);
  // A list holds words and lists of lists are not followed, so that a list can never hold itself.
  const { pattern, heads, optional } = oneOf(
    entries.flatMap((text) => readAlternatives({ text, index: 0, lists: new Map() })),
  );
  return { pattern: `(?:${pattern})`, heads, optional };
}

function readWord(reader: Reader): Piece {
  const whole = /^(?:[\p{L}\p{N}\p{M}]+(?:[.,]\d+)?|[€%])\*?/u.exec(reader.text.slice(reader.index))?.[0] ?? '';
  reader.index += whole.length;
  const piece = wordPieces.get(whole) ?? piecesOf(whole);
  wordPieces.set(whole, piece);
  return piece;
}

/** A word stands in many expressions, and is cut and folded once; the vocabulary is the corpus's own. */
const wordPieces = new Map<string, Piece>();

function piecesOf(whole: string): Piece {
  const open = whole.endsWith('*');
  const written = open ? whole.slice(0, -1) : whole;
  // Nearly all are lower-case letters, which are one word however they are read: cutting each as a text took half the time.
  const words = /^[a-zàâäçéèêëîïôöùûü]+$/.test(written) ? [fold(written)] : wordsOf(written);
  if (words.length === 0) throw new Error(`«${whole}» is not a word`);
  return inOrder(words.map((word, index) => wordPiece(word, open && index === words.length - 1)));
}

/** `*ienne`: any word with this ending; never the first word, which is what expressions are looked up by. */
function readEnding(reader: Reader): Piece {
  reader.index += 1;
  const word = readWord(reader);
  return { pattern: `${MARKED}[^ .?!@]{1,30}${word.pattern.slice(MARKED.length)}`, heads: NO_WORD, optional: false };
}

function wordsOf(written: string): readonly string[] {
  return readTokens(written)
    .tokens.slice(0, -1)
    .map(({ text }) => text);
}

function wordPiece(word: string, open: boolean): Piece {
  if (open && word.length < 3) throw new Error(`«${word}*» needs three letters before the star`);
  // «offre» for «offres» and back: people drop the mark of the plural as often as they add it.
  const stem = word.length > 4 ? word.replace(/s$/, '') : word;
  const plural = stem !== word || (word.length > 2 && /[a-rt-wyz]$/.test(word)) ? '[sx]?' : '';
  // A listed word is found even when it is written as a name.
  const pattern = open ? `${MARKED}${word}[^ .?!]{0,30} ` : `${MARKED}${stem}${plural} `;
  return { pattern, heads: new Set([open ? openHeadOf(word) : headOf(word)]), optional: false, single: true };
}

function inOrder(pieces: readonly Piece[]): Piece {
  const [first, ...others] = pieces;
  if (first !== undefined && others.length === 0) return first;
  const needs = others.filter(({ optional, heads }) => !optional && !heads.has(''));
  return {
    pattern: pieces.map(({ pattern }) => pattern).join(''),
    heads: headsOf(pieces),
    optional: pieces.every(({ optional }) => optional),
    next: first?.single === true && others.some(({ optional }) => !optional) ? closed(headsOf(others)) : undefined,
    needs: needs.map(({ heads }) => heads),
  };
}

/** Of the pieces that can come first. */
function headsOf(pieces: readonly Piece[]): ReadonlySet<string> {
  const sure = pieces.findIndex(({ optional }) => !optional);
  return new Set(pieces.slice(0, sure === -1 ? pieces.length : sure + 1).flatMap(({ heads }) => [...heads]));
}

const closed = (heads: ReadonlySet<string>) => (heads.has('') ? undefined : heads);

function oneOf(pieces: readonly Piece[]): Piece {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  return {
    pattern: alternation(pieces.map(({ pattern }) => pattern)),
    heads: new Set(pieces.flatMap(({ heads }) => [...heads])),
    optional: pieces.some(({ optional }) => optional),
    ...(pieces.every(({ single }) => single === true) ? { single: true } : {}),
  };
}

/**
 * One of the patterns, written so that a word is told letter by letter: lists hold hundreds of words, and trying each in
 * turn at each token is what a long text would wait for. Words keep their order among those that start alike.
 */
function alternation(patterns: readonly string[]): string {
  const words = patterns.filter((pattern) => pattern.startsWith(MARKED));
  const others = patterns.filter((pattern) => !pattern.startsWith(MARKED));
  const factored = words.length === 0 ? [] : [MARKED + byLetter(words.map((word) => word.slice(MARKED.length)))];
  return `(?:${[...factored, ...others].join('|')})`;
}

/** Letters that start several of the endings are written once. */
function byLetter(endings: readonly string[]): string {
  if (endings.length === 1) return endings[0] ?? '';
  const groups = new Map<string, string[]>();
  for (const [index, ending] of endings.entries()) {
    const letter = /^[a-z0-9](?![?*+{])/.exec(ending)?.[0];
    const key = letter ?? `#${index}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [ending]);
    else group.push(ending);
  }
  const branches = [...groups].map(([key, group]) =>
    key.startsWith('#') || group.length === 1 ? group.join('|') : key + byLetter(group.map((one) => one.slice(1))),
  );
  return branches.length === 1 ? (branches[0] ?? '') : `(?:${branches.join('|')})`;
}
