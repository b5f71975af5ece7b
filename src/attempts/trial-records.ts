import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';

/** What may kill its process: an event of a platform, a message or a timer of a case, words to a person. */
export type TrialKind = 'event' | 'message' | 'timer' | 'words';

/** What is not tried any more until an administrator says so. */
export interface SetAside {
  readonly kind: TrialKind;
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** Processes that died of it, and times it threw. */
  readonly deaths: number;
  readonly faults: number;
}

export interface TrialRecords {
  /** Whether it was in hand as another process died, or may have been. */
  isSuspect(kind: TrialKind, id: string, holder: string): Promise<Result<boolean, StoreDown>>;
  /** Notes that `holder` is at it; `elsewhere` while another process is, until the instant that one named. */
  begin(
    kind: TrialKind,
    id: string,
    by: { readonly holder: string; readonly now: string; readonly until: string },
  ): Promise<Result<'begun' | 'elsewhere' | 'set_aside', StoreDown>>;
  /** @param done forgotten; else what went wrong before still counts */
  end(kind: TrialKind, id: string, done: boolean): Promise<Result<undefined, StoreDown>>;
  /** It threw. */
  fault(kind: TrialKind, id: string, now: string): Promise<Result<'counted' | 'set_aside', StoreDown>>;
  /** The oldest first. */
  setAside(): Promise<Result<readonly SetAside[], StoreDown>>;
  /** Tries it anew as if nothing had happened, or never again; false when it is not among those set aside. */
  release(what: Pick<SetAside, 'kind' | 'id'>, how: 'retry' | 'drop', now: string): Promise<Result<boolean, StoreDown>>;
}
