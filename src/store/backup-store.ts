import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../result.ts';
import { keepPrivateFiles, keepPrivateFolder } from './private-files.ts';
import { loadSqlite } from './sqlite-driver.ts';

/** The one file of the embedded database. */
const DATABASE = 'truchement.sqlite';
/** What else a restored assistant needs: the key that signs badges, the documents taken in. The index is built anew. */
const KEY = 'cle-des-badges.json';
const DOCUMENTS = 'documents';

export type BackupFault =
  /** The folder that is written to holds something already. */
  | { readonly kind: 'not_empty' }
  /** There is no database where one is looked for. */
  | { readonly kind: 'no_database' }
  /** SQLite finds the copy damaged. */
  | { readonly kind: 'damaged'; readonly said: string };

/**
 * Copies what a data folder holds into an empty folder: the database by SQLite's own online backup, whole and consistent while
 * others write, then the rest. All of it is readable by its owner only.
 * @param database left out where the store is a server's: see `pg_dump`
 */
export async function copyData(from: string, to: string, database = true): Promise<Result<undefined, BackupFault>> {
  if (existsSync(to) && readdirSync(to).length > 0) return err({ kind: 'not_empty' });
  const source = join(from, DATABASE);
  if (database && !existsSync(source)) return err({ kind: 'no_database' });
  keepPrivateFolder(to);
  if (database) {
    const copied = await copyDatabase(source, join(to, DATABASE));
    if (!copied.ok) return copied;
  }
  for (const name of [KEY, DOCUMENTS])
    if (existsSync(join(from, name)))
      cpSync(join(from, name), join(to, name), { recursive: true, filter: (path) => !path.endsWith('.tmp') });
  if (existsSync(join(to, KEY))) keepPrivateFiles(join(to, KEY));
  if (existsSync(join(to, DOCUMENTS))) keepPrivateFolder(join(to, DOCUMENTS));
  return ok(undefined);
}

async function copyDatabase(from: string, to: string): Promise<Result<undefined, BackupFault>> {
  const driver = loadSqlite();
  keepPrivateFiles(to);
  const source = new driver(from, { readonly: true, fileMustExist: true });
  try {
    // All pages in one go: page by page, each write of another process would begin the copy anew.
    await source.backup(to, { progress: () => 0x7fff_ffff });
  } finally {
    source.close();
  }
  const copy = new driver(to);
  try {
    const said = String(copy.pragma('integrity_check', { simple: true }));
    // One file, without those that stand beside a database in use.
    copy.pragma('journal_mode = DELETE');
    if (said === 'ok') return ok(undefined);
    rmSync(to);
    return err({ kind: 'damaged', said });
  } finally {
    copy.close();
  }
}
