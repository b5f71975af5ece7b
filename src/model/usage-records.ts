import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';

/** What calls to a language model used in one day, of one organisation and purpose: sums, and nothing of what was said. */
export interface ModelUsage {
  /** `YYYY-MM-DD`, in Paris. */
  readonly day: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly calls: number;
  /** Calls that gave nothing that can be used. */
  readonly failures: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Milliseconds, of all the calls. */
  readonly ms: number;
  /** In the currency of the endpoint or of the configured prices. */
  readonly cost: number;
  readonly kgCo2: number;
}

export interface ModelUsageRecords {
  /** Adds to the day's sums; two processes that add at once lose nothing. */
  add(usage: ModelUsage): Promise<Result<undefined, StoreDown>>;
  tokensOn(day: string, organisation: string): Promise<Result<number, StoreDown>>;
  /** From a day on, the oldest first. */
  since(day: string): Promise<Result<readonly ModelUsage[], StoreDown>>;
}
