import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';

/** One question and what came of it, as it is kept: masked, and nobody's. */
export interface Exchange {
  readonly id: string;
  readonly at: string;
  readonly question: string;
  readonly outcome: string;
  readonly reason: string | undefined;
}

interface ExchangeFeedback {
  readonly exchange: string;
  readonly at: string;
  readonly useful: boolean;
  readonly why: string | undefined;
}

export interface ExchangeRecords {
  /** In one transaction; the same exchange twice is kept once. */
  add(...exchanges: readonly Exchange[]): Promise<Result<undefined, StoreDown>>;
  /** A second opinion on one answer replaces the first. */
  addFeedback(feedback: ExchangeFeedback): Promise<Result<undefined, StoreDown>>;
  /** Questions that got no answer, or an answer said to be of no use, the latest first. */
  unanswered(limit: number): Promise<Result<readonly Exchange[], StoreDown>>;
}
