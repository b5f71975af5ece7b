import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { attestationRow, titleOf } from './attestation-row.ts';
import { moduleRow } from './browse.ts';
import type { TrainingParts } from './parts.ts';
import { pathTitle } from './path-steps.ts';
import { pathRows } from './paths.ts';
import type { MineView, TrainingFault } from './port/views.ts';
import type { LearnerNow } from './steps.ts';

const MOST_MESSAGES = 5;
const MOST_DUE = 200;
const messageSchema = z.object({ text: z.string() });

/** Everything of one's own training at a glance. */
export async function readMine(parts: TrainingParts, who: LearnerNow): Promise<Result<MineView, TrainingFault>> {
  const { course, store, now, day } = parts;
  const at = day();
  const by = who.person.id;
  const due = await store.training.cards(by, now().toISOString(), MOST_DUE);
  const messages = await store.training.messagesTo(by, MOST_MESSAGES);
  const letters = await store.training.letters(by);
  if (!due.ok || !messages.ok || !letters.ok) return err({ kind: 'store_down' });
  const begun = new Set(who.progress.map(({ module }) => module));
  const seat = who.learner.seat ?? who.learner.aside;
  return ok({
    modules: course.corpus.modules
      .filter(({ id }) => begun.has(id))
      .map((module) => moduleRow(course, module, who.role, at, who)),
    attestations: who.attestations.map((one) => attestationRow(course, one, who.attestations, at)),
    paths: pathRows(course, who, at).filter((path) => path.for === who.role || path.done),
    due: due.value.length,
    seat: seat === null ? undefined : seatView(),
    recommends: who.learner.recommend,
    nudgeHour: who.learner.nudgeHour ?? undefined,
    messages: messages.value.flatMap(({ at: when, body }) => {
      const read = messageSchema.safeParse(body);
      return read.success ? [{ at: when, text: read.data.text }] : [];
    }),
    letters: letters.value.map(({ id, at: when, path, text, offered }) => ({
      id,
      at: when,
      path: pathTitle(parts, path),
      text,
      offered,
    })),
  });

  function seatView(): MineView['seat'] {
    switch (seat?.kind) {
      case 'lesson': {
        const title = course.fiche(seat.fiche)?.title ?? seat.fiche;
        return { kind: 'lesson', title: course.say(title, at), module: seat.module };
      }
      case 'quiz': {
        const title = seat.purpose === 'review' ? '' : titleOf(course, { kind: 'module', subject: seat.module }, at);
        return { kind: 'quiz', title, module: seat.module };
      }
      case 'letter':
        return { kind: 'letter', title: pathTitle(parts, seat.path), module: '' };
      default:
        return undefined;
    }
  }
}
