import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Logger } from '../../log.ts';
import { err, ok, type Result } from '../../result.ts';
import { backendOf } from '../backend-of.ts';
import { migrationsDone } from '../migrate.ts';
import { keepPrivateFiles, keepPrivateFolder } from '../private-files.ts';
import { loadSqlite } from '../sqlite-driver.ts';
import { type ArchiveFault, digestFolder, endOf, packFolder } from './archive.ts';

/** The one file of the embedded database. */
export const DATABASE = 'truchement.sqlite';
/** What `pg_dump` writes. */
export const DUMP = 'truchement.dump';
export const MANIFEST = 'manifest.json';
/**
 * What else a restored assistant needs: the key that signs badges, the documents taken in, a corpus of one's own where it stands
 * in the data folder. The index is built anew.
 */
export const BESIDE = ['cle-des-badges.json', 'documents', 'knowledge'] as const;

/** What a backup says of itself: read before anything of it is used. */
export const manifestSchema = z.object({
  format: z.literal(1),
  /** Of the program that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  store: z.enum(['sqlite', 'postgres']),
  /** Those that its store had. */
  migrations: z.array(z.string()),
  /** SHA-256 by path. */
  files: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface Kept {
  readonly data: string;
  /** Undefined: the file of the data folder. */
  readonly databaseUrl: string | undefined;
  readonly passphrase: string | undefined;
  readonly log: Logger;
}

export type BackupFault =
  /** There is a file of that name. */
  | { readonly kind: 'exists' }
  /** There is no database where one is looked for. */
  | { readonly kind: 'no_database' }
  /** SQLite finds the copy damaged. */
  | { readonly kind: 'damaged' }
  | Extract<ArchiveFault, { kind: 'tool' }>;

/**
 * Everything that was acknowledged before it began, in one file, while others write: the database by SQLite's own online backup
 * or by `pg_dump`, then the rest. The file is there whole or not at all.
 * @throws when the store cannot be reached, or the disk refuses
 */
export async function backUp(
  { data, databaseUrl, passphrase, log }: Kept,
  file: string,
  version: string,
): Promise<Result<Manifest, BackupFault>> {
  if (existsSync(file)) return err({ kind: 'exists' });
  if (databaseUrl === undefined && !existsSync(join(data, DATABASE))) return err({ kind: 'no_database' });
  keepPrivateFolder(data);
  const folder = workFolder(data, 'sauvegarde');
  const part = `${file}.part`;
  try {
    const migrations = await migrationsOf(data, databaseUrl, log);
    const copied =
      databaseUrl === undefined ? await copySqlite(data, folder) : await dump(databaseUrl, join(folder, DUMP));
    if (!copied.ok) return copied;
    for (const name of BESIDE) copyBeside(join(data, name), join(folder, name));
    const manifest: Manifest = {
      format: 1,
      version,
      madeAt: new Date().toISOString(),
      store: databaseUrl === undefined ? 'sqlite' : 'postgres',
      migrations: [...migrations],
      files: Object.fromEntries((await digestFolder(folder)) ?? []),
    };
    writeFileSync(join(folder, MANIFEST), JSON.stringify(manifest, undefined, 2), { mode: 0o600 });
    mkdirSync(dirname(file), { recursive: true });
    rmSync(part, { force: true });
    const packed = await packFolder(folder, part, passphrase);
    if (!packed.ok) return packed.error.kind === 'tool' ? err(packed.error) : err({ kind: 'damaged' });
    renameSync(part, file);
    return ok(manifest);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(part, { force: true });
  }
}

const DAY_MS = 86_400_000;

/** For what is under way, in the data folder, which others do not enter; what a killed one left goes a day later. */
export function workFolder(data: string, name: string): string {
  for (const left of readdirSync(data))
    if (left.startsWith(`.${name}-`) && Date.now() - statSync(join(data, left)).mtimeMs > DAY_MS)
      rmSync(join(data, left), { recursive: true, force: true });
  return mkdtempSync(join(data, `.${name}-`));
}

async function migrationsOf(data: string, databaseUrl: string | undefined, log: Logger): Promise<readonly string[]> {
  const { db } = await backendOf({ data, databaseUrl, log });
  return migrationsDone(db).finally(() => db.destroy());
}

async function copySqlite(data: string, folder: string): Promise<Result<undefined, BackupFault>> {
  const driver = loadSqlite();
  const to = join(folder, DATABASE);
  keepPrivateFiles(to);
  const source = new driver(join(data, DATABASE), { readonly: true, fileMustExist: true });
  try {
    // All pages in one go: page by page, each write of another process would begin the copy anew.
    await source.backup(to, { progress: () => 0x7fff_ffff });
  } finally {
    source.close();
  }
  return isSound(to) ? ok(undefined) : err({ kind: 'damaged' });
}

/** One file, without those that stand beside a database in use, and SQLite finds no fault in it. */
export function isSound(file: string): boolean {
  const database = new (loadSqlite())(file, { fileMustExist: true });
  try {
    database.pragma('journal_mode = DELETE');
    return database.pragma('integrity_check', { simple: true }) === 'ok';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  } finally {
    database.close();
  }
}

export async function dump(
  databaseUrl: string,
  file: string,
): Promise<Result<undefined, Extract<ArchiveFault, { kind: 'tool' }>>> {
  // What is found of own documents is made anew of the library, as the embedded index is.
  const made = ['own_documents', 'own_passages'].map((table) => `--exclude-table-data=${table}`);
  return runPg('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', ...made, `--file=${file}`], databaseUrl);
}

/** One of PostgreSQL's own programs; the password goes by the environment, where `ps` does not show it. */
export async function runPg(
  name: 'pg_dump' | 'pg_restore',
  args: readonly string[],
  databaseUrl: string,
): Promise<Result<undefined, Extract<ArchiveFault, { kind: 'tool' }>>> {
  const { url, password } = splitPassword(databaseUrl);
  const env = { ...process.env, ...(password === undefined ? {} : { PGPASSWORD: password }) };
  const child = spawn(name, [...args, `--dbname=${url}`], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const failed = await endOf(name, child);
  return failed === undefined ? ok(undefined) : err(failed);
}

function splitPassword(url: string): { readonly url: string; readonly password: string | undefined } {
  const {
    before = '',
    password,
    after = '',
  } = /^(?<before>[a-z]+:\/\/[^:@/]*):(?<password>[^@/]*)(?<after>@.*)$/.exec(url)?.groups ?? {};
  return password === undefined
    ? { url, password }
    : { url: `${before}${after}`, password: decodeURIComponent(password) };
}

/** What goes while it is copied was not to be kept. */
function copyBeside(from: string, to: string): void {
  const stat = statSync(from, { throwIfNoEntry: false });
  if (stat === undefined || from.endsWith('.tmp')) return;
  if (!stat.isDirectory()) {
    copyFileSync(from, to);
    keepPrivateFiles(to);
    return;
  }
  keepPrivateFolder(to);
  for (const name of readdirSync(from)) copyBeside(join(from, name), join(to, name));
}
