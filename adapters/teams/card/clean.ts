import { wholeWords } from '../../../src/french/ends.ts';

/** Control characters, and those that turn the direction of writing: they could make a text read as another. */
const UNSEEN = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/** A text as it may stand in JSON and on a screen: no control characters, no halves of characters, line feeds alone. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** On one line; no-break spaces stay. */
export function oneLine(text: string): string {
  return text.replace(/[^\S\u00a0\u202f]+/g, ' ').trim();
}

/** Cut to `longest` UTF-16 code units at a word, never within a character. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, Math.max(0, wholeAt(text, longest - 1)));
  const word = wholeWords(cut, cut.length);
  return `${word.length > longest / 2 ? word : cut}…`;
}

/** In pieces that `fits` takes, cut where it hurts least: between paragraphs, lines, sentences, words. Joined again they are the text. */
export function cutText(text: string, fits: (piece: string) => boolean): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest !== '' && !fits(rest)) {
    const at = cutAt(rest, longestThat(rest, fits));
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}

/** The longest beginning that fits; one character at least, so that cutting always ends. */
function longestThat(text: string, fits: (piece: string) => boolean): number {
  let [low, high] = [1, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return Math.max(wholeAt(text, low), text.codePointAt(0) === text.charCodeAt(0) ? 1 : 2);
}

function cutAt(text: string, longest: number): number {
  const head = text.slice(0, longest);
  for (const boundary of ['\n\n', '\n', '. ', ' ; ', ', ', ' ']) {
    const at = head.lastIndexOf(boundary);
    if (at > longest / 2) return at + boundary.length;
  }
  return longest;
}

/** The same place, or the one before, where no character is cut in two. */
function wholeAt(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return at < text.length && code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}
