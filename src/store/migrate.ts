import type { Kysely } from 'kysely';
import type { Backend } from './backend.ts';
import { KNOWN_MIGRATIONS, MIGRATIONS, type Migration } from './migrations.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the tables up to date, all or nothing, one process at a time: the list of what is done is read inside the lock.
 * Kysely's own Migrator makes its tables before it locks, and starts on SQLite a transaction that may not write.
 * @returns the names of those that waited
 * @throws naming the place: it cannot be opened or written, or a newer program has migrated it
 */
export async function migrate(
  backend: Backend,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly string[]> {
  return run(backend, migrations, false);
}

/**
 * The same, then undone: what would be done, and that it can be.
 * @returns the names of the migrations that wait
 * @throws as `migrate`
 */
export async function tryMigrations(
  backend: Backend,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly string[]> {
  return run(backend, migrations, true);
}

/** Thrown to undo a transaction, and caught by whoever threw it. */
const UNDO = new Error('a trial is undone');

async function run(backend: Backend, migrations: readonly Migration[], trial: boolean): Promise<readonly string[]> {
  const waited: string[] = [];
  try {
    await backend.migrationLock(async (db) => {
      await makeList(db);
      const done = await listDone(db);
      const isKnown = (name: string) => KNOWN_MIGRATIONS.has(name) || migrations.some((one) => one.name === name);
      const unknown = done.filter((name) => !isKnown(name));
      if (unknown.length > 0)
        throw new Error(`it was written by a newer version of the program (${unknown.join(', ')}): start that version`);
      for (const { name, up } of migrations) {
        if (done.includes(name)) continue;
        await up(db);
        await db.insertInto('truchement_migrations').values({ name, at: new Date().toISOString() }).execute();
        waited.push(name);
      }
      if (trial) throw UNDO;
    });
  } catch (error) {
    if (error !== UNDO) throw cannotOpen(backend.place, error);
  }
  return waited;
}

/** Those that a store has had, whatever made it; none where it is empty. */
export async function migrationsDone(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables();
  return tables.some(({ name }) => name === 'truchement_migrations') ? listDone(db) : [];
}

async function makeList(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('truchement_migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}

async function listDone(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db.selectFrom('truchement_migrations').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}

/** The one way a start says that the store cannot be opened. `place` holds no password, nor do the drivers' messages. */
export function cannotOpen(place: string, error: unknown): Error {
  const why = error instanceof Error ? error.message || String((error as { code?: unknown }).code) : String(error);
  return new Error(`The store cannot be opened: ${place}: ${why}`);
}
