import { readSiret } from '../../french/checksums.ts';
import { accountsOf } from '../../reserve/accounts.ts';
import { bodyName } from '../../reserve/bodies.ts';
import { TERRITORY } from '../../reserve/change.ts';
import { addressKey } from '../../reserve/e-mail.ts';
import { createInvitations } from '../../reserve/invitations.ts';
import type { Person } from '../../reserve/person.ts';
import { isAdministrator, looksAfter, mayChange, mayGive, territoriesOf } from '../../reserve/reach.ts';
import type { Organisation } from '../../reserve/reservist.ts';
import { ok, type Result } from '../../result.ts';
import { sayReserveFault } from '../../text/reserve-faults.ts';
import type { NetworkFault, PersonWritten } from '../../vocabulary/network.ts';
import { PERSON_ROLES } from '../../vocabulary/people.ts';
import type { NoteOfAct } from '../records/network-records.ts';
import { type ActOf, DOWN, done, markOfPerson, type Planned, type Room, refuse } from './room.ts';

/** Characters of a name, of a person or a body. */
const LONGEST_NAME = 120;

export async function addPerson(room: Room, act: ActOf<'add_person'>): Planned {
  const id = room.newId();
  const read = readWritten(room, act, { id, language: 'fr', address: undefined, directoryRoles: undefined });
  if (!read.ok) return read;
  const { person, madeBody } = read.value;
  return ok({
    about: id,
    changes: changesOf(room, undefined, person, madeBody),
    apply: () => save(room, person, madeBody, { person: id }),
  });
}

export async function changePerson(room: Room, act: ActOf<'change_person'>): Planned {
  const found = reached(room, act.person);
  if (!found.ok) return found;
  const before = found.value;
  const read = readWritten(room, act, before);
  if (!read.ok) return read;
  const { person, madeBody } = read.value;
  if (markOfPerson(person, undefined) === markOfPerson(before, undefined)) return ok(undefined);
  const lender = room.lenders.get(before.id);
  if (act.seen !== markOfPerson(before, lender)) return refuse({ kind: 'stale' });
  if (!isAdministrator(person) && isLastAdministrator(room, before)) return refuse({ kind: 'last_administrator' });
  return ok({
    about: before.id,
    changes: changesOf(room, before, person, madeBody),
    apply: async () => {
      const saved = await save(room, person, madeBody, {});
      if (!saved.ok || lender === undefined || lender.organisation === person.organisation) return saved;
      return done(await room.store.reserve.saveReservist({ ...lender, organisation: person.organisation }));
    },
  });
}

/** A link for somebody who has not signed in yet: sent by whoever asks for it, or by e-mail. */
export async function invite(room: Room, { person }: ActOf<'invite'>): Planned {
  const found = reached(room, person);
  if (!found.ok) return found;
  const accounts = await accountsOf(room.store, person);
  if (!accounts.ok) return DOWN;
  if (accounts.value.length > 0) return refuse({ kind: 'stale' });
  return ok({
    about: person,
    apply: async () => {
      const token = await createInvitations(room.store, room.now).invite(person, 'account');
      return token.ok ? ok({ token: token.value }) : DOWN;
    },
  });
}

export async function signOut(room: Room, { person }: ActOf<'sign_out'>): Planned {
  const found = reached(room, person);
  if (!found.ok) return found;
  return ok({ about: person, apply: async () => done(await room.store.sessions.closeAllOf(person)) });
}

export async function join(room: Room, { person, other }: ActOf<'join'>): Planned {
  if (person === other) return refuse({ kind: 'same_person' });
  const [kept, gone] = [reached(room, person), reached(room, other)];
  if (!kept.ok) return kept;
  if (!gone.ok) return gone;
  if (other === room.by.id) return refuse({ kind: 'out_of_reach' });
  if (room.lenders.has(person) && room.lenders.has(other)) return refuse({ kind: 'both_lend' });
  if (!isAdministrator(kept.value) && isLastAdministrator(room, gone.value))
    return refuse({ kind: 'last_administrator' });
  const { email, address } = gone.value;
  const whole = { ...kept.value, email: kept.value.email ?? email, address: kept.value.address ?? address };
  return ok({
    about: person,
    apply: async () => {
      const lender = room.lenders.get(other);
      const { reserve } = room.store;
      const moved = lender && (await reserve.saveReservist({ ...lender, organisation: whole.organisation }));
      if (moved?.ok === false) return DOWN;
      const joined = await reserve.joinPeople(other, person);
      return joined.ok ? done(await reserve.savePerson(whole)) : DOWN;
    },
  });
}

/** Whoever leaves: what they hold goes to others, what they asked is withdrawn, and their name out of what is kept. */
export async function removePerson(room: Room, { person }: ActOf<'remove_person'>): Planned {
  const found = reached(room, person);
  if (!found.ok) return found;
  if (person === room.by.id) return refuse({ kind: 'out_of_reach' });
  if (isLastAdministrator(room, found.value)) return refuse({ kind: 'last_administrator' });
  const { name } = found.value;
  return ok({ about: person, apply: async () => done(await room.forget(person), { person: name }) });
}

/** Someone within reach and of no more powers than whoever asks. */
export function reached({ people, bodies, by }: Room, id: string): Result<Person, NetworkFault> {
  const person = people.get(id);
  if (person === undefined) return refuse({ kind: 'unknown' });
  return mayChange(by, person, bodies.get(person.organisation)) ? ok(person) : refuse({ kind: 'out_of_reach' });
}

