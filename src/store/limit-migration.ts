import { type Kysely, PostgresAdapter, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Requests of the last minute by key, as `src/limits.ts` counts them. */
export const LIMIT_TABLE = 'recent_requests';

/**
 * Where processes may be several. Unlogged: a count is no record, so no disk and no standby is waited for, and a crash of the
 * server forgets it. The room in each page keeps an update within it.
 */
export async function createLimitTable(db: Kysely<Tables>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql`create unlogged table ${sql.table(LIMIT_TABLE)} (key text primary key, points integer not null, expire bigint not null)
    with (fillfactor = 50)`.execute(db);
}
