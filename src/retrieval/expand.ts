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
        .map(({ terms }) => ({ entry, side, length: terms.length, terms })),
    ),
  );
  // A label is looked at only where its first term stands: there are thousands, and a question has a dozen terms.
  const byFirst = new Map<string, number[]>();
  for (const [place, { terms }] of labels.entries()) {
    const first = terms[0] ?? '';
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [place]);
    else known.push(place);
  }
  const matched = (text: string) => {
    const said = indexTerms(text);
    const places = new Set<number>();
    for (const [at, term] of said.entries())
      for (const place of byFirst.get(term) ?? [])
        if (labels[place]?.terms.every((one, index) => said[at + index] === one) === true) places.add(place);
    return [...places].sort((a, b) => a - b).flatMap((place) => labels[place] ?? []);
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
