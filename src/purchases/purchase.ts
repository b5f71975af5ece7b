import type { ContractInForce } from '../bodies/port/buying.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { SheetLine } from '../rewording/port/agreement.ts';
import type { SaidLine } from '../rewording/port/say-form.ts';
import type { Role } from '../vocabulary/people.ts';
import type { Effect, PurchaseStage, WasSo } from '../vocabulary/purchases.ts';
import type { Slot } from '../vocabulary/rewording.ts';

/** A version of what is to be bought, as both sides read it. French. */
export interface PurchaseForm {
  /** What it is, in a few of the prescriber's words: by which it is known in lists. */
  readonly title: string;
  readonly lines: readonly SaidLine[];
  /** What is not said, as it is asked of the prescriber; the most decisive first. */
  readonly asks: readonly { readonly slot: Slot; readonly text: string }[];
  readonly cpv?: string;
}

/** What the law makes of it, and one's own body. French. */
export interface PurchaseSheetLine {
  readonly name: SheetLine['name'] | 'local';
  readonly text: string;
}

/** Everything that happened to a purchase, in order; a purchase is the fold of its events, which are only ever added to. */
export type PurchaseEvent = {
  readonly at: string;
  /** Of what made it: the same key again is the same event. */
  readonly key: string;
  /** The person who did it; undefined for the clock. */
  readonly by: string | undefined;
} & (
  | {
      readonly kind: 'opened';
      readonly organisation: string;
      readonly words: string;
      readonly form: PurchaseForm;
      /** Who it will go to, as the body's table had it on that day. */
      readonly buyers: readonly string[];
      /** Where nobody is known to buy it: in whose inbox it is until someone takes it. */
      readonly inbox: readonly string[];
      readonly contracts: readonly ContractInForce[];
    }
  /** `words`: all that the prescriber has said of it, from which the form is made. */
  | { readonly kind: 'form'; readonly words: string; readonly form: PurchaseForm }
  | { readonly kind: 'sent' }
  /** `side`: which side they then stand on. */
  | { readonly kind: 'named'; readonly person: string; readonly side: Role }
  | { readonly kind: 'said'; readonly side: Role; readonly text: string; readonly reworded: string }
  | { readonly kind: 'asked'; readonly side: Role; readonly text: string; readonly reworded: string }
  /** `question`: the key of what was asked. */
  | {
      readonly kind: 'answered';
      readonly side: Role;
      readonly question: string;
      readonly text: string;
      readonly reworded: string;
    }
  | { readonly kind: 'sheet'; readonly lines: readonly PurchaseSheetLine[] }
  | { readonly kind: 'decided'; readonly what: string; readonly why: string }
  /** `form`: the version agreed to. */
  | { readonly kind: 'agreed'; readonly side: Role; readonly form: number }
  | { readonly kind: 'file_named'; readonly name: string }
  | { readonly kind: 'reservist_joined'; readonly case: string }
  | { readonly kind: 'letter'; readonly side: Role; readonly text: string }
  | { readonly kind: 'moved'; readonly to: PurchaseStage; readonly why?: string }
  /** Whoever it waits for was told, once. */
  | { readonly kind: 'reminded'; readonly side: Role }
  /** They stayed silent: the coordinators were told. */
  | { readonly kind: 'escalated' }
  /** What it is for and what ought to be left of it; `recall`: the day on which it is asked whether it was so. */
  | {
      readonly kind: 'purpose';
      readonly serves: string;
      readonly leaves: readonly Effect[];
      readonly recall?: IsoDate;
    }
  | { readonly kind: 'purpose_skipped' }
  /** The day chosen came: both sides were asked. */
  | { readonly kind: 'recalled' }
  | { readonly kind: 'outcome'; readonly was: WasSo; readonly text: string }
  /** What was learnt was put forward for the corpus. */
  | { readonly kind: 'lesson_offered' }
  /** A reservist was asked for; `section`: the paragraphs given to read, none where it is a question. */
  | { readonly kind: 'help_asked'; readonly case: string; readonly section: readonly string[] }
  /** `nth`: of what was said at the case. */
  | {
      readonly kind: 'reservist_said';
      readonly case: string;
      readonly nth: number;
      readonly text: string;
      readonly reworded: string;
    }
  /** On a paragraph, counted from 1, of what was given to read; on the whole without one. */
  | {
      readonly kind: 'commented';
      readonly case: string;
      readonly nth: number;
      readonly paragraph?: number;
      readonly text: string;
      readonly reworded: string;
    }
  /** `comment`: its key. */
  | { readonly kind: 'comment_answered'; readonly comment: string; readonly text: string }
  /** A clause that served was put forward for the network. */
  | { readonly kind: 'clause_offered'; readonly title: string }
  /** A page that whoever holds the link may read until then; it takes the place of the one before. `hash`: of what the link bears. */
  | { readonly kind: 'shared'; readonly hash: string; readonly until: string; readonly asks: string }
  | { readonly kind: 'unshared' }
  /** None of those who bought it is of the body any more: it is in these inboxes until someone takes it. */
  | { readonly kind: 'vacated'; readonly inbox: readonly string[] }
);

