import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createLawTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('law_changes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('found_at', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('read_on', 'text')
    .addColumn('read_by', 'text')
    .execute();
  await db.schema
    .createTable('law_readings')
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('read_on', 'text', (column) => column.notNull())
    .addColumn('sentences', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('law_readings_pk', ['article', 'since'])
    .execute();
}

export async function createAlertTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('law_alerts')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('law_alerts_pk', ['person', 'kind', 'subject'])
    .execute();
  await db.schema
    .createTable('law_told')
    .addColumn('change', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('law_told_pk', ['change', 'stage'])
    .execute();
}
