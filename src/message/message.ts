import type { IsoDate } from '../days/iso-date.ts';
import type { Language, Role } from '../vocabulary/people.ts';

/** Where a message comes from and where the reply goes. */
export interface Address {
  readonly platform: 'web' | 'console' | 'slack' | 'teams';
  /** Stable within one dialogue: memory hangs on it. */
  readonly conversation: string;
}

export interface InboundMessage {
  readonly id: string;
  readonly address: Address;
  readonly text: string;
  /** The exchange of another dialogue that this one goes on from, where it is new: a thread hangs on an answer. */
  readonly after?: { readonly conversation: string; readonly message: string };
  /** Of the body whose member asks, where nobody else reads: what is its own may be said beside the law. */
  readonly siret?: string | undefined;
  /** Declared on this message; else remembered from the conversation, else inferred. */
  readonly role?: Role;
  /** The day the answer must be right for; today when absent. */
  readonly at?: IsoDate;
  /** Language of the interface; else guessed from the text. */
  readonly language?: Language;
}

/** A reply the person can give with one click. */
export interface Suggestion {
  readonly label: string;
  /** What is sent as the person's next message. */
  readonly text: string;
  /** The question it answers, by id: pressed once that is asked no more, it answers no other. */
  readonly on?: string;
}
