import { spawn } from 'node:child_process';
import { readCommandLine } from '../../scripts/command-line.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createCasesFor, OPENING, RESERVISTS } from './handoff-load/network.ts';

/**
 * `npm run bench:handoff [-- --cases N]` with DATABASE_URL: the same cases through one process, then through two on the
 * same database. Prints the throughput of each, and checks that each case was claimed once and its reminder rung once.
 */
const CASES = readCommandLine('bench:handoff').number('cases', 1_000);
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
  const all = (said: string) => Promise.all(workers.map((worker) => worker.says(said)));
  await all('ready');
  const taking = performance.now();
  for (const worker of workers) worker.tell(ids.join(' '));
  await all('taken');
  const taken = (performance.now() - taking) / 1000;
  for (const worker of workers) worker.tell('ring');
  await all('ringing');
  const ringing = performance.now();
  await Promise.all(workers.map(({ ended }) => ended));
  const rung = (performance.now() - ringing) / 1000;
  const found = await verify(ids);
  process.stdout.write(
    `${processes} process(es), ${RESERVISTS} reservists: ${CASES} cases taken in ${taken.toFixed(1)} s, ${(CASES / taken).toFixed(0)} a second; ` +
      `${CASES} timers fired in ${rung.toFixed(1)} s, ${(CASES / rung).toFixed(0)} a second\n` +
      `  claimed once ${found.claimedOnce}, more than once ${found.claimedTwice}; timer fired once ${found.firedOnce}, more than once ${found.firedTwice}\n`,
  );
  if (found.claimedOnce !== CASES || found.firedOnce !== CASES) process.exitCode = 1;
}
await store.close();

/** Every process is given all the cases: which one gets which is for the store to settle. */
function begin(share: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/handoff-load/work.ts', String(share)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
  let heard = '';
  child.stdout.on('data', (chunk) => {
    heard += String(chunk);
  });
  return {
    ended,
    says: (line: string) =>
      Promise.race([
        ended,
        new Promise<void>((resolve) => {
          const look = () => {
            if (!heard.includes(`${line}\n`)) return;
            child.stdout.off('data', look);
            resolve();
          };
          child.stdout.on('data', look);
          look();
        }),
      ]),
    tell: (line: string) => void child.stdin.write(`${line}\n`),
  };
}

async function verify(ids: readonly string[]) {
  const found = { claimedOnce: 0, claimedTwice: 0, firedOnce: 0, firedTwice: 0 };
  for (const id of ids) {
    const events = await store.cases.eventsOf(id);
    if (!events.ok) throw new Error('the store is down');
    const count = (kind: string) => events.value.filter((event) => event.kind === kind).length;
    const [accepted, reminded] = [count('accepted'), count('reminded')];
    if (accepted === 1) found.claimedOnce++;
    if (accepted > 1) found.claimedTwice++;
    if (reminded === 1) found.firedOnce++;
    if (reminded > 1) found.firedTwice++;
  }
  return found;
}
