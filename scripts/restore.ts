import { resolve } from 'node:path';
import { loadConfig } from '../src/config/config.ts';
import { frenchTypography } from '../src/french/typography.ts';
import { createLog } from '../src/log.ts';
import { type RestoreFault, restore } from '../src/store/backup/restore.ts';
import { backupTexts as texts } from '../src/text/backup-texts.ts';
import { readCommandLine } from './command-line.ts';

/** `npm run restore -- FILE [--overwrite] [--verify]`: brings a backup back, or says that it could be. */
async function main(): Promise<void> {
  const line = readCommandLine('restore');
  const [given] = line.rest;
  if (given === undefined) throw new Error(texts.usage.restore);
  const { data, databaseUrl, backupKey: passphrase } = loadConfig(process.env);
  const file = resolve(given);
  const wish = { overwrite: line.has('overwrite'), verifyOnly: line.has('verify') };
  const done = await restore({ data, databaseUrl, passphrase, log: createLog('warn') }, file, wish);
  if (!done.ok) throw new Error(sayFault(done.error, file));
  const { manifest, aside } = done.value;
  const say = wish.verifyOnly ? texts.verified : texts.restored;
  const lines = [say(file, manifest.madeAt, manifest.version), ...(aside === undefined ? [] : [texts.aside(aside)])];
  process.stdout.write(`${frenchTypography(lines.join('\n'))}\n`);
}

function sayFault(fault: RestoreFault, file: string): string {
  switch (fault.kind) {
    case 'newer':
      return texts.fault.newer(file, fault.version, fault.migrations.join(', '));
    case 'other_store':
      return texts.fault.other_store(file, fault.store === 'postgres');
    case 'tool':
      return texts.fault.tool(fault.name, fault.said);
    case 'not_empty':
    case 'in_use':
      return texts.fault[fault.kind];
    default:
      return texts.fault[fault.kind](file);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${frenchTypography(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 1;
});
