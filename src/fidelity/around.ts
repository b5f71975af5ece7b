import { firstFrom } from '../french/placed.ts';
import { type Cue, firstWordAt, type Side } from './side.ts';

/** Keys of the words in the same clause or sentence as a cue. */
export function keysIn(side: Side, cue: Cue, grain: 'clause' | 'sentence'): readonly string[] {
  const from = firstWordAt(side.words, cue.start);
  const keys: string[] = [];
  for (const step of [-1, 1]) {
    // An aside within the clause is passed over.
    for (let index = step < 0 ? from - 1 : from, count = 0; count < 40; index += step, count++) {
      const word = side.words[index];
      if (word === undefined || (word[grain] !== cue[grain] && word.aside === cue.aside)) break;
      if (word[grain] === cue[grain] && (grain === 'sentence' || word.aside === cue.aside)) keys.push(word.key);
    }
  }
  return keys;
}

/** How many members two sets share. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const key of a) if (b.has(key)) count++;
  return count;
}

/** The cue and the few words after it, as written. */
export function phraseOf(side: Side, cue: Cue): string {
  const rest = side.text.slice(cue.end, cue.end + 60);
  const words = /^(?:[\s'’-]*[\p{L}\p{M}\p{N}]+){0,5}/u.exec(rest)?.[0] ?? '';
  return side.text.slice(cue.start, cue.end) + words;
}

/** The words of the text that bear these keys, as written, in a short stretch. */
export function wordsAbout(side: Side, keys: readonly string[]): string {
  const first = side.words.find((word) => keys.includes(word.key));
  if (first === undefined) return '';
  const same = side.words.filter((word) => word.clause === first.clause);
  return side.text.slice(same[0]?.start ?? first.start, same.at(-1)?.end ?? first.end).slice(0, 160);
}

/** The items about as far in their text as a thing is in its own: all of a short list, the forty nearest of a long one. */
export function nearest<T>(
  items: readonly T[],
  startOf: (item: T) => number,
  share: number,
  length: number,
): readonly T[] {
  if (items.length <= 60) return items;
  const low = firstFrom(items.length, (at) => {
    const item = items[at];
    return item !== undefined && startOf(item) < share * length;
  });
  return items.slice(Math.max(0, low - 20), low + 20);
}

/** The cues of the target about where a cue of the source stands. */
export const nearCues = (cues: readonly Cue[], cue: Cue, source: Side, target: Side): readonly Cue[] =>
  nearest(cues, (other) => other.start, cue.start / Math.max(1, source.text.length), target.text.length);
