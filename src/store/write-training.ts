import type { Join, Queued, TrainingWrite } from '../training/training-records.ts';
import type { Db } from './run.ts';

/** One step of a learner, all of it; false when another step was written meanwhile: nothing is then kept of this one. */
export async function writeTraining(tx: Db, change: TrainingWrite): Promise<boolean> {
  if (!(await writeLearner(tx, change))) return false;
  const events = (change.events ?? []).map(({ right, ...event }) => ({
    ...event,
    right: right === undefined ? null : right ? 1 : 0,
  }));
  if (events.length > 0) await tx.insertInto('training_events').values(events).execute();
  await writeProgress(tx, change);
  await writeCounts(tx, change);
  await writeCards(tx, change);
  await writeAttestations(tx, change);
  await writeLetters(tx, change);
  for (const join of change.joins ?? []) await saveJoin(tx, join);
  await enqueue(tx, change.queue ?? []);
  return true;
}

async function writeLearner(db: Db, { learner, nudgeAt }: TrainingWrite): Promise<boolean> {
  const { person, version } = learner;
  const row = {
    version,
    nudge_at: nudgeAt ?? null,
    body: JSON.stringify(learner),
    changed_at: learner.lastAt ?? '',
  };
  if (version === 1) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('training_learners')
      .values({ person, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await db
    .updateTable('training_learners')
    .set(row)
    .where('person', '=', person)
    .where('version', '=', version - 1)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

async function writeProgress(tx: Db, change: TrainingWrite): Promise<void> {
  const { person, organisation } = change.learner;
  for (const { module, startedAt, lastAt, lessons, best, passedAt } of change.progress ?? []) {
    const row = {
      organisation,
      last_at: lastAt,
      lessons: JSON.stringify(lessons),
      lessons_read: lessons.length,
      best: best ?? null,
      passed_at: passedAt ?? null,
    };
    await tx
      .insertInto('training_progress')
      .values({ person, module, started_at: startedAt, ...row })
      .onConflict((conflict) => conflict.columns(['person', 'module']).doUpdateSet(row))
      .execute();
  }
}

async function writeCounts(tx: Db, change: TrainingWrite): Promise<void> {
  const counts = summed(change.counts ?? []);
  if (counts.length > 0)
    await tx
      .insertInto('training_counts')
      .values(counts)
      .onConflict((conflict) =>
        conflict.column('question').doUpdateSet((eb) => ({
          module: eb.ref('excluded.module'),
          fiche: eb.ref('excluded.fiche'),
          asked: eb('training_counts.asked', '+', eb.ref('excluded.asked')),
          missed: eb('training_counts.missed', '+', eb.ref('excluded.missed')),
        })),
      )
      .execute();
}

async function writeCards(tx: Db, change: TrainingWrite): Promise<void> {
  const { person } = change.learner;
  for (const { question, due, body } of change.cards ?? []) {
    if (body === undefined) {
      await tx.deleteFrom('training_cards').where('person', '=', person).where('question', '=', question).execute();
      continue;
    }
    const row = { due, body: JSON.stringify(body) };
    await tx
      .insertInto('training_cards')
      .values({ person, question, ...row })
      .onConflict((conflict) => conflict.columns(['person', 'question']).doUpdateSet(row))
      .execute();
  }
}

async function writeAttestations(tx: Db, change: TrainingWrite): Promise<void> {
  const { person } = change.learner;
  for (const attestation of change.attestations ?? []) {
    const { id, kind, subject, code, issuedAt, validUntil, person: _, ...body } = attestation;
    const row = { id, code, issued_at: issuedAt, valid_until: validUntil, body: JSON.stringify(body) };
    await tx
      .insertInto('training_attestations')
      .values({ person, kind, subject, ...row })
      .onConflict((conflict) => conflict.columns(['person', 'kind', 'subject']).doUpdateSet(row))
      .execute();
  }
}

async function writeLetters(tx: Db, change: TrainingWrite): Promise<void> {
  const { person } = change.learner;
  for (const { id, path, at: when, offered, text } of change.letters ?? []) {
    const row = { path, at: when, offered: offered ? 1 : 0, body: JSON.stringify(text.replaceAll('\0', '')) };
    await tx
      .insertInto('training_letters')
      .values({ id, person, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
}

/** One row a question, always in the same order: two writers never wait for each other. */
function summed(counts: NonNullable<TrainingWrite['counts']>) {
  const rows = new Map<string, { question: string; module: string; fiche: string; asked: number; missed: number }>();
  for (const { missed, ...about } of counts) {
    const before = rows.get(about.question) ?? { asked: 0, missed: 0 };
    rows.set(about.question, {
      ...about,
      asked: before.asked + 1,
      missed: before.missed + (missed ? 1 : 0),
    });
  }
  return [...rows.values()].sort((one, other) => (one.question < other.question ? -1 : 1));
}

export async function saveJoin(db: Db, { person, path, judgedBy, judgedAt, noticedAt, ...rest }: Join): Promise<void> {
  const row = {
    ...rest,
    judged_by: judgedBy ?? null,
    judged_at: judgedAt ?? null,
    noticed_at: noticedAt ?? null,
  };
  await db
    .insertInto('training_joins')
    .values({ person, path, ...row })
    .onConflict((conflict) => conflict.columns(['person', 'path']).doUpdateSet(row))
    .execute();
}

/** The same id twice is kept once. */
export async function enqueue(tx: Db, items: readonly Omit<Queued, 'attempts'>[]): Promise<void> {
  for (const [ordinal, { body, ...item }] of items.entries())
    await tx
      .insertInto('training_queue')
      .values({
        ...item,
        ordinal,
        body: JSON.stringify(body),
        attempts: 0,
        next_at: item.at,
        delivered_at: null,
        why: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
