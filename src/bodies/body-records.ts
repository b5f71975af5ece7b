import type { Result } from '../result.ts';
import type { StoreDown, VersionConflict } from '../vocabulary/record-faults.ts';
import type { BodyTable, TableChange } from './body-table.ts';

/** One table a body, and what was done to it. */
export interface BodyRecords {
  find(organisation: string): Promise<Result<BodyTable | undefined, StoreDown>>;
  /** On the version before it and on no other, with the change that made it. */
  save(table: BodyTable, change: TableChange): Promise<Result<undefined, VersionConflict | StoreDown>>;
  /** The latest first. */
  changes(organisation: string): Promise<Result<readonly TableChange[], StoreDown>>;
}
