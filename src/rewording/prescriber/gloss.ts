/** A buyer's term, however it is said, and what it means in everyday words. */
export interface Gloss {
  /** Ways of saying it, singular; capitals only for an acronym that is another word in small letters. */
  readonly says: readonly string[];
  /**
   * Stands in brackets after the term: a noun phrase, or a complement that fits any gender and number, without figure,
   * negation or obligation, which would be taken for the message's own.
   */
  readonly plain: string;
  /** Concept of the lexicon, for its explanation and articles. */
  readonly concept: string;
  /** What the words around it must be, of a term that everyday French has too; the term itself stands between ‹ and ›. */
  readonly only?: RegExp;
}

/** One line of the table: concept, meaning, ways of saying it. */
export const row = (concept: string, plain: string, ...says: readonly string[]): Gloss => ({ concept, plain, says });

/** The same for a term that is one only among certain words. */
export const rowWhen = (only: RegExp, concept: string, plain: string, ...says: readonly string[]): Gloss => ({
  concept,
  plain,
  says,
  only,
});
