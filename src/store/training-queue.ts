import { ok } from '../result.ts';
import type { TrainingRecords } from '../training/training-records.ts';
import type { Db, Run, Transact } from './run.ts';
import { queuedOf } from './training-rows.ts';
import { enqueue } from './write-training.ts';

/** What is to be told, to a person or to the learning record store; `skipLocked` as PostgreSQL can. */
export function createTrainingQueue(
  db: Db,
  run: Run,
  transact: Transact,
  skipLocked: boolean,
): Pick<TrainingRecords, 'enqueue' | 'take' | 'delivered' | 'failed' | 'messagesTo' | 'waiting'> {
  return {
    enqueue: (items) =>
      run(() =>
        transact(async (tx) => {
          await enqueue(tx, items);
          return ok(undefined);
        }),
      ),
    take: (...asked) => run(() => transact(async (tx) => ok(await takeDue(tx, skipLocked, ...asked)))),
    delivered: (ids, at) =>
      run(async () => {
        if (ids.length > 0)
          await db
            .updateTable('training_queue')
            .set({ delivered_at: at, next_at: null, why: null })
            .where('id', 'in', [...ids])
            .execute();
        return ok(undefined);
      }),
    failed: (ids, why, retryAt) =>
      run(async () => {
        if (ids.length > 0)
          await db
            .updateTable('training_queue')
            .set({ why, next_at: retryAt ?? null })
            .where('id', 'in', [...ids])
            .execute();
        return ok(undefined);
      }),
    messagesTo: (person, limit) =>
      run(async () => {
        const rows = await db
          .selectFrom('training_queue')
          .select(['id', 'at', 'person', 'target', 'body', 'attempts'])
          .where('person', '=', person)
          .where('target', '=', 'person')
          .orderBy('at', 'desc')
          .orderBy('ordinal', 'desc')
          .limit(limit)
          .execute();
        return ok(rows.map(queuedOf));
      }),
    waiting: (target) =>
      run(async () => {
        const { n } = await db
          .selectFrom('training_queue')
          .select((eb) => eb.fn.countAll().as('n'))
          .where('target', '=', target)
          .where('next_at', 'is not', null)
          .executeTakeFirstOrThrow();
        return ok(Number(n));
      }),
  };
}

async function takeDue(
  tx: Db,
  skipLocked: boolean,
  ...[target, now, limit, leaseMs]: Parameters<TrainingRecords['take']>
) {
  const due = tx
    .selectFrom('training_queue')
    .select('id')
    .where('target', '=', target)
    .where('next_at', '<=', now)
    .orderBy('at')
    .orderBy('ordinal')
    .limit(limit)
    .$if(skipLocked, (query) => query.forUpdate().skipLocked());
  const rows = await tx
    .updateTable('training_queue')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      next_at: new Date(Date.parse(now) + leaseMs).toISOString(),
    }))
    .where('id', 'in', due)
    .returning(['id', 'at', 'ordinal', 'person', 'target', 'body', 'attempts'])
    .execute();
  const sorted = rows.sort((a, b) => (a.at === b.at ? a.ordinal - b.ordinal : a.at < b.at ? -1 : 1));
  return sorted.map((row) => queuedOf({ ...row, attempts: row.attempts - 1 }));
}
