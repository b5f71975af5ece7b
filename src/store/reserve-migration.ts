import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createReserveTables(db: Kysely<Tables>): Promise<void> {
  for (const table of ['people', 'organisations', 'reservists'])
    await db.schema
      .createTable(table)
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute();
  await db.schema
    .createTable('reserve_stamp')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('changes', 'integer', (column) => column.notNull())
    .execute();
  await db.insertInto('reserve_stamp').values({ id: 1, changes: 0 }).execute();
}
