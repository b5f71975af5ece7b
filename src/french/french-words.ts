import { existsSync, readFileSync } from 'node:fs';

/** Whether a folded word (lower case, no accent) is one of French, inflected forms included. */
export type IsFrenchWord = (folded: string) => boolean;

const NEWLINE = 10;

/**
 * Reads a sorted list of folded words, one a line, and looks words up where they lie: 280,000 of them cost neither a set nor
 * a wait at the start. Lines that start with `#` say where the list is from. No file: no word is known.
 */
export function readFrenchWords(file: string): IsFrenchWord {
  if (!existsSync(file)) return () => false;
  const list = readFileSync(file);
  return (folded) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      let start = (low + high) >> 1;
      while (start > low && list[start - 1] !== NEWLINE) start--;
      const order = compareLine(list, start, folded);
      if (order === 0) return true;
      if (order > 0) high = start;
      else {
        low = start;
        while (low < high && list[low] !== NEWLINE) low++;
        low++;
      }
    }
    return false;
  };
}

/** Below zero when the line comes before the word. */
function compareLine(list: Buffer, start: number, word: string): number {
  for (let at = 0; ; at++) {
    const there = list[start + at];
    const ended = there === undefined || there === NEWLINE;
    if (at === word.length) return ended ? 0 : 1;
    if (ended) return -1;
    const difference = there - word.charCodeAt(at);
    if (difference !== 0) return difference;
  }
}
