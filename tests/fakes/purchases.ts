import type { PurchaseRecord, PurchaseRecords } from '../../src/purchases/purchase-records.ts';
import { err, ok } from '../../src/result.ts';

/** Purchases in memory, as the store keeps them. */
export function createMemoryPurchases(): PurchaseRecords {
  const kept = new Map<string, PurchaseRecord>();
  return {
    add: async (record) => {
      kept.set(record.id, record);
      return ok(undefined);
    },
    find: async (id) => ok(kept.get(id)),
    replace: async (record) => {
      if (kept.get(record.id)?.version !== record.version - 1) return err({ kind: 'version_conflict' });
      kept.set(record.id, record);
      return ok(undefined);
    },
    of: async (person) => ok([...kept.values()].filter((record) => record.person === person)),
  };
}
