import { closest, distance } from 'fastest-levenshtein';
import { fold, GLUED_ELISION, words } from '../french/words.ts';

/** Mends typing slips against the words of the corpus; words that French (the embedder's vocabulary) knows are left. */
export interface Spelling {
  correct(text: string): string;
}

/**
 * @param corpusWords folded words of the corpus
 * @param isFrench whether a word is known elsewhere: it is then no slip, only off the corpus's subject
 */
export function createSpelling(corpusWords: ReadonlySet<string>, isFrench: (word: string) => boolean): Spelling {
  const byLength = new Map<number, string[]>();
  for (const word of corpusWords) {
    if (word.length < 4) continue;
    const alike = byLength.get(word.length);
    if (alike === undefined) byLength.set(word.length, [word]);
    else alike.push(word);
  }
  const remembered = new Map<string, string>();

  const mend = (word: string): string => {
    if (/\d/.test(word) || word.length < 3 || corpusWords.has(word) || isFrench(word)) return word;
    const bare = word.replace(GLUED_ELISION, '');
    if (bare !== word && bare.length >= 2 && (corpusWords.has(bare) || isFrench(bare))) return bare;
    if (word.length < 5) return word;
    const allowed = word.length >= 8 ? 2 : 1;
    const candidates = [-2, -1, 0, 1, 2]
      .filter((d) => Math.abs(d) <= allowed)
      .flatMap((d) => byLength.get(word.length + d) ?? []);
    if (candidates.length === 0) return word;
    // Of two as near the first is taken: a slip seldom touches the first letter («alotissement» is no «lotissement»).
    const starts = (one: string) => one.startsWith(word.charAt(0));
    const nearest = closest(word, [...candidates.filter(starts), ...candidates.filter((one) => !starts(one))]);
    return distance(word, nearest) <= allowed ? nearest : word;
  };

  return {
    correct: (text) => {
      // A letter that only stands for «le», «de»… is no word to mend.
      const asked = new Set(words(text));
      return fold(text).replace(/[a-z0-9]+/g, (word) => {
        if (!asked.has(word)) return word;
        let better = remembered.get(word);
        if (better === undefined) {
          better = mend(word);
          if (remembered.size < 20_000) remembered.set(word, better);
        }
        return better;
      });
    },
  };
}
