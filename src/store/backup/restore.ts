import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Logger } from '../../log.ts';
import { err, ok, type Result } from '../../result.ts';
import { KNOWN_MIGRATIONS } from '../migrations.ts';
import { openPostgres } from '../postgres.ts';
import { keepPrivateFolder } from '../private-files.ts';
import { loadSqlite } from '../sqlite-driver.ts';
import { type ArchiveFault, digestFolder, unpackFile } from './archive.ts';
import {
  BESIDE,
  DATABASE,
  DUMP,
  dump,
  isSound,
  type Kept,
  MANIFEST,
  type Manifest,
  manifestSchema,
  runPg,
  workFolder,
} from './back-up.ts';

export type RestoreFault =
  | ArchiveFault
  /** There is no such file. */
  | { readonly kind: 'no_file' }
  /** A newer program made it. */
  | { readonly kind: 'newer'; readonly version: string; readonly migrations: readonly string[] }
  /** It holds the other kind of store than the one configured. */
  | { readonly kind: 'other_store'; readonly store: Manifest['store'] }
  /** Something is there already, and nothing was said of putting it aside. */
  | { readonly kind: 'not_empty' }
  /** An assistant has the store open. */
  | { readonly kind: 'in_use' };

export interface Wish {
  /** What is there is put aside, in the data folder. */
  readonly overwrite: boolean;
  /** Nothing is brought back: whether it could be. */
  readonly verifyOnly: boolean;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Where what was there stands now; undefined: there was nothing. */
  readonly aside: string | undefined;
}

/**
 * Brings a backup back, once all of it has been read and held against what it says of itself: until then nothing is touched.
 * @throws when the store cannot be reached, or the disk refuses
 */
export async function restore(kept: Kept, file: string, wish: Wish): Promise<Result<Restored, RestoreFault>> {
  const { data, databaseUrl, passphrase } = kept;
  if (!existsSync(file)) return err({ kind: 'no_file' });
  keepPrivateFolder(data);
  const folder = workFolder(data, 'restauration');
  try {
    const unpacked = await unpackFile(file, folder, passphrase);
    if (!unpacked.ok) return unpacked;
    const manifest = await verified(folder);
    if (!manifest.ok) return manifest;
    const { store } = manifest.value;
    if ((store === 'sqlite') !== (databaseUrl === undefined)) return err({ kind: 'other_store', store });
    if (wish.verifyOnly) return ok({ manifest: manifest.value, aside: undefined });
    const aside = join(data, `avant-restauration-${new Date().toISOString().replace(/[:.]/g, '-')}`);
    const placed =
      databaseUrl === undefined
        ? placeSqlite(data, folder, aside, wish.overwrite)
        : await placePostgres(databaseUrl, kept.log, { data, folder, aside, overwrite: wish.overwrite });
    if (!placed.ok) return placed;
    return ok({ manifest: manifest.value, aside: existsSync(aside) ? aside : undefined });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was unpacked is what the manifest says, to the byte, and this program can read it. */
async function verified(folder: string): Promise<Result<Manifest, RestoreFault>> {
  const manifest = readManifest(join(folder, MANIFEST));
  if (manifest === undefined) return err({ kind: 'damaged' });
  const found = new Map(await digestFolder(folder));
  found.delete(MANIFEST);
  const files = Object.entries(manifest.files);
  if (found.size !== files.length || files.some(([path, digest]) => found.get(path) !== digest))
    return err({ kind: 'damaged' });
  const newer = manifest.migrations.filter((name) => !KNOWN_MIGRATIONS.has(name));
  if (newer.length > 0) return err({ kind: 'newer', version: manifest.version, migrations: newer });
  if (manifest.store === 'sqlite' && !isSound(join(folder, DATABASE))) return err({ kind: 'damaged' });
  return ok(manifest);
}

function readManifest(file: string): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Not there, not JSON or of another shape: all one.
    return undefined;
  }
}

/** Those of a database in use stand beside it. */
const BESIDE_DATABASE = [`${DATABASE}-wal`, `${DATABASE}-shm`];

function placeSqlite(data: string, folder: string, aside: string, overwrite: boolean): Result<undefined, RestoreFault> {
  const there = [DATABASE, ...BESIDE].filter((name) => existsSync(join(data, name)));
  if (there.length > 0 && !overwrite) return err({ kind: 'not_empty' });
  if (isOpen(join(data, DATABASE))) return err({ kind: 'in_use' });
  putAside(data, aside, [DATABASE, ...BESIDE_DATABASE, ...BESIDE]);
  // The database last: with half of the rest there is no assistant to speak of.
  place(data, folder, [...BESIDE, DATABASE]);
  return ok(undefined);
}

/** Whether another process has it open: SQLite then refuses to be alone with it. */
function isOpen(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new (loadSqlite())(file, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('begin exclusive; rollback');
    return false;
  } catch (error) {
    // A damaged one is nobody's, and is about to be put aside.
    return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
  } finally {
    database.close();
  }
}

async function placePostgres(
  databaseUrl: string,
  log: Logger,
  {
    data,
    folder,
    aside,
    overwrite,
  }: { readonly data: string; readonly folder: string; readonly aside: string; readonly overwrite: boolean },
): Promise<Result<undefined, RestoreFault>> {
  const { db } = openPostgres(databaseUrl, log);
  try {
    const tables = await db.introspection.getTables();
    const there = tables.length > 0 || BESIDE.some((name) => existsSync(join(data, name)));
    if (there && !overwrite) return err({ kind: 'not_empty' });
    const others = await sql<{ n: string }>`select count(*) as n from pg_stat_activity
      where application_name = 'truchement' and datname = current_database() and pid <> pg_backend_pid()`.execute(db);
    if (Number(others.rows[0]?.n) > 0) return err({ kind: 'in_use' });
    if (tables.length > 0) {
      keepPrivateFolder(aside);
      const saved = await dump(databaseUrl, join(aside, DUMP));
      if (!saved.ok) return saved;
      // What a newer program made would stand in the way of the migrations to come.
      for (const { name, schema } of tables)
        await sql`drop table if exists ${sql.id(schema ?? 'public', name)} cascade`.execute(db);
    }
    const brought = await runPg(
      'pg_restore',
      ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges', join(folder, DUMP)],
      databaseUrl,
    );
    if (!brought.ok) return brought;
    putAside(data, aside, BESIDE);
    place(data, folder, BESIDE);
    return ok(undefined);
  } finally {
    await db.destroy();
  }
}

function putAside(data: string, aside: string, names: readonly string[]): void {
  const there = names.filter((name) => existsSync(join(data, name)));
  if (there.length === 0) return;
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const name of there) renameSync(join(data, name), join(aside, name));
}

function place(data: string, folder: string, names: readonly string[]): void {
  for (const name of names) if (existsSync(join(folder, name))) renameSync(join(folder, name), join(data, name));
}
