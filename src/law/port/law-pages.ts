import type { IsoDate } from '../../days/iso-date.ts';
import type { Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { SentenceDiff } from '../fingerprint.ts';

/** A change as it is told to anybody: of a figure, or of an article that was or is being read. */
export interface ToldChange {
  readonly on: IsoDate;
  readonly article: string;
  /** A sentence with its day. */
  readonly said: string;
  readonly announced: boolean;
}

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A change that nobody has read yet, for whoever looks after the corpus. French, typeset. */
export interface ToRead {
  readonly id: string;
  readonly article: string;
  /** What happened to which article, and when. */
  readonly said: string;
  /** Undefined where the former text is not at hand. */
  readonly diff: SentenceDiff | undefined;
  /** All that leans on it, by kind. */
  readonly leaning: readonly { readonly label: string; readonly titles: readonly string[] }[];
  readonly url: string | undefined;
}

/** What the pages on the law show and do. */
export interface LawPages {
  /** From the address of a page: days that are none are passed over. The last year, and what is to come, where none is. */
  period(from: string, to: string): Period;
  changes(period: Period): readonly ToldChange[];
  today(): IsoDate;
  toRead(): Promise<Result<readonly ToRead[], StoreDown>>;
  /** Takes a change as read. False where it was before, or the day is none or to come. @param by name of who read it */
  close(id: string, readOn: string, by: string): Promise<Result<boolean, StoreDown>>;
}
