import type { DialogueRecords } from '../answering/dialogue-records.ts';
import { ok } from '../result.ts';
import type { Db, Run } from './run.ts';

export function createDialogueRecords(db: Db, run: Run): DialogueRecords {
  return {
    keep: (...records) =>
      run(async () => {
        if (records.length === 0) return ok(undefined);
        await db
          .insertInto('dialogues')
          .values(records.map((record) => ({ ...record })))
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet((eb) => ({
              by: eb.ref('excluded.by'),
              body: eb.ref('excluded.body'),
              until: eb.ref('excluded.until'),
            })),
          )
          .execute();
        return ok(undefined);
      }),
    recall: (id, now) =>
      run(async () => {
        const row = await db
          .selectFrom('dialogues')
          .selectAll()
          .where('id', '=', id)
          .where('until', '>', now)
          .executeTakeFirst();
        return ok(row);
      }),
    forget: (id) =>
      run(async () => {
        await db.deleteFrom('dialogues').where('id', '=', id).execute();
        return ok(undefined);
      }),
  };
}
