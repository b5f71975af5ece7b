import { setImmediate } from 'node:timers/promises';
import type { IsHoliday } from '../days/public-holidays.ts';
import type { Window } from '../days/working-hours.ts';
import { createOwnBodies, type OwnBodies } from '../reserve/bodies.ts';
import type { Person } from '../reserve/person.ts';
import type { ReserveRecords } from '../reserve/reserve-records.ts';
import type { Organisation, Reservist } from '../reserve/reservist.ts';
import { availabilityBetween } from '../reserve/working-time.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Case } from './case.ts';
import { type Load, type Match, MINUTES_PER_CASE, matchAmong, type Ready } from './match.ts';
import type { CaseRecords } from './records/case-records.ts';

export interface MatcherParts {
  readonly cases: Pick<CaseRecords, 'loads'>;
  readonly reserve: Pick<ReserveRecords, 'reservists' | 'organisations' | 'people' | 'person' | 'stamp'>;
  readonly isHoliday: IsHoliday;
  readonly promisedMinutes: number;
}

interface Prepared {
  readonly stamp: string;
  readonly until: number;
  /** Everyone as if they carried nothing. */
  readonly idle: readonly Ready[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Of each competence, the places of those who have it, in order. */
  readonly having: ReadonlyMap<string, readonly number[]>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly ownBodies: OwnBodies;
}

/** Three weeks of one reservist, for as long as nothing about them changes. */
interface Unrolled {
  readonly of: string;
  readonly until: number;
  readonly windows: readonly Window[];
}

/** How far ahead availability is computed, and when it is computed anew: an expected time is promised no further. */
const HORIZON_MS = 21 * 86_400_000;
const RENEW_MS = 7 * 86_400_000;
/** So many calendars are unrolled before the process is given back to whoever waits. */
const AT_ONCE = 100;
const NOTHING: Load = { cases: 0, minutesThisMonth: 0, askedThisMonth: 0 };

/** Who may be asked for a case, from the reserve and the loads as the store has them now. */
export function createMatcher({ cases, reserve, isHoliday, promisedMinutes }: MatcherParts) {
  let prepared: Prepared | undefined;
  let unrolled: ReadonlyMap<string, Unrolled> = new Map();

  /** Computing three weeks of everyone takes a moment: done again only for who has changed, or as the weeks go by. */
  const unroll = async (reservists: readonly Reservist[], now: number): Promise<readonly Ready[]> => {
    const next = new Map<string, Unrolled>();
    let fresh = 0;
    for (const reservist of reservists) {
      const of = JSON.stringify(reservist);
      const before = unrolled.get(reservist.id);
      if (before?.of === of && now < before.until) {
        next.set(reservist.id, before);
        continue;
      }
      if (++fresh % AT_ONCE === 0) await setImmediate();
      const windows = availabilityBetween(reservist, now, now + HORIZON_MS, isHoliday);
      next.set(reservist.id, { of, until: now + RENEW_MS, windows });
    }
    unrolled = next;
    return reservists.map((reservist) => ({
      reservist,
      windows: next.get(reservist.id)?.windows ?? [],
      load: NOTHING,
    }));
  };

  const prepare = async (now: number): Promise<Result<Prepared, StoreDown>> => {
    const stamp = await reserve.stamp();
    if (!stamp.ok) return stamp;
    if (prepared?.stamp === stamp.value && now < prepared.until) return ok(prepared);
    const reservists = await reserve.reservists();
    if (!reservists.ok) return reservists;
    const organisations = await reserve.organisations();
    if (!organisations.ok) return organisations;
    const people = await reserve.people();
    if (!people.ok) return people;
    const idle = await unroll(reservists.value, now);
    prepared = {
      stamp: stamp.value,
      until: soonest(unrolled, now + RENEW_MS),
      idle,
      placeOf: new Map(idle.map(({ reservist }, place) => [reservist.id, place])),
      having: placesByCompetence(idle),
      organisations: new Map(organisations.value.map((one) => [one.id, one])),
      ownBodies: createOwnBodies(organisations.value, lendersOf(reservists.value, people.value)),
    };
    return ok(prepared);
  };

  return async (state: Case, now: number): Promise<Result<Match, StoreDown>> => {
    const current = await prepare(now);
    if (!current.ok) return current;
    const { idle, placeOf, having, organisations } = current.value;
    const ownBodies = await ownBodiesOf(state, reserve, current.value.ownBodies);
    if (!ownBodies.ok) return ownBodies;
    const loads = await cases.loads(startOfMonth(now));
    if (!loads.ok) return loads;
    const ready = [...idle];
    for (const [id, load] of loads.value) {
      const place = placeOf.get(id);
      const one = place === undefined ? undefined : idle[place];
      if (place === undefined || one === undefined) continue;
      const { cases: held, takenSince, askedSince } = load;
      const carried = { cases: held, minutesThisMonth: takenSince * MINUTES_PER_CASE, askedThisMonth: askedSince };
      ready[place] = { ...one, load: carried };
    }
    const territories = organisations.get(state.requester.organisation)?.territories ?? [];
    const wanted = state.brief.competences;
    const able = wanted.length === 0 ? ready : placesOf(having, wanted).flatMap((place) => ready[place] ?? []);
    const find = (id: string) => ready[placeOf.get(id) ?? -1];
    const reserved = { able, unable: ready.length - able.length, find };
    return ok(matchAmong({ case: state, territories, ownBodies: ownBodies.value, promisedMinutes }, reserved, now));
  };
}

/** The ids of every body that is, or may be, the requester's own, from the store as it is now. */
export async function readOwnBodies(
  state: Case,
  reserve: Pick<ReserveRecords, 'person' | 'organisations' | 'reservists' | 'people'>,
): Promise<Result<ReadonlySet<string>, StoreDown>> {
  const organisations = await reserve.organisations();
  if (!organisations.ok) return organisations;
  const reservists = await reserve.reservists();
  if (!reservists.ok) return reservists;
  const people = await reserve.people();
  if (!people.ok) return people;
  return ownBodiesOf(state, reserve, createOwnBodies(organisations.value, lendersOf(reservists.value, people.value)));
}

/** By the requester's body when the case was written, and the one they are of now. */
async function ownBodiesOf(
  { requester }: Case,
  reserve: Pick<ReserveRecords, 'person'>,
  ownBodies: OwnBodies,
): Promise<Result<ReadonlySet<string>, StoreDown>> {
  const person = await reserve.person(requester.person);
  if (!person.ok) return person;
  const { organisation = requester.organisation, email } = person.value ?? {};
  return ok(ownBodies([...new Set([requester.organisation, organisation])], email));
}

function lendersOf(reservists: readonly Reservist[], people: readonly Person[]): readonly Person[] {
  const lend = new Set(reservists.map(({ person }) => person));
  return people.filter(({ id }) => lend.has(id));
}

function placesByCompetence(reserve: readonly Ready[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { reservist }] of reserve.entries())
    for (const competence of new Set(reservist.competences)) {
      const there = places.get(competence);
      if (there === undefined) places.set(competence, [place]);
      else there.push(place);
    }
  return places;
}

function placesOf(having: Prepared['having'], wanted: readonly string[]): readonly number[] {
  const [only, ...more] = wanted.map((competence) => having.get(competence) ?? []);
  return more.length === 0 ? (only ?? []) : [...new Set([only ?? [], ...more].flat())];
}

function soonest(unrolled: ReadonlyMap<string, Unrolled>, latest: number): number {
  let soonest = latest;
  for (const { until } of unrolled.values()) soonest = Math.min(soonest, until);
  return soonest;
}

function startOfMonth(now: number): string {
  return `${new Date(now).toISOString().slice(0, 7)}-01T00:00:00.000Z`;
}
