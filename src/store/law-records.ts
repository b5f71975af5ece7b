import type { ChangeRecords, KeptChange } from '../law/law-records.ts';
import { ok } from '../result.ts';
import type { Db, Run } from './run.ts';
import type { Tables } from './tables.ts';

export function createLawRecords(db: Db, run: Run): ChangeRecords {
  return {
    add: (changes, at) =>
      run(async () => {
        const added: string[] = [];
        for (const { id, article, kind, since, ...body } of changes) {
          const { numInsertedOrUpdatedRows } = await db
            .insertInto('law_changes')
            .values({ id, article, kind, since, body: JSON.stringify(body), found_at: at })
            .onConflict((conflict) => conflict.column('id').doNothing())
            .executeTakeFirstOrThrow();
          if (numInsertedOrUpdatedRows === 1n) added.push(id);
        }
        return ok(added);
      }),
    all: () =>
      run(async () => {
        const rows = await db.selectFrom('law_changes').selectAll().orderBy('since', 'desc').orderBy('id').execute();
        return ok(rows.map(keptChange));
      }),
    close: (id, { at, readOn, by }) =>
      run(async () => {
        const { numUpdatedRows } = await db
          .updateTable('law_changes')
          .set({ closed_at: at, read_on: readOn, read_by: by })
          .where('id', '=', id)
          .where('closed_at', 'is', null)
          .executeTakeFirstOrThrow();
        return ok(numUpdatedRows === 1n);
      }),
    record: (readings) =>
      run(async () => {
        for (const { sentences, ...row } of readings)
          await db
            .insertInto('law_readings')
            .values({ ...row, sentences: JSON.stringify(sentences) })
            .onConflict((conflict) => conflict.columns(['article', 'since']).doNothing())
            .execute();
        return ok(undefined);
      }),
    readings: () =>
      run(async () => {
        const rows = await db.selectFrom('law_readings').selectAll().orderBy('article').orderBy('since').execute();
        return ok(rows.map(({ sentences, ...row }) => ({ ...row, sentences: JSON.parse(sentences) })));
      }),
  };
}

function keptChange({ id, article, kind, since, ...row }: Tables['law_changes']): KeptChange {
  const { was, diff, sentences } = JSON.parse(row.body);
  const closed =
    row.closed_at === null
      ? undefined
      : { at: row.closed_at, readOn: row.read_on ?? row.closed_at.slice(0, 10), by: row.read_by ?? '' };
  return { id, article, kind: kindOf(kind), since, was, diff, sentences, foundAt: row.found_at, closed };
}

function kindOf(kind: string): KeptChange['kind'] {
  return kind === 'repealed' || kind === 'corrected' ? kind : 'changed';
}
