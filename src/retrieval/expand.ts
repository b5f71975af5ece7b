import { type LexiconEntry, labelsOf } from '../corpus/lexicon.ts';
import { indexTerms } from '../text/words.ts';

/** Finds concepts of the lexicon in a text by their labels, as runs of stemmed words. */
export interface LexiconMatcher {
  find(text: string): readonly LexiconEntry[];
  /** Terms of the other side's words for what the text says, that the text does not hold itself. */
  expansion(text: string): ReadonlySet<string>;
}

export function createLexiconMatcher(lexicon: readonly LexiconEntry[]): LexiconMatcher {
  const labels = lexicon.flatMap((entry) =>
    [...labelsOf(entry, 'service'), ...labelsOf(entry, 'achat')]
      .map((label) => ({ entry, key: ` ${indexTerms(label).join(' ')} ` }))
      .filter(({ key }) => key.trim().length > 2),
  );
  const find = (text: string): readonly LexiconEntry[] => {
    const terms = ` ${indexTerms(text).join(' ')} `;
    return [...new Set(labels.filter(({ key }) => terms.includes(key)).map(({ entry }) => entry))];
  };
  return {
    find,
    expansion: (text) => {
      const own = new Set(indexTerms(text));
      const added = find(text).flatMap((entry) => indexTerms(`${entry.achat.preferred} ${entry.service.preferred}`));
      return new Set(added.filter((term) => !own.has(term)));
    },
  };
}
