import type { LexiconEntry } from '../corpus/lexicon.ts';
import { otherSide, type Side } from './concepts-in.ts';

export interface PresentedConcept {
  readonly id: string;
  readonly service: string;
  readonly achat: string;
  readonly explanation: string;
  readonly articles: readonly string[];
}

/**
 * A concept as the person on the `from` side is shown it: both sides' labels (hidden ones stay hidden), then the other
 * side's explanation, their own, and how the two sides mistake each other when they do.
 */
export function presentConcept(entry: LexiconEntry, from: Side): PresentedConcept {
  const explanations = [entry.explain[otherSide(from)], entry.explain[from], entry.false_friend];
  return {
    id: entry.id,
    service: labelText(entry.service),
    achat: labelText(entry.achat),
    explanation: explanations.filter((text) => text !== undefined).join(' '),
    articles: entry.articles,
  };
}

/** `sourçage (sourcing, étude de l'offre)` */
function labelText({ preferred, alt }: LexiconEntry['service']): string {
  return alt.length === 0 ? preferred : `${preferred} (${alt.join(', ')})`;
}
