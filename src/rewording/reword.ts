import { setImmediate } from 'node:timers/promises';
import type { Corpus } from '../corpus/read-corpus.ts';
import { atOnce, inSlices, type Sliced } from '../sliced.ts';
import type { Language } from '../vocabulary/people.ts';
import type { Direction } from '../vocabulary/rewording.ts';
import { askedSlots } from './brief/asked-slots.ts';
import { questionsFor } from './brief/questions.ts';
import { createFindTradeWords } from './brief/trades.ts';
import type { FormParts } from './form/make-forms.ts';
import { createToBuyer } from './form/to-buyer.ts';
import { guessDirection } from './guess-direction.ts';
import type { Learnt } from './learnt.ts';
import { createLintSliced } from './lint/lint.ts';
import type { Form, LintFinding, Need, Rewording, SlotQuestion } from './port/rewording.ts';
import { createToPrescriber } from './prescriber/to-prescriber.ts';
import { createFindTerms } from './terms.ts';

export interface Reworder {
  /** Which way a text is most likely to be wanted. */
  guess(text: string): Direction;
  /** Never throws for what a person may type; `language` is that of the questions, the rewording itself is French. */
  reword(text: string, direction: Direction, language: Language): Promise<Rewording>;
  /** All that the lint finds; a rewording shows the weightiest. */
  lint(text: string): readonly LintFinding[];
  /** At most two questions about what the needs lack, the most decisive first. */
  ask(source: string, needs: readonly Need[], forms: readonly Form[], language: Language): readonly SlotQuestion[];
}

/**
 * The whole rewording: read the need, say it in the other side's words, check the law, check that nothing was lost.
 * @param parts none: forms say nothing of the procedure nor of the classes
 */
export function createReworder(...given: Parameters<typeof createReworderSliced>): Reworder {
  return atOnce(createReworderSliced(...given));
}

/** The same, a little at a time: its patterns take a second to compile. */
export function* createReworderSliced(
  corpus: Pick<Corpus, 'lexicon' | 'fiches' | 'figures' | 'lint'>,
  learnt: Learnt,
  parts?: FormParts,
): Sliced<Reworder> {
  const findTerms = yield* createFindTerms(corpus.lexicon);
  yield;
  const toPrescriber = createToPrescriber(corpus, learnt.readActs);
  yield;
  const lint = yield* createLintSliced(corpus.lint);
  yield;
  const findTradeWords = createFindTradeWords(corpus.lexicon);
  yield;
  const toBuyer = yield* createToBuyer({ findTerms, findTradeWords, learnt, lexicon: corpus.lexicon, parts });
  const ask: Reworder['ask'] = (...asked) => questionsFor(findTradeWords, ...asked);

  return {
    guess: guessDirection,
    ask,
    lint,
    reword: async (source, direction, language) => {
      if (direction === 'to_buyer') {
        // The first time each step compiles the patterns it reads by.
        const found = lint(source);
        await setImmediate();
        const { needs: read, isPlain, ...shown } = await inSlices(toBuyer(source, found));
        const [first, ...others] = read;
        const needs: readonly [Need, ...Need[]] = [first.need, ...others.map(({ need }) => need)];
        const questions = isPlain ? ask(source, needs, shown.forms, language) : [];
        const missing = [...new Set(needs.flatMap((need) => need.missing))];
        return { direction, source, needs, missing, questions, ...shown };
      }
      const plain = toPrescriber(source);
      const shared = { direction, source, missing: askedSlots(source), questions: [], lint: [] };
      return { ...shared, ...plain };
    },
  };
}
