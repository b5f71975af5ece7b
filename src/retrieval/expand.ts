import { type LexiconEntry, labelsOf } from '../corpus/lexicon.ts';
import { indexTerms } from '../french/words.ts';

/** Finds concepts of the lexicon in a text by their labels, as runs of stemmed words. */
export interface LexiconMatcher {
  find(text: string): readonly LexiconEntry[];
  read(text: string): LexiconReading;
}

interface LexiconReading {
  /** Terms of the other side's words for what the text says, that the text does not hold itself. */
  readonly expansion: ReadonlySet<string>;
  /** Fiches that the concepts said in the text point to. */
  readonly fiches: ReadonlySet<string>;
}

/** A label of one word says too little of what is meant («signer», «place»): only longer ones bring words in. */
const EXPANDING_TERMS = 2;

export function createLexiconMatcher(lexicon: readonly LexiconEntry[]): LexiconMatcher {
  const labels = lexicon.flatMap((entry) =>
    (['service', 'achat'] as const).flatMap((side) =>
      labelsOf(entry, side)
        .map((label) => ({
          entry,
          terms: indexTerms(label),
          others: indexTerms(entry[side === 'service' ? 'achat' : 'service'].preferred),
        }))
        .filter(({ terms }) => terms.length > 0),
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
  const matched = (said: readonly string[]) => {
    const places = new Set<number>();
    for (const [at, term] of said.entries())
      for (const place of byFirst.get(term) ?? [])
        if (labels[place]?.terms.every((one, index) => said[at + index] === one) === true) places.add(place);
    return [...places].sort((a, b) => a - b).flatMap((place) => labels[place] ?? []);
  };
  return {
    find: (text) => [...new Set(matched(indexTerms(text)).map(({ entry }) => entry))],
    read: (text) => {
      const said = indexTerms(text);
      const own = new Set(said);
      const found = matched(said).filter(({ terms }) => terms.length >= EXPANDING_TERMS);
      return {
        expansion: new Set(found.flatMap(({ others }) => others.filter((term) => !own.has(term)))),
        fiches: new Set(found.flatMap(({ entry }) => entry.fiche ?? [])),
      };
    },
  };
}
