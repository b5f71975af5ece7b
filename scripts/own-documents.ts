import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../src/config/config.ts';
import type { Logger } from '../src/log.ts';
import type { Embed } from '../src/model/embed.ts';
import { indexOwn, type OwnIndexed } from '../src/retrieval/index-own.ts';
import type { OwnRecords } from '../src/retrieval/own-records.ts';
import { openOwnSqlite } from '../src/store/own-sqlite.ts';

/** The organisation's own documents that this assistant may show: those for all, and those for its organisation. */
export async function openOwn({ data, organisation }: Config, dimensions: number): Promise<OwnRecords> {
  const audiences = ['all', ...(organisation === undefined ? [] : [organisation])];
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

const MINUTE_MS = 60_000;
/** After the start, when whoever waited for it has been served. */
const FIRST_MS = 5_000;
/** The least urgent that is still run. */
const LOW_PRIORITY = 15;

/**
 * Looks again at the folders that documents came from, every so many minutes, by `npm run ingest -- --documents` in a process of
 * its own: a file that is hard to read takes no memory and no time of whoever answers. What it keeps is found at once.
 */
export function startImports({ data, documents: { everyMinutes } }: Config, log: Logger): { stop(): Promise<void> } {
  let importing: ChildProcess | undefined;
  const look = () => {
    if (importing !== undefined || !existsSync(join(data, 'documents'))) return;
    const here = fileURLToPath(import.meta.url);
    const script = join(here, '..', `ingest${extname(here)}`);
    const child = spawn(process.execPath, [...process.execArgv, script, '--documents'], {
      env: { ...process.env, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    importing = child;
    if (child.pid !== undefined) setPriority(child.pid, LOW_PRIORITY);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2_000);
    });
    child.on('error', (error) => log.warn({ err: error }, 'own documents are not looked at'));
    child.on('close', (code) => {
      importing = undefined;
      if (code !== null && code !== 0) log.warn({ code, said }, 'own documents: some could not be taken in');
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
