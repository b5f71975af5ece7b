import { fold, indexTerms } from '../../french/words.ts';
import type { Term } from '../port/rewording.ts';

/** Terms that one text is asked for: more would crowd the message out. */
const MOST = 8;

/** The terms that matter: one a concept, and none that what the rules add says already. */
export function requiredTerms(terms: readonly Term[], annex: string): readonly Term[] {
  const seen = new Set<string>();
  return terms
    .filter((term) => !says(annex, term.to) && !seen.has(term.concept) && seen.add(term.concept))
    .slice(0, MOST);
}

/** Those that the text does not say, in whatever number and gender. */
export function missingTerms(required: readonly Term[], text: string): readonly Term[] {
  return required.filter(({ to }) => !says(text, to));
}

function says(text: string, words: string): boolean {
  if (text === '') return false;
  if (fold(text).includes(fold(words))) return true;
  return ` ${indexTerms(text).join(' ')} `.includes(` ${indexTerms(words).join(' ')} `);
}
