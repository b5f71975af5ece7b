import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeptKey } from '../../src/calls/key-records.ts';
import { mustBe } from '../fixtures/network.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`keys on PostgreSQL skipped: ${POSTGRES.skipped}`);
const key = (id: string, madeAt = '2026-11-28T08:00:00.000Z'): KeptKey => ({
  id,
  hash: `hash of ${id}`,
  prefix: 'truchement_abcdef',
  organisation: 'Ville de Vitré',
  name: 'Le logiciel des marchés',
  scopes: ['answer', 'read'],
  madeAt,
  usedAt: undefined,
  revokedAt: undefined,
});

describe.each<Places>([sqlitePlaces(), POSTGRES])('the records of keys: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    it('give back a key as it was, to another process too, the last made first', async () => {
      const { connect } = await places.place();
      const [one, other] = [await opened(connect()), await opened(connect())];
      expect(mustBe(await one.keys.add(key('a')))).toBe(true);
      expect(mustBe(await one.keys.add(key('b', '2026-11-28T09:00:00.000Z')))).toBe(true);
      expect(mustBe(await other.keys.byHash('hash of a'))).toEqual(key('a'));
      expect(mustBe(await other.keys.byHash('hash of c'))).toBeUndefined();
      expect(mustBe(await other.keys.all()).map(({ id }) => id)).toEqual(['b', 'a']);
      await Promise.all([one.close(), other.close()]);
    });

    it('stand behind limits that two processes on one database share, at once or one after the other', async () => {
      const { databaseUrl, connect } = await places.place();
      const [one, other] = [await opened(connect()), await opened(connect())];
      const [here, there] = [one.limits('calls', 10), other.limits('calls', 10)];
      const both = await Promise.all(Array.from({ length: 30 }, (_, n) => (n % 2 === 0 ? here : there).take('a')));
      // A file is served by one process.
      const shared = databaseUrl !== undefined;
      expect(both.filter(({ within }) => within)).toHaveLength(shared ? 10 : 20);
      expect(both.map(({ left }) => left).filter((left) => left === 9)).toHaveLength(shared ? 1 : 2);
      for (const [n, limit] of [here, there].entries()) {
        expect(await limit.take('b')).toMatchObject({ within: true });
        const { within, waitMs } = await limit.take('a');
        expect([within, waitMs > 0 && waitMs <= 60_000]).toEqual([false, true]);
        expect(await limit.look('a')).toMatchObject({ within: false, left: 0 });
        expect(await limit.look('b')).toMatchObject({ within: true, left: shared ? 9 - n : 9 });
      }
      expect(await one.limits('pages', 10).take('a')).toMatchObject({ within: true, left: 9 });
      await other.close();
      // The database is gone: whoever is left counts alone, and lets people in.
      await one.close();
      expect(await one.limits('calls', 10).take('c')).toMatchObject({ within: true, left: 9 });
    });

    it('add one of ten of the same id, and revoke it for one of ten', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      const ten = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, work));
      const added = await ten(() => store.keys.add(key('a')));
      expect(added.filter((one) => mustBe(one))).toHaveLength(1);
      mustBe(await store.keys.used('a', '2026-11-28T10:00:00.000Z'));
      const revoked = await ten(() => store.keys.revoke('a', '2026-11-28T11:00:00.000Z'));
      expect(revoked.filter((one) => mustBe(one))).toHaveLength(1);
      expect(mustBe(await store.keys.byHash('hash of a'))).toEqual({
        ...key('a'),
        usedAt: '2026-11-28T10:00:00.000Z',
        revokedAt: '2026-11-28T11:00:00.000Z',
      });
      expect(mustBe(await store.keys.revoke('none', '2026-11-28T11:00:00.000Z'))).toBe(false);
      await store.close();
    });
  });
});
