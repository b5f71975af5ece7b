import { err, ok } from '../result.ts';
import type { TrainingRecords } from '../training/training-records.ts';
import type { VersionConflict } from '../vocabulary/record-faults.ts';
import type { Db, Run, Transact } from './run.ts';
import { createTrainingOfPerson } from './training-of-person.ts';
import { createTrainingOverAll } from './training-over-all.ts';
import { createTrainingQueue } from './training-queue.ts';
import { saveJoin, writeTraining } from './write-training.ts';

/** One port over nine small tables: each method is a statement or two, told apart by its name. */
export function createTrainingRecords(db: Db, run: Run, transact: Transact, skipLocked: boolean): TrainingRecords {
  return {
    ...createTrainingOfPerson(db, run),
    ...createTrainingOverAll(db, run),
    ...createTrainingQueue(db, run, transact, skipLocked),
    write: (change) =>
      run<undefined, VersionConflict>(() =>
        transact(async (tx) => ((await writeTraining(tx, change)) ? ok(undefined) : err({ kind: 'version_conflict' }))),
      ),
    saveJoin: (join) =>
      run(async () => {
        await saveJoin(db, join);
        return ok(undefined);
      }),
    forget: (person) =>
      run(() =>
        transact(async (tx) => {
          for (const table of OF_A_PERSON) await tx.deleteFrom(table).where('person', '=', person).execute();
          await tx.updateTable('training_joins').set({ judged_by: null }).where('judged_by', '=', person).execute();
          return ok(undefined);
        }),
      ),
    purge: ({ events, queue, attestations }) =>
      run(() =>
        transact(async (tx) => {
          const gone = await Promise.all([
            tx.deleteFrom('training_events').where('at', '<', events).executeTakeFirstOrThrow(),
            tx
              .deleteFrom('training_queue')
              .where('next_at', 'is', null)
              .where('at', '<', queue)
              .executeTakeFirstOrThrow(),
            tx
              .deleteFrom('training_attestations')
              .where('valid_until', '<', attestations.slice(0, 10))
              .executeTakeFirstOrThrow(),
            tx.deleteFrom('training_learners').where('changed_at', '<', attestations).executeTakeFirstOrThrow(),
            tx.deleteFrom('training_progress').where('last_at', '<', attestations).executeTakeFirstOrThrow(),
            tx.deleteFrom('training_cards').where('due', '<', events).executeTakeFirstOrThrow(),
            tx
              .deleteFrom('training_letters')
              .where('offered', '=', 0)
              .where('at', '<', attestations)
              .executeTakeFirstOrThrow(),
          ]);
          return ok(gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0));
        }),
      ),
  };
}

const OF_A_PERSON = [
  'training_queue',
  'training_joins',
  'training_letters',
  'training_attestations',
  'training_cards',
  'training_progress',
  'training_events',
  'training_learners',
] as const;
