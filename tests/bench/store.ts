import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { readCommandLine } from '../../scripts/command-line.ts';
import { createRandom } from '../../scripts/random.ts';
import { createLog } from '../../src/log.ts';
import { createSessions } from '../../src/reserve/sessions.ts';
import { openStore } from '../../src/store/open-store.ts';
import { SQLITE_FILE } from '../../src/store/sqlite.ts';
import { ms } from './beside-echo.ts';
import { COORDINATOR, fillStore } from './filled/fill.ts';
import { cpuOf } from './processor.ts';

/**
 * `npm run bench:store [-- --built DIR --filled DIR --cases N --people N --exchanges N]`: a server over a store that years have filled: its
 * start, a signed-in page, the board, the first sweep of what is past its time and the longest that anybody waited for an answer
 * meanwhile. Times as a person waits, and the server's processor beside them, for a machine that others use too.
 * With `--filled`, a store that was filled is kept there, and a copy of it measured the next time.
 * With `--built`, the folder that `npm run build` made is started; else the checkout, as `npm start` does.
 */
const line = readCommandLine('bench:store');
const built = line.value('built');
const kept = line.value('filled');
const sizes = {
  cases: line.number('cases', 50_000),
  people: line.number('people', 2_000),
  exchanges: line.number('exchanges', 1_000_000),
};
const PORT = 18_765;
const ADDRESS = `http://127.0.0.1:${PORT}`;
const PAGES = 100;
/** Not measured: a server that answers all day has compiled what it runs. */
const BEFORE = 200;
const BARS = { page: 5, board: 300, sweep: 60_000, wait: 200, start: 2_000 };
const SWEPT = /"msg":"retention applied"/;

const data = mkdtempSync(join(tmpdir(), 'truchement-filled-'));
let server: ChildProcess | undefined;
try {
  // The corpus is read and its index made once: no part of what a full store costs.
  await stop(await start());
  const empty = await start();
  await empty.swept;
  await stop(empty);
  say('start, empty store', empty.listening, empty.cpu, undefined);

  const filling = performance.now();
  const file = join(data, SQLITE_FILE);
  const keptFile = kept === undefined ? undefined : join(kept, SQLITE_FILE);
  const again = keptFile !== undefined && existsSync(keptFile);
  if (again) cpSync(keptFile, file);
  const store = await openStore({ data, databaseUrl: undefined, log: createLog('warn') });
  if (!again) await fillStore(store, data, sizes, createRandom(7));
  const session = await createSessions(store.sessions, () => new Date()).open({
    person: COORDINATOR,
    idToken: undefined,
  });
  await store.close();
  if (keptFile !== undefined && !again) cpSync(file, keptFile);
  const { cases, people, exchanges } = sizes;
  process.stdout.write(
    `${cases} cases, ${people} people, ${exchanges} exchanges, filled in ${((performance.now() - filling) / 1000).toFixed(0)} s\n`,
  );

  const full = await start();
  const waited: number[] = [];
  let sweeping = true;
  const since = performance.now();
  const swept = full.swept.then(() => {
    sweeping = false;
    return performance.now() - since;
  });
  while (sweeping) {
    waited.push(await timed(() => get('/health/live', session)));
    await pause(5);
  }
  say('start, full store', full.listening, full.cpu, BARS.start);
  say('first sweep', await swept, undefined, BARS.sweep);
  say('longest wait during it', Math.max(...waited), undefined, BARS.wait);
  await pages('signed-in page', '/dossiers', session, BARS.page);
  await pages('signed-in home', '/', session, BARS.page);
  await pages('the board', '/animation', session, BARS.board);
  await stop(full);
} finally {
  server?.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
}

async function start() {
  const begun = performance.now();
  const script = built === undefined ? ['--import', 'tsx', 'scripts/start.ts'] : [join(built, 'scripts/start.js')];
  const child = spawn(process.execPath, ['--max-semi-space-size=64', ...script], {
    env: {
      ...process.env,
      TRUCHEMENT_DATA: data,
      TRUCHEMENT_KNOWLEDGE: built === undefined ? 'knowledge' : join(built, 'knowledge'),
      PORT: String(PORT),
      PUBLIC_URL: ADDRESS,
      OIDC_ISSUER: 'http://127.0.0.1:9',
      OIDC_CLIENT_ID: 'bench',
      OIDC_CLIENT_SECRET: 'bench',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  server = child;
  let said: () => void = () => undefined;
  const swept = new Promise<void>((resolve) => {
    said = resolve;
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (text) => {
      if (text.includes(ADDRESS)) resolve();
    });
    createInterface({ input: child.stderr }).on('line', (text) => {
      if (SWEPT.test(text)) said();
    });
  });
  return { child, swept, listening: performance.now() - begun, cpu: cpuOf(child.pid ?? 0) };
}

function stop({ child }: { readonly child: ChildProcess }): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function pages(what: string, path: string, session: string, bar: number): Promise<void> {
  const pid = server?.pid ?? 0;
  for (let n = 0; n < BEFORE; n++) await get(path, session);
  const before = cpuOf(pid);
  const times: number[] = [];
  for (let n = 0; n < PAGES; n++) times.push(await timed(() => get(path, session)));
  times.sort((one, other) => one - other);
  const cpu = (cpuOf(pid) - before) / PAGES;
  say(`${what}, median`, times[PAGES >> 1] ?? 0, cpu, bar);
  say(`${what}, p95`, times[Math.floor(PAGES * 0.95)] ?? 0, undefined, undefined);
}

async function get(path: string, session: string): Promise<void> {
  // Each as if from an address of its own: what is measured is the store, not what one address may ask.
  const from = `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 250)).join('.')}`;
  const response = await fetch(ADDRESS + path, {
    headers: { cookie: `truchement-session=${session}`, 'x-forwarded-for': from },
    redirect: 'manual',
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function say(what: string, took: number, cpu: number | undefined, bar: number | undefined): void {
  const verdict = bar === undefined ? '' : ` (wanted: ${ms(bar)}${took <= bar ? '' : ', MISSED'})`;
  const processor = cpu === undefined ? '' : `, ${ms(cpu)} of processor`;
  process.stdout.write(`${what.padEnd(28)}${ms(took)}${processor}${verdict}\n`);
}
