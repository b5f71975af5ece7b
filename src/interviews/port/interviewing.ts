import type { Result } from '../../result.ts';
import type { Reader } from '../../rules/compute.ts';
import type { FactName } from '../../rules/facts.ts';
import type { Question } from '../interview.ts';
import type { Sheet } from '../sheet.ts';
import type { OnDemand } from '../state.ts';
import type { WorkedOut } from './worked-out.ts';

/** Who is before a purchase, and in whose words it is asked. */
export interface InterviewSeat {
  /** Undefined for someone the network does not know: the purchase is then its address's. */
  readonly person: string | undefined;
  readonly reader: Reader;
  /** Of the body that they are a member of, where nobody else reads. */
  readonly siret?: string | undefined;
}

/** A purchase as it stands: a question, or its sheet. */
export interface InterviewView {
  readonly id: string;
  readonly version: number;
  /** What was understood so far, in a word each; and as the rules are given it. */
  readonly retained: readonly string[];
  readonly facts: WorkedOut['facts'];
  readonly next:
    | { readonly kind: 'question'; readonly question: Question }
    | { readonly kind: 'sheet'; readonly sheet: Sheet };
  readonly canGoBack: boolean;
}

export type InterviewAct =
  | { readonly kind: 'answer'; readonly fact: FactName; readonly said: string }
  | { readonly kind: 'skip'; readonly fact: FactName }
  | { readonly kind: 'back' }
  | { readonly kind: 'change'; readonly text: string }
  | { readonly kind: 'open'; readonly part: OnDemand };

export type InterviewFault =
  | { readonly kind: 'store_down' }
  /** Not kept any more, never kept, or someone else's. */
  | { readonly kind: 'unknown_interview' }
  /** It was pressed on what is not so any more: nothing was done. */
  | { readonly kind: 'stale'; readonly view: InterviewView }
  /** What was typed is no answer: nothing was retained. */
  | { readonly kind: 'not_read'; readonly view: InterviewView; readonly text: string }
  /** There is no file of that before the sheet, or no day to put in a calendar. */
  | { readonly kind: 'no_file'; readonly view: InterviewView };

export const FILE_KINDS = ['docx', 'pdf', 'ics'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** «Mon achat», kept from one answer to the next. */
export interface Interviewing {
  /** Whether a question, or the case that it was worked out as, is about a purchase that one may take stock of: its sum is told, and it is to be bought. */
  isPurchase(question: string, of?: WorkedOut): boolean;
  /** @param of what is known already: of it, what is typed changes what it says; @param announced euros without tax, what the body announces besides that counts with it */
  begin(
    typed: string,
    seat: InterviewSeat,
    of?: WorkedOut,
    announced?: readonly number[],
  ): Promise<Result<InterviewView, InterviewFault>>;
  view(id: string, seat: InterviewSeat): Promise<Result<InterviewView, InterviewFault>>;
  /** @param on the version that it was pressed on; the same act on it again is done once. */
  act(id: string, on: number, act: InterviewAct, seat: InterviewSeat): Promise<Result<InterviewView, InterviewFault>>;
  file(
    id: string,
    kind: FileKind,
    seat: InterviewSeat,
  ): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, InterviewFault>>;
}
