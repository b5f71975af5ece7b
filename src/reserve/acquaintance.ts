import type { PlatformNotes } from '../message/platform-notes.ts';
import { ok, type Result } from '../result.ts';
import { peopleTexts } from '../text/people-texts.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { type DefaultBody, placeBody } from './bodies.ts';
import { createReadDirectory, type ReadDirectory } from './directory.ts';
import { addressKey } from './e-mail.ts';
import type { Person } from './person.ts';
import type { Acquaintance, PlatformIdentity, PlatformProfile } from './port/acquaintance.ts';
import type { SignedIn } from './port/signed-in.ts';
import type { ReserveRecords } from './reserve-records.ts';
import { isSideGiven, signedInAs } from './signed-in.ts';

export interface AcquaintanceParts {
  readonly records: ReserveRecords;
  readonly notes: PlatformNotes;
  /** The body of whoever comes here first, where one is configured; else their workspace stands for it. */
  readonly body?: DefaultBody | undefined;
}

/**
 * Who is behind an account of a chat platform. The account is noted apart from the person, so that one person may have several;
 * an account whose person was forgotten is a stranger again.
 */
export function createAcquaintance({ records, notes, body }: AcquaintanceParts): Acquaintance {
  const room = { records, notes, body, readDirectory: createReadDirectory(records) };

  return {
    known: (identity) => known(room, identity),
    meet: async (identity, readProfile) => {
      const met = await encounter(room, identity, readProfile, newcomer);
      if (!met.ok) return met;
      if (met.value === undefined) throw new Error('a newcomer was met and not made known');
      return ok(met.value);
    },
    recognise: async (identity, readProfile) => {
      const person = await personBehind(room, identity);
      if (!person.ok) return person;
      if (person.value?.address !== undefined) return present(room, person.value);
      if (person.value === undefined) return encounter(room, identity, readProfile, () => undefined);
      // Bound by hand, and never reached yet.
      const { address } = await readProfile();
      const saved = await records.savePerson({ ...person.value, address });
      return saved.ok ? present(room, person.value) : saved;
    },
    reachAt: async (id, address) =>
      change(room, id, (person) =>
        person.address?.platform === address.platform && person.address.conversation === address.conversation
          ? person
          : { ...person, address },
      ),
    unreached: async () => {
      const [reservists, people] = [await records.reservists(), await records.people()];
      if (!reservists.ok) return reservists;
      if (!people.ok) return people;
      const lend = new Set(reservists.value.map(({ person }) => person));
      return ok(
        people.value.flatMap(({ id, email, address }) =>
          lend.has(id) && address === undefined && email !== undefined ? [email] : [],
        ),
      );
    },
    setRole: async (id, role) =>
      change(room, id, (person) =>
        isSideGiven(person)
          ? person
          : { ...person, roles: [role, ...person.roles.filter((one) => one !== 'buyer' && one !== 'prescriber')] },
      ),
  };
}

async function present({ readDirectory }: Room, person: Person): Promise<Result<SignedIn, StoreDown>> {
  const directory = await readDirectory();
  if (!directory.ok) return directory;
  const { organisations, reservists } = directory.value;
  return ok(signedInAs(person, organisations.get(person.organisation), reservists.has(person.id)));
}

async function personBehind(
  { records, notes }: Room,
  identity: PlatformIdentity,
): Promise<Result<Person | undefined, StoreDown>> {
  const exact = await notes.get(keyOf(identity));
  if (!exact.ok) return exact;
  const note = exact.value === undefined ? await notes.get(keyOf({ ...identity, workspace: ANY_WORKSPACE })) : exact;
  if (!note.ok) return note;
  return note.value?.person === undefined ? ok(undefined) : records.person(note.value.person);
}

async function known(room: Room, identity: PlatformIdentity): Promise<Result<SignedIn | undefined, StoreDown>> {
  const person = await personBehind(room, identity);
  if (!person.ok) return person;
  return person.value === undefined ? ok(undefined) : present(room, person.value);
}

/** Whoever is known, by the account or by the e-mail; else whom `otherwise` makes of the profile. */
async function encounter(
  room: Room,
  identity: PlatformIdentity,
  readProfile: () => Promise<PlatformProfile>,
  otherwise: (identity: PlatformIdentity, profile: PlatformProfile) => Person | undefined,
): Promise<Result<SignedIn | undefined, StoreDown>> {
  const before = await known(room, identity);
  if (!before.ok || before.value !== undefined) return before;
  const profile = await readProfile();
  const people = await room.records.people();
  if (!people.ok) return people;
  const email = addressKey(profile.email);
  const sameEmail = people.value.find((one) => email !== undefined && addressKey(one.email) === email);
  const met = sameEmail ?? otherwise(identity, profile);
  if (met === undefined) return ok(undefined);
  const placed = sameEmail === undefined ? await placeOrganisation(room, profile) : ok(met.organisation);
  if (!placed.ok) return placed;
  const person = { ...met, organisation: placed.value };
  // Someone known already goes on being reached where they are, until they come here to be.
  const saved = await room.records.savePerson({ ...person, address: person.address ?? profile.address });
  if (!saved.ok) return saved;
  const bound = await room.notes.put({ ...keyOf(identity), person: person.id, body: {}, expiresAt: undefined });
  return bound.ok ? present(room, person) : bound;
}

async function change(
  { records }: Room,
  id: string,
  to: (person: Person) => Person,
): Promise<Result<undefined, StoreDown>> {
  const person = await records.person(id);
  if (!person.ok) return person;
  if (person.value === undefined) return ok(undefined);
  const after = to(person.value);
  return after === person.value ? ok(undefined) : records.savePerson(after);
}

/**
 * A guest of a workspace, or somebody of another one, is of no body that is known here: what the configured body keeps to its
 * members is not theirs. Nor is it where the platform does not say who is a guest.
 */
async function placeOrganisation(
  { records, body }: Room,
  { organisation: workspace, isMember }: PlatformProfile,
): Promise<Result<string, StoreDown>> {
  if (body !== undefined && isMember === true) return placeBody(records, body.siret, body.name);
  const organisation =
    isMember === false ? { id: `${workspace.id}-guests`, name: peopleTexts.guestsOf(workspace.name) } : workspace;
  const there = await records.organisation(organisation.id);
  if (!there.ok) return there;
  if (there.value !== undefined) return ok(organisation.id);
  const made = { ...organisation, publicClass: 'organisme public', territories: [] };
  const saved = await records.saveOrganisation(made);
  return saved.ok ? ok(made.id) : saved;
}

interface Room extends AcquaintanceParts {
  readonly readDirectory: ReadDirectory;
}

function keyOf({ platform, workspace, user }: PlatformIdentity) {
  return { platform, kind: IDENTITY, key: identityKey(workspace, user) } as const;
}

/** Of an account that was bound by its id alone, where the platform serves one workspace. */
export const ANY_WORKSPACE = '*';
export const IDENTITY = 'identity';

/** How an account is written in the notes: `npm run reserve` binds one by the same name. */
export function identityKey(workspace: string, user: string): string {
  return `${workspace}:${user}`;
}

function newcomer({ platform, workspace, user }: PlatformIdentity, profile: PlatformProfile): Person {
  const { name, email, language, address, organisation } = profile;
  const id = `${platform}-${workspace}-${user}`;
  return { id, name, email, organisation: organisation.id, roles: ['prescriber'], language, address };
}
