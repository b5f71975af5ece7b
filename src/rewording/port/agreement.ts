import type { Span } from '../../french/span.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { Direction, Slot } from '../../vocabulary/rewording.ts';
import type { Form, Need, SlotQuestion, Term } from './rewording.ts';

/** In the order in which they are shown; `send` and `example` are of what was kept before. */
export const POINTS = ['asked', 'notToDo', 'send', 'byWhen', 'otherwise', 'buyerDoes', 'why', 'example'] as const;

/** What a buyer's message comes down to, each point with its place in the plain version. */
export interface Point {
  readonly point: (typeof POINTS)[number];
  readonly text: string;
}

/** What is put to both sides: «Voici ce que j'ai compris». */
export interface Opening {
  readonly direction: Direction;
  readonly source: string;
  readonly text: string;
  /** None for a buyer's message. */
  readonly needs: readonly Need[];
  /** Of a department's message; briefs that were kept before forms were made have none. */
  readonly forms?: readonly Form[];
  readonly questions: readonly SlotQuestion[];
  readonly terms: readonly Term[];
  /** None for a department's message. */
  readonly points: readonly Point[];
  /** What the sheet of its purchase says, where one stood in the same dialogue. French. */
  readonly sheet?: readonly SheetLine[];
}

/** Of the sheet of a purchase. */
export interface SheetLine {
  readonly name: 'procedure' | 'publicity' | 'calendar';
  readonly text: string;
}

/** What one side did; what is said is in the person's own words. */
export type AgreementChange =
  | { readonly kind: 'opened'; readonly by: Role; readonly opening: Opening; readonly seats?: Seats }
  /** Takes the place of all that was said for the slot; each line that is not empty is one saying. */
  | {
      readonly kind: 'corrected';
      readonly by: Role;
      readonly need: number;
      readonly slot: Slot;
      readonly value: string;
    }
  /** The wording this side prefers for these words: a candidate for the lexicon. */
  | {
      readonly kind: 'term_corrected';
      readonly by: Role;
      readonly words: string;
      readonly concept?: string;
      readonly wording: string;
    }
  /** Put to the other side. */
  | { readonly kind: 'asked'; readonly by: Role; readonly text: string }
  /** `question` is the version at which it was asked. */
  | { readonly kind: 'answered'; readonly by: Role; readonly question: number; readonly text: string }
  | { readonly kind: 'accepted'; readonly by: Role }
  | { readonly kind: 'withdrawn'; readonly by: Role }
  | { readonly kind: 'reopened'; readonly by: Role };

/** The place of one side, kept for the holder of a link; what opens it is not kept. */
export interface Seat {
  readonly name: string;
  /** SHA-256 of the secret in the link, in hexadecimal. */
  readonly lock: string;
}

/** Of a brief that was kept where nobody signs in. */
export type Seats = Readonly<Record<Role, Seat>>;

/** `at` is an ISO instant in UTC; `who` the person who acted, where they are known (not so for the holder of a link). */
export type AgreementEvent = AgreementChange & { readonly at: string; readonly who?: string };

export type OpenedEvent = Extract<AgreementEvent, { kind: 'opened' }>;

export interface AgreedSaying {
  readonly value: string;
  readonly understood?: string;
  /** In the source; a correction has none. */
  readonly span?: Span;
}

export interface AgreedSlot {
  readonly said: readonly AgreedSaying[];
  /** The sayings contradict each other. */
  readonly conflict: boolean;
  readonly correctedBy?: Role;
}

export interface AgreedNeed extends Omit<Need, 'slots'> {
  readonly slots: Readonly<Partial<Record<Slot, AgreedSlot>>>;
}

interface Wording {
  readonly words: string;
  readonly concept?: string;
  readonly wording: string;
  readonly by: Role;
}

export interface Exchange {
  /** Version at which it was asked. */
  readonly question: number;
  readonly by: Role;
  readonly text: string;
  readonly answer?: { readonly by: Role; readonly text: string };
}

type AgreementStatus =
  | { readonly kind: 'open' }
  | { readonly kind: 'agreed'; readonly at: string }
  | { readonly kind: 'withdrawn'; readonly at: string; readonly by: Role };

/** How an agreement stands after its events. */
export interface AgreementView extends Omit<Opening, 'needs'> {
  readonly id: string;
  /** Events so far; what a change must name to be taken. */
  readonly version: number;
  readonly status: AgreementStatus;
  readonly seats?: Seats;
  readonly needs: readonly AgreedNeed[];
  /** Only of what is still missing. */
  readonly questions: readonly SlotQuestion[];
  readonly wordings: readonly Wording[];
  readonly exchanges: readonly Exchange[];
  /** Instants, of the content as it stands: a correction empties it. */
  readonly acceptances: Readonly<Partial<Record<Role, string>>>;
  /** Every event, the opening first. */
  readonly history: readonly AgreementEvent[];
}

/** What a side asks to do, as an adapter gets it: nothing of it is checked yet. */
export type AgreementAct =
  | {
      readonly kind: 'corrected';
      readonly by: Role;
      readonly need: number;
      readonly slot: string;
      readonly value: string;
    }
  | { readonly kind: 'term_corrected'; readonly by: Role; readonly term: TermNamed; readonly wording: string }
  | { readonly kind: 'asked'; readonly by: Role; readonly text: string }
  | { readonly kind: 'answered'; readonly by: Role; readonly question: number; readonly text: string }
  | { readonly kind: 'accepted' | 'withdrawn' | 'reopened'; readonly by: Role };

/** By its concept in the lexicon, or by words that stand in the source or in the rewording. */
export type TermNamed = { readonly concept: string } | { readonly words: string };

/** Why an act is not taken; the agreement is then as it was. */
export type RuleFault =
  /** The address of a brief lets one read it: whoever writes is signed in, or holds the link of a side. */
  | { readonly kind: 'not_a_party' }
  /** One person stands on one side of a brief, and never signs for the other. */
  | { readonly kind: 'other_side'; readonly side: Role }
  /** Both sides accepted: nothing changes it but reopening. */
  | { readonly kind: 'agreed' }
  | { readonly kind: 'withdrawn' }
  /** Reopening what is open. */
  | { readonly kind: 'not_closed' }
  | { readonly kind: 'unknown_need' }
  | { readonly kind: 'unknown_slot' }
  | { readonly kind: 'unknown_term' }
  /** No question has this number, or it is answered. */
  | { readonly kind: 'unknown_question' }
  /** A question is put to the other side: who asked does not answer. */
  | { readonly kind: 'own_question' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too_long'; readonly limit: number }
  /** It says what stands already; taking it would cancel an acceptance for nothing. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'already_accepted' };

export type AgreementFault =
  | RuleFault
  | { readonly kind: 'unknown_agreement' }
  /** Someone changed it since `expected` was read: read it again. */
  | { readonly kind: 'stale' }
  | StoreDown;

export interface OpenedAgreement {
  readonly view: AgreementView;
  /** The secret of each side's link, where the brief was opened by name. */
  readonly links?: Readonly<Record<Role, string>>;
}
