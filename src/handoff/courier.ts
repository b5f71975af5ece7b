import type { Attempt, Worked } from '../attempts/attempts.ts';
import { withIds } from '../log.ts';
import type { NotDelivered } from '../message/delivery.ts';
import { assertNever, ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Outbox, OutboxEntry } from './records/case-records.ts';

/** Hands one message to its platform. The entry's id is the same at each attempt: a platform that can drops the second. */
export type Deliver = (entry: OutboxEntry) => Promise<Result<undefined, NotDelivered>>;

export interface Courier {
  /** Delivers what is due; how many were handed over. At least once each: a crash in between repeats the last ones. */
  deliverDue(): Promise<Result<number, StoreDown>>;
}

export interface CourierParts {
  readonly outbox: Outbox;
  readonly deliver: Deliver;
  /** Someone can no longer be reached where they were: their case must go on without them. */
  readonly onGone: (entry: OutboxEntry) => Promise<Result<undefined, StoreDown>>;
  readonly attempt: Attempt;
  readonly now: () => Date;
  /** Told what `deliver` threw: a bug, or a record that cannot be read. The message is tried again, three times at the most. */
  readonly onThrown: (entry: OutboxEntry, error: unknown) => void;
}

const AT_ONCE = 20;
/** Far above the time a platform takes; after a crash the messages in hand wait that long. */
const LEASE_MS = 30_000;
/** 5 s, 10 s, 20 s… at most an hour apart; the last try comes some nine hours after the first. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;
const MOST_ATTEMPTS = 18;
const FAULT = 'a fault of the program';
const DIED = 'the process died of it';

export function createCourier({ outbox, deliver, onGone, attempt, now, onThrown }: CourierParts): Courier {
  const handOver = async (entry: OutboxEntry): Promise<Worked<Result<boolean, StoreDown>>> => {
    const taken = await deliver(entry);
    if (taken.ok) {
      const kept = await outbox.delivered(entry.id, now().toISOString());
      return { done: kept.ok, value: kept.ok ? ok(true) : kept };
    }
    if (taken.error.kind === 'gone') {
      // Before the message is given up: a crash in between does it again.
      const told = await onGone(entry);
      if (!told.ok) return { done: false, value: told };
    }
    const again = retryAt(entry, taken.error, now());
    const failed = await outbox.failed(entry.id, taken.error.why, again);
    return { done: failed.ok && again === undefined, value: failed.ok ? ok(false) : failed };
  };

  // One message that makes its platform's adapter throw, or kills the process, must not keep the others back.
  const deliverOne = async (entry: OutboxEntry): Promise<Result<boolean, StoreDown>> => {
    const tried = await withIds({ outbox: entry.id }, () => attempt('message', entry.id, () => handOver(entry)));
    if (!tried.ok) return tried;
    switch (tried.value.kind) {
      case 'worked':
        return tried.value.value;
      case 'elsewhere':
        return ok(false);
      case 'set_aside':
        return giveUp(entry, DIED, undefined);
      case 'threw':
        onThrown(entry, tried.value.error);
        return giveUp(
          entry,
          FAULT,
          tried.value.setAside ? undefined : retryAt(entry, { kind: 'later', why: FAULT }, now()),
        );
      default:
        return assertNever(tried.value);
    }
  };

  const giveUp = async (
    { id }: OutboxEntry,
    why: string,
    again: string | undefined,
  ): Promise<Result<boolean, StoreDown>> => {
    const failed = await outbox.failed(id, why, again);
    return failed.ok ? ok(false) : failed;
  };
  return {
    deliverDue: async () => {
      const takenAt = now();
      const due = await outbox.take(takenAt.toISOString(), AT_ONCE, LEASE_MS);
      if (!due.ok) return due;
      let count = 0;
      for (const entry of due.value) {
        // With a platform that takes its time, those still in hand are left to the end of the lease: nobody hands them over twice.
        if (now().getTime() - takenAt.getTime() > LEASE_MS / 2) break;
        const delivered = await deliverOne(entry);
        if (!delivered.ok) return delivered;
        if (delivered.value) count++;
      }
      return ok(count);
    },
  };
}

function retryAt({ attempts }: OutboxEntry, fault: NotDelivered, now: Date): string | undefined {
  switch (fault.kind) {
    case 'gone':
    case 'never':
      return undefined;
    case 'later': {
      // A platform that says when to come back is there: nothing is given up for that.
      if (fault.afterMs === undefined && attempts + 1 >= MOST_ATTEMPTS) return undefined;
      const wait = fault.afterMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
      return new Date(now.getTime() + wait).toISOString();
    }
    default:
      return assertNever(fault);
  }
}
