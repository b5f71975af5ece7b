import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

export async function createPlatformTables(db: Kysely<Tables>): Promise<void> {
  // It told an event once seen, and nothing else: `inbound` also keeps what is to be done about it.
  await db.schema.dropTable('inbound_seen').execute();
  await db.schema
    .createTable('inbound')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('arrival', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('body', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'text')
    .addColumn('why', 'text')
    .addPrimaryKeyConstraint('inbound_pk', ['platform', 'event'])
    .execute();
  // Only what is under way: few rows, whatever the months behind them.
  await db.schema
    .createIndex('inbound_under_way')
    .on('inbound')
    .columns(['platform', 'lane', 'arrival'])
    .where(sql.ref('next_at'), 'is not', null)
    .execute();
  await db.schema.createIndex('inbound_at').on('inbound').column('at').execute();
  await db.schema
    .createTable('platform_notes')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text')
    .addPrimaryKeyConstraint('platform_notes_pk', ['platform', 'kind', 'key'])
    .execute();
  await db.schema.createIndex('platform_notes_person').on('platform_notes').column('person').execute();
  await db.schema.createIndex('platform_notes_expires').on('platform_notes').column('expires_at').execute();
}
