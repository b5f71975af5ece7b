import { createHash, randomUUID } from 'node:crypto';
import { readSiret } from '../french/checksums.ts';
import { err, ok, type Result } from '../result.ts';
import type { BodyKind, PersonRole } from '../vocabulary/people.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { accountsOf, linkNew, personOfAccount, unlinkAccount } from './accounts.ts';
import { IDENTITY, identityKey } from './acquaintance.ts';
import { type DefaultBody, declareBody, placeBody, placeNamed } from './bodies.ts';
import { addressKey } from './e-mail.ts';
import type { Person } from './person.ts';
import type { ProvenIdentity } from './port/proven-identity.ts';
import type { ReserveStore } from './reserve-store.ts';

/** What somebody whose directory does not say their body says of it. */
export interface SaidBody {
  readonly name: string;
  /** As they typed it. */
  readonly siret: string;
  readonly kind: BodyKind | undefined;
}

export interface AdmissionRules {
  /** The provider vouches for the addresses it gives, though it does not say so in a claim (ProConnect). */
  readonly trustEmail: boolean;
  /** The body of whoever the directory gives none for. */
  readonly body: DefaultBody | undefined;
  /** What each group of the directory gives; undefined: it gives nothing. */
  readonly roles?: ReadonlyMap<string, readonly PersonRole[]> | undefined;
}

/** `no_body`: nobody said whom they work for. `linked_elsewhere`: someone has that address, and signs in by another account. */
type Refusal = 'no_body' | 'linked_elsewhere';

type Parts = Pick<ReserveStore, 'reserve' | 'platformNotes'>;
type Refused = { readonly kind: Refusal } | StoreDown;
type Admitted = Result<string, Refused>;

/**
 * The person of an identity: the one whose account it is; else the one that Teams knows by the same object of the directory, or of
 * that e-mail, when the address is verified, and who signs in by no other account; else someone new, a prescriber of the body that
 * the directory says, or that they say themselves. An address that is not verified recognises nobody, and is not kept: whoever owns
 * it would be taken for this person later. Name, body and roles then follow the directory.
 */
export function createPersonFor(store: Parts, rules: AdmissionRules) {
  return async (identity: ProvenIdentity, said?: SaidBody): Promise<Admitted> => {
    const email = rules.trustEmail || identity.emailVerified ? addressKey(identity.email) : undefined;
    const person = await recognised(store, identity, email);
    if (!person.ok) return person;
    const roles = rolesIn(identity.groups, rules.roles);
    const admitted =
      person.value === undefined
        ? await admit(store, identity, { email, roles, otherwise: rules.body, said })
        : await follow(store, person.value, identity, { email, roles });
    // Whoever writes from Teams afterwards is known there.
    if (admitted.ok && identity.microsoft !== undefined) {
      const key = teamsKey(identity.microsoft);
      const bound = await store.platformNotes.putNew({
        ...key,
        person: admitted.value,
        body: {},
        expiresAt: undefined,
      });
      if (!bound.ok) return bound;
    }
    return admitted;
  };
}

async function recognised(
  store: Parts,
  identity: ProvenIdentity,
  email: string | undefined,
): Promise<Result<Person | undefined, Refused>> {
  const account = await personOfAccount(store, identity);
  if (!account.ok || account.value !== undefined) return account;
  const note = identity.microsoft && (await store.platformNotes.get(teamsKey(identity.microsoft)));
  if (note?.ok === false) return note;
  const people = await store.reserve.people();
  if (!people.ok) return people;
  const known =
    people.value.find(({ id }) => id === note?.value?.person) ??
    people.value.find((person) => email !== undefined && addressKey(person.email) === email);
  if (known === undefined) return ok(undefined);
  const linked = await linkOnly(store, known.id, identity);
  if (!linked.ok) return linked;
  return linked.value ? ok(known) : err({ kind: 'linked_elsewhere' });
}

/** As Teams notes an account of a tenant. */
function teamsKey({ tenant, account }: NonNullable<ProvenIdentity['microsoft']>) {
  return { platform: 'teams', kind: IDENTITY, key: identityKey(tenant, account) } as const;
}

/** What the mapping says of these groups, and nothing else: undefined where there is none. */
function rolesIn(groups: readonly string[], roles: AdmissionRules['roles']): readonly PersonRole[] | undefined {
  return roles && [...new Set(groups.flatMap((group) => roles.get(group) ?? []))];
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

interface Told {
  readonly email: string | undefined;
  readonly roles: readonly PersonRole[] | undefined;
}

async function admit(
  store: Parts,
  identity: ProvenIdentity,
  {
    email,
    roles,
    otherwise,
    said,
  }: Told & { readonly otherwise: DefaultBody | undefined; readonly said: SaidBody | undefined },
): Promise<Admitted> {
  const placed = await placeOf(store, identity, otherwise);
  if (!placed.ok) return placed;
  if (placed.value === undefined && said === undefined) return err({ kind: 'no_body' });
  // The same for two first visits at the same moment; someone whose account was taken off is not found again by it.
  const own = `oidc-${createHash('sha256')
    .update(JSON.stringify([identity.issuer, identity.sub]))
    .digest('hex')
    .slice(0, 32)}`;
  const there = await store.reserve.person(own);
  if (!there.ok) return there;
  const id = there.value === undefined ? own : randomUUID();
  const declared =
    placed.value === undefined && said !== undefined ? await declareBody(store.reserve, id, said) : placed;
  if (!declared.ok) return declared;
  if (declared.value === undefined) return err({ kind: 'no_body' });
  const person: Person = {
    id,
    name: identity.name ?? email ?? 'Sans nom',
    email,
    organisation: declared.value,
    roles: ['prescriber'],
    directoryRoles: roles,
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

/** The body that the directory says, known or made; that of the installation where it says none that can be read. */
async function placeOf(
  { reserve }: Parts,
  { organisation }: ProvenIdentity,
  otherwise: DefaultBody | undefined,
): Promise<Result<string | undefined, StoreDown>> {
  // A number that is no SIRET is no name either.
  if (organisation !== undefined && (readSiret(organisation) !== undefined || !/\d{6}/.test(organisation)))
    return placeNamed(reserve, organisation);
  return otherwise === undefined ? ok(undefined) : placeBody(reserve, otherwise.siret, otherwise.name);
}

/** Name, e-mail, body and roles as the directory says them today; what it does not say stays, but for its roles, which go. */
async function follow(
  store: Parts,
  person: Person,
  identity: ProvenIdentity,
  { email, roles }: Told,
): Promise<Admitted> {
  const { reserve } = store;
  const people = email === undefined || addressKey(person.email) === email ? ok([]) : await reserve.people();
  if (!people.ok) return people;
  const isTaken = people.value.some((one) => addressKey(one.email) === email);
  const organisation = await placeOf(store, identity, undefined);
  if (!organisation.ok) return organisation;
  const after: Person = {
    ...person,
    name: identity.name ?? person.name,
    email: email === undefined || isTaken || addressKey(person.email) === email ? person.email : email,
    organisation: organisation.value ?? person.organisation,
    directoryRoles: roles,
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
  const saved = JSON.stringify(after) === JSON.stringify(person) ? ok(undefined) : await reserve.savePerson(after);
  return saved.ok ? ok(person.id) : saved;
}
