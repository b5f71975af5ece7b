import type { BodyRecords } from '../bodies/body-records.ts';
import { bodyRowsSchema, type TableChange } from '../bodies/body-table.ts';
import { err, ok } from '../result.ts';
import type { VersionConflict } from '../vocabulary/record-faults.ts';
import type { Db, Run, Transact } from './run.ts';
import { toStorable } from './storable.ts';

export function createBodyRecords(db: Db, run: Run, transact: Transact): BodyRecords {
  return {
    find: (organisation) =>
      run(async () => {
        const row = await db
          .selectFrom('body_tables')
          .selectAll()
          .where('organisation', '=', toStorable(organisation))
          .executeTakeFirst();
        if (row === undefined) return ok(undefined);
        const { version, at, body } = row;
        return ok({ organisation, version, at, rows: bodyRowsSchema.parse(JSON.parse(body)) });
      }),
    save: ({ organisation: id, version, at, rows }, { by, what, rows: size }) =>
      run<undefined, VersionConflict>(() =>
        transact(async (tx) => {
          const organisation = toStorable(id);
          const body = JSON.stringify(rows);
          // The primary key decides between two first ones, the version between two later ones.
          const { numInsertedOrUpdatedRows } = await tx
            .insertInto('body_tables')
            .values({ organisation, version, at, body })
            .onConflict((conflict) =>
              conflict
                .column('organisation')
                .doUpdateSet({ version, at, body })
                .where('body_tables.version', '=', version - 1),
            )
            .executeTakeFirstOrThrow();
          if (numInsertedOrUpdatedRows !== 1n) return err({ kind: 'version_conflict' });
          await tx
            .insertInto('body_table_changes')
            .values({ organisation, version, at, person: by, what, size })
            .execute();
          return ok(undefined);
        }),
      ),
    changes: (organisation) =>
      run(async () => {
        const rows = await db
          .selectFrom('body_table_changes')
          .selectAll()
          .where('organisation', '=', toStorable(organisation))
          .orderBy('version', 'desc')
          .execute();
        return ok(
          rows.map(
            ({ version, at, person, what, size }): TableChange => ({
              organisation,
              version,
              at,
              by: person,
              what: WHAT.find((one) => one === what) ?? 'edited',
              rows: size,
            }),
          ),
        );
      }),
  };
}

const WHAT: readonly TableChange['what'][] = ['replaced', 'merged', 'edited', 'removed'];

/** Two bodies become one: it has the table of the one that stays, where it keeps one, with what was done to it. */
export async function moveBodyTable(db: Db, from: string, to: string): Promise<void> {
  const [old, own] = [toStorable(from), toStorable(to)];
  const kept = await db.selectFrom('body_tables').select('version').where('organisation', '=', own).executeTakeFirst();
  for (const table of ['body_tables', 'body_table_changes'] as const)
    if (kept === undefined)
      await db.updateTable(table).set({ organisation: own }).where('organisation', '=', old).execute();
    else await db.deleteFrom(table).where('organisation', '=', old).execute();
}
