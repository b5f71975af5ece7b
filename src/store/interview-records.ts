import type { InterviewRecord, InterviewRecords } from '../interviews/interview-records.ts';
import { err, ok } from '../result.ts';
import type { VersionConflict } from '../vocabulary/record-faults.ts';
import type { Db, Run } from './run.ts';
import type { Tables } from './tables.ts';

export function createInterviewRecords(db: Db, run: Run): InterviewRecords {
  return {
    add: ({ person, ...record }) =>
      run(async () => {
        await db
          .insertInto('interviews')
          .values({ ...record, person: person ?? null })
          .execute();
        return ok(undefined);
      }),
    find: (id) =>
      run(async () => {
        // PostgreSQL refuses a NUL in any text; no id holds one.
        if (id.includes('\0')) return ok(undefined);
        const row = await db.selectFrom('interviews').selectAll().where('id', '=', id).executeTakeFirst();
        return ok(row === undefined ? undefined : recordOf(row));
      }),
    replace: ({ id, version, last, body, at }) =>
      run<undefined, VersionConflict>(async () => {
        const { numUpdatedRows } = await db
          .updateTable('interviews')
          .set({ version, last, body, at })
          .where('id', '=', id)
          .where('version', '=', version - 1)
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n ? ok(undefined) : err({ kind: 'version_conflict' });
      }),
    of: (person) =>
      run(async () => {
        const rows = await db
          .selectFrom('interviews')
          .selectAll()
          .where('person', '=', person)
          .orderBy('at', 'desc')
          .orderBy('id')
          .execute();
        return ok(rows.map(recordOf));
      }),
  };
}

function recordOf({ person, ...row }: Tables['interviews']): InterviewRecord {
  return { ...row, person: person ?? undefined };
}
