import { readSiret } from '../../french/checksums.ts';
import { readWeek } from '../../reserve/availability/read-week.ts';
import { bodyName } from '../../reserve/bodies.ts';
import type { ReserveChange } from '../../reserve/change.ts';
import { minutesOf } from '../../reserve/csv.ts';
import { looksAfter } from '../../reserve/reach.ts';
import type { Organisation } from '../../reserve/reservist.ts';
import { ok, type Result } from '../../result.ts';
import { sayReserveFault } from '../../text/reserve-faults.ts';
import type { ReserveFault, WeeklySlot } from '../../vocabulary/lending.ts';
import type { LendingWritten, NetworkFault } from '../../vocabulary/network.ts';
import { letGo } from '../help/forget.ts';
import type { Acted } from '../port/animating.ts';
import { reached, readTerritories } from './people-acts.ts';
import { type ActOf, DOWN, done, markOf, markOfPerson, type Planned, type Room, refuse } from './room.ts';

/** Makes a reservist of someone, or changes what one lends. */
export async function lend(room: Room, act: ActOf<'lend'>): Planned {
  const found = reached(room, act.person);
  if (!found.ok) return found;
  const person = found.value;
  const lender = room.lenders.get(person.id);
  if (act.seen !== markOfPerson(person, lender)) return refuse({ kind: 'stale' });
  const read = readLending(room, act);
  if (!read.ok) return read;
  const { weekly, minutes, cases, territories } = read.value;
  const { competences } = act;
  const { id, language, organisation } = person;
  return ok({
    about: id,
    changes: [
      { field: 'competences', ...(lender && { from: lender.competences.join(' ') }), to: competences.join(' ') },
    ],
    apply: async () => {
      const own = { organisation, territories, competences };
      const made =
        lender === undefined
          ? await room.reserve.add({
              ...own,
              person: id,
              languages: [language],
              timeZone: 'Europe/Paris',
              weekly,
              monthlyMinutes: minutes,
              simultaneousCases: cases,
            })
          : await room.reserve.change(lender.id, [
              { kind: 'profile', ...own },
              { kind: 'weekly', weekly },
              { kind: 'monthly', minutes },
              { kind: 'cap', cases },
            ]);
      return told(room, made);
    },
  });
}

export const pause = (room: Room, { person }: ActOf<'pause'>): Planned =>
  change(room, person, { kind: 'pause', until: undefined }, true);

export const resume = (room: Room, { person }: ActOf<'resume'>): Planned =>
  change(room, person, { kind: 'resume' }, false);

async function change(room: Room, person: string, wish: ReserveChange, paused: boolean): Planned {
  const found = reached(room, person);
  if (!found.ok) return found;
  const lender = room.lenders.get(person);
  if (lender === undefined) return refuse({ kind: 'stale' });
  if ((lender.pause !== undefined) === paused) return ok(undefined);
  return ok({ about: person, apply: async () => told(room, await room.reserve.change(lender.id, [wish])) });
}

/** Out of the reserve and not of the network: what they hold goes to others first. */
export async function stopLending(room: Room, { person }: ActOf<'stop_lending'>): Planned {
  const found = reached(room, person);
  if (!found.ok) return found;
  const lender = room.lenders.get(person);
  if (lender === undefined) return ok(undefined);
  return ok({
    about: person,
    apply: async () => {
      if (!(await letGo(room, lender.id))) return DOWN;
      const removed = await room.reserve.remove(lender.id);
      if (!removed.ok) return told(room, removed);
      // Offered something in between: asked for again, it is let go of too.
      return removed.value.kind === 'removed' ? ok({}) : DOWN;
    },
  });
}

export async function changeBody(room: Room, act: ActOf<'change_body'>): Planned {
  const before = room.bodies.get(act.body);
  if (before === undefined) return refuse({ kind: 'unknown' });
  if (!looksAfter(room.by, before)) return refuse({ kind: 'out_of_reach' });
  const name = act.name.trim();
  if (bodyName(name) === '') return refuse({ kind: 'needed', field: 'body' });
  const siret = readSiret(act.siret);
  if (act.siret.trim() !== '' && siret === undefined) return refuse({ kind: 'no_siret' });
  const territories = readTerritories(act.territories, room.by);
  if (!territories.ok) return territories;
  // Not by accident handed to a colleague of elsewhere.
  if (!looksAfter(room.by, { territories: territories.value })) return refuse({ kind: 'out_of_reach' });
  const same = [...room.bodies.values()].find((one) => one.id !== before.id && one.siret === siret);
  if (siret !== undefined && same !== undefined && bodyName(same.name) !== bodyName(name))
    return refuse({ kind: 'siret_taken', name: same.name });
  const publicClass = act.publicClass.trim() || before.publicClass;
  const { siret: _, ...rest } = before;
  const body: Organisation = {
    ...rest,
    name,
    publicClass,
    territories: territories.value,
    ...(siret === undefined ? {} : { siret }),
  };
  if (markOf(body) === markOf({ ...rest, ...(before.siret === undefined ? {} : { siret: before.siret }) }))
    return ok(undefined);
  if (act.seen !== markOf(before)) return refuse({ kind: 'stale' });
  const fields = ['name', 'siret', 'publicClass'] as const;
  const texts = [
    ...fields.map((field) => [field, before[field], body[field]] as const),
    ['territories', before.territories.join(' '), territories.value.join(' ')] as const,
  ];
  return ok({
    about: before.id,
    changes: texts.filter(([, from, to]) => from !== to).map(([field, from = '', to = '']) => ({ field, from, to })),
    apply: async () => {
      const saved = await room.store.reserve.saveOrganisation(body);
      return saved.ok ? done(await room.store.reserve.uniteBodies()) : DOWN;
    },
  });
}

function readLending(room: Room, { week, hours, cases, territories }: LendingWritten) {
  const weekly: readonly WeeklySlot[] | undefined = readWeek(week);
  if (weekly === undefined) return refuse({ kind: 'no_week' });
  const minutes = minutesOf(hours.trim().replace(/\s+/g, ' '));
  if (minutes === undefined) return refuse({ kind: 'no_hours' });
  if (!/^\d{1,2}$/.test(cases.trim())) return refuse({ kind: 'no_cases' });
  const codes = readTerritories(territories, room.by);
  return codes.ok ? ok({ weekly, minutes, cases: Number(cases), territories: codes.value }) : codes;
}

function told({ by }: Room, kept: Result<unknown, ReserveFault>): Result<Acted, NetworkFault> {
  if (kept.ok) return ok({});
  if (kept.error.kind === 'store_down') return DOWN;
  return refuse({ kind: 'unfit', why: sayReserveFault(kept.error, by.language) });
}
