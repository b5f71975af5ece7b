import type { Logger } from '../log.ts';
import type { Backend } from './backend.ts';
import { backendOf, type StoreOptions } from './backend-of.ts';
import { createStore } from './create-store.ts';
import { migrate, tryMigrations } from './migrate.ts';
import type { Store } from './store.ts';

/**
 * The store, opened and migrated: PostgreSQL when there is a `DATABASE_URL`, else one file.
 * @throws naming the file or the server: it cannot be reached, read or written, or a newer program wrote it
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return openBackend(await backendOf(options), options.log);
}

/**
 * Brings a store up to date without opening it for work; or only tries to.
 * @returns the names of the migrations that waited
 * @throws as `openStore`
 */
export async function migrateStore(options: StoreOptions, dryRun: boolean): Promise<readonly string[]> {
  const backend = await backendOf(options);
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
