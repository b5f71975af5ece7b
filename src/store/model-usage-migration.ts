import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createModelUsageTable(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('model_usage')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('calls', 'integer', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('prompt_tokens', 'bigint', (column) => column.notNull())
    .addColumn('completion_tokens', 'bigint', (column) => column.notNull())
    .addColumn('ms', 'bigint', (column) => column.notNull())
    .addColumn('cost', 'double precision', (column) => column.notNull())
    .addColumn('kg_co2', 'double precision', (column) => column.notNull())
    .addPrimaryKeyConstraint('model_usage_pk', ['day', 'organisation', 'purpose'])
    .execute();
}
