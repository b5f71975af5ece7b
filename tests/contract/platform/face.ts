import type { Outcome } from '../../../src/answering/port/outcome.ts';
import type { FakeConversing } from '../../fakes/conversing.ts';
import type { Network } from '../../fixtures/network.ts';

/** One platform as the people before it know it. Words are read with plain spaces and apostrophes (`plain`). */
export interface Face {
  readonly net: Network;
  readonly conversing: FakeConversing;
  /** Asks, and has no part in the network before. */
  readonly requester: Seat;
  /** Lends help: `bob` of the network, the only one who does. */
  readonly reservist: Seat;
  /** Ids of cases that the requester has; the first is the oldest. */
  cases(): Promise<readonly string[]>;
  /** Another process takes over, on the same store. */
  restart(): Promise<void>;
}

/** What one person does. Each resolves once the platform has taken it; what comes of it is read on the screen. */
export interface Seat {
  /** By this name the other side must never know them. */
  readonly name: string;
  /** Id in the network; undefined for someone it does not know. */
  person(): Promise<string | undefined>;
  /** All they can see now. */
  screen(): Promise<string>;
  ask(text: string): Promise<void>;
  /** One line that the platform delivers twice. */
  askTwice(text: string): Promise<void>;
  /** The last question, taken back. */
  takeBack(): Promise<void>;
  switchRegister(): Promise<void>;
  /** Makes the first of the choices put back; the same button, to be pressed again whatever has become of its message. */
  choose(): Promise<() => Promise<void>>;
  /** Choices that can still be made. */
  choices(): Promise<number>;
  /** Fills in the form of what was worked out, which holds what was retained; what is said of it. */
  calculate(filled: Readonly<Record<string, string>>): Promise<string>;
  /** What of the last answer is shown on demand alone. */
  unfold(): Promise<void>;
  reword(text: string): Promise<void>;
  /** Of the question last answered: what would leave is on the screen, nothing has left. */
  beginHandOver(): Promise<void>;
  agree(): Promise<void>;
  /** Goes where a proposed case is read, where it does not come by itself. */
  lookAtOffer(): Promise<void>;
  accept(): Promise<void>;
  /** To the other side of the case. */
  say(text: string): Promise<void>;
  attach(fileName: string): Promise<void>;
  /** @param times pressed so often at once */
  markAnswered(times?: number): Promise<void>;
  /** The button that says so, as it stands now: pressed later, whatever has become of it. */
  keepAnswered(): Promise<() => Promise<void>>;
  /** A line to the assistant's own conversation, while a case is open. */
  type(text: string): Promise<void>;
  /** Says of the line held back that it is for the other side. */
  toOther(): Promise<void>;
  close(): Promise<void>;
  rate(): Promise<void>;
  /** Says yes to what was understood of their hours. */
  confirmHours(): Promise<void>;
  /** Asks to be forgotten, and says yes again where that is asked. */
  forgetMe(): Promise<void>;
  /** Something that the platform sends and nobody here has ever heard of. */
  sendUnknown(): Promise<void>;
  /** What of another person's words acts in place of being shown: a mention, a link, markup. None is right. */
  acting(): Promise<readonly string[]>;
}

export type PromiseName =
  | 'answers'
  | 'register'
  | 'choices'
  | 'offered'
  | 'figures'
  | 'rewording'
  | 'hand-over'
  | 'duplicates'
  | 'taking back'
  | 'restart'
  | 'long texts'
  | 'escaping'
  | 'files'
  | 'hours'
  | 'being forgotten'
  | 'unknown input'
  | 'double click'
  | 'stale button'
  | 'typed text'
  | 'what was seen';

export interface FaceUnderTest {
  readonly name: string;
  readonly open: (outcome: Outcome) => Promise<Face>;
  /** Printed in place of the promises it does not make. */
  readonly without: Readonly<Partial<Record<PromiseName, string>>>;
}
