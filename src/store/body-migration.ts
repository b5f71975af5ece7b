import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createBodyTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('body_tables')
    .addColumn('organisation', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('body_table_changes')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('body_table_changes_pk', ['organisation', 'version'])
    .execute();
}
