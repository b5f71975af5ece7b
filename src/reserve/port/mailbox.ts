import type { Result } from '../../result.ts';
import type { Language } from '../../vocabulary/people.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { ToldKind } from '../../vocabulary/told.ts';

/** How a person is told by e-mail, and what of it they have stopped. */
export interface Mailbox {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly stopped: ReadonlySet<ToldKind>;
  /** By e-mail, though a chat platform reaches them too. */
  readonly preferred: boolean;
  /** The server of that address said that it is nobody's: nothing is sent to it any more. */
  readonly refused: boolean;
}

export interface Mailboxes {
  /** Undefined: nobody, or no address. */
  of(person: string): Promise<Result<Mailbox | undefined, StoreDown>>;
  /** Stops a kind, or takes it up again. */
  stop(person: string, kind: ToldKind, isStopped: boolean): Promise<Result<undefined, StoreDown>>;
  prefer(person: string, isPreferred: boolean): Promise<Result<undefined, StoreDown>>;
  /** The server of this address refused it for good; coordinators are told, once. */
  refuse(mailbox: Mailbox): Promise<Result<undefined, StoreDown>>;
  /** What a link must bear to change what this person gets, without signing in. */
  sign(person: string): Promise<Result<string, StoreDown>>;
  /** Whether a link bears that. */
  isSigned(person: string, signature: string): Promise<Result<boolean, StoreDown>>;
}
