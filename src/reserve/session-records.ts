import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';

/** A session as it is kept; `hash` is of what the browser holds. Instants are ISO. */
export interface KeptSession {
  readonly hash: string;
  readonly person: string;
  readonly openedAt: string;
  readonly until: string;
  readonly idToken: string | undefined;
}

export interface KeptInvitation {
  readonly hash: string;
  readonly person: string | undefined;
  readonly until: string;
  readonly gives: InvitationGives;
}

/** The role of an administrator; or the name of the person, to whoever has no other here. */
export type InvitationGives = 'administrator' | 'account';

export interface SessionRecords {
  open(session: KeptSession): Promise<Result<undefined, StoreDown>>;
  /** Past its end too, until it is purged. */
  session(hash: string): Promise<Result<KeptSession | undefined, StoreDown>>;
  /** Lets an open session live until then; one that was closed meanwhile stays closed. */
  extend(hash: string, until: string): Promise<Result<undefined, StoreDown>>;
  close(hash: string): Promise<Result<undefined, StoreDown>>;
  /** How many there were. */
  closeAllOf(person: string): Promise<Result<number, StoreDown>>;
  invite(invitation: KeptInvitation): Promise<Result<undefined, StoreDown>>;
  /** To look at: opening it is `redeem`. */
  invitation(hash: string): Promise<Result<KeptInvitation | undefined, StoreDown>>;
  /** Takes an invitation away; of several at once, one alone is told true. */
  redeem(hash: string, now: string): Promise<Result<boolean, StoreDown>>;
}
