import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createDoneActsTable(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('done_acts')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('ref', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('done_acts_at').on('done_acts').column('at').execute();
}
