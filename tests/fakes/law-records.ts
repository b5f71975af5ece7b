import type { Alert, AlertRecords } from '../../src/law/alert-records.ts';
import type { ChangeRecords, KeptChange } from '../../src/law/law-records.ts';
import type { Reading } from '../../src/law/readings.ts';
import { ok } from '../../src/result.ts';

/** As the store keeps them: its own suite is `tests/contract/law-records.slow.test.ts`. */
export function createMemoryChanges(): ChangeRecords {
  let kept: readonly KeptChange[] = [];
  const readings: Reading[] = [];
  return {
    add: async (changes, at) => {
      const fresh = changes.filter(({ id }) => kept.every((one) => one.id !== id));
      kept = [...kept, ...fresh.map((one) => ({ ...one, foundAt: at, closed: undefined }))];
      return ok(fresh.map(({ id }) => id));
    },
    all: async () => ok(kept),
    close: async (id, closed) => {
      if (!kept.some((one) => one.id === id && one.closed === undefined)) return ok(false);
      kept = kept.map((one) => (one.id === id ? { ...one, closed } : one));
      return ok(true);
    },
    record: async (fresh) => ok(void readings.push(...fresh)),
    readings: async () => ok(readings),
  };
}

export function createMemoryAlerts(): Pick<AlertRecords, 'alerts' | 'subscribe' | 'unsubscribe'> {
  let kept: readonly Alert[] = [];
  const same = (one: Alert, { kind, id }: { kind: string; id: string }) => one.kind === kind && one.id === id;
  return {
    alerts: async (person) => ok(kept.filter((one) => person === undefined || one.person === person)),
    subscribe: async (person, subjects, at) => {
      kept = [...kept, ...subjects.map((one) => ({ ...one, person, at }))];
      return ok(undefined);
    },
    unsubscribe: async (person, subjects) => {
      kept = kept.filter((one) => one.person !== person || subjects?.some((gone) => same(one, gone)) === false);
      return ok(undefined);
    },
  };
}
