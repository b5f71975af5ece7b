import type { Logger } from '../log.ts';
import type { Backend } from './backend.ts';
import { createStore } from './create-store.ts';
import { migrate, tryMigrations } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

export interface StoreOptions {
  /** Folder of the embedded database, when there is no server. */
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly log: Logger;
}

/**
 * The store, opened and migrated: PostgreSQL when there is a `DATABASE_URL`, else one file.
 * @throws naming the file or the server: it cannot be reached, read or written, or a newer program wrote it
 */
export async function openStore({ data, databaseUrl, log }: StoreOptions): Promise<Store> {
  return openBackend(databaseUrl === undefined ? openSqlite(data) : openPostgres(databaseUrl, log), log);
}

/**
 * Brings a store up to date without opening it for work; or only tries to.
 * @returns the names of the migrations that waited
 * @throws as `openStore`
 */
export async function migrateStore(
  { data, databaseUrl, log }: StoreOptions,
  dryRun: boolean,
): Promise<readonly string[]> {
  const backend = databaseUrl === undefined ? openSqlite(data) : openPostgres(databaseUrl, log);
  try {
    return await (dryRun ? tryMigrations(backend) : migrate(backend));
  } finally {
    await backend.db.destroy();
  }
}

async function openBackend(backend: Backend, log: Logger): Promise<Store> {
  try {
    await migrate(backend);
  } catch (error) {
    await backend.db.destroy();
    throw error;
  }
  return createStore(backend, (row) => log.error(row, 'a damaged record is left out: have it mended or removed'));
}
