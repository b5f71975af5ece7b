import type { Figures } from '../../corpus/figures.ts';
import { fillFigures } from '../../corpus/prose.ts';
import type { QuizQuestion } from '../../corpus/quiz/quiz.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import { frenchTypography } from '../../french/typography.ts';
import { type SettledChoice, settledChoices } from './ask-question.ts';

/** What an answer is worth on a day, and what there is to learn from it. */
export interface Marking {
  readonly right: boolean;
  readonly choices: readonly (SettledChoice & { readonly chosen: boolean })[];
  /** Why the right answer is right. */
  readonly why: string;
}

/**
 * Marks an answer: all the right choices and no other, in one go. Undefined when the question cannot be asked that day, or
 * when nothing it offers was chosen.
 */
export function markAnswer(
  question: QuizQuestion,
  figures: Figures,
  at: IsoDate,
  chosen: readonly string[],
): Marking | undefined {
  const settled = settledChoices(question, figures, at);
  if (settled === undefined || !settled.some(({ key }) => chosen.includes(key))) return undefined;
  const choices = settled.map((choice) => ({ ...choice, chosen: chosen.includes(choice.key) }));
  return {
    right: choices.every((choice) => choice.right === choice.chosen),
    choices,
    why: frenchTypography(fillFigures(question.why, figures, at)),
  };
}
