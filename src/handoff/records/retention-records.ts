import type { Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { CaseEvent } from '../case.ts';
import type { Notice } from '../notices.ts';

/** What is older than its instant goes. */
export interface Cutoffs {
  /** Cases that ended, with their events, offers, briefs and messages. */
  readonly cases: string;
  /** Messages delivered or given up, questions asked and what was said of the answers, purchases since they were last changed, events of platforms and keys of acts already seen. */
  readonly exchanges: string;
  /** Agreements and purchases that are over, since they last moved. */
  readonly agreements: string;
  /** Also of what a language model used. */
  readonly audit: string;
  readonly candidates: string;
  /** The present: what bears an end of its own goes when it is past. */
  readonly now: string;
}

type Purged =
  | 'outbox'
  | 'case_offers'
  | 'brief_choices'
  | 'briefs'
  | 'case_events'
  | 'cases'
  | 'inbound'
  | 'done_acts'
  | 'trials'
  | 'platform_notes'
  | 'interviews'
  | 'dialogues'
  | 'exchanges'
  | 'feedback'
  | 'feedback_answers'
  | 'network_acts'
  | 'agreement_events'
  | 'planned_needs'
  | 'purchases'
  | 'audit'
  | 'candidates'
  | 'model_usage'
  | 'sessions'
  | 'invitations';

export type PurgeCounts = Readonly<Record<Purged, number>>;

/** How one person leaves what is kept: what stays bears the alias. */
export interface Erasure {
  readonly person: string;
  readonly alias: string;
  readonly reservist: string | undefined;
  /** What becomes of each event and each message of the cases they asked, or were asked, for. */
  readonly event: (event: CaseEvent, own: boolean) => CaseEvent;
  /** Undefined: the message goes. */
  readonly notice: (notice: Notice, own: boolean) => Notice | undefined;
  /** Takes the words that they would be known by out of what was said in a purchase. */
  readonly seal: (text: string) => string;
}

export interface RetentionRecords {
  purge(cutoffs: Cutoffs, signal?: AbortSignal): Promise<Result<PurgeCounts, StoreDown>>;
  /** All or nothing; again with another alias changes nothing. Refused while one of the person's own cases has not ended. */
  erase(erasure: Erasure): Promise<Result<undefined, { readonly kind: 'open_case' } | StoreDown>>;
}
