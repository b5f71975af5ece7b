import { IDENTITY } from '../../reserve/acquaintance.ts';
import type { Person } from '../../reserve/person.ts';
import { isAdministrator, looksAfter, mayChange, territoriesOf } from '../../reserve/reach.ts';
import type { Reservist } from '../../reserve/reservist.ts';
import { availabilityBetween } from '../../reserve/working-time.ts';
import { ok, type Result } from '../../result.ts';
import { lengthText, weekText } from '../../text/reserve-texts.ts';
import { ENDED } from '../../vocabulary/cases.ts';
import type { NetworkFault } from '../../vocabulary/network.ts';
import { readCases, rowOf } from '../help/rows.ts';
import type {
  ActLine,
  BodyRow,
  CaseSheet,
  Lent,
  NetworkView,
  OpinionRow,
  PersonRow,
  PersonSheet,
} from '../port/animating.ts';
import { MOST_OPINIONS, reachedCase } from './case-acts.ts';
import { DOWN, markOf, markOfPerson, type Room, refuse } from './room.ts';

type Read<T> = Promise<Result<T, NetworkFault>>;

/** Sign-ins by a provider, and chats. */
const DOORS = ['openid', 'slack', 'teams'];
const MOST_ACTS = 200;
const SOON_MS = 3_600_000;

export async function readNetwork(room: Room): Read<NetworkView> {
  const accounts = await countAccounts(room);
  if (!accounts.ok) return DOWN;
  const { people, bodies, by, competences } = room;
  const inReach = [...people.values()].filter((one) => looksAfter(by, bodies.get(one.organisation)));
  const crowd = new Map<string, number>();
  for (const { organisation } of people.values()) crowd.set(organisation, (crowd.get(organisation) ?? 0) + 1);
  return ok({
    people: inReach.map((one) => rowOfPerson(room, one, accounts.value.get(one.id) ?? 0)).sort(byName),
    bodies: [...bodies.values()]
      .filter((one) => looksAfter(by, one))
      .map(
        (one): BodyRow => ({
          id: one.id,
          name: one.name,
          siret: one.siret,
          publicClass: one.publicClass,
          territories: one.territories,
          people: crowd.get(one.id) ?? 0,
          seen: markOf(one),
        }),
      )
      .sort(byName),
    competences,
    by: { administrator: isAdministrator(by), territories: territoriesOf(by) },
  });
}

export async function readPerson(room: Room, id: string): Read<PersonSheet> {
  const { store, by, bodies, lenders } = room;
  const person = room.people.get(id);
  if (person === undefined) return refuse({ kind: 'unknown' });
  const body = bodies.get(person.organisation);
  if (!looksAfter(by, body)) return refuse({ kind: 'out_of_reach' });
  const view = await readNetwork(room);
  if (!view.ok) return view;
  const row = view.value.people.find((one) => one.id === id);
  if (row === undefined) return refuse({ kind: 'unknown' });
  const lender = lenders.get(id);
  const held = lender === undefined ? ok([]) : await store.cases.byReservist(lender.id);
  const [asked, acts] = [await store.cases.byRequester(id), await readActs(room, id)];
  if (!held.ok || !asked.ok || !acts.ok) return DOWN;
  const holds = await readCases(store, held.value);
  if (!holds.ok) return DOWN;
  return ok({
    ...view.value,
    person: row,
    seen: markOfPerson(person, lender),
    mayChange: mayChange(by, person, body),
    holds: holds.value.filter(({ holder }) => holder === lender?.id).map((one) => rowOf(one)),
    asks: asked.value.filter(({ status }) => !ENDED.has(status) && status !== 'draft').length,
    acts: acts.value,
  });
}

export async function readHanded(room: Room, caseId: string): Read<CaseSheet> {
  const found = await reachedCase(room, caseId);
  if (!found.ok) return found;
  const state = found.value;
  const acts = await readActs(room, caseId);
  if (!acts.ok) return DOWN;
  const reservists = [...room.lenders.values()];
  const nameOf = ({ person }: Reservist) => room.people.get(person)?.name ?? '';
  const holder = reservists.find(({ id }) => id === state.holder);
  return ok({
    ...rowOf(state),
    on: state.version,
    ...(state.holder === undefined
      ? { holder: undefined }
      : {
          holder:
            holder === undefined ? { name: '', state: 'gone' } : { name: nameOf(holder), state: stateOf(room, holder) },
        }),
    mayMove: !ENDED.has(state.status),
    reservists: reservists
      .filter((one) => one.id !== state.holder && one.person !== state.requester.person)
      .map((one) => ({
        id: one.id,
        name: nameOf(one),
        body: room.bodies.get(one.organisation)?.name ?? '',
        free: isFree(room, one),
      }))
      .sort((one, other) => Number(other.free) - Number(one.free) || byName(one, other)),
    acts: acts.value,
  });
}

export async function readOpinions({ store }: Room): Read<readonly OpinionRow[]> {
  const opinions = await store.exchanges.opinions(MOST_OPINIONS);
  return opinions.ok ? opinions : DOWN;
}

export async function readActs({ store, people, bodies }: Room, about?: string): Read<readonly ActLine[]> {
  const acts = await store.network.acts(MOST_ACTS, about);
  if (!acts.ok) return DOWN;
  return ok(
    acts.value.map(({ at, kind, by, about: what, changes }) => ({
      at,
      kind,
      changes,
      by: people.get(by)?.name,
      about: people.get(what)?.name ?? bodies.get(what)?.name,
    })),
  );
}

async function countAccounts({ store }: Room): Read<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const door of DOORS) {
    const notes = await store.platformNotes.list(door, IDENTITY);
    if (!notes.ok) return DOWN;
    for (const { person } of notes.value) if (person !== undefined) counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return ok(counts);
}

function rowOfPerson({ bodies, lenders }: Room, person: Person, accounts: number): PersonRow {
  const lender = lenders.get(person.id);
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    body: bodies.get(person.organisation)?.name ?? person.organisation,
    roles: person.roles,
    directoryRoles: person.directoryRoles ?? [],
    territories: person.territories ?? [],
    accounts,
    lends: lender && lentOf(lender),
  };
}

function lentOf(lender: Reservist): Lent {
  return {
    competences: lender.competences,
    territories: lender.territories,
    week: weekText(lender.weekly, 'fr'),
    hours: lengthText(lender.monthlyMinutes),
    cases: lender.simultaneousCases,
    paused: lender.pause !== undefined,
  };
}

function isFree({ isHoliday, now }: Room, lender: Reservist): boolean {
  const from = now().getTime();
  return availabilityBetween(lender, from, from + SOON_MS, isHoliday).length > 0;
}

function stateOf({ now }: Room, { pause, absences }: Reservist): 'there' | 'away' {
  const at = now().toISOString();
  const paused = pause !== undefined && (pause.until === undefined || pause.until > at);
  return paused || absences.some(({ from, to }) => from <= at && at < to) ? 'away' : 'there';
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name.localeCompare(other.name, 'fr');
}
