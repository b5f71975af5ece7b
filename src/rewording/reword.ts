import type { Corpus } from '../corpus/read-corpus.ts';
import { kandelMoles } from '../corpus/readability.ts';
import { fidelityTo } from '../fidelity/check-fidelity.ts';
import type { Language } from '../vocabulary/people.ts';
import type { Direction } from '../vocabulary/rewording.ts';
import { askedSlots } from './brief/asked-slots.ts';
import { questionsFor } from './brief/questions.ts';
import { createFindTradeWords } from './brief/trades.ts';
import type { FormParts } from './form/make-forms.ts';
import { createToBuyer } from './form/to-buyer.ts';
import { guessDirection } from './guess-direction.ts';
import { createLint } from './lint/lint.ts';
import type { Form, LintFinding, Need, PlainPoints, Rewording, SlotQuestion } from './port/rewording.ts';
import { createToPrescriber, type PrescriberRewording } from './prescriber/to-prescriber.ts';
import { createFindTerms } from './terms.ts';

export interface Reworder {
  /** Which way a text is most likely to be wanted. */
  guess(text: string): Direction;
  /** Never throws for what a person may type; `language` is that of the questions, the rewording itself is French. */
  reword(text: string, direction: Direction, language: Language): Promise<Rewording>;
  lint(text: string): readonly LintFinding[];
  /** At most two questions about what the needs lack, the most decisive first. */
  ask(needs: readonly Need[], forms: readonly Form[], language: Language): readonly SlotQuestion[];
}

/**
 * The whole rewording: read the need, say it in the other side's words, check the law, check that nothing was lost.
 * @param parts none: forms say nothing of the procedure nor of the classes
 */
export function createReworder(
  corpus: Pick<Corpus, 'lexicon' | 'fiches' | 'figures' | 'lint'>,
  parts?: FormParts,
): Reworder {
  const findTerms = createFindTerms(corpus.lexicon);
  const toPrescriber = createToPrescriber(corpus);
  const lint = createLint(corpus.lint);
  const findTradeWords = createFindTradeWords(corpus.lexicon);
  const toBuyer = createToBuyer({ findTerms, findTradeWords, lexicon: corpus.lexicon, parts });
  const ask: Reworder['ask'] = (needs, forms, language) => questionsFor(needs, forms, language, findTradeWords);

  return {
    guess: guessDirection,
    ask,
    lint,
    reword: async (source, direction, language) => {
      if (direction === 'to_buyer') {
        const findings = lint(source);
        const { needs: read, ...shown } = toBuyer(source, findings);
        const [first, ...others] = read;
        const needs: readonly [Need, ...Need[]] = [first.need, ...others.map(({ need }) => need)];
        const questions = shown.noForm === undefined ? ask(needs, shown.forms, language) : [];
        const missing = [...new Set(needs.flatMap((need) => need.missing))];
        return { direction, source, needs, missing, questions, lint: findings, ...shown };
      }
      const plain = toPrescriber(source);
      const { terms } = plain;
      const shown = faithfulTo(source, plain);
      const shared = { direction, source, terms, missing: askedSlots(source), questions: [], lint: lint(source) };
      return { ...shared, ...shown, readability: kandelMoles(shown.message) };
    },
  };
}

/** What fails the guard is not shown: the message is, bare of our remarks, then of what we say that it asks. */
function faithfulTo(source: string, { told, message, words, points }: PrescriberRewording) {
  const check = fidelityTo(source);
  const whole = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');
  for (const one of [
    { text: whole(told, [message, words].filter((part) => part !== '').join('\n')), message, points },
    { text: whole(told, [source, words].filter((part) => part !== '').join('\n')), message: source, points },
    { text: whole(told, source), message: source, points },
  ]) {
    const fidelity = check(one.text);
    if (fidelity.faithful) return { ...one, fidelity };
  }
  return { text: source, message: source, points: NO_POINTS, fidelity: check(source) };
}

const NO_POINTS: PlainPoints = {
  asks: 'unsure',
  asked: [],
  notToDo: [],
  send: [],
  byWhen: [],
  otherwise: undefined,
  why: undefined,
};
