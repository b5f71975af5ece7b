// One port over nine small tables: each method is a statement or two, told apart by its name.
import { err, ok } from '../result.ts';
import { type Learner, learnerSchema, newLearner } from '../training/learner.ts';
import type {
  Attestation,
  Card,
  Join,
  Letter,
  Progress,
  Queued,
  TrainingEvent,
  TrainingRecords,
} from '../training/training-records.ts';
import type { VersionConflict } from '../vocabulary/record-faults.ts';
import type { Db, Run, Transact } from './run.ts';
import type { Tables } from './tables.ts';
import { enqueue, saveJoin, writeTraining } from './write-training.ts';

export function createTrainingRecords(db: Db, run: Run, transact: Transact, skipLocked: boolean): TrainingRecords {
  return {
    write: (change) =>
      run<undefined, VersionConflict>(() =>
        transact(async (tx) => ((await writeTraining(tx, change)) ? ok(undefined) : err({ kind: 'version_conflict' }))),
      ),
    file: (person) =>
      run(async () => {
        if (person.includes('\0')) return ok({ learner: undefined, progress: [], attestations: [], joins: [] });
        const learner = await db
          .selectFrom('training_learners')
          .selectAll()
          .where('person', '=', person)
          .executeTakeFirst();
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
        return ok({
          learner: learner && learnerOf(learner),
          progress: progress.map(progressOf),
          attestations: attestations.map(attestationOf),
          joins: joins.map(joinOf),
        });
      }),
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
    letters: (person) =>
      run(async () =>
        ok(
          (
            await db.selectFrom('training_letters').selectAll().where('person', '=', person).orderBy('at').execute()
          ).map(letterOf),
        ),
      ),
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
    saveJoin: (join) =>
      run(async () => {
        await saveJoin(db, join);
        return ok(undefined);
      }),
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
    enqueue: (items) =>
      run(() =>
        transact(async (tx) => {
          await enqueue(tx, items);
          return ok(undefined);
        }),
      ),
    take: (target, now, limit, leaseMs) =>
      run(() =>
        transact(async (tx) => {
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
          return ok(sorted.map((row) => queuedOf({ ...row, attempts: row.attempts - 1 })));
        }),
      ),
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

/** A row that cannot be read is someone who has done nothing yet: what they passed stands in other tables. */
function learnerOf({ person, body, version }: Tables['training_learners']): Learner {
  const parsed = learnerSchema.safeParse({ ...JSON.parse(body), version });
  return parsed.success ? parsed.data : { ...newLearner(person, ''), version };
}

function progressOf(row: Tables['training_progress']): Progress {
  return {
    module: row.module,
    startedAt: row.started_at,
    lastAt: row.last_at,
    lessons: JSON.parse(row.lessons),
    best: row.best ?? undefined,
    passedAt: row.passed_at ?? undefined,
  };
}

function attestationOf(row: Tables['training_attestations']): Attestation {
  const { body, issued_at, valid_until, kind, ...rest } = row;
  return {
    ...rest,
    kind: kind as Attestation['kind'],
    issuedAt: issued_at,
    validUntil: valid_until,
    ...JSON.parse(body),
  };
}

function joinOf(row: Tables['training_joins']): Join {
  return {
    person: row.person,
    path: row.path,
    at: row.at,
    status: row.status as Join['status'],
    judgedBy: row.judged_by ?? undefined,
    judgedAt: row.judged_at ?? undefined,
    noticedAt: row.noticed_at ?? undefined,
  };
}

function cardOf({ question, due, body }: Tables['training_cards']): Card {
  return { question, due, body: JSON.parse(body) };
}

function letterOf({ offered, body, ...row }: Tables['training_letters']): Letter {
  return { ...row, offered: offered === 1, text: JSON.parse(body) };
}

function eventOf({ right, kind, ...row }: Tables['training_events']): TrainingEvent {
  return { ...row, kind: kind as TrainingEvent['kind'], right: right === null ? undefined : right === 1 };
}

function queuedOf(
  row: Pick<Tables['training_queue'], 'id' | 'at' | 'person' | 'target' | 'body' | 'attempts'>,
): Queued {
  const { id, at, person, target, body, attempts } = row;
  return { id, at, person, target: target as Queued['target'], body: JSON.parse(body), attempts };
}
