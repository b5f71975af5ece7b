import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlannedNeed } from '../../src/programming/planned-need.ts';
import type { Store } from '../../src/store/store.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces, WRITTEN } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`programmes on PostgreSQL skipped: ${POSTGRES.skipped}`);

const need = (id: string, version = 1, more: Partial<PlannedNeed> = {}): PlannedNeed => ({
  id,
  organisation: 'a',
  year: 2027,
  version,
  by: 'anne',
  at: '2026-11-25T09:00:00.000Z',
  words: '30 chaises pour Anne, 4 000 €',
  title: '30 chaises',
  family: 'mobilier',
  amount: 4000,
  wanted: '2027-09-01',
  ...more,
});
const CONFLICT = { ok: false, error: { kind: 'version_conflict' } };

describe.each<Places>([sqlitePlaces(), POSTGRES])('programmes in a store: $name', (places) => {
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

    it('keep a need once a key, changed and taken out on the version that was looked at alone', async () => {
      const { programme } = store;
      expect(await programme.save(need('one'), 'k')).toEqual(WRITTEN);
      expect(await programme.save(need('two'), 'k')).toEqual({ ok: false, error: { kind: 'done_before', ref: 'one' } });
      expect(await programme.save(need('one'), undefined)).toEqual(CONFLICT);
      expect(await programme.save(need('one', 2, { title: 'chaises' }), undefined)).toEqual(WRITTEN);
      const both = await Promise.all([3, 3].map((version) => programme.save(need('one', version), undefined)));
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      await programme.save(need('other', 1, { organisation: 'b', by: 'bob' }), undefined);
      expect(await programme.of('a')).toEqual({ ok: true, value: [need('one', 3)] });
      expect(await programme.by('bob')).toMatchObject({ ok: true, value: [{ id: 'other' }] });
      expect(await programme.find('no\0ne')).toEqual({ ok: true, value: undefined });
      expect(await programme.remove('one', 2)).toEqual(CONFLICT);
      expect(await programme.remove('one', 3)).toEqual(WRITTEN);
      expect(await programme.of('a')).toEqual({ ok: true, value: [] });
    });

    it('follow a body that turns out to be another, and name nobody who asked to be forgotten', async () => {
      const body = { publicClass: 'commune', territories: [], siret: '21350001900017' };
      await store.reserve.saveOrganisation({ ...body, id: 'first', name: 'Vitré' });
      await store.reserve.saveOrganisation({ ...body, id: 'second', name: 'Vitré' });
      await store.programme.save(need('moved', 1, { organisation: 'second' }), undefined);
      expect(await store.reserve.uniteBodies()).toEqual({ ok: true, value: 1 });
      expect(await store.programme.of('first')).toMatchObject({ ok: true, value: [{ id: 'moved' }] });
      const same = <T>(one: T) => one;
      await store.retention.erase({
        person: 'anne',
        alias: 'forgotten:1',
        reservist: undefined,
        event: same,
        notice: same,
        seal: (text) => text.replaceAll('Anne', '…'),
      });
      const left = await store.programme.of('first');
      expect(left).toMatchObject({
        ok: true,
        value: [{ by: 'forgotten:1', words: '30 chaises pour …, 4 000 €', family: 'mobilier' }],
      });
    });

    it('go once nobody changed them for as long as what is over is kept', async () => {
      const at = '2027-01-01T00:00:00.000Z';
      const cutoffs = { now: at, exchanges: at, cases: at, agreements: at, audit: at, candidates: at };
      const purged = await store.retention.purge(cutoffs as Parameters<typeof store.retention.purge>[0]);
      expect(purged.ok && purged.value.planned_needs).toBe(2);
    });
  });
});
