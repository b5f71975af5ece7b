import type { Corpus } from '../corpus/read-corpus.ts';
import type { Language } from '../message.ts';
import { askedSlots } from './brief/asked-slots.ts';
import { questionsFor } from './brief/questions.ts';
import { readNeeds } from './brief/read-needs.ts';
import { createToBuyer } from './buyer/to-buyer.ts';
import { checkFidelity } from './fidelity/check-fidelity.ts';
import { guessDirection } from './guess-direction.ts';
import { createLint } from './lint/lint.ts';
import { createToPrescriber } from './prescriber/to-prescriber.ts';
import type { Direction, Fidelity, LintFinding, Rewording } from './rewording.ts';
import { createFindTerms } from './terms.ts';

/** In characters: about ten pages. Faces refuse more and name it; nothing here depends on it. */
export const LONGEST_TEXT = 40_000;

export interface Reworder {
  /** Which way a text is most likely to be wanted. */
  guess(text: string): Direction;
  /** Never throws for what a person may type; `language` is that of the questions, the rewording itself is French. */
  reword(text: string, direction: Direction, language: Language): Promise<Rewording>;
  lint(text: string): readonly LintFinding[];
}

/** The whole rewording: read the need, say it in the other side's words, check the law, check that nothing was lost. */
export function createReworder(corpus: Pick<Corpus, 'lexicon' | 'fiches' | 'figures' | 'lint'>): Reworder {
  const findTerms = createFindTerms(corpus.lexicon);
  const toBuyer = createToBuyer({ findTerms, lexicon: corpus.lexicon });
  const toPrescriber = createToPrescriber({ corpus, findTerms });
  const lint = createLint(corpus.lint);

  return {
    guess: guessDirection,
    lint,
    reword: async (source, direction, language) => {
      if (direction === 'to_buyer') {
        const needs = readNeeds(source);
        const { text, terms } = toBuyer(source, needs);
        const questions = questionsFor(needs, language);
        const missing = [...new Set(needs.flatMap((need) => need.missing))];
        return { direction, source, needs, terms, missing, questions, lint: lint(source), ...kept(source, text) };
      }
      const { text, terms, points, readability } = toPrescriber(source);
      const shared = { source, terms, missing: askedSlots(source), questions: [], lint: lint(source) };
      return { direction, ...shared, points, readability, ...kept(source, text) };
    },
  };
}

/**
 * What the guard finds lost is given back in the person's own words. A text that still fails afterwards is shown as it
 * was, with its defects named: adding more words would only bury them.
 */
function kept(source: string, text: string): { readonly text: string; readonly fidelity: Fidelity } {
  const fidelity = checkFidelity(source, text);
  if (fidelity.faithful) return { text, fidelity };
  const lost = new Set(fidelity.defects.map((defect) => defect.source).filter((words) => words !== ''));
  const sentences = source
    .split(/(?<=[.!?…])\s+|\n+/)
    .filter((sentence) => [...lost].some((words) => sentence.includes(words)));
  if (sentences.length === 0) return { text, fidelity };
  const mended = `${text}\nEn propres termes : « ${sentences.join(' ')} »`;
  const again = checkFidelity(source, mended);
  return again.defects.length < fidelity.defects.length ? { text: mended, fidelity: again } : { text, fidelity };
}
