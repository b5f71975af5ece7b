import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createNetworkTables(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('invitations').addColumn('gives', 'text').execute();
  await db.schema
    .createTable('network_acts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('network_acts_at').on('network_acts').column('at').execute();
  await db.schema.createIndex('network_acts_about').on('network_acts').column('about').execute();
  await db.schema
    .createTable('feedback_answers')
    .addColumn('exchange', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
}
