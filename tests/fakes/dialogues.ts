import type { DialogueRecord, DialogueRecords } from '../../src/answering/dialogue-records.ts';
import { ok } from '../../src/result.ts';

/** What is kept of dialogues, in memory, for all who are handed it. */
export function createMemoryDialogues() {
  const rows = new Map<string, DialogueRecord>();
  const dialogues: DialogueRecords = {
    keep: async (...records) => {
      for (const record of records) rows.set(record.id, record);
      return ok(undefined);
    },
    recall: async (id) => ok(rows.get(id)),
    forget: async (id) => {
      rows.delete(id);
      return ok(undefined);
    },
  };
  return { rows, dialogues };
}
