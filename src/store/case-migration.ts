import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createCaseTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('requester', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('next_timer_at', 'text')
    .execute();
  await index(db, 'cases', 'next_timer_at');
  await index(db, 'cases', 'holder');
  await index(db, 'cases', 'requester');

  await db.schema
    .createTable('case_events')
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('case_events_pk', ['case_id', 'version'])
    .execute();

  await db.schema
    .createTable('case_offers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
    .addColumn('reservist', 'text', (column) => column.notNull())
    .addColumn('offered_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('accepted', 'integer', (column) => column.notNull())
    .execute();
  await index(db, 'case_offers', 'case_id');
  await index(db, 'case_offers', 'reservist');
  await index(db, 'case_offers', 'offered_at');

  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'text')
    .addColumn('delivered_at', 'text')
    .addColumn('why', 'text')
    .execute();
  await index(db, 'outbox', 'next_at');
  await index(db, 'outbox', 'case_id');

  await db.schema
    .createTable('inbound_seen')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('inbound_seen_pk', ['platform', 'event'])
    .execute();
}

async function index(db: Kysely<Tables>, table: string, column: string): Promise<void> {
  await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
}
