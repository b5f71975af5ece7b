import type { KeptKey, KeyRecords } from '../../src/calls/key-records.ts';
import { ok } from '../../src/result.ts';

/** Keys in memory, as the store keeps them. */
export function createMemoryKeys(): KeyRecords {
  const keys = new Map<string, KeptKey>();
  const change = (id: string, with_: Partial<KeptKey>) => {
    const key = keys.get(id);
    if (key !== undefined) keys.set(id, { ...key, ...with_ });
  };
  return {
    add: async (key) => {
      if (keys.has(key.id)) return ok(false);
      keys.set(key.id, key);
      return ok(true);
    },
    all: async () => ok([...keys.values()].toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))),
    byHash: async (hash) => ok([...keys.values()].find((key) => key.hash === hash)),
    used: async (id, at) => {
      change(id, { usedAt: at });
      return ok(undefined);
    },
    revoke: async (id, at) => {
      const there = keys.get(id)?.revokedAt === undefined && keys.has(id);
      if (there) change(id, { revokedAt: at });
      return ok(there);
    },
  };
}
