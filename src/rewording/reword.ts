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
import type { Learnt } from './learnt.ts';
import { createLint } from './lint/lint.ts';
import type { Form, LintFinding, Need, PlainPoints, Rewording, SlotQuestion } from './port/rewording.ts';
import { createToPrescriber, type PrescriberRewording, tellPoints } from './prescriber/to-prescriber.ts';
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
export function createReworder(
  corpus: Pick<Corpus, 'lexicon' | 'fiches' | 'figures' | 'lint'>,
  learnt: Learnt,
  parts?: FormParts,
): Reworder {
  const findTerms = createFindTerms(corpus.lexicon);
  const toPrescriber = createToPrescriber(corpus, learnt.readActs);
  const lint = createLint(corpus.lint);
  const findTradeWords = createFindTradeWords(corpus.lexicon);
  const toBuyer = createToBuyer({ findTerms, findTradeWords, learnt, lexicon: corpus.lexicon, parts });
  const ask: Reworder['ask'] = (...asked) => questionsFor(findTradeWords, ...asked);

  return {
    guess: guessDirection,
    ask,
    lint,
    reword: async (source, direction, language) => {
      if (direction === 'to_buyer') {
        const { needs: read, ...shown } = toBuyer(source, lint(source));
        const [first, ...others] = read;
        const needs: readonly [Need, ...Need[]] = [first.need, ...others.map(({ need }) => need)];
        const questions = shown.noForm === undefined ? ask(source, needs, shown.forms, language) : [];
        const missing = [...new Set(needs.flatMap((need) => need.missing))];
        return { direction, source, needs, missing, questions, ...shown };
      }
      const plain = toPrescriber(source);
      const { terms } = plain;
      const shown = faithfulTo(source, plain);
      const shared = { direction, source, terms, missing: askedSlots(source), questions: [], lint: [] };
      return { ...shared, ...shown, readability: kandelMoles(shown.message) };
    },
  };
}

/** What fails the guard is not shown: the message is bare of our remarks, then the lines that the guard refuses are left out. */
function faithfulTo(source: string, { told, message, words, points, bare }: PrescriberRewording) {
  const check = fidelityTo(source);
  const whole = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');
  const glossed = [message, words].filter((part) => part !== '').join('\n');
  for (const one of [
    { text: whole(told, glossed), message, points },
    { text: whole(tellPoints(bare), glossed), message, points: bare },
    { text: whole(tellPoints(bare), source), message: source, points: bare },
  ]) {
    const fidelity = check(one.text);
    if (fidelity.faithful) return { ...one, fidelity };
  }
  const none = { text: source, message: source, points: NO_POINTS };
  if (source.length > LONGEST_TRIED) return { ...none, fidelity: check(source) };
  const left = leftBy((line) => check(whole(line, source)).faithful, bare);
  const fewer = left.asked.map((line) => {
    const asked = left.asked.filter((other) => other !== line);
    return { ...left, asked, asks: asked.length === 0 ? ('unsure' as const) : left.asks };
  });
  for (const kept of [left, ...fewer]) {
    const text = whole(tellPoints(kept), source);
    const fidelity = check(text);
    if (fidelity.faithful) return { text, message: source, points: kept, fidelity };
  }
  return { ...none, fidelity: check(source) };
}

/** In characters: of a longer message no line is tried alone, since each one tried is a reading of everything. */
const LONGEST_TRIED = 4_000;

/** The points whose lines pass alone; of a day whose act does not, the day. */
function leftBy(passes: (line: string) => boolean, points: PlainPoints): PlainPoints {
  const asked = points.asked.filter(passes);
  const byWhen = points.byWhen.flatMap(({ when, what }) =>
    what !== undefined && passes(`${when}\u00a0: ${what}`) ? [{ when, what }] : passes(when) ? [{ when }] : [],
  );
  return {
    ...points,
    asked,
    byWhen,
    asks: asked.length === 0 && points.asks === 'something' ? 'unsure' : points.asks,
    notToDo: points.notToDo.filter(passes),
    buyerDoes: points.buyerDoes !== undefined && passes(points.buyerDoes) ? points.buyerDoes : undefined,
    otherwise: points.otherwise !== undefined && passes(points.otherwise) ? points.otherwise : undefined,
  };
}

const NO_POINTS: PlainPoints = {
  asks: 'unsure',
  asked: [],
  notToDo: [],
  send: [],
  byWhen: [],
  otherwise: undefined,
  buyerDoes: undefined,
  why: undefined,
};
