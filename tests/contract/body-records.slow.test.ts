import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BodyTable, TableChange } from '../../src/bodies/body-table.ts';
import type { Store } from '../../src/store/store.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces, WRITTEN } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`tables of bodies on PostgreSQL skipped: ${POSTGRES.skipped}`);

const at = '2026-11-25T09:00:00.000Z';
const table = (organisation: string, version: number): BodyTable => ({
  organisation,
  version,
  at,
  rows: [{ cpv: ['39'], family: `été ${version}`, buyer: 'Nadia' }],
});
const change = (organisation: string, version: number): TableChange => ({
  organisation,
  version,
  at,
  by: 'anne',
  what: version === 1 ? 'replaced' : 'edited',
  rows: 1,
});
const CONFLICT = { ok: false, error: { kind: 'version_conflict' } };

describe.each<Places>([sqlitePlaces(), POSTGRES])('tables of bodies in a store: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    let store: Store;
    beforeAll(async () => {
      await places.begin();
      store = await opened((await places.place()).connect());
    });
    afterAll(async () => {
      await store.close();
      await places.end();
    });
    const save = (organisation: string, version: number) =>
      store.bodies.save(table(organisation, version), change(organisation, version));

    it('are one a body, changed on the version before alone, and what was done is kept', async () => {
      expect(await save('a', 1)).toEqual(WRITTEN);
      expect(await save('a', 2)).toEqual(WRITTEN);
      expect(await save('a', 2)).toEqual(CONFLICT);
      expect(await save('a', 1)).toEqual(CONFLICT);
      const both = await Promise.all([save('a', 3), save('a', 3)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await store.bodies.find('a')).toEqual({ ok: true, value: table('a', 3) });
      expect(await store.bodies.find('b\0')).toEqual({ ok: true, value: undefined });
      const done = await store.bodies.changes('a');
      expect(done.ok && done.value.map(({ version }) => version)).toEqual([3, 2, 1]);
    });

    it('go with a body that turns out to be another', async () => {
      const body = { publicClass: 'commune', territories: [], siret: '21350001900017' };
      await store.reserve.saveOrganisation({ ...body, id: 'one', name: 'Vitré' });
      await store.reserve.saveOrganisation({ ...body, id: 'two', name: 'Vitré' });
      await save('two', 1);
      expect(await store.reserve.uniteBodies()).toEqual({ ok: true, value: 1 });
      expect(await store.bodies.find('one')).toEqual({ ok: true, value: table('one', 1) });
      expect(await store.bodies.find('two')).toEqual({ ok: true, value: undefined });
    });

    it('name nobody who asked to be forgotten', async () => {
      const same = <T>(one: T) => one;
      await store.retention.erase({
        person: 'anne',
        alias: 'forgotten:1',
        reservist: undefined,
        event: same,
        notice: same,
        seal: same,
      });
      const done = await store.bodies.changes('a');
      expect(done.ok && done.value.every(({ by }) => by === 'forgotten:1')).toBe(true);
    });
  });
});
