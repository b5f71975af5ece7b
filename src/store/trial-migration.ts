import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What is being tried, and what has gone wrong before: whatever kills its process three times is put aside. */
export async function createTrialTable(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('trials')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('until', 'text')
    .addColumn('deaths', 'integer', (column) => column.notNull())
    .addColumn('faults', 'integer', (column) => column.notNull())
    .addColumn('set_aside_at', 'text')
    .addPrimaryKeyConstraint('trials_pk', ['kind', 'id'])
    .execute();
  // Of an event it is the process that has it: taken by another, it was in hand as that one died.
  await db.schema.alterTable('inbound').addColumn('holder', 'text').execute();
}
