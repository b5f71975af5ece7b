import type { IsoDate } from '../days/iso-date.ts';
import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { AlertRecords } from './alert-records.ts';
import type { Reading } from './readings.ts';
import type { LawChange } from './watch-law.ts';

/** A change as it is kept, for good: what was found when, and who read it. Instants are ISO. */
export interface KeptChange extends LawChange {
  readonly foundAt: string;
  /** Undefined while nobody has read it. */
  readonly closed: ClosedBy | undefined;
}

interface ClosedBy {
  readonly at: string;
  /** The day of the new reading. */
  readonly readOn: IsoDate;
  /** By name: who answers for the reading. */
  readonly by: string;
}

/** What was found in the official texts, and what was read of it. */
export interface ChangeRecords {
  /** What was found; a change known already is left as it is. @returns those that were new */
  add(changes: readonly LawChange[], at: string): Promise<Result<readonly string[], StoreDown>>;
  /** By the day they take effect, the last first. */
  all(): Promise<Result<readonly KeptChange[], StoreDown>>;
  /** False where there is none of this id, or somebody closed it before. */
  close(id: string, by: ClosedBy): Promise<Result<boolean, StoreDown>>;
  /** Versions taken as read the first time; one known already is left as it is. */
  record(readings: readonly Reading[]): Promise<Result<undefined, StoreDown>>;
  readings(): Promise<Result<readonly Reading[], StoreDown>>;
}

export interface LawRecords extends ChangeRecords, AlertRecords {}
