import { spawn } from 'node:child_process';
import { createLog } from '../src/log.ts';
import { openStore } from '../src/store/open-store.ts';
import { option } from './batch.ts';
import { createCasesFor, OPENING, RESERVISTS } from './handoff-load/network.ts';

/**
 * `npm run bench:handoff [-- --cases N]` with DATABASE_URL: the same cases through one process, then through two on the
 * same database. Prints the throughput of each and checks that each case was claimed once and each timer fired once.
 */
const CASES = Number(option('--cases') ?? 1_000);
const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl === undefined) {
  process.stderr.write('bench:handoff needs DATABASE_URL: an empty PostgreSQL database that it may fill\n');
  process.exit(1);
}
const store = await openStore({ data: '.', databaseUrl, log: createLog('warn') });
const { cases } = createCasesFor(store);

for (const processes of [1, 2]) {
  const ids: string[] = [];
  for (let i = 0; i < CASES; i++) {
    const drafted = await cases.draft(OPENING.requester, OPENING.brief);
    if (!drafted.ok) throw new Error('the store is down');
    ids.push(drafted.value.id);
  }
  const workers = Array.from({ length: processes }, (_, share) => begin(share));
  await Promise.all(workers.map(({ ready }) => ready));
  const started = performance.now();
  await Promise.all(workers.map((worker) => worker.take(ids)));
  const seconds = (performance.now() - started) / 1000;
  const found = await verify(ids);
  process.stdout.write(
    `${processes} process(es), ${RESERVISTS} reservists: ${CASES} cases in ${seconds.toFixed(1)} s, ${(CASES / seconds).toFixed(0)} a second; ` +
      `claimed once ${found.claimedOnce}, more than once ${found.claimedTwice}, timers fired twice ${found.firedTwice}\n`,
  );
}
await store.close();

/** Every process is given all the cases: which one gets which is for the store to settle. */
function begin(share: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/handoff-load/work.ts', String(share)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
  return {
    ready: Promise.race([new Promise<void>((resolve) => child.stdout.once('data', () => resolve())), ended]),
    take: (ids: readonly string[]) => {
      child.stdin.end(ids.join('\n'));
      return ended;
    },
  };
}

async function verify(ids: readonly string[]) {
  const found = { claimedOnce: 0, claimedTwice: 0, firedTwice: 0 };
  for (const id of ids) {
    const events = await store.cases.eventsOf(id);
    if (!events.ok) throw new Error('the store is down');
    const accepted = events.value.filter(({ kind }) => kind === 'accepted').length;
    if (accepted === 1) found.claimedOnce++;
    if (accepted > 1) found.claimedTwice++;
    if (events.value.filter(({ kind }) => kind === 'reminded').length > 1) found.firedTwice++;
  }
  return found;
}
