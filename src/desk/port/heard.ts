import type { RespondOptions } from '../../answering/port/conversing.ts';
import type { OutboundMessage } from '../../answering/port/outcome.ts';
import type { Address, InboundMessage } from '../../message/message.ts';
import type { Once } from '../../once.ts';
import type { SignedIn } from '../../reserve/port/signed-in.ts';
import type { Result } from '../../result.ts';
import type { Writes } from '../../screens/case.ts';
import type { Verb, VerbValue } from '../../screens/verbs.ts';
import type { Language, Role } from '../../vocabulary/people.ts';

/** What a face can do, and so what the desk may ask of it. */
export interface FaceTraits {
  readonly name: Address['platform'];
  readonly can: {
    /** Something shown can be pressed. A face without buttons is told how a thing is said instead. */
    readonly press: boolean;
    /** Words can be said to one person alone where others read. */
    readonly whisper: boolean;
    /** A file can be handed over, on demand. */
    readonly file: boolean;
    /** Not so, but fetched at an address that is said. */
    readonly link?: boolean;
  };
  /** Where someone writes to the other side of a case: in a box of its screen, or in the thread that hangs on it. */
  readonly writes: Writes;
  /** Whether a button can hold these words whole: what it cannot is never held back, it is a question. */
  carries(text: string): boolean;
  /** With a store that is down a line is answered all the same; or the event is kept, and tried again. */
  readonly whenDown: 'answer' | 'later';
  /** Someone the network does not know, who begins a lesson: made known by it, or asked first. */
  readonly strangers: 'met' | 'asked';
  /** A brief is shown to each side as its own; or to both at once, where whoever presses says for which side they do. */
  readonly briefs: 'own' | 'shared';
}

/** Who did it, as the face finds them out: nothing is looked up before it is needed. */
export interface Actor {
  /** Stable on this face. */
  readonly account: string;
  readonly language: Language;
  /** Whom the account belongs to; undefined for someone the network does not know. */
  known(): Promise<Result<SignedIn | undefined, { readonly kind: 'store_down' }>>;
  /** The same, made known where they are not. */
  meet(): Promise<Result<SignedIn, { readonly kind: 'store_down' }>>;
  /** The side they have said they are on. */
  role(): Promise<Role | undefined>;
  setRole(role: Role): Promise<unknown>;
}

/** An answer as it was given, for its buttons. */
export interface Given {
  readonly reply: OutboundMessage;
  readonly question: string;
}

interface Common {
  /** Of the event: what is done of it is done once. */
  readonly key: string;
  /** When it was done, in milliseconds, where the face is told: what waited in a line is not judged by when its turn came. */
  readonly at?: number;
  readonly face: FaceTraits;
  readonly actor: Actor;
  readonly conversation: string;
  /** Nobody else reads there: only then is anything of a person's own said or done. */
  readonly isPrivate: boolean;
  /** An answer that this face has kept longer than the process lives, by the name its buttons know it by. */
  readonly recall?: (reply: string) => Promise<Given | undefined>;
}

/** A line, typed or said by a button in the person's name. */
export interface Said extends Common, Pick<RespondOptions, 'onSentence'> {
  readonly kind: 'said';
  readonly text: string;
  /** By which the assistant knows the exchange; it leads back to nobody. */
  readonly message: string;
  /** The question it was pressed under. */
  readonly on?: string | undefined;
  /** The reply that offered it among others: it is chosen once. */
  readonly under?: string | undefined;
  /** The message whose button said it: pressed twice at once, it is said once. */
  readonly pressed?: string | undefined;
  readonly after?: InboundMessage['after'];
  /** Of the page it was typed on, where that was chosen; else the text tells. */
  readonly language?: Language;
  /** They have said that it is a question: it is taken for nothing else. */
  readonly asked?: true;
  /** Typed where only this case is spoken of: it goes to the other side, and is never searched. */
  readonly case?: string | undefined;
  /** How many files came with it; none is passed on. */
  readonly files?: number;
  /** It may be about oneself; otherwise it is no question. */
  readonly asideOnly?: true;
}

/** What the boxes of a screen hold, by the name of the field. Always from a client. */
export type Filled = ReadonlyMap<string, string | boolean | readonly string[]>;

export interface PressedOf<V extends Verb> extends Common {
  readonly kind: 'pressed';
  readonly verb: V;
  readonly value: VerbValue<V>;
  readonly filled: Filled;
  /** The thing as it was shown: pressed twice, or too late, it is done once, or not. */
  readonly once?: Once;
  /** The message that bears the button; the same one pressed twice at once is a double click. */
  readonly on?: string | undefined;
}

export type Pressed = { readonly [V in Verb]: PressedOf<V> }[Verb];

/** A button whose boxes stand in a form of their own: what they are, before it is pressed with what they then hold. */
export interface OpeningOf<V extends Verb> extends Omit<PressedOf<V>, 'kind' | 'filled' | 'once'> {
  readonly kind: 'opening';
}

export type Opening = { readonly [V in Verb]: OpeningOf<V> }[Verb];

/** Someone looks at their own page. */
export interface Opened extends Common {
  readonly kind: 'opened';
  /** As the platform has it, for someone the network does not know. */
  readonly name: string;
}

/** A question is taken back, or the dialogue wiped: nothing of it is remembered. */
interface TakenBack extends Common {
  readonly kind: 'takenBack';
}

export type Heard = Said | Pressed | Opening | Opened | TakenBack;
