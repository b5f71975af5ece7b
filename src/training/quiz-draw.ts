import { placeholders } from '../corpus/prose.ts';
import type { QuizQuestion } from '../corpus/quiz/quiz.ts';
import { textsOf } from '../corpus/quiz/read-quiz.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { fold } from '../french/words.ts';
import { ownValue } from '../own-value.ts';
import { err, ok, type Result } from '../result.ts';
import { titleOf } from './attestation-row.ts';
import { type Course, sideOf } from './course.ts';
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
  if (purpose === 'review' && module !== '') {
    const asked = questionsOnArticle(course, module, sideOf(current.role), at);
    return asked.length === 0 ? err({ kind: 'no_quiz' }) : ok(asked);
  }
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

/** Questions asked of whoever was told of a change. */
const ON_ARTICLE = 2;

/** Questions that can be asked on what an article sets: those that ask for a figure of it first. */
export function questionsOnArticle(
  course: Course,
  article: string,
  side: 'service' | 'achat',
  at: IsoDate,
): readonly string[] {
  const { figures, modules } = course.corpus;
  const set = new Set(
    [...figures.values()].flatMap(({ key, values }) => (values.some((one) => one.article === article) ? [key] : [])),
  );
  const says = (question: QuizQuestion) =>
    textsOf(question).some(({ text }) => placeholders(text).some(({ key }) => set.has(key)));
  const open = modules.flatMap(({ id }) => course.openQuestions(id, side, at));
  const asks = open.filter((one) => one.kind === 'figure' && set.has(one.figure));
  return [...new Set([...asks, ...open.filter(says)].map(({ id }) => id))].slice(0, ON_ARTICLE);
}

/** An article that sets a figure, as people write it. */
export function articleNamed({ corpus }: Course, said: string): string | undefined {
  const articles = new Set([...corpus.figures.values()].flatMap(({ values }) => values.map(({ article }) => article)));
  const plain = (text: string) => fold(text).replace(/[^a-z0-9]/g, '');
  return [...articles].find((one) => plain(one) === plain(said));
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
