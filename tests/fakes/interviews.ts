import type { InterviewRecord, InterviewRecords } from '../../src/interviews/interview-records.ts';
import { err, ok } from '../../src/result.ts';

/** Purchases in memory, as the store keeps them. */
export function createMemoryInterviews(): InterviewRecords {
  const kept = new Map<string, InterviewRecord>();
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
