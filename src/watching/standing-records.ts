import type { Result } from '../result.ts';
import type { CaseStatus } from '../vocabulary/cases.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';

/** What waits to be done, and since when. */
export interface Waiting {
  readonly count: number;
  /** An instant: since when the longest one that nothing holds back should have been done; undefined where none is late. */
  readonly dueSince: string | undefined;
}

/** How the store stands at one moment: counts and instants, of nobody. */
export interface Standing {
  /** Messages to be delivered. */
  readonly outbox: Waiting;
  /** Messages that were given up: an administrator looks at them. */
  readonly givenUp: number;
  /** Events of the platforms that were acknowledged, to be handled. */
  readonly inbound: Waiting;
  readonly cases: readonly {
    readonly status: CaseStatus;
    readonly count: number;
    /** An instant: since when the longest one has been so. */
    readonly since: string;
  }[];
}

export interface StandingRecords {
  /** @param now an instant: what is due later is not late */
  standing(now: string): Promise<Result<Standing, StoreDown>>;
}
