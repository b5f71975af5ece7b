import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces, WRITTEN } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`exchanges on PostgreSQL skipped: ${POSTGRES.skipped}`);

const at = '2026-11-25T09:00:00.000Z';
const later = '2026-11-25T10:00:00.000Z';
const asked = (id: string, outcome: string, reason?: string, when = at) => ({
  id,
  at: when,
  question: `l’été ? ${id}`,
  outcome,
  reason,
});

describe.each<Places>([sqlitePlaces(), POSTGRES])('exchanges in a store: $name', (places) => {
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

    it('are kept once, and those that found no answer or were of no use are found again', async () => {
      const { exchanges } = store;
      for (const one of [
        asked('a', 'answer'),
        asked('b', 'refusal', 'no_source'),
        asked('c', 'answer', undefined, later),
        asked('d', 'refusal', 'out_of_scope'),
      ])
        expect(await exchanges.add(one)).toEqual(WRITTEN);
      expect(await exchanges.add(asked('a', 'refusal', 'no_source'))).toEqual(WRITTEN);
      await exchanges.addFeedback({ exchange: 'c', at, useful: true, why: undefined });
      await exchanges.addFeedback({ exchange: 'c', at: later, useful: false, why: 'à côté\0' });
      await exchanges.addFeedback({ exchange: 'nobody', at, useful: false, why: undefined });
      const found = await exchanges.unanswered(10);
      expect(found.ok && found.value.map(({ id }) => id)).toEqual(['c', 'b']);
    });

    it('go after their time, however many they are', async () => {
      // More than go at once.
      const old = (n: number) => ({
        id: `old-${n}`,
        at: '2026-11-24T09:00:00.000Z',
        question: 'Ancienne ?',
        outcome: 'answer',
      });
      await store.exchanges.add(...Array.from({ length: 120 }, (_, n) => ({ ...old(n), reason: undefined })));
      const cutoff = '2026-11-25T09:30:00.000Z';
      const purged = await store.retention.purge({
        cases: cutoff,
        exchanges: cutoff,
        agreements: cutoff,
        audit: cutoff,
        candidates: cutoff,
        now: cutoff,
      });
      expect(purged).toMatchObject({ ok: true, value: { exchanges: 123, feedback: 1 } });
    });
  });
});
