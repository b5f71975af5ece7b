import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createSessionTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('id_token', 'text')
    .execute();
  await db.schema.createIndex('sessions_person').on('sessions').column('person').execute();
  await db.schema.createIndex('sessions_until').on('sessions').column('until').execute();
  await db.schema
    .createTable('invitations')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text')
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
}
