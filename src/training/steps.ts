import { DateTime } from 'luxon';
import { roleOf } from '../reserve/signed-in.ts';
import { err, ok, type Result } from '../result.ts';
import { type Learner, newLearner } from './learner.ts';
import type { TrainingParts, Who } from './parts.ts';
import type { TrainingFault } from './port/views.ts';
import type { LearnerFile, TrainingEvent, TrainingWrite } from './training-records.ts';

/** A learner as the store has them now. */
export interface LearnerNow extends Who {
  readonly learner: Learner;
  readonly progress: LearnerFile['progress'];
  readonly attestations: LearnerFile['attestations'];
  readonly joins: LearnerFile['joins'];
}

/** What a step decides: what it is worth to who took it, and what is to be kept of it (nothing when `write` is left out). */
export interface Decided<T> {
  readonly value: T;
  readonly write?: Omit<TrainingWrite, 'learner' | 'nudgeAt' | 'events'> & {
    readonly learner: Partial<Pick<Learner, 'seat' | 'aside' | 'interests' | 'recommend' | 'nudgeHour' | 'nudgedAt'>>;
    readonly events?: readonly Omit<TrainingEvent, 'id' | 'person' | 'at'>[];
  };
}

export interface Steps {
  read(by: string): Promise<Result<LearnerNow, TrainingFault>>;
  /** Reads, decides, writes; again when someone wrote meanwhile (another window of the same person). */
  step<T>(
    by: string,
    decide: (now: LearnerNow) => Promise<Result<Decided<T>, TrainingFault>> | Result<Decided<T>, TrainingFault>,
  ): Promise<Result<T, TrainingFault>>;
}

const TRIES = 6;
const ZONE = 'Europe/Paris';
/** A nudge comes at the earliest so long after the last thing done, in hours. */
const PAUSE_HOURS = 18;

export function createSteps({
  store,
  now,
  newId,
  statements,
}: Pick<TrainingParts, 'store' | 'now' | 'newId' | 'statements'>): Steps {
  const down = err({ kind: 'store_down' } as const);

  const read = async (by: string): Promise<Result<LearnerNow, TrainingFault>> => {
    const person = await store.reserve.person(by);
    if (!person.ok) return down;
    if (person.value === undefined) return err({ kind: 'not_signed_in' });
    const file = await store.training.file(by);
    if (!file.ok) return down;
    const { learner, ...rest } = file.value;
    return ok({
      person: person.value,
      role: roleOf(person.value),
      learner: { ...(learner ?? newLearner(by, '')), organisation: person.value.organisation },
      ...rest,
    });
  };

  return {
    read,
    step: async (by, decide) => {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const current = await read(by);
        if (!current.ok) return current;
        const decided = await decide(current.value);
        if (!decided.ok) return decided;
        const { write, value } = decided.value;
        if (write === undefined) return ok(value);
        const at = now().toISOString();
        const events = (write.events ?? []).map((event) => ({ ...event, id: newId(), person: by, at }));
        const learner: Learner = {
          ...current.value.learner,
          nudgedAt: null,
          ...write.learner,
          lastAt: at,
          version: current.value.learner.version + 1,
        };
        const written = await store.training.write({
          ...write,
          learner,
          nudgeAt: nudgeAt(learner, at),
          events,
          queue: [...(write.queue ?? []), ...statements(by, events)],
        });
        if (written.ok) return ok(value);
        if (written.error.kind === 'store_down') return down;
      }
      return down;
    },
  };
}

/** When who has stopped half-way, or has points to see again, is to be reminded: once, at the hour they chose, or never. */
function nudgeAt({ nudgeHour, nudgedAt }: Learner, lastAt: string): string | undefined {
  if (nudgeHour === null || nudgedAt !== null) return undefined;
  const earliest = DateTime.fromISO(lastAt, { zone: ZONE }).plus({ hours: PAUSE_HOURS });
  const sameDay = earliest.set({ hour: nudgeHour, minute: 0, second: 0, millisecond: 0 });
  const chosen = sameDay < earliest ? sameDay.plus({ days: 1 }) : sameDay;
  return chosen.toUTC().toISO() ?? undefined;
}
