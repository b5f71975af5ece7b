import { type Alert, type AlertRecords, SUBJECT_KINDS, type Subject, toldName } from '../law/alert-records.ts';
import { ok } from '../result.ts';
import type { Db, Run, Transact } from './run.ts';
import { enqueue } from './write-training.ts';

export function createAlertRecords(db: Db, run: Run, transact: Transact): AlertRecords {
  return {
    alerts: (person) =>
      run(async () => {
        const rows = await db
          .selectFrom('law_alerts')
          .selectAll()
          .$if(person !== undefined, (query) => query.where('person', '=', person ?? ''))
          .orderBy('person')
          .orderBy('at')
          .orderBy('subject')
          .execute();
        return ok(rows.flatMap(alertOf));
      }),
    subscribe: (person, subjects, at) =>
      run(async () => {
        const rows = subjects.map(({ kind, id }) => ({ person, kind, subject: id, at }));
        if (rows.length > 0)
          await db
            .insertInto('law_alerts')
            .values(rows)
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        return ok(undefined);
      }),
    unsubscribe: (person, subjects) =>
      run(async () => {
        const mine = db.deleteFrom('law_alerts').where('person', '=', person);
        if (subjects === undefined) await mine.execute();
        else
          for (const { kind, id } of subjects) await mine.where('kind', '=', kind).where('subject', '=', id).execute();
        return ok(undefined);
      }),
    told: () =>
      run(async () => {
        const rows = await db.selectFrom('law_told').select(['change', 'stage']).execute();
        return ok(
          new Set(
            rows.map(({ change, stage }) => toldName({ change, stage: stage === 'effect' ? 'effect' : 'entered' })),
          ),
        );
      }),
    tell: (changes, words, at) =>
      run(async () => {
        try {
          return ok(await transact((tx) => tellOnce(tx, changes, words, at)));
        } catch (error) {
          if (error === MEANWHILE) return ok(false);
          throw error;
        }
      }),
  };
}

/** Rolls back what another process has told. */
const MEANWHILE = new Error('told meanwhile');

/** Of two that tell at once, the second waits at the insertion, and is refused. */
async function tellOnce(tx: Db, ...[changes, words, at]: Parameters<AlertRecords['tell']>): Promise<true> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('law_told')
    .values(
      changes.map(({ change, stage }) => ({ change, stage, at })).toSorted((a, b) => a.change.localeCompare(b.change)),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (Number(numInsertedOrUpdatedRows) !== changes.length) throw MEANWHILE;
  await enqueue(
    tx,
    words.map(({ id, person, text, suggestions }) => ({
      id,
      at,
      person,
      target: 'person' as const,
      body: { text, suggestions, about: 'law', page: '/changements' },
    })),
  );
  return true;
}

function alertOf({
  person,
  kind,
  subject,
  at,
}: {
  person: string;
  kind: string;
  subject: string;
  at: string;
}): readonly Alert[] {
  const known = SUBJECT_KINDS.find((one): one is Subject['kind'] => one === kind);
  return known === undefined ? [] : [{ person, kind: known, id: subject, at }];
}
