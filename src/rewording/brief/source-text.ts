import type { Span } from '../../french/span.ts';
import type { Said } from '../port/rewording.ts';

/**
 * A text beside a folded copy of it (lower case, no accents, straight apostrophes, plain spaces) in which rules are
 * written. Positions of rules are positions in `folded`; only `say` goes back to the person's own words.
 */
export interface SourceText {
  readonly text: string;
  /** Same letters folded; courtesies and signatures are blanked out by `blank`. */
  readonly folded: string;
  /** The person's words between two folded positions, without the spaces and punctuation around them. */
  readonly say: (start: number, end: number) => Said | undefined;
  /** Folded positions of a span of the text. */
  readonly locate: (span: Span) => Span;
  /** Whether the letter at a folded position is a capital in the text. */
  readonly isCapital: (at: number) => boolean;
  /** The same text with some folded ranges read as line ends, so that no rule sees them. */
  readonly blank: (ranges: readonly Span[]) => SourceText;
}

const APOSTROPHE = /[’ʼ`´]/;
const IGNORED = /[\p{M}\p{Cf}]/u;
/** What a value never starts or ends with; a closing bracket is kept when its opening one is inside. */
const EDGE_START = /[\s,;:.!?)\]»"”>\-–—•*·/]/;
const EDGE_END = /[\s,;:.!?([«"“<\-–—•*·/]/;

export function readSourceText(text: string): SourceText {
  let folded = '';
  const starts: number[] = [];
  const located = new Uint32Array(text.length + 1);
  for (let index = 0; index < text.length; index += 1) {
    located[index] = folded.length;
    const piece = foldUnit(text.charAt(index));
    for (let k = 0; k < piece.length; k += 1) starts.push(index);
    folded += piece;
  }
  located[text.length] = folded.length;
  starts.push(text.length);
  return over(text, elide(unwrap(text, folded, starts)), starts, located);
}

/** «l equipe d accueil»: the apostrophe that was not typed, in the place of the space, so that positions stay. */
const elide = (folded: string): string =>
  folded.replace(/(?<![a-z0-9'’.-]|\d )(l|d|n|j|qu|aujourd) (?=[aeiouyh][a-z])/g, "$1'");

/** A line of at least this many characters followed by a small letter was cut by a mail program, not by its writer. */
const WRAPPED = 50;

/** Lines cut by a mail program become one again. */
function unwrap(text: string, folded: string, starts: readonly number[]): string {
  let lineStart = 0;
  return folded.replace(/\n/g, (end: string, at: number) => {
    const long = at - lineStart >= WRAPPED && !/[.:;!?]/.test(folded.charAt(at - 1));
    lineStart = at + 1;
    return long && /\p{Ll}/u.test(text.charAt(starts[at + 1] ?? text.length)) ? ' ' : end;
  });
}

function over(text: string, folded: string, starts: readonly number[], located: Uint32Array): SourceText {
  return {
    text,
    folded,
    say: (start, end) => sayBetween(text, starts[start] ?? text.length, starts[end] ?? text.length),
    locate: ([start, end]) => [located[start] ?? folded.length, located[end] ?? folded.length],
    isCapital: (at) => /\p{Lu}/u.test(text.charAt(starts[at] ?? text.length)),
    blank: (ranges) => over(text, blankOut(folded, ranges), starts, located),
  };
}

function blankOut(folded: string, ranges: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const [start, end] of ranges) {
    if (start < from) continue;
    out += folded.slice(from, start) + '\n'.repeat(end - start);
    from = end;
  }
  return out + folded.slice(from);
}

function sayBetween(text: string, from: number, to: number): Said | undefined {
  let start = from;
  let end = to;
  while (start < end && EDGE_START.test(text.charAt(start))) start += 1;
  while (end > start && EDGE_END.test(text.charAt(end - 1))) end -= 1;
  // A bracket that closes nothing inside the value belongs to the sentence.
  if (text.charAt(end - 1) === ')' && !text.slice(start, end).includes('(')) end -= 1;
  if (text.charAt(start) === '(' && !text.slice(start, end).includes(')')) start += 1;
  while (end > start && EDGE_END.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { value: text.slice(start, end), span: [start, end] } : undefined;
}

const units = new Map<string, string>();

/** One UTF-16 unit folded: none, one or two plain units. */
function foldUnit(unit: string): string {
  let known = units.get(unit);
  if (known === undefined) {
    known = foldOnce(unit);
    units.set(unit, known);
  }
  return known;
}

function foldOnce(unit: string): string {
  if (unit === '\r') return '\n';
  if (unit === '\n') return unit;
  if (/\s/.test(unit)) return ' ';
  if (IGNORED.test(unit)) return '';
  if (APOSTROPHE.test(unit)) return "'";
  if (/œ/i.test(unit)) return 'oe';
  if (/æ/i.test(unit)) return 'ae';
  const plain = unit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain === '' ? '' : plain;
}
