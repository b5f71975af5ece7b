import { createHash } from 'node:crypto';
import type { Reserve } from '../../reserve/manage.ts';
import type { Person } from '../../reserve/person.ts';
import type { Organisation, Reservist } from '../../reserve/reservist.ts';
import { isCoordinator } from '../../reserve/signed-in.ts';
import { err, ok, type Result } from '../../result.ts';
import type { HelpFault } from '../../vocabulary/cases.ts';
import type { NetworkAct, NetworkFault } from '../../vocabulary/network.ts';
import type { HelpingParts } from '../help/parts.ts';
import type { Acted } from '../port/animating.ts';
import type { NoteOfAct } from '../records/network-records.ts';
import type { NetworkStore } from '../records/network-store.ts';

export interface AnimatingParts
  extends Pick<HelpingParts, 'cases' | 'competences' | 'policy' | 'isHoliday' | 'now' | 'newId'> {
  readonly store: NetworkStore;
  readonly reserve: Reserve;
  /** Erases a person, wherever something of them is kept. */
  readonly forget: (person: string) => Promise<Result<undefined, HelpFault>>;
}

/** A coordinator at work, with everyone of the network as they are now. */
export interface Room extends AnimatingParts {
  readonly by: Person;
  readonly people: ReadonlyMap<string, Person>;
  readonly bodies: ReadonlyMap<string, Organisation>;
  /** By person. */
  readonly lenders: ReadonlyMap<string, Reservist>;
}

/** What an act would do, looked at and not done yet. */
interface Plan {
  readonly about: string;
  readonly changes?: NoteOfAct['changes'];
  readonly apply: () => Promise<Result<Acted, NetworkFault>>;
}

/** Undefined: all stands as it is asked for. */
export type Planned = Promise<Result<Plan | undefined, NetworkFault>>;
export type ActOf<K extends NetworkAct['kind']> = Extract<NetworkAct, { readonly kind: K }>;

export const refuse = (fault: NetworkFault): Result<never, NetworkFault> => err(fault);
export const DOWN = refuse({ kind: 'store_down' });

export async function openRoom(parts: AnimatingParts, by: string): Promise<Result<Room, NetworkFault>> {
  const { reserve } = parts.store;
  const [people, bodies, reservists] = [
    await reserve.people(),
    await reserve.organisations(),
    await reserve.reservists(),
  ];
  if (!people.ok || !bodies.ok || !reservists.ok) return DOWN;
  const person = people.value.find(({ id }) => id === by);
  if (person === undefined || !isCoordinator(person)) return refuse({ kind: 'not_coordinator' });
  return ok({
    ...parts,
    by: person,
    people: new Map(people.value.map((one) => [one.id, one])),
    bodies: new Map(bodies.value.map((one) => [one.id, one])),
    lenders: new Map(reservists.value.map((one) => [one.person, one])),
  });
}

/** Of what a form showed: sent back with it, so that what has changed since is not overwritten. */
export function markOf(...shown: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16);
}

/** Of somebody: their address is where they last wrote from, and no page shows it. */
export function markOfPerson({ address: _, ...person }: Person, reservist: Reservist | undefined): string {
  return markOf(person, reservist);
}

/** What the store answered, as an act that came to nothing else. */
export function done(kept: Result<unknown, unknown>, acted: Acted = {}): Result<Acted, NetworkFault> {
  return kept.ok ? ok(acted) : DOWN;
}
