import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createDialogueTable(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('dialogues')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('dialogues_until').on('dialogues').column('until').execute();
}
