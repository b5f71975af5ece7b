import { type LexiconEntry, labelsOf } from '../corpus/lexicon.ts';
import { indexTerms } from '../text/words.ts';

/** Finds concepts of the lexicon in a text by their labels, as runs of stemmed words. */
export interface LexiconMatcher {
  find(text: string): readonly LexiconEntry[];
  /** Terms of the other side's words for what the text says, that the text does not hold itself. */
  expansion(text: string): ReadonlySet<string>;
  /** Fiches that the concepts said in the text point to. */
  fiches(text: string): ReadonlySet<string>;
}

/** A label of one word says too little of what is meant («signer», «place»): only longer ones bring words in. */
const EXPANDING_TERMS = 2;

export function createLexiconMatcher(lexicon: readonly LexiconEntry[]): LexiconMatcher {
  const labels = lexicon.flatMap((entry) =>
    (['service', 'achat'] as const).flatMap((side) =>
      labelsOf(entry, side)
        .map((label) => ({ entry, side, terms: indexTerms(label) }))
        .filter(({ terms }) => terms.length > 0)
        .map(({ terms }) => ({ entry, side, length: terms.length, key: ` ${terms.join(' ')} ` })),
    ),
  );
  const matched = (text: string) => {
    const terms = ` ${indexTerms(text).join(' ')} `;
    return labels.filter(({ key }) => terms.includes(key));
  };
  return {
    find: (text) => [...new Set(matched(text).map(({ entry }) => entry))],
    fiches: (text) =>
      new Set(
        matched(text)
          .filter(({ entry, length }) => length >= EXPANDING_TERMS && entry.fiche !== undefined)
          .map(({ entry }) => entry.fiche ?? ''),
      ),
    expansion: (text) => {
      const own = new Set(indexTerms(text));
      const added = matched(text)
        .filter(({ length }) => length >= EXPANDING_TERMS)
        .flatMap(({ entry, side }) => indexTerms(entry[side === 'service' ? 'achat' : 'service'].preferred));
      return new Set(added.filter((term) => !own.has(term)));
    },
  };
}
