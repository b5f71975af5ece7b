import type { QuizQuestion } from '../../corpus/quiz/quiz.ts';

export interface AskedChoice {
  /** Stable over days and orders: what a learner chose is kept under it. */
  readonly key: string;
  readonly text: string;
}

/** A question as it is put to a learner on a day: nothing in it tells which choice is right. */
export interface AskedQuestion {
  readonly id: string;
  readonly module: string;
  readonly fiche: string;
  readonly kind: QuizQuestion['kind'];
  readonly situation: string | undefined;
  readonly ask: string;
  /** The need to reword, or the sentence to judge. */
  readonly quoted: string | undefined;
  readonly choices: readonly AskedChoice[];
  /** Whether several choices are right: all of them are wanted. */
  readonly several: boolean;
}
