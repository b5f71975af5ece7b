import { indexTerms } from '../../src/french/words.ts';

/** Snowball stem of one folded word, as the word index has it; a stop word is its own. */
export function stemOf(word: string): string {
  return indexTerms(word).at(-1) ?? word;
}
