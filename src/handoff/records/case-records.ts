import type { Result } from '../../result.ts';
import type { CaseStatus } from '../../vocabulary/cases.ts';
import type { DoneBefore, FindDone, StoreDown, VersionConflict } from '../../vocabulary/record-faults.ts';
import type { Case, CaseEvent } from '../case.ts';
import type { Notice } from '../notices.ts';

/** What one command makes of a case: written in one transaction or not at all. */
export interface CaseWrite {
  /** The case with the events applied. */
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  readonly notices: readonly Notice[];
  /** When the clock must look at the case again. */
  readonly nextTimerAt: string | undefined;
  /** Used up by this write, in the same transaction: under the same key nothing is written again. */
  readonly key?: string | undefined;
}

/** Where a case stands, without its content: for lists and boards. */
export interface CaseSummary {
  readonly id: string;
  readonly status: CaseStatus;
  readonly requester: string;
  readonly organisation: string;
  readonly holder: string | undefined;
  readonly openedAt: string;
  readonly since: string;
}

/** What reservists carry, by id; one who carries nothing is absent. */
export type Loads = ReadonlyMap<
  string,
  { readonly cases: number; readonly takenSince: number; readonly askedSince: number }
>;

export interface CaseRecords {
  /** Writes if the case stands where `after.version - events.length` says; of two at once, one gets the conflict. */
  write(change: CaseWrite): Promise<Result<undefined, VersionConflict | DoneBefore | StoreDown>>;
  findDone: FindDone;
  /** All events in order; none for an id nobody wrote. */
  eventsOf(id: string): Promise<Result<readonly CaseEvent[], StoreDown>>;
  /** Ids of cases whose next timer is due, the most overdue first. */
  due(at: string, limit: number): Promise<Result<readonly string[], StoreDown>>;
  /** When the clock next looks at a case that nothing has happened to; of another version it is left as it is. */
  retime(id: string, version: number, at: string | undefined): Promise<Result<undefined, StoreDown>>;
  /** Someone may have become free: of the queued cases the ten that have waited longest are due at `at`. */
  hurryQueue(at: string): Promise<Result<undefined, StoreDown>>;
  byRequester(person: string): Promise<Result<readonly CaseSummary[], StoreDown>>;
  /** Held by them, or offered to them. */
  byReservist(reservist: string): Promise<Result<readonly CaseSummary[], StoreDown>>;
  /** Everything that has not ended, the oldest first. */
  open(): Promise<Result<readonly CaseSummary[], StoreDown>>;
  /**
   * Cases held and offers open now; taken and asked since an instant (the month's first).
   * @param reservist of whom alone, where the others do not matter
   */
  loads(since: string, reservist?: string): Promise<Result<Loads, StoreDown>>;
}

/** A message that waits to be delivered. */
export interface OutboxEntry {
  readonly id: string;
  /** The same for every attempt: a platform that knows it drops the second. */
  readonly notice: Notice;
  readonly attempts: number;
  readonly at: string;
}

export interface Outbox {
  /**
   * Takes due entries for `leaseMs`: no other worker gets them meanwhile; a worker that dies loses nothing. Of one case and one
   * reader only the first that is not done with: a later message never overtakes one that has to be tried again.
   */
  take(now: string, limit: number, leaseMs: number): Promise<Result<readonly OutboxEntry[], StoreDown>>;
  delivered(id: string, at: string): Promise<Result<undefined, StoreDown>>;
  /** Not delivered: tried again at `retryAt`, or never again when undefined (a coordinator sees it). */
  failed(id: string, why: string, retryAt: string | undefined): Promise<Result<undefined, StoreDown>>;
  /** One that was given up is due at `at`, as if it had never been tried; false when it is not among them. */
  again(id: string, at: string): Promise<Result<boolean, StoreDown>>;
  /** Those given up, for the coordinator's board. */
  givenUp(): Promise<Result<readonly (OutboxEntry & { readonly why: string })[], StoreDown>>;
  /** How many wait. */
  waiting(): Promise<Result<number, StoreDown>>;
}
