import type { Result } from '../result.ts';
import type { DoneBefore, FindDone, StoreDown, VersionConflict } from '../vocabulary/record-faults.ts';
import type { PlannedNeed } from './planned-need.ts';

/** What services of a body announce, year by year. */
export interface ProgrammeRecords {
  /** All of a body, the first announced first. */
  of(organisation: string): Promise<Result<readonly PlannedNeed[], StoreDown>>;
  by(person: string): Promise<Result<readonly PlannedNeed[], StoreDown>>;
  find(id: string): Promise<Result<PlannedNeed | undefined, StoreDown>>;
  /** On the version before it and on no other; @param key used up by it: under the same key nothing is written again */
  save(
    need: PlannedNeed,
    key: string | undefined,
  ): Promise<Result<undefined, VersionConflict | DoneBefore | StoreDown>>;
  remove(id: string, on: number): Promise<Result<undefined, VersionConflict | StoreDown>>;
  findDone: FindDone;
}
