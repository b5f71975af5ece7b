import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createProgrammeTable(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('planned_needs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('planned_needs_organisation').on('planned_needs').column('organisation').execute();
  await db.schema.createIndex('planned_needs_person').on('planned_needs').column('person').execute();
}
