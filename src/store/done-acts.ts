import { err, ok, type Result } from '../result.ts';
import type { DoneBefore, FindDone } from '../vocabulary/record-faults.ts';
import type { Db, Run } from './run.ts';

export function createFindDone(db: Db, run: Run): FindDone {
  return (key) => run(async () => ok((await doneRow(db, key))?.ref));
}

/** Writes inside a transaction what an act makes, unless its key is used up; an act that writes nothing leaves its key unused. */
export async function writeOnce<E>(
  tx: Db,
  done: { readonly key: string | undefined; readonly ref: string; readonly at: string },
  write: () => Promise<Result<undefined, E>>,
): Promise<Result<undefined, E | DoneBefore>> {
  const { key, ref, at } = done;
  if (key === undefined) return write();
  // First of all: of two at once, the second waits here until the first has ended, and then finds its row.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('done_acts')
    .values({ key, ref, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return err({ kind: 'done_before', ref: (await doneRow(tx, key))?.ref ?? ref });
  const written = await write();
  if (!written.ok) await tx.deleteFrom('done_acts').where('key', '=', key).execute();
  return written;
}

function doneRow(db: Db, key: string) {
  return db.selectFrom('done_acts').select('ref').where('key', '=', key).executeTakeFirst();
}
