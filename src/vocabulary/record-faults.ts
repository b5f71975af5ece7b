import type { Result } from '../result.ts';

/** The store cannot serve just now; nothing of the failed call was written. */
export interface StoreDown {
  readonly kind: 'store_down';
  /**
   * `full`: no space left. `busy`: another process holds it for longer than the wait. `closed`: this store was closed.
   * `unreachable`: the file or the server cannot be read or written.
   */
  readonly reason: 'full' | 'busy' | 'closed' | 'unreachable';
}

/** Under this key it was done before: nothing was written. `ref`: the case or the agreement it was done to. */
export interface DoneBefore {
  readonly kind: 'done_before';
  readonly ref: string;
}

/** Someone else appended first: read again, decide again. */
export interface VersionConflict {
  readonly kind: 'version_conflict';
}

/** What was done under a key: the id of the case or of the agreement; undefined when nothing was. */
export type FindDone = (key: string) => Promise<Result<string | undefined, StoreDown>>;
