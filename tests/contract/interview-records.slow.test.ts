import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InterviewRecord } from '../../src/interviews/interview-records.ts';
import type { Store } from '../../src/store/store.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces, WRITTEN } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`interviews on PostgreSQL skipped: ${POSTGRES.skipped}`);

const at = '2026-11-25T09:00:00.000Z';
const later = '2026-11-25T10:00:00.000Z';
const record = (id: string, more: Partial<InterviewRecord> = {}): InterviewRecord => ({
  id,
  person: 'anne',
  version: 1,
  last: '',
  body: '{"facts":[["objet","été"]]}',
  at,
  ...more,
});

describe.each<Places>([sqlitePlaces(), POSTGRES])('interviews in a store: $name', (places) => {
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

    it('are found again, and replaced on the version before alone', async () => {
      const { interviews } = store;
      expect(await interviews.add(record('a'))).toEqual(WRITTEN);
      const second = record('a', { version: 2, last: 'x', at: later });
      expect(await interviews.replace(second)).toEqual(WRITTEN);
      expect(await interviews.replace(second)).toEqual({ ok: false, error: { kind: 'version_conflict' } });
      expect(await interviews.find('a')).toEqual({ ok: true, value: second });
      expect(await interviews.find('b\0')).toEqual({ ok: true, value: undefined });
      const both = await Promise.all([1, 2].map(() => interviews.replace(record('a', { version: 3 }))));
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('are someone’s own, or nobody’s', async () => {
      const { interviews } = store;
      await interviews.add(record('hers', { at: later }));
      await interviews.add(record('nobody', { person: undefined }));
      const found = await interviews.of('anne');
      expect(found.ok && found.value.map(({ id }) => id)).toEqual(['hers', 'a']);
      expect(await interviews.find('nobody')).toMatchObject({ value: { person: undefined } });
    });

    it('go with their person, and after their time', async () => {
      const { interviews, retention } = store;
      await interviews.add(record('bob', { person: 'bob' }));
      await retention.erase({
        person: 'bob',
        alias: 'forgotten:1',
        reservist: undefined,
        event: (event) => event,
        notice: (notice) => notice,
        seal: (text) => text,
      });
      expect(await interviews.find('bob')).toEqual({ ok: true, value: undefined });
      const cutoff = '2026-11-25T09:30:00.000Z';
      const purged = await retention.purge({
        cases: at,
        exchanges: cutoff,
        agreements: at,
        audit: at,
        candidates: at,
        now: at,
      });
      expect(purged).toMatchObject({ ok: true, value: { interviews: 2 } });
      const left = await interviews.of('anne');
      expect(left.ok && left.value.map(({ id }) => id)).toEqual(['hers']);
    });
  });
});
