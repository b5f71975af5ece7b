import type { IsoDate } from '../days/iso-date.ts';
import { ownValue } from '../own-value.ts';
import { err, ok, type Result } from '../result.ts';
import { titleOf } from './attestation-row.ts';
import { sideOf } from './course.ts';
import { drawQuestions, QUIZ_LENGTH } from './draw.ts';
import type { QuizSeat } from './learner.ts';
import type { TrainingParts } from './parts.ts';
import type { QuizView, TrainingFault } from './port/views.ts';
import { askQuestion } from './question/ask-question.ts';
import { standingOf } from './standing.ts';
import type { LearnerNow } from './steps.ts';

export async function questionsFor(
  parts: TrainingParts,
  current: LearnerNow,
  purpose: QuizSeat['purpose'],
  module: string,
  startedAt: string,
): Promise<Result<readonly string[], TrainingFault>> {
  const { course, store, now, day } = parts;
  const at = day();
  const seed = `${current.person.id}|${startedAt}`;
  if (purpose === 'review') {
    const due = await store.training.cards(current.person.id, now().toISOString(), QUIZ_LENGTH * 3);
    if (!due.ok) return err({ kind: 'store_down' });
    const askable = due.value.map(({ question }) => question).filter((id) => isAskable(parts, id, at));
    return askable.length === 0 ? err({ kind: 'nothing_due' }) : ok(askable.slice(0, QUIZ_LENGTH));
  }
  const side = sideOf(current.role);
  const open = course.openQuestions(module, side, at);
  if (!course.corpus.modules.some(({ id }) => id === module)) return err({ kind: 'unknown_module' });
  if (purpose === 'attest') return open.length === 0 ? err({ kind: 'no_quiz' }) : ok(drawQuestions(open, seed));
  const held = current.attestations.find(({ kind, subject }) => kind === 'module' && subject === module);
  const standing = held && standingOf(held, course, at);
  const changed = open.filter(({ id }) => standing?.questions.includes(id));
  return changed.length === 0 ? err({ kind: 'nothing_due' }) : ok(drawQuestions(changed, seed));
}

function isAskable(parts: TrainingParts, id: string, at: IsoDate): boolean {
  const { course } = parts;
  const found = course.question(id);
  return found !== undefined && askQuestion(found.question, found.module, course.corpus.figures, at, '') !== undefined;
}

/** The first question without an answer; one that the law no longer allows to be asked is passed over. */
export function viewOf(
  parts: TrainingParts,
  { person }: LearnerNow,
  seat: QuizSeat,
  at: IsoDate,
): QuizView | undefined {
  const { course } = parts;
  const asked = seat.questions.filter((id) => isAskable(parts, id, at));
  const index = asked.findIndex((id) => ownValue(seat.answers, id) === undefined);
  const found = course.question(asked[index] ?? '');
  const question =
    found && askQuestion(found.question, found.module, course.corpus.figures, at, `${person.id}|${seat.startedAt}`);
  if (question === undefined) return undefined;
  return {
    purpose: seat.purpose,
    module: seat.purpose === 'review' ? undefined : seat.module,
    title: titleOfQuiz(parts, seat, at),
    number: index + 1,
    of: asked.length,
    right: rightsOf(seat),
    question,
  };
}

export function titleOfQuiz(parts: TrainingParts, seat: QuizSeat, at: IsoDate): string {
  const { course } = parts;
  return seat.purpose === 'review' ? '' : titleOf(course, { kind: 'module', subject: seat.module }, at);
}

export function rightsOf({ answers }: QuizSeat): number {
  return Object.values(answers).filter(({ right }) => right).length;
}
