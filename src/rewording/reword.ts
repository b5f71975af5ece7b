import type { Corpus } from '../corpus/read-corpus.ts';
import { kandelMoles } from '../corpus/readability.ts';
import { fidelityTo } from '../fidelity/check-fidelity.ts';
import type { Fidelity } from '../fidelity/port/defect.ts';
import type { Language } from '../vocabulary/people.ts';
import type { Direction } from '../vocabulary/rewording.ts';
import { askedSlots } from './brief/asked-slots.ts';
import { questionsFor } from './brief/questions.ts';
import { readNeeds } from './brief/read-needs.ts';
import { createFindTradeWords } from './brief/trades.ts';
import { createToBuyer } from './buyer/to-buyer.ts';
import { guessDirection } from './guess-direction.ts';
import { createLint } from './lint/lint.ts';
import type { LintFinding, Need, PlainPoints, Rewording, SlotQuestion } from './port/rewording.ts';
import { createToPrescriber, type PrescriberRewording } from './prescriber/to-prescriber.ts';
import { createFindTerms } from './terms.ts';

export interface Reworder {
  /** Which way a text is most likely to be wanted. */
  guess(text: string): Direction;
  /** Never throws for what a person may type; `language` is that of the questions, the rewording itself is French. */
  reword(text: string, direction: Direction, language: Language): Promise<Rewording>;
  lint(text: string): readonly LintFinding[];
  /** At most two questions about what the needs lack, the most decisive first. */
  ask(needs: readonly Need[], language: Language): readonly SlotQuestion[];
}

/** The whole rewording: read the need, say it in the other side's words, check the law, check that nothing was lost. */
export function createReworder(corpus: Pick<Corpus, 'lexicon' | 'fiches' | 'figures' | 'lint'>): Reworder {
  const findTerms = createFindTerms(corpus.lexicon);
  const toBuyer = createToBuyer({ findTerms, lexicon: corpus.lexicon });
  const toPrescriber = createToPrescriber(corpus);
  const lint = createLint(corpus.lint);
  const findTradeWords = createFindTradeWords(corpus.lexicon);
  const ask: Reworder['ask'] = (needs, language) => questionsFor(needs, language, findTradeWords);

  return {
    guess: guessDirection,
    ask,
    lint,
    reword: async (source, direction, language) => {
      if (direction === 'to_buyer') {
        const needs = readNeeds(source, findTradeWords);
        const { text, terms } = toBuyer(source, needs);
        const questions = ask(needs, language);
        const missing = [...new Set(needs.flatMap((need) => need.missing))];
        return { direction, source, needs, terms, missing, questions, lint: lint(source), ...guarded(source, text) };
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

/** A rewording has at most this many remarks, a bracketed line each below the message (see `createToBuyer`). */
const MOST_REMARKS = 3;
/** In characters: below a longer message no remark is tried alone, since each one tried is a reading of everything. */
const LONGEST_TRIED = 4_000;

/**
 * The guard decides: a text that it finds unfaithful is not shown. The message itself is, with those of the remarks below it
 * that the guard lets through.
 */
function guarded(source: string, text: string): { readonly text: string; readonly fidelity: Fidelity } {
  const check = remembered(fidelityTo(source));
  const fidelity = check(text);
  if (fidelity.faithful) return { text, fidelity };
  if (source.length > LONGEST_TRIED) return { text: source, fidelity: check(source) };
  const remarks = text
    .split('\n')
    // Brackets that the person typed themselves may be hundreds of lines, and each one tried is a reading of everything.
    .slice(-MOST_REMARKS)
    .filter((line) => /^\[.*\]$/.test(line) && !source.includes(line) && check(`${source}\n\n${line}`).faithful);
  const kept = remarks.length === 0 ? source : `${source}\n\n${remarks.join('\n')}`;
  const again = check(kept);
  return again.faithful ? { text: kept, fidelity: again } : { text: source, fidelity: check(source) };
}

/** With one remark, the message and that remark are the whole text again. */
function remembered(check: (target: string) => Fidelity): (target: string) => Fidelity {
  const known = new Map<string, Fidelity>();
  return (target) => {
    const fidelity = known.get(target) ?? check(target);
    known.set(target, fidelity);
    return fidelity;
  };
}
