import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';

/** What is kept of a dialogue beside the process that holds it: nobody's, under a digest of its conversation. */
export interface DialogueRecord {
  readonly id: string;
  /** The process that wrote it: another one reads it in the place of what it remembers itself. */
  readonly by: string;
  /** As `writeKept` makes it. */
  readonly body: string;
  /** From then on it is forgotten. */
  readonly until: string;
}

export interface DialogueRecords {
  /** In one transaction, each in the place of what was kept of that dialogue. */
  keep(...records: readonly DialogueRecord[]): Promise<Result<undefined, StoreDown>>;
  /** @param now what ended before is no more */
  recall(id: string, now: string): Promise<Result<DialogueRecord | undefined, StoreDown>>;
  forget(id: string): Promise<Result<undefined, StoreDown>>;
}