function isLastAdministrator({ people }: Room, person: Person): boolean {
  return isAdministrator(person) && [...people.values()].filter(isAdministrator).length === 1;
}

interface Read {
  readonly person: Person;
  /** Entered by this act: nobody had until now. */
  readonly madeBody: Organisation | undefined;
}

function readWritten(
  room: Room,
  written: PersonWritten,
  before: Pick<Person, 'id' | 'language' | 'address' | 'directoryRoles'> & Partial<Person>,
): Result<Read, NetworkFault> {
  const { by } = room;
  const [name, email] = [written.name.trim(), written.email.trim()];
  if (name === '') return refuse({ kind: 'needed', field: 'name' });
  if (name.length > LONGEST_NAME) return refuse({ kind: 'too_long', limit: LONGEST_NAME });
  const address = readEmail(room, email, before);
  if (!address.ok) return address;
  const roles = PERSON_ROLES.filter((role) => written.roles.includes(role));
  if (!roles.includes('prescriber') && !roles.includes('buyer')) return refuse({ kind: 'no_side' });
  const territories = readTerritories(written.territories, by);
  if (!territories.ok) return territories;
  const body = readBody(room, written.body);
  if (!body.ok) return body;
  const isNew = !room.bodies.has(body.value.id);
  if (body.value.id !== before.organisation && !looksAfter(by, body.value)) return refuse({ kind: 'out_of_reach' });
  const person: Person = {
    ...before,
    name,
    email: address.value,
    organisation: body.value.id,
    roles,
    ...(roles.includes('coordinator') && territories.value.length > 0
      ? { territories: territories.value }
      : { territories: undefined }),
  };
  if (!mayGive(by, person)) return refuse({ kind: 'out_of_reach' });
  return ok({ person, madeBody: isNew ? body.value : undefined });
}

/** One may be without: a chat does not always give an address. */
function readEmail({ people }: Room, email: string, before: Partial<Person>): Result<string | undefined, NetworkFault> {
  if (email === (before.email ?? '') && before.roles !== undefined) return ok(before.email);
  if (email === '') return refuse({ kind: 'needed', field: 'email' });
  const key = addressKey(email);
  if (key === undefined) return refuse({ kind: 'not_email' });
  const same = [...people.values()].find((one) => one.id !== before.id && addressKey(one.email) === key);
  return same === undefined ? ok(email) : refuse({ kind: 'email_taken', person: same.id, name: same.name });
}

/** By its name or its number; one that is new is of the territory of whoever enters it. */
function readBody(room: Room, text: string): Result<Organisation, NetworkFault> {
  const name = text.trim();
  if (bodyName(name) === '') return refuse({ kind: 'needed', field: 'body' });
  if (name.length > LONGEST_NAME) return refuse({ kind: 'too_long', limit: LONGEST_NAME });
  const siret = readSiret(name);
  const all = [...room.bodies.values()];
  const named = all.filter((one) => bodyName(one.name) === bodyName(name));
  const found =
    all.find((one) => siret !== undefined && one.siret === siret) ??
    named.find((one) => looksAfter(room.by, one)) ??
    named[0];
  if (found !== undefined) return ok(found);
  const numbered = siret === undefined ? { name } : { name: `SIRET ${siret}`, siret };
  const territories = territoriesOf(room.by);
  return ok({ id: siret ?? room.newId(), publicClass: 'organisme public', territories, ...numbered });
}

export function readTerritories(text: string, by: Person): Result<readonly string[], NetworkFault> {
  const codes = text
    .split(/[|,\s]/)
    .filter((code) => code !== '')
    .map((code) => code.toUpperCase());
  const what = codes.find((code) => !TERRITORY.test(code));
  if (what === undefined) return ok([...new Set(codes)]);
  return refuse({ kind: 'unfit', why: sayReserveFault({ kind: 'bad_territory', what }, by.language) });
}

async function save({ store }: Room, person: Person, body: Organisation | undefined, acted: { person?: string }) {
  const made = body === undefined ? ok(undefined) : await store.reserve.saveOrganisation(body);
  return made.ok ? done(await store.reserve.savePerson(person), acted) : DOWN;
}

/** Names and addresses are people's own: that they changed is said, and not from what to what. */
function changesOf(
  { bodies }: Room,
  before: Person | undefined,
  after: Person,
  made: Organisation | undefined,
): NoteOfAct['changes'] {
  const bodyOf = (person: Person | undefined) =>
    person && (bodies.get(person.organisation)?.name ?? (made?.id === person.organisation ? made.name : undefined));
  const listed = (list: readonly string[] | undefined) => list?.join(' ');
  const own =
    before === undefined ? [] : (['name', 'email'] as const).filter((field) => before[field] !== after[field]);
  const told = [
    ['body', bodyOf(before), bodyOf(after)],
    ['roles', listed(before?.roles), listed(after.roles)],
    ['territories', listed(before?.territories), listed(after.territories)],
  ] as const;
  return [
    ...own.map((field) => ({ field })),
    ...told
      .filter(([, from, to]) => from !== to)
      .map(([field, from, to]) => ({
        field,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })),
  ];
}
