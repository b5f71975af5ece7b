import type { ExchangeRecords } from '../../answering/exchange-records.ts';
import type { TrialRecords } from '../../attempts/trial-records.ts';
import type { ReserveStore } from '../../reserve/reserve-store.ts';
import type { HandoffStore } from './handoff-store.ts';
import type { NetworkRecords } from './network-records.ts';

/** What looking after the network needs kept, besides the hand-over: who is who, and what was done. */
export interface NetworkStore extends HandoffStore {
  readonly platformNotes: ReserveStore['platformNotes'];
  readonly sessions: ReserveStore['sessions'];
  readonly network: NetworkRecords;
  readonly exchanges: Pick<ExchangeRecords, 'unanswered' | 'opinions' | 'answerOpinion'>;
  readonly trials: Pick<TrialRecords, 'setAside' | 'release'>;
}
