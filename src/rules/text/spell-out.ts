import { distance } from 'fastest-levenshtein';
import type { IsFrenchWord } from '../../french/french-words.ts';
import { fold, GLUED_ELISION } from '../../french/words.ts';

/** A text with hurried words in full: «cne» is «commune», «electroniq» «electronique»; all else stays as it was typed. */
export type SpellOut = (text: string) => string;

interface Known {
  /** Folded abbreviations and what each stands for, which is no abbreviation itself. */
  readonly short: ReadonlyMap<string, string>;
  /** Folded words that the rules read by. */
  readonly words: Iterable<string>;
  readonly isFrench: IsFrenchWord;
}

const WORD = /(?<![\p{L}\d'’])\p{L}{2,24}(?![\p{L}\d])/gu;
/** Of a word behind an article that was glued to it. */
const LEAST_BARE = 2;
/** Fewer letters are near too many words. */
const CUT_SHORT = 6;
const MISTYPED = 6;
const LONG = 8;
const REMEMBERED = 20_000;

/**
 * A word that is no French one is taken for the one word of the rules that it begins, or that is a slip or two away and begins
 * alike; of two such words, for none. One with a capital may be a name.
 */
export function createSpellOut({ short, words, isFrench }: Known): SpellOut {
  const own = new Set(words);
  const byInitial = new Map<string, string[]>();
  for (const word of own) {
    const all = byInitial.get(word.charAt(0));
    if (all === undefined) byInitial.set(word.charAt(0), [word]);
    else all.push(word);
  }
  const remembered = new Map<string, string | undefined>();

  function mend(word: string): string | undefined {
    const full = short.get(word);
    if (full !== undefined) return full;
    if (own.has(word) || isFrench(word)) return undefined;
    const bare = word.replace(GLUED_ELISION, '');
    // «larchi», «dun»: typed without its apostrophe.
    if (bare !== word && bare.length >= LEAST_BARE && (own.has(bare) || isFrench(bare)))
      return `${word.slice(0, -bare.length)}'${bare}`;
    if (word.length < CUT_SHORT) return undefined;
    const near = byInitial.get(word.charAt(0)) ?? [];
    const longer = near.filter((one) => one.startsWith(word)).toSorted((one, other) => one.length - other.length);
    const [shortest] = longer;
    if (shortest !== undefined) return longer.every((one) => one.startsWith(shortest)) ? shortest : undefined;
    if (word.length < MISTYPED) return undefined;
    const most = word.length < LONG ? 1 : 2;
    const close = near.flatMap((one) => {
      const slips = Math.abs(one.length - word.length) > most ? LONG : distance(one, word);
      return slips > most ? [] : [{ one, slips }];
    });
    const least = Math.min(...close.map(({ slips }) => slips));
    const best = close.filter(({ slips }) => slips === least);
    return best.length === 1 ? best[0]?.one : undefined;
  }

  return (text) =>
    text.normalize('NFC').replace(WORD, (said) => {
      const word = fold(said);
      const capital = said.charAt(0) !== said.charAt(0).toLowerCase();
      if (capital && !short.has(word)) return said;
      if (!remembered.has(word)) {
        if (remembered.size >= REMEMBERED) remembered.clear();
        remembered.set(word, mend(word));
      }
      return remembered.get(word) ?? said;
    });
}
