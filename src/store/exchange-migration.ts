import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createExchangeTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('exchanges')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .execute();
  await db.schema.createIndex('exchanges_at').on('exchanges').column('at').execute();
  // The exchange may be gone, or never kept: what a person says of an answer is kept all the same.
  await db.schema
    .createTable('feedback')
    .addColumn('exchange', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('useful', 'integer', (column) => column.notNull())
    .addColumn('why', 'text')
    .execute();
  await db.schema.createIndex('feedback_at').on('feedback').column('at').execute();
}
