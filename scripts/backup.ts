import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig } from '../src/config/config.ts';
import { frenchTypography } from '../src/french/typography.ts';
import { createLog } from '../src/log.ts';
import { type BackupFault, backUp } from '../src/store/backup/back-up.ts';
import { backupTexts as texts } from '../src/text/backup-texts.ts';
import { readCommandLine } from './command-line.ts';
import { programVersion } from './program-version.ts';

/** `npm run backup -- FILE`: everything in one file, while the assistant runs. */
async function main(): Promise<void> {
  const [given] = readCommandLine('backup').rest;
  if (given === undefined) throw new Error(texts.usage.backup);
  const { data, databaseUrl, backupKey: passphrase } = loadConfig(process.env);
  const file = resolve(given);
  const done = await backUp({ data, databaseUrl, passphrase, log: createLog('warn') }, file, programVersion());
  if (!done.ok) throw new Error(sayFault(done.error, file, data));
  process.stdout.write(`${frenchTypography(texts.made(file, statSync(file).size, passphrase !== undefined))}\n`);
}

function sayFault(fault: BackupFault, file: string, data: string): string {
  switch (fault.kind) {
    case 'exists':
      return texts.fault.exists(file);
    case 'no_database':
      return texts.fault.no_database(data);
    case 'damaged':
      return texts.fault.unsound;
    case 'tool':
      return texts.fault.tool(fault.name, fault.said);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${frenchTypography(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 1;
});
