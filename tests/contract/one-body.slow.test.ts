import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../../src/store/create-store.ts';
import { mergedBodies } from '../../src/store/merge-bodies.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { type Places, postgresPlaces, sqlitePlaces } from './store/places.ts';

const VERN = '21350238800019';
const AT = '2026-11-25T09:00:00.000Z';
const before = MIGRATIONS.slice(
  0,
  MIGRATIONS.findIndex(({ name }) => name.endsWith('one-body')),
);

/** A database as it stood: the file's body under a random id, the directory's under its number, the same town. */
const OLD: readonly (readonly [table: string, row: Readonly<Record<string, unknown>>])[] = [
  [
    'organisations',
    kept({ id: 'uuid-vern', name: 'Ville de Vern', publicClass: 'commune', territories: ['35352', '35'] }),
  ],
  ['organisations', kept({ id: VERN, name: 'Ville de VERN', publicClass: 'organisme public', territories: ['35'] })],
  ['organisations', kept({ id: 'far', name: 'Ville de Vern', publicClass: 'commune', territories: ['97411', '974'] })],
  ['organisations', { id: 'damaged', body: '{', changed_at: AT }],
  ['people', kept(person('paul', 'uuid-vern'))],
  ['people', kept(person('claire', VERN))],
  ['people', kept(person('zoe', 'far'))],
  [
    'reservists',
    kept({
      id: 'r-paul',
      person: 'paul',
      organisation: 'uuid-vern',
      territories: ['35'],
      competences: ['execution'],
      languages: ['fr'],
      timeZone: 'Europe/Paris',
      weekly: [],
      absences: [],
      monthlyMinutes: 60,
      simultaneousCases: 1,
      conflicts: { organisations: [VERN, 'uuid-vern', 'far'], suppliers: ['uuid-vern'] },
    }),
  ],
  [
    'cases',
    { id: 'c', version: 1, status: 'draft', requester: 'claire', organisation: 'uuid-vern', opened_at: AT, since: AT },
  ],
  [
    'case_events',
    {
      case_id: 'c',
      version: 1,
      at: AT,
      kind: 'drafted',
      body: JSON.stringify({
        kind: 'drafted',
        at: AT,
        requester: { person: 'claire', organisation: 'uuid-vern', role: 'buyer', address: {} },
        brief: { question: 'uuid-vern' },
      }),
    },
  ],
  [
    'training_progress',
    {
      person: 'paul',
      module: 'm',
      organisation: 'uuid-vern',
      started_at: AT,
      last_at: AT,
      lessons: '[]',
      lessons_read: 0,
    },
  ],
  [
    'training_learners',
    { person: 'paul', version: 1, body: JSON.stringify({ organisation: 'uuid-vern' }), changed_at: AT },
  ],
  [
    'agreement_events',
    { agreement: 'a', version: 1, at: AT, kind: 'k', body: JSON.stringify({ by: { organisation: 'uuid-vern' } }) },
  ],
  [
    'platform_notes',
    { platform: 'slack', kind: 'k', key: 'k', at: AT, body: JSON.stringify([{ organisation: 'uuid-vern' }]) },
  ],
];

function person(id: string, organisation: string) {
  return { id, name: id, organisation, roles: ['buyer'], language: 'fr' };
}

function kept(body: { readonly id: string; readonly [more: string]: unknown }) {
  return { id: body.id, body: JSON.stringify(body), changed_at: AT };
}

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`bodies on PostgreSQL skipped: ${POSTGRES.skipped}`);

describe.each<Places>([sqlitePlaces(), POSTGRES])('bodies that are one: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    it('are made one by the migration of an old database, with all that names them', async () => {
      const { connect } = await places.place();
      const old = connect();
      await migrate(old, before);
      for (const [table, row] of OLD)
        await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))}) values (${sql.join(Object.values(row))})`.execute(
          old.db,
        );
      await old.db.destroy();

      const backend = connect();
      await migrate(backend);
      const bodyOf = async (table: string) => {
        const { rows } = await sql<{ readonly body: string }>`select body from ${sql.table(table)}`.execute(backend.db);
        return JSON.parse(rows[0]?.body ?? '');
      };
      const store = createStore(backend, () => undefined);
      const organisations = await store.reserve.organisations();
      expect(organisations.ok && organisations.value).toEqual([
        { id: VERN, name: 'Ville de VERN', siret: VERN, publicClass: 'organisme public', territories: ['35'] },
        expect.objectContaining({ id: 'far' }),
      ]);
      const people = await store.reserve.people();
      expect(people.ok && people.value.map(({ id, organisation }) => [id, organisation])).toEqual([
        ['claire', VERN],
        ['paul', VERN],
        ['zoe', 'far'],
      ]);
      const reservist = await store.reserve.reservist('r-paul');
      expect(reservist.ok && reservist.value).toMatchObject({
        organisation: VERN,
        conflicts: { organisations: [VERN, 'far'], suppliers: ['uuid-vern'] },
      });
      const own = await store.cases.byRequester('claire');
      expect(own.ok && own.value).toMatchObject([{ organisation: VERN }]);
      expect(await bodyOf('case_events')).toMatchObject({
        requester: { organisation: VERN },
        brief: { question: 'uuid-vern' },
      });
      expect(await bodyOf('training_learners')).toEqual({ organisation: VERN });
      expect(await bodyOf('agreement_events')).toEqual({ by: { organisation: VERN } });
      expect(await bodyOf('platform_notes')).toEqual([{ organisation: VERN }]);
      const progress = await sql<{ readonly organisation: string }>`select organisation from training_progress`.execute(
        backend.db,
      );
      expect(progress.rows).toEqual([{ organisation: VERN }]);
      expect(await store.reserve.uniteBodies()).toEqual({ ok: true, value: 0 });
      await store.close();
    });
  });
});

describe('which bodies are one', () => {
  const body = (id: string, name: string, siret?: string, territories: readonly string[] = []) => ({
    id,
    name,
    siret,
    publicClass: 'commune',
    territories,
  });

  it('a named one stays in the place of one known by its number', () => {
    const { instead, kept: stays } = mergedBodies([body(VERN, `SIRET ${VERN}`, VERN), body('v', 'Vern', VERN)]);
    expect([...instead]).toEqual([[VERN, 'v']]);
    expect(stays).toEqual([]);
  });

  it('two establishments stay two, and one name without a number between two numbers stays apart', () => {
    const two = [body('a', 'Vern', VERN), body('b', 'Vern', '21350238800175'), body('c', 'Vern')];
    expect([...mergedBodies(two).instead]).toEqual([]);
  });

  it('of two towns of one name, neither takes the number of a third that may be either', () => {
    const towns = [
      body('a', 'Vern', undefined, ['35']),
      body('b', 'Vern', undefined, ['974']),
      body('c', 'Vern', VERN),
    ];
    expect([...mergedBodies(towns).instead]).toEqual([]);
  });

  it('two names without a number are not made one: bars take them for one, and that can be undone', () => {
    expect([...mergedBodies([body('a', 'Vern'), body('b', 'VERN')]).instead]).toEqual([]);
  });
});
