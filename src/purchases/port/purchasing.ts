import type { ContractInForce } from '../../bodies/port/buying.ts';
import type { Once } from '../../once.ts';
import type { Result } from '../../result.ts';
import type { SaidLine } from '../../rewording/port/say-form.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { Effect, PurchaseStage, WasSo } from '../../vocabulary/purchases.ts';
import type { Slot } from '../../vocabulary/rewording.ts';
import type { PurchaseForm, PurchaseSheetLine, Purpose } from '../purchase.ts';

/** What someone may do at a purchase; `done` at `move`: the stage that it has come to. */
export type PurchaseAct =
  | { readonly kind: 'complete'; readonly answers: readonly { readonly slot: Slot; readonly text: string }[] }
  | { readonly kind: 'send' | 'take' | 'agree' }
  | { readonly kind: 'say' | 'ask'; readonly text: string }
  | { readonly kind: 'answer'; readonly question: string; readonly text: string }
  | { readonly kind: 'move'; readonly to: PurchaseStage; readonly why: string }
  /** `effects`: ids of those offered; `recall`: in how many months it is asked whether it was so, 0 for never. */
  | {
      readonly kind: 'purpose';
      readonly serves: string;
      readonly effects: readonly string[];
      readonly recall: number;
    }
  | { readonly kind: 'skip_purpose' }
  | { readonly kind: 'outcome'; readonly was: WasSo; readonly text: string }
  /** A reservist was asked for at that case; `section`: the paragraphs given to read. */
  | { readonly kind: 'call'; readonly case: string; readonly section: readonly string[] }
  /** A clause that served, put forward for the network without names; a second person reads it. */
  | {
      readonly kind: 'clause';
      readonly title: string;
      readonly text: string;
      readonly context: string;
      readonly became: string;
    }
  /** It was put into the procedure's file. */
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'answer_comment'; readonly comment: string; readonly text: string }
  /** What was learnt, put forward for the corpus without names; a second person reads it. */
  | { readonly kind: 'lesson'; readonly question: string; readonly answer: string }
  /** What the sheet of rules says of it. */
  | { readonly kind: 'sheet'; readonly lines: readonly PurchaseSheetLine[] };

export interface OfferedEffect extends Effect {
  readonly id: string;
}

export type PurchaseFault =
  | { readonly kind: 'store_down' | 'too_slow' }
  /** Not kept, never kept, or not theirs: nobody is told which. */
  | { readonly kind: 'unknown_purchase' }
  /** No need was made out in the words. */
  | { readonly kind: 'no_need' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too_long'; readonly limit: number }
  /** The corpus would not take it; `why` is for who wrote it. */
  | { readonly kind: 'unfit'; readonly why: string }
  /** It is not so any more, or was done already by someone else: nothing was done. */
  | { readonly kind: 'stale' };

/** Something said or done, as its reader reads it. */
export type PurchaseLine =
  | {
      readonly kind: 'said';
      /** By name; a reservist is known by none. */
      readonly who: string | 'reservist';
      readonly mine: boolean;
      readonly at: string;
      readonly text: string;
      /** The very words, where they were reworded. */
      readonly original?: string;
    }
  | {
      readonly kind: 'step';
      readonly at: string;
      readonly who: string;
      readonly what:
        | 'sent'
        | 'taken'
        | 'form'
        | 'agreed'
        | 'reminded'
        | 'escalated'
        | 'purpose'
        | 'recalled'
        | 'lesson_offered'
        | 'file_named'
        | 'letter'
        | 'clause_offered'
        | 'help_asked'
        | 'shared'
        | 'unshared'
        | 'vacated'
        | 'sheet'
        | 'reservist_joined'
        | PurchaseStage;
      readonly why?: string;
    };

/** A remark of a reservist on what was given to read. */
export interface CommentView {
  readonly id: string;
  /** Counts from 1; undefined: on the whole. */
  readonly paragraph: number | undefined;
  /** What it is on, as it was given to read. */
  readonly on: string;
  readonly text: string;
  readonly original?: string;
  readonly answer: string | undefined;
  /** Its reader may answer it. */
  readonly forYou: boolean;
}

interface OpenQuestion {
  readonly id: string;
  readonly text: string;
  readonly original?: string;
  readonly forYou: boolean;
}

export interface PurchaseView {
  readonly id: string;
  readonly version: number;
  /** A coordinator reads, and takes it where nobody does. */
  readonly side: Role | 'coordinator';
  readonly title: string;
  /** As the prescriber said it. */
  readonly words: string;
  /** What it told of somebody's health was taken out. */
  readonly detailsOut: boolean;
  readonly form: PurchaseForm;
  readonly stage: PurchaseStage;
  /** By name; empty where nobody is known to buy it. */
  readonly buyers: readonly string[];
  readonly prescribers: readonly string[];
  /** Whose inbox it is in meanwhile, by name. */
  readonly inbox: readonly string[];
  /** Its reader buys for the body, on whichever side of it they stand. */
  readonly buys: boolean;
  readonly waits: 'you' | 'other' | undefined;
  readonly contracts: readonly ContractInForce[];
  /** Procedure, publicity and calendar, once they were worked out. */
  readonly sheet: readonly PurchaseSheetLine[];
  readonly questions: readonly OpenQuestion[];
  /** What was answered stands agreed. */
  readonly answered: readonly SaidLine[];
  readonly agreed: Readonly<Record<Role, boolean>>;
  /** The letter that opened it, as it was written. */
  readonly letter: string | undefined;
  readonly comments: readonly CommentView[];
  readonly purpose: Purpose | 'skipped' | undefined;
  /** What it might leave, to choose from. */
  readonly effects: readonly OfferedEffect[];
  readonly lines: readonly PurchaseLine[];
  readonly may: readonly PurchaseAct['kind'][];
  /** To which stages it may be moved by its reader. */
  readonly moves: readonly PurchaseStage[];
  readonly openedAt: string;
  readonly since: string;
}

export interface PurchaseRow {
  readonly id: string;
  readonly title: string;
  readonly stage: PurchaseStage;
  readonly waits: PurchaseView['waits'];
  readonly buyers: readonly string[];
  readonly prescribers: readonly string[];
  readonly inbox: readonly string[];
  readonly side: PurchaseView['side'];
  readonly openedAt: string;
  readonly since: string;
}

type Done = Promise<Result<PurchaseView, PurchaseFault>>;

/** What two sides share of their purchases. To anyone but those named in one, there is no such purchase. */
export interface Purchasing {
  /** What was understood, kept for its author alone until it is sent. @param as a letter is read whole by the other side; `whole`: with what it tells of somebody's health */
  draft(by: string, words: string, once?: Once, as?: 'letter' | 'whole'): Done;
  view(by: string, id: string): Done;
  /** @param once `on`: the version that was shown */
  act(by: string, id: string, act: PurchaseAct, once?: Once): Done;
  /** What was said at a case, brought into the purchase that asked for it; nothing where none did. */
  bringBack(caseId: string): Promise<void>;
  /** What someone said, asked and signed in their purchases, with the form of each: for «mes données». */
  exportOf(by: string): Promise<Result<unknown, PurchaseFault>>;
  mine(by: string): Promise<Result<readonly PurchaseRow[], PurchaseFault>>;
}
