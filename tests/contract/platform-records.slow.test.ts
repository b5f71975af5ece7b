import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InboundEvent } from '../../src/intake/inbound-records.ts';
import type { Store } from '../../src/store/store.ts';
import { mustBe } from '../fixtures/network.ts';
import { opened, type Place, type Places, postgresPlaces, sqlitePlaces } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`platform records on PostgreSQL skipped: ${POSTGRES.skipped}`);

const T0 = '2026-11-25T09:00:00.000Z';
const T1 = '2026-11-25T09:00:10.000Z';
const T2 = '2026-11-25T09:01:00.000Z';

const lease = (until: string, holder = 'one') => ({ holder, until });

const event = (id: string, lane = 'a', more: Partial<InboundEvent> = {}): InboundEvent => ({
  platform: 'slack',
  event: id,
  lane,
  arrival: `${T0}-${id}`,
  at: T0,
  body: { text: `l’été ${id}\0` },
  ...more,
});

describe.each<Places>([sqlitePlaces(), POSTGRES])('what the chat platforms keep: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    let place: Place;
    let store: Store;
    beforeAll(() => places.begin());
    afterAll(() => places.end());
    const begin = async () => {
      place = await places.place();
      store = await opened(place.connect());
    };

    /** SQLite waits for a lock by blocking the process, which here would be both: one after the other then. */
    async function atOnce<T>(stores: readonly Store[], act: (one: Store) => Promise<T>): Promise<readonly T[]> {
      if (places.name !== 'SQLite') return Promise.all(stores.map(act));
      const done: T[] = [];
      for (const one of stores) done.push(await act(one));
      return done;
    }

    it('knows an event the second time, in one call, in another and in another process', async () => {
      await begin();
      const other = await opened(place.connect());
      expect(mustBe(await store.inbound.keep([event('1'), event('1')], [], lease(T1)))).toEqual(['first', 'seen']);
      const both = await atOnce([store, other], (one) => one.inbound.keep([event('2', 'b')], [], lease(T1)));
      expect(both.flatMap(mustBe).sort()).toEqual(['first', 'seen']);
      mustBe(await store.inbound.keep([], [event('1')], lease(T1)));
      expect(mustBe(await other.inbound.keep([event('1')], [], lease(T1, 'other')))).toEqual(['seen']);
      expect(
        mustBe(await other.inbound.keep([event('1', 'a', { platform: 'teams' })], [], lease(T1, 'other'))),
      ).toEqual(['first']);
      await other.close();
      await store.close();
    });

    it('puts several notes at once, the last of those with one key, in the place of what was there', async () => {
      await begin();
      const note = (key: string, body: unknown, person?: string) =>
        ({ platform: 'teams', kind: 'k', key, person, body, expiresAt: undefined }) as const;
      mustBe(await store.platformNotes.put(note('a', 'before', 'bob')));
      mustBe(await store.platformNotes.putAll([note('a', 'after'), note('b', 1), note('b', 2)]));
      mustBe(await store.platformNotes.putAll([]));
      const all = mustBe(await store.platformNotes.list('teams', 'k'));
      expect(all.map(({ key, body, person }) => [key, body, person])).toEqual([
        ['a', 'after', undefined],
        ['b', 2, undefined],
      ]);
      await store.close();
    });

    it('says which event has an older one of its thread under way, and gives the oldest first', async () => {
      await begin();
      expect(mustBe(await store.inbound.keep([event('1'), event('2'), event('3', 'b')], [], lease(T1)))).toEqual([
        'first',
        'behind',
        'first',
      ]);
      expect(mustBe(await store.inbound.take(T0, 10, lease(T2)))).toEqual([]);
      const taken = mustBe(await store.inbound.take(T1, 10, lease(T2)));
      expect(taken).toEqual([
        { ...event('1'), attempts: 1 },
        { ...event('3', 'b'), attempts: 1 },
      ]);
      expect(mustBe(await store.inbound.take(T1, 10, lease(T2)))).toEqual([]);
      mustBe(await store.inbound.failed(event('3', 'b'), 'unknown channel', undefined));
      mustBe(await store.inbound.keep([], [event('1')], lease(T1)));
      expect(mustBe(await store.inbound.take(T1, 10, lease(T2))).map((one) => one.event)).toEqual(['2']);
      mustBe(await store.inbound.failed(event('2'), 'rate limited', T0));
      expect(mustBe(await store.inbound.take(T1, 10, lease(T2)))).toMatchObject([{ event: '2', attempts: 2 }]);
      expect(mustBe(await store.inbound.underWay())).toBe(1);
      await store.close();
    });

    it('gives an event to one process at a time, for as long as its lease is renewed', async () => {
      await begin();
      const other = await opened(place.connect());
      const lanes = Array.from({ length: 40 }, (_, i) => event(`e${i}`, `lane ${i}`));
      mustBe(await store.inbound.keep(lanes, [], lease(T0)));
      const taken = await atOnce([store, other], (one) => one.inbound.take(T0, 40, lease(T1)));
      const ids = taken.flatMap(mustBe).map((one) => one.event);
      expect(ids).toHaveLength(40);
      expect(new Set(ids).size).toBe(40);
      mustBe(await store.inbound.renew(lanes, lease(T2)));
      expect(mustBe(await other.inbound.take(T1, 40, lease(T2, 'other')))).toEqual([]);
      mustBe(await store.inbound.keep([], lanes, lease(T2)));
      mustBe(await store.inbound.renew(lanes, lease(T2)));
      expect(mustBe(await other.inbound.take('2027-01-01T00:00:00.000Z', 40, lease(T2, 'other')))).toEqual([]);
      await other.close();
      await store.close();
    });

    it('purges events once handled, and notes past their end', async () => {
      await begin();
      mustBe(await store.inbound.keep([event('1'), event('2', 'b')], [], lease(T1)));
      mustBe(await store.inbound.keep([], [event('1')], lease(T1)));
      const note = { platform: 'slack', kind: 'card', person: undefined, body: {} };
      mustBe(await store.platformNotes.put({ ...note, key: 'old', expiresAt: T0 }));
      mustBe(await store.platformNotes.put({ ...note, key: 'kept', expiresAt: undefined }));
      const cutoffs = { cases: T2, exchanges: T2, agreements: T2, audit: T2, candidates: T2, now: T2 };
      expect(mustBe(await store.retention.purge(cutoffs))).toMatchObject({ inbound: 1, platform_notes: 1 });
      expect(mustBe(await store.inbound.underWay())).toBe(1);
      expect(mustBe(await store.platformNotes.list('slack', 'card')).map(({ key }) => key)).toEqual(['kept']);
      await store.close();
    });

    it('puts, replaces, lists, finds by person and removes notes, whatever the strings', async () => {
      await begin();
      const { platformNotes: notes } = store;
      const one = {
        platform: 'teams',
        kind: 'reference',
        key: 'T1:É ’%_"',
        person: 'anne',
        body: { a: [1, 'x\0'] },
        expiresAt: undefined,
      };
      mustBe(await notes.put(one));
      mustBe(await notes.put({ ...one, body: null, expiresAt: T2 }));
      mustBe(await notes.put({ ...one, key: 'T2:b', person: undefined }));
      mustBe(await notes.put({ ...one, platform: 'slack', kind: 'other' }));
      expect(mustBe(await notes.get(one))).toEqual({ ...one, body: null, expiresAt: T2 });
      expect(mustBe(await notes.get({ ...one, key: 'nothing\0' }))).toBeUndefined();
      expect(mustBe(await notes.list('teams', 'reference'))).toHaveLength(2);
      expect(mustBe(await notes.list('teams', 'reference', 'T1:')).map(({ key }) => key)).toEqual([one.key]);
      expect(mustBe(await notes.about('anne')).map(({ platform }) => platform)).toEqual(['slack', 'teams']);
      mustBe(await notes.remove(one));
      expect(mustBe(await notes.get(one))).toBeUndefined();
      mustBe(
        await store.retention.erase({
          person: 'anne',
          alias: 'x',
          reservist: undefined,
          event: (kept) => kept,
          notice: (kept) => kept,
          seal: (one) => one,
        }),
      );
      expect(mustBe(await notes.about('anne'))).toEqual([]);
      await store.close();
    });
  });
});
