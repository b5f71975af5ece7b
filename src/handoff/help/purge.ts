import type { Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { HandoffStore } from '../records/handoff-store.ts';
import type { PurgeCounts } from '../records/retention-records.ts';

/** How many calendar months each kind of record is kept. */
export interface RetentionMonths {
  /** Cases that ended, from the day they did. */
  readonly cases: number;
  /** Messages delivered, and the events of platforms and keys of acts already seen. */
  readonly exchanges: number;
  /** Agreements, from their last event. */
  readonly agreements: number;
  readonly audit: number;
  readonly candidates: number;
}

export const DEFAULT_RETENTION: RetentionMonths = {
  cases: 12,
  exchanges: 3,
  agreements: 12,
  audit: 12,
  candidates: 12,
};

/** Removes what is past its time; how many rows of each table went. Safe to run in several processes; told to stop, it soon does. */
export type Purge = (now: Date, signal?: AbortSignal) => Promise<Result<PurgeCounts, StoreDown>>;

export function createPurge(store: Pick<HandoffStore, 'retention'>, months: RetentionMonths): Purge {
  return (now, signal) =>
    store.retention.purge(
      {
        cases: monthsBefore(now, months.cases),
        exchanges: monthsBefore(now, months.exchanges),
        agreements: monthsBefore(now, months.agreements),
        audit: monthsBefore(now, months.audit),
        candidates: monthsBefore(now, months.candidates),
        now: now.toISOString(),
      },
      signal,
    );
}

/** The same day so many months earlier, or the last of that month. */
function monthsBefore(now: Date, months: number): string {
  const then = new Date(now);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return then.toISOString();
}
