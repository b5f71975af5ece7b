import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createInterviewTable(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('purchases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('last', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('purchases_person').on('purchases').column('person').execute();
  await db.schema.createIndex('purchases_at').on('purchases').column('at').execute();
}

/** «purchases» is what both sides share: the interview on one has a name of its own. */
export async function renameToInterviews(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('purchases').renameTo('interviews').execute();
}
