import { foldPurchase } from '../../src/purchases/fold.ts';
import type { PurchaseEvent } from '../../src/purchases/purchase.ts';
import type { PurchaseRecords, PurchaseSummary, Telling } from '../../src/purchases/purchase-records.ts';
import { err, ok } from '../../src/result.ts';

/** Purchases in memory, as the store keeps them; `told`: what the queue of words would hold. */
export function createMemoryPurchases(): PurchaseRecords & { readonly told: Telling[] } {
  const kept = new Map<string, { events: PurchaseEvent[]; timer: string | undefined }>();
  const done = new Map<string, string>();
  const told: Telling[] = [];
  const folded = () => [...kept].map(([id, { events, timer }]) => ({ ...foldPurchase(id, events), timer }));
  return {
    told,
    write: async ({ after, events, tellings, nextTimerAt, key }) => {
      const ref = key === undefined ? undefined : done.get(key);
      if (ref !== undefined) return err({ kind: 'done_before', ref });
      const before = kept.get(after.id)?.events ?? [];
      if (before.length !== after.version - events.length) return err({ kind: 'version_conflict' });
      kept.set(after.id, { events: [...before, ...events], timer: nextTimerAt });
      if (key !== undefined) done.set(key, after.id);
      told.push(...tellings);
      return ok(undefined);
    },
    findDone: async (key) => ok(done.get(key)),
    eventsOf: async (id) => ok(kept.get(id)?.events ?? []),
    due: async (at, limit) =>
      ok(
        folded()
          .filter(({ timer }) => timer !== undefined && timer <= at)
          .map(({ id }) => id)
          .slice(0, limit),
      ),
    of: async (person) =>
      ok(
        folded().flatMap(
          ({ id, form, stage, organisation, openedAt, since, prescribers, buyers, inbox }): PurchaseSummary[] => {
            const row = { id, title: form.title, stage, organisation, openedAt, since };
            if (prescribers.includes(person)) return [{ ...row, side: 'prescriber' }];
            if (stage === 'draft') return [];
            if (buyers.includes(person)) return [{ ...row, side: 'buyer' }];
            return inbox.includes(person) ? [{ ...row, side: 'inbox' }] : [];
          },
        ),
      ),
  };
}
