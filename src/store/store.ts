import type { Result } from '../result.ts';
import type { DoneBefore, FindDone, StoreDown, VersionConflict } from '../vocabulary/record-faults.ts';
import type { CandidateRecords } from './candidate-records.ts';
import type { CaseRecords, Outbox } from './case-records.ts';
import type { ExchangeRecords } from './exchange-records.ts';
import type { HelpRecords } from './help-records.ts';
import type { InboundRecords } from './inbound-records.ts';
import type { ModelUsageRecords } from './model-usage-records.ts';
import type { PlatformNotes } from './platform-notes.ts';
import type { ReserveRecords } from './reserve-records.ts';
import type { RetentionRecords } from './retention-records.ts';
import type { SessionRecords } from './session-records.ts';
import type { TrainingRecords } from './training-records.ts';
import type { TrialRecords } from './trial-records.ts';

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

/** What the assistant keeps: one port, checked by one suite on every implementation (`tests/contract/store.slow.test.ts`). */
export interface Store {
  readonly agreementEvents: AgreementEvents;
  readonly cases: CaseRecords;
  readonly outbox: Outbox;
  readonly inbound: InboundRecords;
  readonly platformNotes: PlatformNotes;
  readonly reserve: ReserveRecords;
  readonly help: HelpRecords;
  readonly candidates: CandidateRecords;
  readonly exchanges: ExchangeRecords;
  readonly modelUsage: ModelUsageRecords;
  readonly retention: RetentionRecords;
  readonly sessions: SessionRecords;
  readonly training: TrainingRecords;
  readonly trials: TrialRecords;
  /** Lets what is under way end, then closes; any later call is answered `closed`. May be called twice. */
  close(): Promise<void>;
}
