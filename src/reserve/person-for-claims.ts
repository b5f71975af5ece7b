import { createHash, randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { accountsOf, linkNew, personOfAccount, unlinkAccount } from './accounts.ts';
import { type DefaultBody, placeBody, readSiret } from './bodies.ts';
import { addressKey } from './e-mail.ts';
import type { Person } from './person.ts';
import type { ReserveStore } from './reserve-store.ts';

/** Who an identity provider says has signed in. Issuer and `sub` together are the identity; neither is alone. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly sub: string;
  readonly givenName: string | undefined;
  readonly usualName: string | undefined;
  readonly email: string | undefined;
  /** The claim `email_verified` was the boolean true. */
  readonly emailVerified: boolean;
  readonly siret: string | undefined;
}

export interface AdmissionRules {
  /** The provider vouches for the addresses it gives, though it does not say so in a claim (ProConnect). */
  readonly trustEmail: boolean;
  /** The body of whoever the directory gives none for. */
  readonly body: DefaultBody | undefined;
}

/** `no_body`: nobody said whom they work for. `linked_elsewhere`: someone has that address, and signs in by another account. */
type Refusal = 'no_body' | 'linked_elsewhere';

type Parts = Pick<ReserveStore, 'reserve' | 'platformNotes'>;
type Admitted = Result<string, { readonly kind: Refusal } | StoreDown>;

/**
 * The person of an identity: the one whose account it is; else the one of that e-mail, when the address is verified and they sign
 * in by no other account; else someone new, a prescriber of the body of that SIRET. An address that is not verified recognises
 * nobody, and is not kept: whoever owns it would be taken for this person later. Name and body then follow the directory.
 */
export function createPersonFor(store: Parts, { trustEmail, body }: AdmissionRules) {
  return async (identity: ProvenIdentity): Promise<Admitted> => {
    const email = trustEmail || identity.emailVerified ? addressKey(identity.email) : undefined;
    const account = await personOfAccount(store, identity);
    if (!account.ok) return account;
    if (account.value !== undefined) return follow(store, account.value, identity, email);
    const people = await store.reserve.people();
    if (!people.ok) return people;
    const known = people.value.find((person) => email !== undefined && addressKey(person.email) === email);
    if (known === undefined) return admit(store, identity, email, body);
    const linked = await linkOnly(store, known.id, identity);
    if (!linked.ok) return linked;
    return linked.value ? follow(store, known, identity, email) : err({ kind: 'linked_elsewhere' });
  };
}

/** Links the first account of a person, and no second one: that is for an administrator to say. */
async function linkOnly(store: Parts, person: string, identity: ProvenIdentity): Promise<Result<boolean, StoreDown>> {
  const before = await accountsOf(store, person);
  if (!before.ok || before.value.length > 0) return before.ok ? ok(false) : before;
  const linked = await linkNew(store, person, identity);
  if (!linked.ok || !linked.value) return linked;
  const after = await accountsOf(store, person);
  if (!after.ok || after.value.length === 1) return after.ok ? ok(true) : after;
  // Another came at the same moment: neither is the first.
  const unlinked = await unlinkAccount(store, identity);
  return unlinked.ok ? ok(false) : unlinked;
}

async function admit(
  store: Parts,
  identity: ProvenIdentity,
  email: string | undefined,
  otherwise: DefaultBody | undefined,
): Promise<Admitted> {
  const said = readSiret(identity.siret);
  const body = said === undefined ? otherwise : { siret: said, name: undefined };
  if (body === undefined) return err({ kind: 'no_body' });
  const organisation = await placeBody(store.reserve, body.siret, body.name);
  if (!organisation.ok) return organisation;
  // The same for two first visits at the same moment; someone whose account was taken off is not found again by it.
  const own = `oidc-${createHash('sha256')
    .update(JSON.stringify([identity.issuer, identity.sub]))
    .digest('hex')
    .slice(0, 32)}`;
  const there = await store.reserve.person(own);
  if (!there.ok) return there;
  const id = there.value === undefined ? own : randomUUID();
  const person: Person = {
    id,
    name: nameOf(identity) ?? email ?? 'Sans nom',
    email,
    organisation: organisation.value,
    roles: ['prescriber'],
    language: 'fr',
    address: undefined,
  };
  const saved = await store.reserve.savePerson(person);
  if (!saved.ok) return saved;
  const linked = await linkNew(store, id, identity);
  if (!linked.ok) return linked;
  if (linked.value) return ok(id);
  const winner = await personOfAccount(store, identity);
  if (!winner.ok || winner.value === undefined) return winner.ok ? err({ kind: 'store_down', reason: 'busy' }) : winner;
  if (winner.value.id === id) return ok(id);
  const removed = await store.reserve.removePerson(id);
  return removed.ok ? ok(winner.value.id) : removed;
}

/** Name, e-mail and body as the directory says them today; what it does not say stays. */
async function follow(
  { reserve }: Parts,
  person: Person,
  identity: ProvenIdentity,
  email: string | undefined,
): Promise<Admitted> {
  const people = email === undefined || addressKey(person.email) === email ? ok([]) : await reserve.people();
  if (!people.ok) return people;
  const isTaken = people.value.some((one) => addressKey(one.email) === email);
  const siret = readSiret(identity.siret);
  const organisation = siret === undefined ? ok(person.organisation) : await placeBody(reserve, siret, undefined);
  if (!organisation.ok) return organisation;
  const after: Person = {
    ...person,
    name: nameOf(identity) ?? person.name,
    email: email === undefined || isTaken || addressKey(person.email) === email ? person.email : email,
    organisation: organisation.value,
  };
  if (after.organisation !== person.organisation) {
    const reservists = await reserve.reservists();
    if (!reservists.ok) return reservists;
    const reservist = reservists.value.find((one) => one.person === person.id);
    if (reservist !== undefined) {
      const moved = await reserve.saveReservist({ ...reservist, organisation: after.organisation });
      if (!moved.ok) return moved;
    }
  }
  const isSame =
    after.name === person.name && after.email === person.email && after.organisation === person.organisation;
  const saved = isSame ? ok(undefined) : await reserve.savePerson(after);
  return saved.ok ? ok(person.id) : saved;
}

function nameOf({ givenName, usualName }: ProvenIdentity): string | undefined {
  return [givenName, usualName].filter((part) => part !== undefined).join(' ') || undefined;
}
