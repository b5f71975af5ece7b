import { describe, expect, it } from 'vitest';
import type { CaseSummary } from '../../../src/handoff/records/case-records.ts';
import type { ReserveChange } from '../../../src/reserve/change.ts';
import { createReserve, type Joining } from '../../../src/reserve/manage.ts';
import type { Person } from '../../../src/reserve/person.ts';
import type { ReserveRecords } from '../../../src/reserve/reserve-records.ts';
import type { Organisation, Reservist } from '../../../src/reserve/reservist.ts';
import { ok } from '../../../src/result.ts';
import { sayReserveFault } from '../../../src/text/reserve-faults.ts';
import { NOW } from './reading.ts';

const person = (id: string): Person => ({
  id,
  name: id,
  email: undefined,
  organisation: 'o',
  roles: ['buyer'],
  language: 'fr',
  address: undefined,
});
const joining: Joining = {
  person: 'p1',
  organisation: 'o',
  territories: ['35'],
  competences: ['execution'],
  languages: ['fr'],
  timeZone: 'Europe/Paris',
  weekly: [{ day: 2, from: 540, to: 720 }],
  monthlyMinutes: 240,
  simultaneousCases: 2,
};

/** The reserve over plain maps, with one body, two people and the cases that are in hand. */
function made(held: readonly CaseSummary[] = []) {
  const people = new Map([person('p1'), person('p2')].map((one) => [one.id, one]));
  const bodies = new Map<string, Organisation>([['o', { id: 'o', name: 'O', publicClass: '', territories: [] }]]);
  const reservists = new Map<string, Reservist>();
  const records: ReserveRecords = {
    person: async (id) => ok(people.get(id)),
    organisation: async (id) => ok(bodies.get(id)),
    reservist: async (id) => ok(reservists.get(id)),
    people: async () => ok([...people.values()]),
    organisations: async () => ok([...bodies.values()]),
    reservists: async () => ok([...reservists.values()]),
    savePerson: async (one) => ok(void people.set(one.id, one)),
    saveOrganisation: async (one) => ok(void bodies.set(one.id, one)),
    saveReservist: async (one) => ok(void reservists.set(one.id, one)),
    removePerson: async (id) => ok(void people.delete(id)),
    removeReservist: async (id) => ok(void reservists.delete(id)),
    uniteBodies: async () => ok(0),
    joinPeople: async () => ok(undefined),
    stamp: async () => ok('0'),
  };
  let n = 0;
  const inHand = { now: held };
  const reserve = createReserve({
    records,
    cases: { byReservist: async () => ok(inHand.now), hurryQueue: async () => ok(undefined) },
    competences: new Set(['execution', 'ccag']),
    now: () => NOW,
    newId: () => `r${++n}`,
  });
  return { reserve, reservists, inHand };
}

const summary: CaseSummary = {
  id: 'case1',
  status: 'in_progress',
  requester: 'x',
  organisation: 'o2',
  holder: 'r1',
  openedAt: '',
  since: '',
};

