import { wholeWords } from '../../../src/french/ends.ts';

/** What JSON writes longer than it is. */
const NEEDS_ESCAPE = /["\\\p{Cc}\p{Cs}]/u;

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

/** UTF-16 code units of JSON that a text takes, its quotes apart. */
function jsonLength(text: string): number {
  return JSON.stringify(text).length - 2;
}

/**
 * In pieces of `room` code units of JSON at most, their quotes apart, cut where it hurts least: between paragraphs, lines,
 * sentences, words. Joined again they are the text.
 */
export function cutText(text: string, room: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  for (let longest = longestWithin(rest, room); longest < rest.length; longest = longestWithin(rest, room)) {
    const at = cutAt(rest, longest);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}

/** Of the longest beginning that has room; one character at least, so that cutting always ends. */
function longestWithin(text: string, room: number): number {
  let at = 0;
  let left = room;
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    left -= NEEDS_ESCAPE.test(character) ? jsonLength(character) : character.length;
    if (left < 0 && at > 0) return at;
    at += character.length;
  }
  return at;
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
