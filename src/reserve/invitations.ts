import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { ReserveStore } from './reserve-store.ts';
import { hashOf } from './sessions.ts';

/** A day: long enough for whoever installs to find the right person, short enough to lie about in a log. */
const INVITATION_MS = 24 * 3_600_000;

export type InvitationFault = { readonly kind: 'expired' | 'not_yours' } | StoreDown;

/**
 * Links that make an administrator: once, within a day, of somebody who is signed in. A link alone is nobody, and opening it is a
 * form that is sent: a preview that fetches it changes nothing.
 */
export function createInvitations({ reserve, sessions }: Pick<ReserveStore, 'reserve' | 'sessions'>, now: () => Date) {
  return {
    /** @returns the token of a new link, 256 random bits of which a hash is kept; for one person, or for whoever opens it first */
    invite: async (person: string | undefined): Promise<Result<string, StoreDown>> => {
      const token = randomBytes(32).toString('base64url');
      const until = new Date(now().getTime() + INVITATION_MS).toISOString();
      const kept = await sessions.invite({ hash: hashOf(token), person, until });
      return kept.ok ? ok(token) : kept;
    },
    accept: async (token: string, by: string): Promise<Result<undefined, InvitationFault>> => {
      const hash = hashOf(token);
      const invitation = await sessions.invitation(hash);
      if (!invitation.ok) return invitation;
      if (invitation.value === undefined) return err({ kind: 'expired' });
      const { person: invited = by } = invitation.value;
      if (invited !== by) return err({ kind: 'not_yours' });
      const person = await reserve.person(by);
      if (!person.ok) return person;
      if (person.value === undefined) return err({ kind: 'not_yours' });
      // Taken away before anything is given: of two who open it at once, one is let in.
      const redeemed = await sessions.redeem(hash, now().toISOString());
      if (!redeemed.ok) return redeemed;
      if (!redeemed.value) return err({ kind: 'expired' });
      const roles = [...new Set([...person.value.roles, 'administrator' as const])];
      return reserve.savePerson({ ...person.value, roles });
    },
  };
}
