import type { Span } from '../../french/span.ts';
import { readText, type Text } from '../../french/text.ts';
import type { Said } from '../port/rewording.ts';

/**
 * A text beside a folded copy of it (lower case, no accents, straight apostrophes, plain spaces) in which rules are
 * written. Positions of rules are positions in `folded`; only `say` goes back to the person's own words.
 */
export interface SourceText {
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

/** What a value never starts or ends with; a closing bracket is kept when its opening one is inside. */
const EDGE_START = /[\s,;:.!?)\]»"”>\-–—•*·/]/;
const EDGE_END = /[\s,;:.!?([«"“<\-–—•*·/]/;

export function readSourceText(source: string): SourceText {
  const text = readText(source);
  return over(text, elide(unwrap(text)));
}

/** «l equipe d accueil»: the apostrophe that was not typed, in the place of the space, so that positions stay. */
const elide = (folded: string): string =>
  folded.replace(/(?<![a-z0-9'’.-]|\d )(l|d|n|j|qu|aujourd) (?=[aeiouyh][a-z])/g, "$1'");

/** A line of about that many characters followed by a small letter was cut by a mail program, not by its writer. */
const WRAPPED = { from: 50, to: 80 };
/** In a chat every line may begin with a small letter: that many such lines were cut by nobody. */
const CHAT = 2;

/** Lines cut by a mail program become one again. */
function unwrap({ flat, source, sourceAt }: Text): string {
  if ((source.match(/\n\p{Ll}/gu) ?? []).length > CHAT && !/\n\p{Lu}[^\n]{30}/u.test(source)) return flat;
  let lineStart = 0;
  return flat.replace(/\n/g, (end: string, at: number) => {
    const size = at - lineStart;
    const long = size >= WRAPPED.from && size <= WRAPPED.to && !/[.:;!?]/.test(flat.charAt(at - 1));
    lineStart = at + 1;
    return long && /\p{Ll}/u.test(source.charAt(sourceAt(at + 1))) ? ' ' : end;
  });
}

function over(text: Text, folded: string): SourceText {
  const { source, sourceAt, flatAt, isCapital } = text;
  return {
    folded,
    say: (start, end) => sayBetween(source, sourceAt(start), sourceAt(end)),
    locate: ([start, end]) => [flatAt(start), flatAt(end)],
    isCapital,
    blank: (ranges) => over(text, blankOut(folded, ranges)),
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
