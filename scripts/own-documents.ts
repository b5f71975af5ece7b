import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../src/config/config.ts';
import { createLog, type Logger } from '../src/log.ts';
import type { Embed } from '../src/model/embed.ts';
import { indexOwn, type OwnIndexed } from '../src/retrieval/index-own.ts';
import type { OwnRecords } from '../src/retrieval/own-records.ts';
import { openOwnSqlite } from '../src/store/own-sqlite.ts';

/** The organisation's own documents that this assistant may show: those for all, and those for its organisation. */
export async function openOwn(
  { data, organisation, documents: { index }, databaseUrl }: Config,
  dimensions: number,
): Promise<OwnRecords> {
  const audiences = ['all', ...(organisation === undefined ? [] : [organisation])];
  if (index === 'postgresql' && databaseUrl !== undefined) {
    const { openOwnPostgres } = await import('../src/store/own-postgres.ts');
    return openOwnPostgres(databaseUrl, createLog('warn'), homeOf(data), audiences);
  }
  return openOwnSqlite(data, audiences, dimensions);
}

/** Brings what is found up to date with what was imported. @throws when it cannot be kept */
export async function indexDocuments(
  config: Config,
  embed: Embed,
  onProgress?: (done: number, total: number) => void,
): Promise<OwnIndexed> {
  const own = await openOwn(config, embed.dimensions);
  const indexed = await indexOwn(config.data, own, embed, onProgress).finally(own.close);
  if (!indexed.ok) throw new Error(`Own documents cannot be kept to be found: ${indexed.error.reason}`);
  return indexed.value;
}

/** Names a data folder to the others on one database: each keeps and drops what it has imported itself. */
function homeOf(data: string): string {
  const file = join(data, 'documents', 'home');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  // Nothing was imported here: nothing is kept from here, and nothing dropped.
  if (!existsSync(join(data, 'documents'))) return 'none';
  const home = randomUUID();
  writeFileSync(file, `${home}\n`, { mode: 0o600 });
  return home;
}

const MINUTE_MS = 60_000;
/** After the start, when whoever waited for it has been served. */
const FIRST_MS = 5_000;
/** Characters kept of what it says. */
const MOST_SAID = 2_000;
/** The least urgent that is still run. */
const LOW_PRIORITY = 15;

/**
 * Looks again at the folders that documents came from, every so many minutes, by `npm run ingest -- --documents` in a process of
 * its own: a file that is hard to read takes no memory and no time of whoever answers. What it keeps is found at once.
 */
export function startImports({ data, documents: { everyMinutes } }: Config, log: Logger): { stop(): Promise<void> } {
  let importing: ChildProcess | undefined;
  let before = '';
  const look = () => {
    if (importing !== undefined || !existsSync(join(data, 'documents'))) return;
    const here = fileURLToPath(import.meta.url);
    const script = join(here, '..', `ingest${extname(here)}`);
    const child = spawn(process.execPath, [...process.execArgv, script, '--documents'], {
      env: { ...process.env, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    importing = child;
    if (child.pid !== undefined) setPriority(child.pid, LOW_PRIORITY);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = `${said}${text}`.slice(-MOST_SAID);
      });
    child.on('error', (error) => log.warn({ err: error }, 'own documents are not looked at'));
    child.on('close', (code) => {
      importing = undefined;
      // The faults stand at the end, and are the same each time until somebody sees to them.
      if (code !== null && code !== 0 && said !== before)
        log.warn({ code, said }, 'own documents: some could not be taken in');
      before = said;
    });
  };
  if (everyMinutes === 0) return { stop: async () => undefined };
  const first = setTimeout(look, FIRST_MS).unref();
  const clock = setInterval(look, everyMinutes * MINUTE_MS).unref();
  return {
    stop: async () => {
      clearTimeout(first);
      clearInterval(clock);
      importing?.kill();
    },
  };
}
