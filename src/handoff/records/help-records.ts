import type { Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { CaseEvent } from '../case.ts';
import type { BriefParts } from '../sealed-brief.ts';

/** What the requester lifted, added or wrote anew in one go. */
export interface Choices {
  /** Words, not ids: they hold on another text of the same case too. */
  readonly lifted: readonly string[];
  readonly added: readonly string[];
  readonly amountsAsRanges: boolean;
  /** In place of the words typed first. */
  readonly question?: string | undefined;
  /** False leaves out what the assistant had answered. */
  readonly withAnswer?: boolean | undefined;
  /** By when an answer is wanted, as typed. */
  readonly deadline?: string | undefined;
}

/** As recorded, and applied again at each edit. */
export interface RecordedChoices extends Choices {
  readonly at: string;
  readonly by: string;
}

interface KeptBrief {
  /** As typed. */
  readonly original: BriefParts;
  /** In order; the last ones hold. */
  readonly choices: readonly RecordedChoices[];
}

export type LookKind = 'requester' | 'offered' | 'holder' | 'delivered' | 'board' | 'export' | 'judged';

/** One look at a case by a person. `case` is empty for a look at many, such as the board. */
export interface Look {
  readonly at: string;
  readonly person: string;
  readonly case: string;
  readonly what: LookKind;
}

interface PastOffer {
  readonly case: string;
  readonly offeredAt: string;
  readonly endedAt: string | undefined;
  readonly accepted: boolean;
}

export interface HelpRecords {
  keepBrief(caseId: string, at: string, original: BriefParts): Promise<Result<undefined, StoreDown>>;
  brief(caseId: string): Promise<Result<KeptBrief | undefined, StoreDown>>;
  addChoices(caseId: string, choices: RecordedChoices): Promise<Result<undefined, StoreDown>>;
  /** One line a minute at most for the same look: a page that asks again and again says nothing new. */
  look(...looks: readonly Look[]): Promise<Result<undefined, StoreDown>>;
  looksBy(person: string): Promise<Result<readonly Look[], StoreDown>>;
  looksAt(caseId: string): Promise<Result<readonly Look[], StoreDown>>;
  /** The events of many cases at once; a case that is not there is absent. */
  eventsOfMany(ids: readonly string[]): Promise<Result<ReadonlyMap<string, readonly CaseEvent[]>, StoreDown>>;
  /** When events of some kinds happened, since an instant, in order. */
  steps(
    kinds: readonly CaseEvent['kind'][],
    since: string,
  ): Promise<
    Result<readonly { readonly case: string; readonly kind: CaseEvent['kind']; readonly at: string }[], StoreDown>
  >;
  /** Every offer that a reservist ever had. */
  offersTo(reservist: string): Promise<Result<readonly PastOffer[], StoreDown>>;
}
