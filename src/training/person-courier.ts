import { z } from 'zod';
import type { Attempt } from '../attempts/attempts.ts';
import type { NotDelivered, Words } from '../message/delivery.ts';
import { err, ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { TOLD_KINDS } from '../vocabulary/told.ts';
import type { Queued } from './training-records.ts';
import type { TrainingStore } from './training-store.ts';

interface PersonCourierParts {
  readonly store: Pick<TrainingStore, 'training' | 'reserve'>;
  /** Gives words to the platform of their address; whoever uses none has that of the page. */
  readonly tell: (words: Words) => Promise<Result<undefined, NotDelivered>>;
  readonly attempt: Attempt;
  readonly now: () => Date;
}

const AT_ONCE = 50;
const LEASE_MS = 60_000;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
/** The last try comes some two days after the first: a reminder of last week reminds of nothing. */
const MOST_ATTEMPTS = 56;

const bodySchema = z.object({
  text: z.string(),
  suggestions: z.array(z.object({ label: z.string(), text: z.string() })).default([]),
  purchase: z.string().optional(),
  about: z.enum(TOLD_KINDS).optional(),
  brief: z.string().optional(),
  page: z.string().optional(),
});

/**
 * Takes the words that wait for people to where they are reached; how many were taken. Said twice at the most: after a crash
 * between the saying and the noting.
 */
export function createPersonCourier({ store, tell, attempt, now }: PersonCourierParts) {
  return {
    deliverDue: async (): Promise<Result<number, StoreDown>> => {
      const due = await store.training.take('person', now().toISOString(), AT_ONCE, LEASE_MS);
      if (!due.ok) return due;
      for (const item of due.value) {
        const noted = await sayOne(item);
        if (!noted.ok) return noted;
      }
      return ok(due.value.length);
    },
  };

  async function sayOne(item: Queued): Promise<Result<undefined, StoreDown>> {
    const tried = await attempt('words', item.id, async () => {
      const said = await say(item);
      const again = said.ok || said.error.kind !== 'later' ? undefined : retryAt(item, said.error.afterMs);
      const noted = said.ok
        ? await store.training.delivered([item.id], now().toISOString())
        : await store.training.failed([item.id], said.error.why, again);
      return { done: noted.ok && again === undefined, value: noted };
    });
    if (!tried.ok) return tried;
    if (tried.value.kind === 'worked') return tried.value.value;
    if (tried.value.kind === 'elsewhere') return ok(undefined);
    const again = tried.value.kind === 'threw' && !tried.value.setAside ? retryAt(item) : undefined;
    return store.training.failed([item.id], 'a fault of the program', again);
  }

  async function say({ id, person, body }: Queued): Promise<Result<undefined, NotDelivered>> {
    const words = bodySchema.safeParse(body);
    if (!words.success) return err({ kind: 'never', why: 'not readable' });
    const found = await store.reserve.person(person);
    if (!found.ok) return err({ kind: 'later', why: 'the store is down' });
    if (found.value === undefined) return ok(undefined);
    const { language, address: to = { platform: 'web', conversation: person } } = found.value;
    return tell({ id, to, person, language, ...words.data });
  }

  function retryAt({ attempts }: Queued, afterMs?: number): string | undefined {
    if (afterMs === undefined && attempts + 1 >= MOST_ATTEMPTS) return undefined;
    const wait = afterMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 12));
    return new Date(now().getTime() + wait).toISOString();
  }
}
