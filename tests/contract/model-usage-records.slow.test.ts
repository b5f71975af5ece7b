import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelUsage } from '../../src/model/usage-records.ts';
import type { Store } from '../../src/store/store.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces, WRITTEN } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`model usage on PostgreSQL skipped: ${POSTGRES.skipped}`);

const used = (some: Partial<ModelUsage> = {}): ModelUsage => ({
  day: '2026-11-25',
  organisation: 'mairie',
  purpose: 'answer',
  calls: 1,
  failures: 0,
  promptTokens: 1_000,
  completionTokens: 200,
  ms: 1_500.4,
  cost: 0.25,
  kgCo2: 0.001,
  ...some,
});

describe.each<Places>([sqlitePlaces(), POSTGRES])('what a model used, in a store: $name', (places) => {
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

    it('is summed by day, organisation and purpose, also when several add at once', async () => {
      const { modelUsage } = store;
      const added = await Promise.all([
        ...Array.from({ length: 10 }, () => modelUsage.add(used())),
        modelUsage.add(used({ purpose: 'reword', failures: 1, promptTokens: 5_000_000_000 })),
        modelUsage.add(used({ organisation: 'region' })),
        modelUsage.add(used({ day: '2026-11-24' })),
      ]);
      for (const one of added) expect(one).toEqual(WRITTEN);
      expect(await modelUsage.tokensOn('2026-11-25', 'mairie')).toEqual({ ok: true, value: 5_000_012_200 });
      expect(await modelUsage.tokensOn('2026-11-25', 'nobody')).toEqual({ ok: true, value: 0 });
      const since = await modelUsage.since('2026-11-25');
      expect(since.ok && since.value.map(({ organisation, purpose, calls }) => [organisation, purpose, calls])).toEqual(
        [
          ['mairie', 'answer', 10],
          ['mairie', 'reword', 1],
          ['region', 'answer', 1],
        ],
      );
      expect(since.ok && since.value[0]).toMatchObject({ promptTokens: 10_000, completionTokens: 2_000, ms: 15_000 });
      expect(since.ok && since.value[0]?.cost).toBeCloseTo(2.5, 9);
      expect(since.ok && since.value[0]?.kgCo2).toBeCloseTo(0.01, 9);
      expect((await modelUsage.since('2026-11-24')).ok).toBe(true);
    });
  });
});
