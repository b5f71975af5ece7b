import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createPurchaseTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('purchases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('next_timer_at', 'text')
    .execute();
  await db.schema.createIndex('purchases_next_timer').on('purchases').column('next_timer_at').execute();
  await db.schema
    .createTable('purchase_events')
    .addColumn('purchase_id', 'text', (column) => column.notNull().references('purchases.id').onDelete('cascade'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('purchase_events_pk', ['purchase_id', 'version'])
    .execute();
  await db.schema
    .createTable('purchase_people')
    .addColumn('purchase_id', 'text', (column) => column.notNull().references('purchases.id').onDelete('cascade'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('side', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('purchase_people_pk', ['purchase_id', 'person'])
    .execute();
  await db.schema.createIndex('purchase_people_person').on('purchase_people').column('person').execute();
}
