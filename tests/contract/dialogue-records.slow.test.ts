import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mustBe } from '../fixtures/network.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`dialogues on PostgreSQL skipped: ${POSTGRES.skipped}`);
const NOW = '2026-11-25T08:00:00.000Z';
const LATER = '2026-11-25T12:00:00.000Z';
const record = (id: string, body: string, until = LATER) => ({ id, by: 'one', body, until });

describe.each<Places>([sqlitePlaces(), POSTGRES])('the records of dialogues: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    it('give another process what was last kept of each, until it ends or is forgotten', async () => {
      const { connect } = await places.place();
      const [one, other] = [await opened(connect()), await opened(connect())];
      mustBe(await one.dialogues.keep(record('a', '1'), record('b', '2')));
      mustBe(await other.dialogues.keep({ ...record('a', '3'), by: 'other' }));
      expect(mustBe(await one.dialogues.recall('a', NOW))).toEqual({ ...record('a', '3'), by: 'other' });
      expect(mustBe(await other.dialogues.recall('b', NOW))).toEqual(record('b', '2'));
      expect(mustBe(await other.dialogues.recall('b', LATER))).toBeUndefined();
      mustBe(await one.dialogues.forget('b'));
      expect(mustBe(await other.dialogues.recall('b', NOW))).toBeUndefined();
      mustBe(await one.dialogues.keep());
      await Promise.all([one.close(), other.close()]);
    });

    it('go with the retention once they have ended', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      mustBe(await store.dialogues.keep(record('old', '1', NOW), record('new', '2')));
      const cutoffs = { cases: NOW, exchanges: NOW, agreements: NOW, audit: NOW, candidates: NOW };
      const purged = mustBe(await store.retention.purge({ ...cutoffs, now: '2026-11-25T09:00:00.000Z' }));
      expect(purged.dialogues).toBe(1);
      expect(mustBe(await store.dialogues.recall('new', NOW))).toEqual(record('new', '2'));
      await store.close();
    });
  });
});
