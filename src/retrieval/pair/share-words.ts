import type { LexicalIndex } from '../lexical-index.ts';
import type { FicheReading } from './read-fiche.ts';

/** A word asked, and how rare it is in the corpus. */
export interface AskedWord {
  readonly term: string;
  readonly rarity: number;
  readonly isKnown: boolean;
}

export function weighWords(terms: ReadonlySet<string>, lexical: LexicalIndex): readonly AskedWord[] {
  return [...terms].map((term) => ({ term, rarity: lexical.rarity(term), isKnown: lexical.hasTerm(term) }));
}

/** What the words asked and those of a fiche have in common. */
export interface SharedWords {
  /** Of each way of asking, the words shared: how many, how rare in the corpus together, how rare in the fiche. */
  readonly counts: Uint16Array;
  readonly rare: Float64Array;
  readonly telling: Float64Array;
  /** How rare in the fiche all those are that any of its ways of asking has. */
  readonly allTelling: number;
  /** Of each question, with its answers: how rare in the corpus. */
  readonly inQuestion: Float64Array;
  /** Of each question: naive Bayes among those of the fiche, each word smoothed by how usual it is there. */
  readonly told: Float64Array;
}

/** One walk over the words asked: each knows where it stands in the fiche. */
export function shareWords(
  words: readonly AskedWord[],
  { said, questions, terms, questionOf }: FicheReading,
): SharedWords {
  const ways = said.lengths.length;
  const counts = new Uint16Array(ways);
  const rare = new Float64Array(ways);
  const telling = new Float64Array(ways);
  const inQuestion = new Float64Array(questions.length);
  const told = new Float64Array(questions.length);
  const held = new Uint16Array(questions.length);
  let allTelling = 0;
  for (const { term, rarity } of words) {
    const known = terms.get(term);
    if (known === undefined) continue;
    held.fill(0);
    const isHeld = new Uint8Array(questions.length);
    for (const place of known.places) {
      const question = questionOf[place] ?? 0;
      isHeld[question] = 1;
      if (place >= ways) continue;
      held[question] = (held[question] ?? 0) + 1;
      counts[place] = (counts[place] ?? 0) + 1;
      rare[place] = (rare[place] ?? 0) + rarity;
      telling[place] = (telling[place] ?? 0) + known.rarity;
    }
    allTelling += known.rarity;
    for (const [question, { from, to }] of questions.entries()) {
      if (isHeld[question] === 1) inQuestion[question] = (inQuestion[question] ?? 0) + rarity;
      // A word of answers alone tells nothing of how a question is asked.
      if (known.usual === 0) continue;
      const share = ((held[question] ?? 0) + known.usual) / (to - from + 1) / known.usual;
      told[question] = (told[question] ?? 0) + Math.log(share);
    }
  }
  return { counts, rare, telling, allTelling, inQuestion, told };
}
