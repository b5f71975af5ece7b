import type { ExchangeRecords } from '../../answering/exchange-records.ts';
import type { TrialRecords } from '../../attempts/trial-records.ts';
import type { InterviewRecords } from '../../interviews/interview-records.ts';
import type { PlatformNotes } from '../../message/platform-notes.ts';
import type { ModelUsageRecords } from '../../model/usage-records.ts';
import type { ReserveRecords } from '../../reserve/reserve-records.ts';
import type { CandidateRecords } from './candidate-records.ts';
import type { CaseRecords, Outbox } from './case-records.ts';
import type { HelpRecords } from './help-records.ts';
import type { NetworkRecords } from './network-records.ts';
import type { RetentionRecords } from './retention-records.ts';

/** What the hand-over needs kept: its own records, and the little that it reads of the others'. The store stands above and holds it. */
export interface HandoffStore {
  readonly cases: CaseRecords;
  readonly outbox: Outbox;
  readonly help: HelpRecords;
  readonly candidates: CandidateRecords;
  readonly network: Pick<NetworkRecords, 'note'>;
  readonly retention: RetentionRecords;
  readonly reserve: ReserveRecords;
  readonly platformNotes: Pick<PlatformNotes, 'about' | 'get' | 'put'>;
  readonly exchanges: Pick<ExchangeRecords, 'unanswered'>;
  readonly modelUsage: Pick<ModelUsageRecords, 'since'>;
  readonly interviews: Pick<InterviewRecords, 'of'>;
  readonly trials: Pick<TrialRecords, 'setAside'>;
}