describe('the reserve', () => {
  it('takes in someone who is known, once', async () => {
    const { reserve, reservists } = made();
    expect(await reserve.add({ ...joining, person: 'nobody' })).toEqual({
      ok: false,
      error: { kind: 'unknown_person', what: 'nobody' },
    });
    expect(await reserve.add(joining)).toMatchObject({
      ok: true,
      value: { id: 'r1', person: 'p1', absences: [], pause: undefined },
    });
    expect(await reserve.add(joining)).toEqual({ ok: false, error: { kind: 'already_reservist', reservist: 'r1' } });
    expect([...reservists.keys()]).toEqual(['r1']);
  });

  it.each<[string, ReserveChange]>([
    ['unknown_competence', { kind: 'profile', competences: ['execution', 'poterie'] }],
    ['no_competence', { kind: 'profile', competences: [] }],
    ['no_language', { kind: 'profile', languages: [] }],
    ['unknown_time_zone', { kind: 'profile', timeZone: 'Europe/Rennes' }],
    ['unknown_organisation', { kind: 'profile', organisation: 'elsewhere' }],
    ['bad_territory', { kind: 'profile', territories: ['35', 'Bretagne'] }],
    ['slot_ends_before_start', { kind: 'weekly', weekly: [{ day: 1, from: 720, to: 540 }] }],
    ['slot_out_of_day', { kind: 'weekly', weekly: [{ day: 1, from: 540, to: 1500 }] }],
    [
      'slots_overlap',
      {
        kind: 'weekly',
        weekly: [
          { day: 1, from: 540, to: 720 },
          { day: 1, from: 700, to: 800 },
        ],
      },
    ],
    [
      'absence_ends_before_start',
      { kind: 'add_absences', absences: [{ from: '2026-12-02T00:00:00Z', to: '2026-12-01T00:00:00Z' }] },
    ],
    ['absence_unreadable', { kind: 'add_absences', absences: [{ from: 'demain', to: '2026-12-01T00:00:00Z' }] }],
    ['pause_is_past', { kind: 'pause', until: '2026-11-24T00:00:00Z' }],
    ['monthly_out_of_range', { kind: 'monthly', minutes: -60 }],
    ['monthly_out_of_range', { kind: 'monthly', minutes: 60_000 }],
    ['cap_out_of_range', { kind: 'cap', cases: 0 }],
    ['cap_out_of_range', { kind: 'cap', cases: 1.5 }],
    ['own_substitute', { kind: 'substitute', reservist: 'r1' }],
    ['unknown_substitute', { kind: 'substitute', reservist: 'r9' }],
    ['unknown_organisation', { kind: 'conflicts', organisations: ['elsewhere'], suppliers: [] }],
  ])('refuses %s, says so in both languages, and keeps what stood', async (kind, change) => {
    const { reserve, reservists } = made();
    await reserve.add(joining);
    const before = reservists.get('r1');
    const refused = await reserve.change('r1', [{ kind: 'cap', cases: 5 }, change]);
    expect(refused).toMatchObject({ ok: false, error: { kind } });
    expect(reservists.get('r1')).toEqual(before);
    if (refused.ok) return;
    expect(sayReserveFault(refused.error, 'fr')).toMatch(/^\p{Lu}.*\.$|^«/u);
    expect(sayReserveFault(refused.error, 'en')).not.toBe(sayReserveFault(refused.error, 'fr'));
  });

  it('joins absences, takes them back in part, and forgets those that are over', async () => {
    const { reserve } = made();
    await reserve.add(joining);
    const absence = (from: string, to: string) => ({
      from: `2026-${from}T00:00:00.000Z`,
      to: `2026-${to}T00:00:00.000Z`,
    });
    await reserve.change('r1', [
      { kind: 'add_absences', absences: [absence('12-10', '12-20'), absence('12-18', '12-24')] },
    ]);
    const changed = await reserve.change('r1', [
      { kind: 'add_absences', absences: [absence('11-01', '11-03')] },
      { kind: 'remove_absence', absence: absence('12-12', '12-14') },
    ]);
    expect(changed.ok && changed.value.absences).toEqual([
      absence('11-01', '11-03'),
      absence('12-10', '12-12'),
      absence('12-14', '12-24'),
    ]);
    const later = await reserve.change('r1', []);
    expect(later.ok && later.value.absences).toHaveLength(2);
  });

  it('pauses, resumes, names a substitute and ties', async () => {
    const { reserve } = made();
    await reserve.add(joining);
    await reserve.add({ ...joining, person: 'p2' });
    const changed = await reserve.change('r1', [
      { kind: 'pause', until: '2026-12-01T00:00:00Z' },
      { kind: 'substitute', reservist: 'r2' },
      { kind: 'conflicts', organisations: ['o'], suppliers: ['Dupont'] },
    ]);
    expect(changed).toMatchObject({
      value: { pause: { until: '2026-12-01T00:00:00Z' }, substitute: 'r2', conflicts: { suppliers: ['Dupont'] } },
    });
    expect(await reserve.change('r1', [{ kind: 'resume' }])).toMatchObject({ value: { pause: undefined } });
    expect(await reserve.change('r9', [])).toEqual({ ok: false, error: { kind: 'unknown_reservist' } });
  });

  it('lets nobody go while something is in their hands, but sends them nothing more', async () => {
    const { reserve, reservists, inHand } = made([summary]);
    await reserve.add(joining);
    await reserve.add({ ...joining, person: 'p2' });
    await reserve.change('r2', [{ kind: 'substitute', reservist: 'r1' }]);
    expect(await reserve.remove('r1')).toEqual({ ok: true, value: { kind: 'release_first', cases: ['case1'] } });
    expect(reservists.get('r1')?.pause).toEqual({ until: undefined });
    inHand.now = [];
    expect(await reserve.remove('r1')).toEqual({ ok: true, value: { kind: 'removed' } });
    expect([...reservists.keys()]).toEqual(['r2']);
    expect(reservists.get('r2')?.substitute).toBeUndefined();
    expect(await reserve.remove('r1')).toEqual({ ok: false, error: { kind: 'unknown_reservist' } });
  });
});
