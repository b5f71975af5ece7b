import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { createLatest } from '../latest.ts';
import { limitsInMemory } from '../limits.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { type Backend, BUSY_MS, MIGRATION_WAIT_MS } from './backend.ts';
import { cannotOpen } from './migrate.ts';
import { keepPrivateFiles, keepPrivateFolder } from './private-files.ts';
import { loadSqlite } from './sqlite-driver.ts';
import type { Tables } from './tables.ts';

/** Queries that are kept prepared: those of one moment are a few dozen, with one, two, three… rows. */
const MOST_PREPARED = 300;

/** In the data folder. */
export const SQLITE_FILE = 'truchement.sqlite';

/**
 * The file `truchement.sqlite` of a folder, both made where they are missing and closed to other accounts.
 * @throws naming the file: the folder cannot be made or written, the file is no database
 */
export function openSqlite(folder: string): Backend {
  const file = join(folder, SQLITE_FILE);
  const driver = loadSqlite();
  const database = openFile(driver, folder, file);
  const prepared = createLatest<Database.Statement>(MOST_PREPARED);
  // Kysely prepares each query anew, which costs more than running most of them does.
  const prepare = (query: string): Database.Statement => {
    const statement = prepared.get(query) ?? database.prepare(query);
    prepared.set(query, statement);
    return statement;
  };
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: { prepare, close: () => database.close() } }),
  });
  // Kysely starts transactions without taking the write lock; one that reads first is then refused when another has written.
  const immediate = <T>(
    waitMs: number,
    work: (connection: Kysely<Tables>) => Promise<T>,
    synchronous: 'FULL' | 'NORMAL' = 'FULL',
  ): Promise<T> =>
    db.connection().execute(async (connection) => {
      database.pragma(`busy_timeout = ${waitMs}`);
      database.pragma(`synchronous = ${synchronous}`);
      await sql`begin immediate`.execute(connection);
      try {
        const value = await work(connection);
        await sql`commit`.execute(connection);
        return value;
      } catch (error) {
        if (database.inTransaction) await sql`rollback`.execute(connection);
        throw error;
      } finally {
        database.pragma(`busy_timeout = ${BUSY_MS}`);
        database.pragma('synchronous = FULL');
      }
    });
  return {
    place: file,
    db,
    migrationLock: (work) => immediate(MIGRATION_WAIT_MS, work),
    transact: (work) => immediate(BUSY_MS, work),
    skipLocked: false,
    rowId: sql`rowid`,
    // A slice is not waited for until it is on the disk; whatever is written next takes it along.
    sweep: (work) => checkpointBeside(database, file, () => work((slice) => immediate(BUSY_MS, slice, 'NORMAL'))),
    limits: limitsInMemory,
    reasonOf: reasonOfSqlite,
  };
}

/** @throws as `openSqlite` */
export function openFile(driver: typeof Database, folder: string, file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    keepPrivateFolder(folder);
    keepPrivateFiles(file, `${file}-wal`, `${file}-shm`);
    database = new driver(file, { timeout: MIGRATION_WAIT_MS });
    // Readers do not wait for the writer, and what is committed survives a power cut.
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // In KiB: of a store of some years, what is read again and again.
    database.pragma('cache_size = -65536');
    return database;
  } catch (error) {
    database?.close();
    throw cannotOpen(file, error);
  }
}

/** Pages in the log after which whoever commits copies them into the file, as SQLite has it; and while a thread beside does. */
const [LOGGED, LOGGED_BESIDE] = [1_000, 16_000];
const CHECKPOINT_MS = 250;
const CHECKPOINTS = `
  const { parentPort, workerData } = require('node:worker_threads');
  const database = new (require(workerData.driver))(workerData.file);
  const copy = () => database.pragma('wal_checkpoint(PASSIVE)');
  const clock = setInterval(copy, workerData.every);
  parentPort.once('message', () => { clearInterval(clock); copy(); database.close(); });`;

/**
 * A sweep writes more than all else, and copying that from the log into the file takes a tenth of a second after each slice, in
 * the thread that answers: meanwhile another does it. Where that one cannot, the log grows longer before this one does.
 */
async function checkpointBeside<T>(database: Database.Database, file: string, work: () => Promise<T>): Promise<T> {
  // Closed: the work finds it so.
  if (!database.open) return work();
  const driver = createRequire(import.meta.url).resolve('better-sqlite3');
  const beside = new Worker(CHECKPOINTS, { eval: true, workerData: { driver, file, every: CHECKPOINT_MS } });
  const ended = new Promise((resolve) => beside.on('error', () => undefined).once('exit', resolve));
  database.pragma(`wal_autocheckpoint = ${LOGGED_BESIDE}`);
  try {
    return await work();
  } finally {
    if (database.open) database.pragma(`wal_autocheckpoint = ${LOGGED}`);
    beside.postMessage('done');
    // The file is left to its owner, who may close it and take it away.
    await ended;
  }
}

/** SQLite's result codes (sqlite.org/rescode.html), extended ones by their first part. */
export function reasonOfSqlite(error: unknown): StoreDown['reason'] | undefined {
  if (!(error instanceof Error) || error.name !== 'SqliteError' || !('code' in error)) return undefined;
  return REASONS.get(String(error.code).split('_').slice(0, 2).join('_'));
}

const REASONS: ReadonlyMap<string, StoreDown['reason']> = new Map([
  ['SQLITE_FULL', 'full'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_READONLY', 'unreachable'],
  ['SQLITE_IOERR', 'unreachable'],
  ['SQLITE_CANTOPEN', 'unreachable'],
  ['SQLITE_CORRUPT', 'unreachable'],
  ['SQLITE_NOTADB', 'unreachable'],
  ['SQLITE_PERM', 'unreachable'],
]);
