import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createTrainingTables(db: Kysely<Tables>): Promise<void> {
  await createWhatIsLearnt(db);
  await createWhatIsGiven(db);
}

/** People, what they did, how far they are. */
async function createWhatIsLearnt(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('training_learners')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('nudge_at', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await index(db, 'training_learners', ['nudge_at']);

  await db.schema
    .createTable('training_events')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('module', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('right', 'integer')
    .execute();
  await index(db, 'training_events', ['person', 'at']);
  await index(db, 'training_events', ['at']);

  await db.schema
    .createTable('training_progress')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('module', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('lessons', 'text', (column) => column.notNull())
    .addColumn('lessons_read', 'integer', (column) => column.notNull())
    .addColumn('best', 'integer')
    .addColumn('passed_at', 'text')
    .addPrimaryKeyConstraint('training_progress_pk', ['person', 'module'])
    .execute();

  await db.schema
    .createTable('training_counts')
    .addColumn('question', 'text', (column) => column.primaryKey())
    .addColumn('module', 'text', (column) => column.notNull())
    .addColumn('fiche', 'text', (column) => column.notNull())
    .addColumn('asked', 'integer', (column) => column.notNull())
    .addColumn('missed', 'integer', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('training_cards')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('due', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('training_cards_pk', ['person', 'question'])
    .execute();
  await index(db, 'training_cards', ['person', 'due']);
}

/** What comes of it: attestations, letters, places in the reserve, what is to be told. */
async function createWhatIsGiven(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('training_attestations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .addColumn('valid_until', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addUniqueConstraint('training_attestations_one', ['person', 'kind', 'subject'])
    .execute();

  await db.schema
    .createTable('training_letters')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('offered', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await index(db, 'training_letters', ['person']);
  await index(db, 'training_letters', ['offered']);

  await db.schema
    .createTable('training_joins')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('judged_by', 'text')
    .addColumn('judged_at', 'text')
    .addColumn('noticed_at', 'text')
    .addPrimaryKeyConstraint('training_joins_pk', ['person', 'path'])
    .execute();
  await index(db, 'training_joins', ['status']);

  await db.schema
    .createTable('training_queue')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'text')
    .addColumn('delivered_at', 'text')
    .addColumn('why', 'text')
    .execute();
  await index(db, 'training_queue', ['target', 'next_at']);
  await index(db, 'training_queue', ['person']);
}

async function index(db: Kysely<Tables>, table: string, columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_${columns.join('_')}`)
    .on(table)
    .columns([...columns])
    .execute();
}
