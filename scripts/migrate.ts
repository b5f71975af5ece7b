import { loadConfig } from '../src/config/config.ts';
import { frenchTypography } from '../src/french/typography.ts';
import { createLog } from '../src/log.ts';
import { migrateStore } from '../src/store/open-store.ts';
import { backupTexts } from '../src/text/backup-texts.ts';
import { readCommandLine } from './command-line.ts';

const { migrations: texts } = backupTexts;

/** `npm run migrate [-- --dry-run]`: what a start does first, by itself; or the same, undone. */
async function main(): Promise<void> {
  const dryRun = readCommandLine('migrate').has('dry-run');
  const { data, databaseUrl } = loadConfig(process.env);
  const names = await migrateStore({ data, databaseUrl, log: createLog('warn') }, dryRun);
  const lines =
    names.length === 0 ? [texts.none] : [texts.waiting(names.join(', ')), dryRun ? texts.tried : texts.done];
  process.stdout.write(`${frenchTypography(lines.join('\n'))}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${frenchTypography(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 1;
});
