import { beginningsOf, WORD_START } from './beginnings.ts';

/** Of the patterns given, by index, 1 for those that may match a text and 0 for those that surely do not. */
export type Screen = (text: string) => Uint8Array;

interface Node {
  readonly next: Map<number, Node>;
  readonly patterns: number[];
}

/**
 * One pass over a text in place of hundreds of patterns: a pattern can match only where one of its possible beginnings
 * stands. Beginnings are read off the patterns themselves, so that nothing has to be kept in step with them; a pattern that
 * may begin with anything is always tried. Small letters and capitals count as one, and so do all figures.
 */
export function createScreen(patterns: readonly RegExp[]): Screen {
  const anywhere = node();
  const atWord = node();
  const rootOf = (root: Node) => {
    const first: (Node | undefined)[] = Array.from({ length: FEW }, (_none, code) => root.next.get(code));
    return (code: number) => (code < FEW ? first[code] : root.next.get(code));
  };
  const always: number[] = [];
  for (const [i, { source }] of patterns.entries()) {
    const beginnings = beginningsOf(source);
    if (beginnings === undefined) always.push(i);
    else
      for (const one of beginnings)
        if (one.startsWith(WORD_START)) add(atWord, one.slice(1), i);
        else add(anywhere, one, i);
  }
  const [startAnywhere, startAtWord] = [rootOf(anywhere), rootOf(atWord)];
  return (text) => {
    const said = text.toLowerCase();
    const marks = new Uint8Array(patterns.length);
    for (const i of always) marks[i] = 1;
    let inWord = false;
    for (let at = 0; at < said.length; at++) {
      const code = codeAt(said, at);
      if (!inWord) walk(startAtWord(code), said, at, marks);
      walk(startAnywhere(code), said, at, marks);
      inWord = isWordCode(code);
    }
    return marks;
  };
}

const node = (): Node => ({ next: new Map(), patterns: [] });

function add(root: Node, text: string, pattern: number): void {
  let here = root;
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i);
    const known = here.next.get(code);
    const next = known ?? node();
    if (known === undefined) here.next.set(code, next);
    here = next;
  }
  if (here.patterns.at(-1) !== pattern) here.patterns.push(pattern);
}

function walk(start: Node | undefined, text: string, from: number, marks: Uint8Array): void {
  let here = start;
  for (let at = from + 1; here !== undefined; at++) {
    for (const pattern of here.patterns) marks[pattern] = 1;
    here = at < text.length ? here.next.get(codeAt(text, at)) : undefined;
  }
}

/** Characters with which nearly every word begins: looked up in an array and not in a map. */
const FEW = 256;
const ZERO = 48;
const NINE = 57;
/** The character, all figures being one. */
function codeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code > ZERO && code <= NINE ? ZERO : code;
}

/** Figures and letters without accents: a letter with one opens a word here, which only lets more patterns through. */
const isWordCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= ZERO && code <= NINE);
