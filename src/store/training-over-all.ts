import { ok } from '../result.ts';
import type { TrainingRecords } from '../training/training-records.ts';
import type { Db, Run } from './run.ts';
import { attestationOf, joinOf, learnerOf, letterOf } from './training-rows.ts';

/** What is looked for whoever's it is: by a code, by a state, by a day. */
export function createTrainingOverAll(
  db: Db,
  run: Run,
): Pick<
  TrainingRecords,
  'attestation' | 'offeredLetters' | 'joins' | 'nudges' | 'groups' | 'learnersByBody' | 'counts'
> {
  return {
    ...createSums(db, run),
    attestation: (code) =>
      run(async () => {
        if (code.includes('\0')) return ok(undefined);
        const row = await db
          .selectFrom('training_attestations')
          .selectAll()
          .where('code', '=', code)
          .executeTakeFirst();
        return ok(row && attestationOf(row));
      }),
    offeredLetters: (limit) =>
      run(async () =>
        ok(
          (
            await db
              .selectFrom('training_letters')
              .selectAll()
              .where('offered', '=', 1)
              .orderBy('at', 'desc')
              .orderBy('id')
              .limit(limit)
              .execute()
          ).map(letterOf),
        ),
      ),
    joins: (statuses) =>
      run(async () =>
        ok(
          (
            await db
              .selectFrom('training_joins')
              .selectAll()
              .where('status', 'in', [...statuses])
              .orderBy('at')
              .orderBy('person')
              .orderBy('path')
              .execute()
          ).map(joinOf),
        ),
      ),
    nudges: (at, limit) =>
      run(async () => {
        const rows = await db
          .selectFrom('training_learners')
          .selectAll()
          .where('nudge_at', '<=', at)
          .orderBy('nudge_at')
          .orderBy('person')
          .limit(limit)
          .execute();
        return ok(rows.map(learnerOf));
      }),
  };
}

/** How many, by body, module and question. */
function createSums(db: Db, run: Run): Pick<TrainingRecords, 'groups' | 'learnersByBody' | 'counts'> {
  return {
    groups: () =>
      run(async () => {
        const rows = await db
          .selectFrom('training_progress')
          .select((eb) => [
            'organisation',
            'module',
            eb.fn.countAll().as('learners'),
            eb.fn.count('passed_at').as('passed'),
            eb.fn.sum('lessons_read').as('lessons'),
          ])
          .groupBy(['organisation', 'module'])
          .orderBy('organisation')
          .orderBy('module')
          .execute();
        return ok(
          rows.map(({ organisation, module, learners, passed, lessons }) => ({
            organisation,
            module,
            learners: Number(learners),
            passed: Number(passed),
            lessons: Number(lessons),
          })),
        );
      }),
    learnersByBody: () =>
      run(async () => {
        const rows = await db
          .selectFrom('training_progress')
          .select((eb) => ['organisation', eb.fn.count('person').distinct().as('learners')])
          .groupBy('organisation')
          .execute();
        return ok(new Map(rows.map(({ organisation, learners }) => [organisation, Number(learners)])));
      }),
    counts: () => run(async () => ok(await db.selectFrom('training_counts').selectAll().orderBy('question').execute())),
  };
}
