import type { DialogueRecords } from '../answering/dialogue-records.ts';
import type { ExchangeRecords } from '../answering/exchange-records.ts';
import type { TrialRecords } from '../attempts/trial-records.ts';
import type { BodyRecords } from '../bodies/body-records.ts';
import type { KeyRecords } from '../calls/key-records.ts';
import type { CandidateRecords } from '../handoff/records/candidate-records.ts';
import type { CaseRecords, Outbox } from '../handoff/records/case-records.ts';
import type { HelpRecords } from '../handoff/records/help-records.ts';
import type { NetworkRecords } from '../handoff/records/network-records.ts';
import type { RetentionRecords } from '../handoff/records/retention-records.ts';
import type { InboundRecords } from '../intake/inbound-records.ts';
import type { InterviewRecords } from '../interviews/interview-records.ts';
import type { LawRecords } from '../law/law-records.ts';
import type { Limits } from '../limits.ts';
import type { PlatformNotes } from '../message/platform-notes.ts';
import type { ModelUsageRecords } from '../model/usage-records.ts';
import type { ProgrammeRecords } from '../programming/programme-records.ts';
import type { PurchaseRecords } from '../purchases/purchase-records.ts';
import type { ReserveRecords } from '../reserve/reserve-records.ts';
import type { SessionRecords } from '../reserve/session-records.ts';
import type { AgreementEvents } from '../rewording/agreement/agreement-records.ts';
import type { TrainingRecords } from '../training/training-records.ts';
import type { StandingRecords } from '../watching/standing-records.ts';

/** What the assistant keeps: one port, checked by one suite on every implementation (`tests/contract/store.slow.test.ts`). */
export interface Store {
  readonly agreementEvents: AgreementEvents;
  readonly bodies: BodyRecords;
  readonly cases: CaseRecords;
  readonly network: NetworkRecords;
  readonly outbox: Outbox;
  readonly inbound: InboundRecords;
  readonly platformNotes: PlatformNotes;
  readonly interviews: InterviewRecords;
  readonly programme: ProgrammeRecords;
  readonly purchases: PurchaseRecords;
  readonly reserve: ReserveRecords;
  readonly help: HelpRecords;
  readonly candidates: CandidateRecords;
  readonly dialogues: DialogueRecords;
  readonly exchanges: ExchangeRecords;
  readonly keys: KeyRecords;
  readonly law: LawRecords;
  /** Shared by every process where the database is. */
  readonly limits: Limits;
  readonly modelUsage: ModelUsageRecords;
  readonly retention: RetentionRecords;
  readonly sessions: SessionRecords;
  readonly training: TrainingRecords;
  readonly trials: TrialRecords;
  readonly watching: StandingRecords;
  /** Lets what is under way end, then closes; any later call is answered `closed`. May be called twice. */
  close(): Promise<void>;
}
