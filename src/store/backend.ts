import type { Kysely, RawBuilder } from 'kysely';
import type { Limits } from '../limits.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Transact } from './run.ts';
import type { Tables } from './tables.ts';

/** What one database driver brings; all else is shared. */
export interface Backend {
  /** The file, or the server without its password: for messages. */
  readonly place: string;
  readonly db: Kysely<Tables>;
  /** Runs `work` in one transaction that no other process can be in at the same time; it waits for its turn. */
  migrationLock(work: (db: Kysely<Tables>) => Promise<void>): Promise<void>;
  readonly transact: Transact;
  /** Whether several workers may pick rows at once, each leaving alone what another has (`skip locked`). */
  readonly skipLocked: boolean;
  /** How it names a row that has no other name. */
  readonly rowId: RawBuilder<unknown>;
  /**
   * Does a work that removes much, slice by slice, so that what it writes keeps nobody waiting who is answered meanwhile. A slice
   * may come back after a power cut: it is removed again.
   */
  sweep<T>(work: (transact: Transact) => Promise<T>): Promise<T>;
  /** Counted in the database where several processes may use it. */
  readonly limits: Limits;
  /** Why the store cannot serve, from what the driver threw; undefined for anything else, which is a bug. */
  reasonOf(error: unknown): StoreDown['reason'] | undefined;
}

/** How long a write waits for another process before it is told `busy`; SQLite blocks the whole process meanwhile. */
export const BUSY_MS = 2_000;
/** How long a start waits for another process that is migrating. */
export const MIGRATION_WAIT_MS = 30_000;
