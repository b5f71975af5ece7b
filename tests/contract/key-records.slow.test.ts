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
