import { ownValue } from '../own-value.ts';
import { err, ok, type Result } from '../result.ts';
import { type QuizSeat, quizOf } from './learner.ts';
import type { TrainingParts } from './parts.ts';
import type { Marked, QuizStep, QuizView, TrainingFault } from './port/views.ts';
import { questionsFor, viewOf } from './quiz-draw.ts';
import { end } from './quiz-end.ts';
import { keptOf, markOf } from './quiz-mark.ts';
import type { Decided, Steps } from './steps.ts';

export interface QuizSteps {
  /** Begins, or goes on with the one begun: a quiz is not drawn again because a page is. */
  start(by: string, purpose: QuizSeat['purpose'], module: string): Promise<Result<QuizView, TrainingFault>>;
  current(by: string): Promise<Result<QuizView | undefined, TrainingFault>>;
  /** Marks one question of the quiz under way; the last one ends it. */
  answer(by: string, question: string, chosen: readonly string[]): Promise<Result<QuizStep, TrainingFault>>;
  /** A question by itself, at the end of a lesson: it counts for what comes back, not for an attestation. */
  practise(by: string, question: string, chosen: readonly string[]): Promise<Result<Marked, TrainingFault>>;
  abandon(by: string): Promise<Result<undefined, TrainingFault>>;
}

export function createQuizSteps(parts: TrainingParts, { read, step }: Steps): QuizSteps {
  const { now, day } = parts;

  return {
    start: (by, purpose, module) =>
      step(by, async (current): Promise<Result<Decided<QuizView>, TrainingFault>> => {
        const { seat, aside } = current.learner;
        const under = seat?.kind === 'quiz' ? seat : null;
        const begunBefore = [under, aside].find((one) => one?.purpose === purpose && one.module === module);
        const goesOn = begunBefore ? viewOf(parts, current, begunBefore, day()) : undefined;
        if (begunBefore && goesOn !== undefined) {
          if (begunBefore === under) return ok({ value: goesOn });
          return ok({ value: goesOn, write: { learner: { seat: begunBefore, aside: under } } });
        }
        const startedAt = now().toISOString();
        const questions = await questionsFor(parts, current, purpose, module, startedAt);
        if (!questions.ok) return questions;
        const begun: QuizSeat = {
          kind: 'quiz',
          module,
          purpose,
          startedAt,
          questions: [...questions.value],
          answers: {},
        };
        const view = viewOf(parts, current, begun, day());
        return view === undefined
          ? err({ kind: 'no_quiz' })
          : ok({ value: view, write: { learner: { seat: begun, aside: under ?? aside } } });
      }),
    current: async (by) => {
      const current = await read(by);
      if (!current.ok) return current;
      const seat = quizOf(current.value.learner);
      return ok(seat && viewOf(parts, current.value, seat, day()));
    },
    answer: (by, id, chosen) =>
      step(by, async (current): Promise<Result<Decided<QuizStep>, TrainingFault>> => {
        const seat = quizOf(current.learner);
        if (seat === undefined || !seat.questions.includes(id)) return err({ kind: 'unknown_question' });
        const aside = seat === current.learner.aside ? null : current.learner.aside;
        const at = day();
        // The first answer counts: sending a form again shows its marking and changes nothing.
        const given = ownValue(seat.answers, id);
        const marked = markOf(parts, current, id, given?.chosen ?? chosen, at, seat.startedAt);
        if (!marked.ok) return marked;
        if (given !== undefined)
          return ok({ value: { marked: marked.value, next: viewOf(parts, current, seat, at), result: undefined } });
        const { right } = marked.value.marking;
        const after: QuizSeat = { ...seat, answers: { ...seat.answers, [id]: { chosen: [...chosen], right } } };
        const next = viewOf(parts, current, after, at);
        const kept = await keptOf(parts, current, id, marked.value, right);
        if (!kept.ok) return kept;
        if (next !== undefined)
          return ok({
            value: { marked: marked.value, next, result: undefined },
            write: { learner: { seat: after, aside }, ...kept.value },
          });
        return ok(
          end(parts, { ...current, learner: { ...current.learner, aside } }, after, marked.value, kept.value, at),
        );
      }),
    practise: (by, id, chosen) =>
      step(by, async (current): Promise<Result<Decided<Marked>, TrainingFault>> => {
        const marked = markOf(parts, current, id, chosen, day(), '');
        if (!marked.ok) return marked;
        const kept = await keptOf(parts, current, id, marked.value, marked.value.marking.right);
        return kept.ok ? ok({ value: marked.value, write: { learner: {}, ...kept.value } }) : kept;
      }),
    abandon: (by) => step(by, () => ok({ value: undefined, write: { learner: { seat: null, aside: null } } })),
  };
}
