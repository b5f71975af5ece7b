import { ok } from '../result.ts';
import type { LearnerFile, TrainingRecords } from '../training/training-records.ts';
import type { Db, Run } from './run.ts';
import { attestationOf, cardOf, eventOf, joinOf, learnerOf, letterOf, progressOf } from './training-rows.ts';

/** What one person has done. */
export function createTrainingOfPerson(
  db: Db,
  run: Run,
): Pick<TrainingRecords, 'file' | 'cards' | 'card' | 'letters' | 'events'> {
  return {
    file: (person) => run(async () => ok(await readFile(db, person))),
    cards: (person, due, limit) =>
      run(async () => {
        const rows = await db
          .selectFrom('training_cards')
          .selectAll()
          .where('person', '=', person)
          .where('due', '<=', due)
          .orderBy('due')
          .orderBy('question')
          .limit(limit)
          .execute();
        return ok(rows.map(cardOf));
      }),
    card: (person, question) =>
      run(async () => {
        const row = await db
          .selectFrom('training_cards')
          .selectAll()
          .where('person', '=', person)
          .where('question', '=', question)
          .executeTakeFirst();
        return ok(row && cardOf(row));
      }),
    letters: (person) =>
      run(async () =>
        ok(
          (
            await db.selectFrom('training_letters').selectAll().where('person', '=', person).orderBy('at').execute()
          ).map(letterOf),
        ),
      ),
    events: (person) =>
      run(async () => {
        const rows = await db
          .selectFrom('training_events')
          .selectAll()
          .where('person', '=', person)
          .orderBy('at')
          .orderBy('id')
          .execute();
        return ok(rows.map(eventOf));
      }),
  };
}

async function readFile(db: Db, person: string): Promise<LearnerFile> {
  if (person.includes('\0')) return { learner: undefined, progress: [], attestations: [], joins: [] };
  const learner = await db.selectFrom('training_learners').selectAll().where('person', '=', person).executeTakeFirst();
  const progress = await db
    .selectFrom('training_progress')
    .selectAll()
    .where('person', '=', person)
    .orderBy('module')
    .execute();
  const attestations = await db
    .selectFrom('training_attestations')
    .selectAll()
    .where('person', '=', person)
    .orderBy('issued_at')
    .orderBy('id')
    .execute();
  const joins = await db
    .selectFrom('training_joins')
    .selectAll()
    .where('person', '=', person)
    .orderBy('path')
    .execute();
  return {
    learner: learner && learnerOf(learner),
    progress: progress.map(progressOf),
    attestations: attestations.map(attestationOf),
    joins: joins.map(joinOf),
  };
}
