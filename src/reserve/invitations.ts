import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { accountsOf } from './accounts.ts';
import type { Person } from './person.ts';
import { isAdministrator } from './reach.ts';
import type { ReserveStore } from './reserve-store.ts';
import type { InvitationGives } from './session-records.ts';
import { hashOf } from './sessions.ts';

/**
 * A day for an administrator: long enough for whoever installs to find the right person, short enough to lie about in a log. A
 * week for somebody who is written to.
 */
const LASTS_MS: Readonly<Record<InvitationGives, number>> = {
  administrator: 24 * 3_600_000,
  account: 7 * 24 * 3_600_000,
};

type InvitationFault = { readonly kind: 'expired' | 'not_yours' } | StoreDown;

/** An administrator was made; an account is somebody else's from now on; or it was theirs already. */
type Taken = Promise<Result<'administrator' | 'joined' | 'known', InvitationFault>>;

/**
 * Links that are opened once, in time, by somebody who is signed in: one makes an administrator, the other makes whoever signs in
 * the person whom a coordinator has entered. A link alone is nobody, and opening it is a form that is sent: a preview that fetches
 * it changes nothing.
 */
export function createInvitations(store: ReserveStore, now: () => Date) {
  const { sessions } = store;
  return {
    /**
     * @param person for one person; without, for whoever opens it first, and until somebody administers
     * @returns the token of a new link, 256 random bits of which a hash is kept
     */
    invite: async (
      person: string | undefined,
      gives: InvitationGives = 'administrator',
    ): Promise<Result<string, StoreDown>> => {
      const token = randomBytes(32).toString('base64url');
      const until = new Date(now().getTime() + LASTS_MS[gives]).toISOString();
      const kept = await sessions.invite({ hash: hashOf(token), person, until, gives });
      return kept.ok ? ok(token) : kept;
    },
    accept: async (token: string, by: string): Taken => {
      const hash = hashOf(token);
      const invitation = await sessions.invitation(hash);
      if (!invitation.ok) return invitation;
      if (invitation.value === undefined) return err({ kind: 'expired' });
      const { person: invited = by, gives } = invitation.value;
      const [person, people] = [await store.reserve.person(by), await store.reserve.people()];
      if (!person.ok) return person;
      if (!people.ok) return people;
      if (person.value === undefined) return err({ kind: 'not_yours' });
      // The first of them is made; a link that lies about makes no second one.
      const isOpen = invitation.value.person === undefined;
      if (isOpen && people.value.some(isAdministrator)) return err({ kind: 'expired' });
      const isOther = invited !== by;
      if (isOther && gives === 'administrator') return err({ kind: 'not_yours' });
      if (isOther) {
        const fits = await isNewcomerFor(store, invited, person.value);
        if (!fits.ok) return fits;
        if (!fits.value) return err({ kind: 'not_yours' });
      }
      // Taken away before anything is given: of two who open it at once, one is let in.
      const redeemed = await sessions.redeem(hash, now().toISOString());
      if (!redeemed.ok) return redeemed;
      if (!redeemed.value) return err({ kind: 'expired' });
      if (isOther) {
        const joined = await store.reserve.joinPeople(by, invited);
        return joined.ok ? ok('joined') : joined;
      }
      if (gives === 'account') return ok('known');
      const saved = await store.reserve.savePerson({
        ...person.value,
        roles: [...new Set([...person.value.roles, gives])],
      });
      return saved.ok ? ok(gives) : saved;
    },
  };
}

/** Nobody signs in as them yet, and whoever does now is a prescriber who came by the directory and lends nothing. */
async function isNewcomerFor(
  store: ReserveStore,
  invited: string,
  { id, roles }: Person,
): Promise<Result<boolean, StoreDown>> {
  const [there, accounts] = [await store.reserve.person(invited), await accountsOf(store, invited)];
  const reservists = await store.reserve.reservists();
  if (!there.ok) return there;
  if (!accounts.ok) return accounts;
  if (!reservists.ok) return reservists;
  const isBare = roles.every((role) => role === 'prescriber') && reservists.value.every(({ person }) => person !== id);
  return ok(there.value !== undefined && accounts.value.length === 0 && isBare);
}
