import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/reserve/person.ts';
import type { Organisation, Reservist } from '../../src/reserve/reservist.ts';
import type { Backend } from '../../src/store/backend.ts';
import type { DamagedRow } from '../../src/store/create-reserve-records.ts';
import { createStore } from '../../src/store/create-store.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { Store } from '../../src/store/store.ts';
import { type Places, postgresPlaces, sqlitePlaces } from './store/places.ts';

const WRITTEN = { ok: true, value: undefined };
const person: Person = {
  id: 'p1',
  name: 'Zoé Le Gall',
  email: 'zoe@vitre.fr',
  organisation: 'o1',
  roles: ['buyer', 'coordinator'],
  directoryRoles: ['prescriber', 'administrator'],
  territories: ['35', 'R53'],
  language: 'fr',
  address: { platform: 'web', conversation: 'c1' },
};
const organisation: Organisation = { id: 'o1', name: 'Vitré', publicClass: 'commune', territories: ['35360', '35'] };
const reservist: Reservist = {
  id: 'r1',
  person: 'p1',
  organisation: 'o1',
  territories: ['35360', '35', 'R53'],
  competences: ['execution'],
  languages: ['fr', 'en'],
  timeZone: 'Europe/Paris',
  weekly: [{ day: 2, from: 540, to: 1440 }],
  absences: [{ from: '2026-12-23T23:00:00.000Z', to: '2026-12-24T23:00:00.000Z' }],
  monthlyMinutes: 240,
  simultaneousCases: 2,
  substitute: 'r2',
  pause: { until: undefined },
  conflicts: { organisations: ['o2'], suppliers: ['Dupont'] },
};

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`reserve on PostgreSQL skipped: ${POSTGRES.skipped}`);

