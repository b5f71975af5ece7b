import type { QuizQuestion } from '../corpus/quiz/quiz.ts';
import { shuffled } from './question/ask-question.ts';

/** Questions of a quiz that leads to an attestation, and the share of right answers that passes it. */
export const QUIZ_LENGTH = 10;
export const PASS_SHARE = 0.8;

/**
 * The questions of one quiz, in an order that `seed` decides: as many fiches of the module as there are places, so that
 * nobody passes on one subject alone.
 */
export function drawQuestions(open: readonly QuizQuestion[], seed: string, length = QUIZ_LENGTH): readonly string[] {
  const mixed = shuffled(
    open.map((question) => ({ key: question.id, fiche: question.fiche })),
    seed,
  );
  const drawn: string[] = [];
  for (let round = 0; drawn.length < Math.min(length, mixed.length); round++)
    for (const { key, fiche } of mixed) {
      if (drawn.length >= length || drawn.includes(key)) continue;
      const before = mixed.filter((one) => one.fiche === fiche && drawn.includes(one.key)).length;
      if (before === round) drawn.push(key);
    }
  return shuffled(
    drawn.map((key) => ({ key })),
    `${seed}|order`,
  ).map(({ key }) => key);
}

/** How many right answers pass a quiz of so many questions. */
export function passMark(questions: number): number {
  return Math.ceil(questions * PASS_SHARE);
}