interface PurchaseQuestion {
  readonly id: string;
  readonly side: Role;
  readonly text: string;
  readonly reworded: string;
  readonly answer?: { readonly text: string; readonly reworded: string };
}

/** What a purchase is for, as it was said, and what came of it. */
export interface Purpose {
  readonly serves: string;
  readonly leaves: readonly Effect[];
  readonly recall: IsoDate | undefined;
  readonly recalled: boolean;
  readonly outcome: { readonly was: WasSo; readonly text: string; readonly at: string } | undefined;
  readonly lesson: boolean;
}

/** A page to be read by whoever holds the link. */
interface Share {
  readonly by: string | undefined;
  readonly hash: string;
  readonly until: string;
  /** What is asked of its reader, as it was typed; empty where nothing was. */
  readonly asks: string;
}

/** A reservist who was asked for. */
interface AskedHelp {
  readonly case: string;
  /** Who asked: what leaves is theirs to agree to. */
  readonly by: string | undefined;
  readonly paragraphs: readonly string[];
  readonly joined: boolean;
  /** How many of their messages were brought back. */
  readonly brought: number;
}

interface PurchaseComment {
  readonly id: string;
  readonly case: string;
  readonly paragraph: number | undefined;
  readonly text: string;
  readonly reworded: string;
  readonly answer?: string;
}

/** A purchase as it stands after its events: what two people share. */
export interface Purchase {
  readonly id: string;
  /** Number of events folded: the next one is written at this version, once. */
  readonly version: number;
  /** A body's id; empty before it was opened. */
  readonly organisation: string;
  readonly prescribers: readonly string[];
  readonly buyers: readonly string[];
  readonly inbox: readonly string[];
  readonly contracts: readonly ContractInForce[];
  readonly words: string;
  readonly form: PurchaseForm;
  /** Counts from 1; an agreement is on one of them. */
  readonly formVersion: number;
  readonly sheet: readonly PurchaseSheetLine[];
  readonly stage: PurchaseStage;
  readonly questions: readonly PurchaseQuestion[];
  readonly help: readonly AskedHelp[];
  readonly comments: readonly PurchaseComment[];
  /** Left out while nobody was asked, or answered. */
  readonly purpose: Purpose | 'skipped' | undefined;
  /** The link by which its page is read; undefined where there is none. */
  readonly share: Share | undefined;
  /** Instants, of the form as it stands. */
  readonly agreed: Readonly<Partial<Record<Role, string>>>;
  readonly log: readonly PurchaseEvent[];
  readonly openedAt: string;
  /** Since when nothing moved, and what was said of that. */
  readonly since: string;
  readonly reminded: boolean;
  readonly escalated: boolean;
}
