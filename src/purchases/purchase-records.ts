import type { Result } from '../result.ts';
import type { Role } from '../vocabulary/people.ts';
import type { PurchaseStage } from '../vocabulary/purchases.ts';
import type { DoneBefore, FindDone, StoreDown, VersionConflict } from '../vocabulary/record-faults.ts';
import type { Purchase, PurchaseEvent } from './purchase.ts';

/** Words to one person, delivered where they work; the purchase that they are about is shown as it stands when they get there. */
export interface Telling {
  readonly person: string;
  /** Markdown, in their language. */
  readonly text: string;
  /** The same without what one side wrote to the other; the text itself when left out. */
  readonly brief?: string;
}

/** What one act makes of a purchase: written in one transaction or not at all, words to people included. */
export interface PurchaseWrite {
  /** The purchase with the events applied. */
  readonly after: Purchase;
  readonly events: readonly PurchaseEvent[];
  readonly tellings: readonly Telling[];
  readonly nextTimerAt: string | undefined;
  /** Used up by this write: under the same key nothing is written again. */
  readonly key?: string | undefined;
}

/** Where a purchase stands, without its content: for lists. */
export interface PurchaseSummary {
  readonly id: string;
  readonly title: string;
  readonly stage: PurchaseStage;
  readonly organisation: string;
  readonly openedAt: string;
  readonly since: string;
  readonly side: Role | 'inbox';
}

export interface PurchaseRecords {
  /** Writes if the purchase stands where `after.version - events.length` says; of two at once, one gets the conflict. */
  write(change: PurchaseWrite): Promise<Result<undefined, VersionConflict | DoneBefore | StoreDown>>;
  findDone: FindDone;
  /** All events in order; none for an id nobody wrote. */
  eventsOf(id: string): Promise<Result<readonly PurchaseEvent[], StoreDown>>;
  /** Ids whose next timer is due, the most overdue first. */
  due(at: string, limit: number): Promise<Result<readonly string[], StoreDown>>;
  /** Those that someone is named in, the latest moved first. */
  of(person: string): Promise<Result<readonly PurchaseSummary[], StoreDown>>;
}
