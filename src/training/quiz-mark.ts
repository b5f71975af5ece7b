import type { IsoDate } from '../days/iso-date.ts';
import { err, ok, type Result } from '../result.ts';
import type { Course } from './course.ts';
import type { TrainingParts } from './parts.ts';
import type { Marked, TrainingFault } from './port/views.ts';
import { askQuestion } from './question/ask-question.ts';
import { markAnswer } from './question/mark-answer.ts';
import { afterAnswer } from './spaced.ts';
import type { LearnerNow } from './steps.ts';
import type { Card } from './training-records.ts';

export function markOf(
  parts: TrainingParts,
  { person }: LearnerNow,
  id: string,
  chosen: readonly string[],
  at: IsoDate,
  startedAt: string,
): Result<Marked, TrainingFault> {
  const { course } = parts;
  return markFor(course, id, chosen, at, `${person.id}|${startedAt}`);
}

/** What an answer leaves behind: an event, a count that is nobody's, a card when it was missed once. */
export async function keptOf(
  parts: TrainingParts,
  current: LearnerNow,
  id: string,
  { question }: Marked,
  right: boolean,
) {
  const { store, now } = parts;
  const before = await store.training.card(current.person.id, id);
  if (!before.ok) return err({ kind: 'store_down' } as const);
  const card = afterAnswer(id, before.value, right, now());
  const { module, fiche } = question;
  return ok({
    events: [{ kind: 'answer', module, item: id, right } as const],
    counts: [{ question: id, module, fiche, missed: !right }],
    cards: card === undefined ? [] : [card],
  } satisfies { events: unknown; counts: unknown; cards: readonly Card[] });
}

/** A question put and marked, for nobody in particular: what an open page shows. */
export function markFor(
  course: Course,
  id: string,
  chosen: readonly string[],
  at: IsoDate,
  seed: string,
): Result<Marked, TrainingFault> {
  const found = course.question(id);
  const fiche = course.fiche(found?.question.fiche ?? '');
  if (found === undefined || fiche === undefined) return err({ kind: 'unknown_question' });
  const { figures } = course.corpus;
  const question = askQuestion(found.question, found.module, figures, at, seed);
  if (question === undefined) return err({ kind: 'unknown_question' });
  const marking = markAnswer(found.question, figures, at, chosen);
  if (marking === undefined) return err({ kind: 'nothing_chosen' });
  return ok({ question, marking, fiche: { id: fiche.id, title: course.say(fiche.title, at), module: fiche.module } });
}
