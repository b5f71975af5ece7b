import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';

/** What only the account that runs the assistant may do with its files, and with its folders. */
const FILE = 0o600;
const FOLDER = 0o700;
/** Whoever else may read, write or enter. */
const OTHERS = 0o077;

/**
 * A folder that only its owner enters, made where it is missing and closed to others where it is not.
 * @throws when it cannot be made
 */
export function keepPrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: FOLDER });
  tighten(folder, FOLDER);
}

/**
 * Files that hold names: each is closed to others where it is there, and the first is made, empty, where it is not, so that it
 * is never open to others, not even at first. SQLite gives the files beside a database the rights of the database.
 * @throws when the first cannot be made
 */
export function keepPrivateFiles(first: string, ...beside: readonly string[]): void {
  closeSync(openSync(first, 'a', FILE));
  for (const file of [first, ...beside]) if (existsSync(file)) tighten(file, FILE);
}

/** Whether others than its owner may do anything with a file or a folder; false where there is none. */
export function isOpenToOthers(path: string): boolean {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  return process.platform !== 'win32' && mode !== undefined && (mode & OTHERS) !== 0;
}

function tighten(path: string, mode: number): void {
  if (!isOpenToOthers(path)) return;
  try {
    chmodSync(path, mode);
  } catch (error) {
    // Another account's, on a shared disk: `npm run doctor` says so.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
  }
}
