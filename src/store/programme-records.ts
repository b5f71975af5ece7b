import type { Selectable } from 'kysely';
import { announcedSchema, type PlannedNeed } from '../programming/planned-need.ts';
import type { ProgrammeRecords } from '../programming/programme-records.ts';
import { err, ok } from '../result.ts';
import type { DoneBefore, StoreDown, VersionConflict } from '../vocabulary/record-faults.ts';
import { createFindDone, writeOnce } from './done-acts.ts';
import type { ProgrammeTables } from './programme-tables.ts';
import type { Db, Run, Transact } from './run.ts';
import { toStorable } from './storable.ts';

export function createProgrammeRecords(db: Db, run: Run, transact: Transact): ProgrammeRecords {
  const where = (column: 'organisation' | 'person', value: string) =>
    run<readonly PlannedNeed[], StoreDown>(async () => {
      const rows = await db
        .selectFrom('planned_needs')
        .selectAll()
        .where(column, '=', toStorable(value))
        .orderBy('id')
        .execute();
      return ok(rows.map(needOf));
    });
  return {
    of: (organisation) => where('organisation', organisation),
    by: (person) => where('person', person),
    find: (id) =>
      run(async () => {
        const row = await db
          .selectFrom('planned_needs')
          .selectAll()
          .where('id', '=', toStorable(id))
          .executeTakeFirst();
        return ok(row && needOf(row));
      }),
    save: ({ id, organisation, year, version, at, by, ...announced }, key) =>
      run<undefined, VersionConflict | DoneBefore>(() =>
        transact((tx) =>
          writeOnce<VersionConflict>(tx, { key, ref: id, at }, async () => {
            const row = { year, version, at, body: JSON.stringify(announced) };
            // The primary key decides between two first ones, the version between two later ones.
            const { numInsertedOrUpdatedRows } = await tx
              .insertInto('planned_needs')
              .values({ id, organisation: toStorable(organisation), person: by, ...row })
              .onConflict((conflict) =>
                conflict
                  .column('id')
                  .doUpdateSet(row)
                  .where('planned_needs.version', '=', version - 1),
              )
              .executeTakeFirstOrThrow();
            return numInsertedOrUpdatedRows === 1n ? ok(undefined) : err({ kind: 'version_conflict' });
          }),
        ),
      ),
    remove: (id, on) =>
      run<undefined, VersionConflict>(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('planned_needs')
          .where('id', '=', toStorable(id))
          .where('version', '=', on)
          .executeTakeFirstOrThrow();
        return numDeletedRows === 1n ? ok(undefined) : err({ kind: 'version_conflict' });
      }),
    findDone: createFindDone(db, run),
  };
}

function needOf({ body, person, ...row }: Selectable<ProgrammeTables['planned_needs']>): PlannedNeed {
  return { ...row, by: person, ...announcedSchema.parse(JSON.parse(body)) };
}

/** Whoever is forgotten announced it under no name; the need stays their service's. */
export async function forgetInProgramme(
  tx: Db,
  { person, alias, seal }: { readonly person: string; readonly alias: string; readonly seal: (text: string) => string },
): Promise<void> {
  const rows = await tx.selectFrom('planned_needs').selectAll().execute();
  for (const row of rows) {
    const announced = announcedSchema.parse(JSON.parse(row.body));
    const body = JSON.stringify({ ...announced, words: seal(announced.words), title: seal(announced.title) });
    if (row.person !== person && body === row.body) continue;
    await tx
      .updateTable('planned_needs')
      .set({ body, person: row.person === person ? alias : row.person })
      .where('id', '=', row.id)
      .execute();
  }
}

export async function moveProgramme(db: Db, from: string, to: string): Promise<void> {
  await db
    .updateTable('planned_needs')
    .set({ organisation: toStorable(to) })
    .where('organisation', '=', toStorable(from))
    .execute();
}
