import type { Result } from '../result.ts';
import type { StoreDown, VersionConflict } from '../vocabulary/record-faults.ts';

/** A purchase as it is kept. */
export interface InterviewRecord {
  readonly id: string;
  /** Whose it is; undefined for someone the network does not know, whom nothing leads back to. */
  readonly person: string | undefined;
  readonly version: number;
  /** What made this version of it; the same again on the version before is the same press. */
  readonly last: string;
  readonly body: string;
  readonly at: string;
}

export interface InterviewRecords {
  add(record: InterviewRecord): Promise<Result<undefined, StoreDown>>;
  find(id: string): Promise<Result<InterviewRecord | undefined, StoreDown>>;
  /** In the place of the version before it, and of no other. */
  replace(record: InterviewRecord): Promise<Result<undefined, VersionConflict | StoreDown>>;
  /** Someone's own, the latest first. */
  of(person: string): Promise<Result<readonly InterviewRecord[], StoreDown>>;
}
