import type { Result } from '../../result.ts';
import type { DoneBefore, FindDone, StoreDown, VersionConflict } from '../../vocabulary/record-faults.ts';

/** One event of an agreement as it is kept: `body` is any JSON value, checked by who reads it. */
export interface StoredEvent {
  readonly agreement: string;
  /** 1 for the first event of an agreement, then one more each time, without a gap. */
  readonly version: number;
  /** ISO instant in UTC, with milliseconds. */
  readonly at: string;
  readonly kind: string;
  readonly body: unknown;
}

export interface AgreementEvents {
  /**
   * Writes `event` if the agreement stands at `event.version - 1`; of two that append at once, one gets the conflict. A key is
   * used up with it: under the same one nothing is written again.
   */
  append(event: StoredEvent, key?: string): Promise<Result<undefined, VersionConflict | DoneBefore | StoreDown>>;
  findDone: FindDone;
  /** All events of one agreement by version; none for an id nobody wrote, whatever the string. */
  of(agreement: string): Promise<Result<readonly StoredEvent[], StoreDown>>;
  /** All events of one kind in all agreements, oldest first. */
  ofKind(kind: string): Promise<Result<readonly StoredEvent[], StoreDown>>;
}
