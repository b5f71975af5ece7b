import { resolve } from 'node:path';
import { loadConfig } from '../src/config/config.ts';
import { type BackupFault, copyData } from '../src/store/backup-store.ts';
import { readCommandLine } from './command-line.ts';

/**
 * `npm run backup -- FOLDER` copies the data folder into an empty one, while the assistant runs; `npm run restore -- FOLDER`
 * copies it back into an empty data folder, while it does not. With PostgreSQL the database is its own tools' to copy: the
 * command is printed, and exit code 1 says that the copy is not whole.
 */
async function main(): Promise<void> {
  const wish = process.argv[2] === 'restore' ? 'restore' : 'backup';
  const [, given] = readCommandLine(wish).rest;
  const { data, databaseUrl } = loadConfig(process.env);
  if (given === undefined) throw new Error('npm run backup -- FOLDER\nnpm run restore -- FOLDER');
  const folder = resolve(given);
  const [from, to] = wish === 'backup' ? [data, folder] : [folder, data];
  const done = await copyData(from, to, databaseUrl === undefined);
  if (!done.ok) throw new Error(sayFault(done.error, from, to));
  process.stdout.write(`${from} -> ${to}\n`);
  if (databaseUrl === undefined) return;
  const file = `${wish === 'backup' ? to : from}/truchement.dump`;
  process.stdout.write(
    `The database is in PostgreSQL and is not copied here. Run:\n  ${
      wish === 'backup'
        ? `pg_dump --format=custom --file='${file}' "$DATABASE_URL"`
        : `pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" '${file}'`
    }\n`,
  );
  process.exitCode = 1;
}

function sayFault(fault: BackupFault, from: string, to: string): string {
  switch (fault.kind) {
    case 'not_empty':
      return `${to} is not empty: nothing is written over. Give a folder that is new or empty`;
    case 'no_database':
      return `${from}: there is no truchement.sqlite to copy`;
    case 'damaged':
      return `${from}: SQLite finds the copy damaged (${fault.said.slice(0, 200)}); it was removed`;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
