import { err, ok, type Result } from '../result.ts';
import { type LessonSeat, quizOf } from './learner.ts';
import type { TrainingParts } from './parts.ts';
import type { TrainingFault } from './port/views.ts';
import type { Decided, LearnerNow, Steps } from './steps.ts';
import type { Progress } from './training-records.ts';

/** A lesson begun, gone on with, and read to its end. */
export interface LessonSteps {
  goTo(by: string, seat: LessonSeat): Promise<Result<undefined, TrainingFault>>;
  /** The lesson counts as read; again changes nothing. */
  finish(by: string, module: string, fiche: string): Promise<Result<undefined, TrainingFault>>;
}

export function createLessonSteps(
  { course, now }: Pick<TrainingParts, 'course' | 'now'>,
  { step }: Steps,
): LessonSteps {
  const known = (module: string, fiche: string) => course.lessonsOf(module).some((lesson) => lesson.fiche.id === fiche);
  return {
    goTo: (by, seat) =>
      step(by, (current): Result<Decided<undefined>, TrainingFault> => {
        if (!known(seat.module, seat.fiche)) return err({ kind: 'unknown_lesson' });
        const begun = current.progress.some(({ module }) => module === seat.module);
        return ok({
          value: undefined,
          // A quiz is not lost by reading a lesson again in the middle of it.
          write: {
            learner: { seat, aside: quizOf(current.learner) ?? null },
            progress: begun ? [] : [progressWith(current, seat.module, [], now())],
          },
        });
      }),
    finish: (by, module, fiche) =>
      step(by, (current): Result<Decided<undefined>, TrainingFault> => {
        if (!known(module, fiche)) return err({ kind: 'unknown_lesson' });
        const before = current.progress.find((one) => one.module === module);
        const { seat } = current.learner;
        const left = seat?.kind === 'lesson' && seat.module === module && seat.fiche === fiche ? { seat: null } : {};
        if (before?.lessons.includes(fiche) === true) return ok({ value: undefined, write: { learner: left } });
        return ok({
          value: undefined,
          write: {
            learner: left,
            progress: [progressWith(current, module, [fiche], now())],
            events: [{ kind: 'lesson', module, item: fiche, right: undefined }],
          },
        });
      }),
  };
}

function progressWith({ progress }: LearnerNow, module: string, read: readonly string[], now: Date): Progress {
  const at = now.toISOString();
  const before = progress.find((one) => one.module === module);
  return {
    module,
    startedAt: before?.startedAt ?? at,
    lastAt: at,
    lessons: [...(before?.lessons ?? []), ...read],
    best: before?.best,
    passedAt: before?.passedAt,
  };
}
