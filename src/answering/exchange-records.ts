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

/** What someone said of an answer, and what a coordinator answered to it. */
interface Opinion extends ExchangeFeedback {
  /** Undefined once it is past its retention, or where none was kept. */
  readonly question: string | undefined;
  readonly answer: string | undefined;
}

export interface ExchangeRecords {
  /** In one transaction; the same exchange twice is kept once. */
  add(...exchanges: readonly Exchange[]): Promise<Result<undefined, StoreDown>>;
  /** A second opinion on one answer replaces the first. */
  addFeedback(feedback: ExchangeFeedback): Promise<Result<undefined, StoreDown>>;
  /** Those that say why, or that an answer was of no use: without an answer first, then the latest. */
  opinions(limit: number): Promise<Result<readonly Opinion[], StoreDown>>;
  /** A second answer to one opinion replaces the first. */
  answerOpinion(answer: {
    readonly exchange: string;
    readonly at: string;
    readonly text: string;
  }): Promise<Result<undefined, StoreDown>>;
  /** Questions that got no answer, or an answer said to be of no use, the latest first. */
  unanswered(limit: number): Promise<Result<readonly Exchange[], StoreDown>>;
}