describe.each<Places>([sqlitePlaces(), POSTGRES])('the records of the reserve: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    async function opened(backend: Backend, damaged: DamagedRow[] = []): Promise<Store> {
      await migrate(backend);
      return createStore(backend, (row) => damaged.push(row));
    }
    const stampOf = async ({ reserve }: Store) => {
      const stamp = await reserve.stamp();
      return stamp.ok ? stamp.value : stamp.error;
    };

    it('gives back what was saved, whole, to another process too; saving again replaces it', async () => {
      const { connect } = await places.place();
      const { reserve, close } = await opened(connect());
      expect(await reserve.savePerson(person)).toEqual(WRITTEN);
      expect(await reserve.saveOrganisation(organisation)).toEqual(WRITTEN);
      expect(await reserve.saveReservist(reservist)).toEqual(WRITTEN);
      const other = await opened(connect());
      expect(await other.reserve.person('p1')).toEqual({ ok: true, value: person });
      expect(await other.reserve.organisation('o1')).toEqual({ ok: true, value: organisation });
      expect(await other.reserve.reservist('r1')).toEqual({ ok: true, value: reservist });
      const bare = { ...reservist, substitute: undefined, pause: undefined, weekly: [], absences: [] };
      const unknown = { ...person, email: undefined, address: undefined };
      await other.reserve.saveReservist(bare);
      await other.reserve.savePerson(unknown);
      expect(await reserve.reservists()).toEqual({ ok: true, value: [bare] });
      expect(await reserve.people()).toEqual({ ok: true, value: [unknown] });
      expect(await reserve.organisations()).toEqual({ ok: true, value: [organisation] });
      await other.close();
      await close();
    });

    it('knows nobody by an id that was not saved, whatever the string, and takes any text', async () => {
      const { reserve, close } = await opened((await places.place()).connect());
      const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
      await fc.assert(
        fc.asyncProperty(text, text, async (id, name) => {
          expect(await reserve.person(`?${id}`)).toEqual({ ok: true, value: undefined });
          expect(await reserve.removeReservist(`?${id}`)).toEqual(WRITTEN);
          await reserve.savePerson({ ...person, name });
          expect(await reserve.person('p1')).toEqual({ ok: true, value: { ...person, name } });
        }),
        {
          numRuns: 30,
          examples: [
            ['\0', '\0'],
            ["'; drop table people; --", '\ud800'],
          ],
        },
      );
      await close();
    });

    it('changes its stamp with every change of a reservist or a body, removal too, for every process', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      const other = await opened(connect());
      const seen = [await stampOf(other)];
      const { reserve } = store;
      for (const change of [
        () => reserve.saveOrganisation(organisation),
        () => reserve.saveReservist(reservist),
        () => reserve.saveReservist(reservist),
        () => reserve.removeReservist('r1'),
      ]) {
        await change();
        seen.push(await stampOf(other));
      }
      expect(new Set(seen).size).toBe(seen.length);
      await reserve.savePerson(person);
      await reserve.people();
      expect(await stampOf(other)).toBe(seen.at(-1));
      await store.close();
      await other.close();
    });

    it('loses no change of many at once, and counts each', async () => {
      const { connect } = await places.place();
      // SQLite waits for its lock by blocking the whole process: two connections of one process would wait for each other.
      const connections = places.name === 'SQLite' ? 1 : 2;
      const stores: Store[] = [];
      for (let i = 0; i < connections; i++) stores.push(await opened(connect()));
      const saves = stores.flatMap((store, s) =>
        Array.from({ length: 20 }, (_, i) => store.reserve.saveReservist({ ...reservist, id: `r${s}-${i}` })),
      );
      expect(await Promise.all(saves)).toEqual(Array(20 * connections).fill(WRITTEN));
      const all = await stores[0]?.reserve.reservists();
      expect(all?.ok && all.value).toHaveLength(20 * connections);
      expect(await Promise.all(stores.map(stampOf))).toEqual(stores.map(() => String(20 * connections)));
      for (const store of stores) await store.close();
    });

    it('removes one and leaves the others', async () => {
      const { reserve, close } = await opened((await places.place()).connect());
      for (const id of ['r1', 'r2']) await reserve.saveReservist({ ...reservist, id });
      await reserve.savePerson(person);
      await reserve.removeReservist('r1');
      await reserve.removePerson('p1');
      expect(await reserve.reservist('r1')).toEqual({ ok: true, value: undefined });
      expect(await reserve.people()).toEqual({ ok: true, value: [] });
      expect(await reserve.reservists()).toMatchObject({ ok: true, value: [{ id: 'r2' }] });
      await close();
    });

    it('makes one person of two wherever one is named, and leaves words that read the same', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      const { db } = connect();
      const AT = '2026-11-25T09:00:00.000Z';
      for (const id of ['p1', 'p2']) await store.reserve.savePerson({ ...person, id });
      await store.reserve.saveReservist({ ...reservist, person: 'p2' });
      const progress = {
        organisation: 'o1',
        started_at: AT,
        last_at: AT,
        lessons: '[]',
        lessons_read: 1,
        best: null,
        passed_at: null,
      };
      for (const [who, module] of [
        ['p1', 'seuils'],
        ['p2', 'seuils'],
        ['p2', 'ccag'],
      ] as const)
        await db
          .insertInto('training_progress')
          .values({ ...progress, person: who, module, lessons_read: who === 'p1' ? 7 : 1 })
          .execute();
      await db
        .insertInto('cases')
        .values({
          id: 'c',
          version: 1,
          status: 'draft',
          requester: 'p2',
          organisation: 'o1',
          holder: null,
          opened_at: AT,
          since: AT,
          next_timer_at: null,
        })
        .execute();
      const body = {
        kind: 'drafted',
        at: AT,
        requester: { person: 'p2', organisation: 'o1' },
        brief: { question: 'p2' },
      };
      await db
        .insertInto('case_events')
        .values({ case_id: 'c', version: 1, at: AT, kind: 'drafted', body: JSON.stringify(body) })
        .execute();
      await store.platformNotes.put({
        platform: 'slack',
        kind: 'identity',
        key: 'T:U',
        person: 'p2',
        body: {},
        expiresAt: undefined,
      });
      await store.sessions.open({ hash: 's', person: 'p2', openedAt: AT, until: AT, idToken: undefined });
      await store.network.note({
        id: 'n',
        at: AT,
        by: 'p2',
        kind: 'pause',
        about: 'p2',
        changes: [{ field: 'roles', from: 'buyer', to: '' }],
      });
      const before = await stampOf(store);
      expect(await store.reserve.joinPeople('p2', 'p1')).toEqual(WRITTEN);
      expect(await store.reserve.joinPeople('p2', 'p1')).toEqual(WRITTEN);
      expect(await stampOf(store)).not.toEqual(before);
      expect(await store.reserve.people()).toMatchObject({ value: [{ id: 'p1' }] });
      expect(await store.reserve.reservist('r1')).toMatchObject({ value: { person: 'p1' } });
      const kept = await db
        .selectFrom('training_progress')
        .select(['person', 'module', 'lessons_read'])
        .orderBy('module')
        .execute();
      expect(kept).toEqual([
        { person: 'p1', module: 'ccag', lessons_read: 1 },
        { person: 'p1', module: 'seuils', lessons_read: 7 },
      ]);
      const [event] = await db.selectFrom('case_events').select('body').execute();
      expect(JSON.parse(event?.body ?? '')).toEqual({ ...body, requester: { person: 'p1', organisation: 'o1' } });
      expect(await store.cases.byRequester('p1')).toMatchObject({ value: [{ id: 'c' }] });
      expect(await store.platformNotes.about('p1')).toMatchObject({ value: [{ key: 'T:U' }] });
      expect(await store.sessions.session('s')).toEqual({ ok: true, value: undefined });
      expect(await store.network.acts(9, 'p1')).toEqual({
        ok: true,
        value: [
          {
            id: 'n',
            at: AT,
            by: 'p1',
            kind: 'pause',
            about: 'p1',
            changes: [{ field: 'roles', from: 'buyer', to: '' }],
          },
        ],
      });
      expect(await store.network.acts(9, 'p2')).toEqual({ ok: true, value: [] });
      await db.destroy();
      await store.close();
    });

    it('reports a damaged row by its name and still gives the others', async () => {
      const { connect } = await places.place();
      const damaged: DamagedRow[] = [];
      const { reserve, close } = await opened(connect(), damaged);
      await reserve.saveReservist(reservist);
      const backend = connect();
      const changed_at = '2026-11-25T09:00:00.000Z';
      for (const [id, body] of [
        ['bad-json', '{"id":'],
        ['bad-shape', JSON.stringify({ ...reservist, id: 'bad-shape', timeZone: 3 })],
        ['bad-id', JSON.stringify(reservist)],
      ] as const)
        await backend.db.insertInto('reservists').values({ id, body, changed_at }).execute();
      await backend.db.destroy();
      expect(await reserve.reservists()).toEqual({ ok: true, value: [reservist] });
      expect(damaged.map(({ table, id }) => [table, id])).toEqual([
        ['reservists', 'bad-id'],
        ['reservists', 'bad-json'],
        ['reservists', 'bad-shape'],
      ]);
      expect(damaged[2]?.why).toMatch(/timeZone/);
      expect(await reserve.reservist('bad-shape')).toEqual({ ok: true, value: undefined });
      await close();
    });
  });
});
