import { randomUUID } from 'node:crypto';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { TrialKind, TrialRecords } from './trial-records.ts';
import type { Ward } from './ward.ts';

/** `done`: nothing is left to do; else it is tried again, which is no fault of its own (the network, the store). */
export interface Worked<T> {
  readonly done: boolean;
  readonly value: T;
}

type Attempted<T> =
  | { readonly kind: 'worked'; readonly value: T }
  /** It threw; `setAside`: for the last time. */
  | { readonly kind: 'threw'; readonly error: unknown; readonly setAside: boolean }
  /** It killed its process, or threw, too often: it is not tried any more. */
  | { readonly kind: 'set_aside' }
  /** Another process is at it. */
  | { readonly kind: 'elsewhere' };

/**
 * Does one thing that may kill or freeze the process: that it is begun is written down before, so that the next process knows
 * of what this one died. What was in hand at a death is tried alone from then on.
 */
export type Attempt = <T>(
  kind: TrialKind,
  id: string,
  work: () => Promise<Worked<T>>,
) => Promise<Result<Attempted<T>, StoreDown>>;

interface AttemptParts {
  readonly trials: TrialRecords;
  readonly ward: Ward;
  readonly now: () => Date;
}

/** Longer than any one thing takes; what a process that died had in hand waits that long. */
const LEASE_MS = 30_000;

export function createAttempt({ trials, ward, now }: AttemptParts): Attempt {
  const holder = randomUUID();
  return async (kind, id, work) => {
    const suspect = await trials.isSuspect(kind, id, holder);
    if (!suspect.ok) return suspect;
    const at = () => now().toISOString();
    return (suspect.value ? ward.alone : ward.shared)(async () => {
      const until = new Date(now().getTime() + LEASE_MS).toISOString();
      const begun = await trials.begin(kind, id, { holder, now: at(), until });
      if (!begun.ok) return begun;
      if (begun.value !== 'begun') return ok({ kind: begun.value });
      try {
        const { done, value } = await work();
        // What came of it stands already: where the store is down, that it was begun stays noted, and by whom.
        await trials.end(kind, id, done);
        return ok({ kind: 'worked', value });
      } catch (error) {
        const counted = await trials.fault(kind, id, at());
        return counted.ok ? ok({ kind: 'threw', error, setAside: counted.value === 'set_aside' }) : counted;
      }
    });
  };
}
