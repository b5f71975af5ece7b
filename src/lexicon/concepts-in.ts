import { type LexiconEntry, labelsOf } from '../corpus/lexicon.ts';
import { indexTerms } from '../french/words.ts';

/** The two sides of a purchase: the department's words, and the buyer's. */
export type Side = 'service' | 'achat';

export const otherSide = (side: Side): Side => (side === 'service' ? 'achat' : 'service');

/** A concept that a text says by one of its labels, as a run of stemmed words. */
export interface SaidConcept {
  readonly entry: LexiconEntry;
  readonly side: Side;
  readonly label: string;
  readonly terms: readonly string[];
  /** Number of the first term of the run among the terms of the text. */
  readonly start: number;
}

/** Every label found in the text, the longest first; a label said inside a longer one is among them. */
export type FindLabels = (text: string) => readonly SaidConcept[];

export function createFindLabels(lexicon: readonly LexiconEntry[]): FindLabels {
  const byFirstTerm = new Map<string, Omit<SaidConcept, 'start'>[]>();
  for (const entry of lexicon)
    for (const side of ['service', 'achat'] as const)
      for (const label of labelsOf(entry, side)) {
        const terms = indexTerms(label);
        const [first] = terms;
        if (first !== undefined)
          byFirstTerm.set(first, [...(byFirstTerm.get(first) ?? []), { entry, side, label, terms }]);
      }
  return (text) => {
    const said = indexTerms(text);
    return said
      .flatMap((term, start) =>
        (byFirstTerm.get(term) ?? [])
          .filter(({ terms }) => terms.every((wanted, i) => said[start + i] === wanted))
          .map((label) => ({ ...label, start })),
      )
      .sort((a, b) => b.terms.length - a.terms.length);
  };
}

/** The concepts a text says outright, in the order of the text; of two labels that overlap only the longer counts. */
export function conceptsIn(text: string, findLabels: FindLabels): readonly SaidConcept[] {
  const kept: SaidConcept[] = [];
  const end = ({ start, terms }: SaidConcept) => start + terms.length;
  for (const label of findLabels(text)) {
    const sameRun = (other: SaidConcept) => other.start === label.start && end(other) === end(label);
    const apart = (other: SaidConcept) => end(other) <= label.start || end(label) <= other.start;
    // Two concepts that share a label (a false friend) both stand: which is meant is for the person to say.
    if (kept.every((other) => apart(other) || (sameRun(other) && other.entry !== label.entry))) kept.push(label);
  }
  return kept.sort((a, b) => a.start - b.start);
}
