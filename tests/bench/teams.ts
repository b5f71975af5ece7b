import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine } from '../../scripts/command-line.ts';
import { startApp } from '../../scripts/replay/start-app.ts';
import { startTeamsConnector } from '../fakes/teams-connector/connector.ts';
import { type App, appsBeside, goldenQuestions, makeReady, ms, printBeside } from './beside-echo.ts';
import { cpuOf } from './processor.ts';
import { type LoadResult, runLoad } from './teams/load.ts';

/**
 * `npm run bench:teams [-- --rate 40] [--seconds 30] [--only echo|assistant] [--profile FOLDER]`: questions in channels, each in
 * a thread of its own, at an even rate to a bare botbuilder echo, then to the assistant without a model (SQLite in a new folder,
 * its index made), one in ten delivered twice; prints both side by side. Neither checks tokens, as with Microsoft's local tools.
 * Each is a process of its own, warmed up before it is measured. Linux only: the CPU is read from /proc.
 */
const line = readCommandLine('bench:teams');
const rate = line.number('rate', 40);
const seconds = line.number('seconds', 30);
const only = line.value('only');
const profile = line.value('profile');
const WARM_UP_SECONDS = 5;
const [APP_ID, TENANT] = ['6f1c1b8a-3c1e-4b0e-9a53-0f2d2f9b7a11', '0d1b3f6e-7a55-4b67-8f0e-2f6a5d4c3b21'];
const questions = goldenQuestions();

type Measured = LoadResult & { readonly name: string; readonly cpuPerAnswer: number };
const results: Measured[] = [];
for (const app of appsBeside('tests/bench/teams/echo.ts'))
  if (only === undefined || only === app.name) results.push(await measure(app));
print(results);
const clean = results.every(
  (one) => one.lost === 0 && one.failures === 0 && (one.doubled === 0 || one.name === 'echo'),
);
process.exitCode = clean ? 0 : 1;

async function measure({ name, script, flags }: App): Promise<Measured> {
  const teams = await startTeamsConnector({ botId: APP_ID, tenantId: TENANT });
  const data = await mkdtemp(join(tmpdir(), 'bench-teams-'));
  if (name === 'assistant') makeReady(data);
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const app = await startApp(script, [...flags, ...profiling], {
    ...process.env,
    TEAMS_ALLOW_ANONYMOUS: '1',
    TRUCHEMENT_DATA: data,
    LOG_LEVEL: 'warn',
  });
  const url = `http://127.0.0.1:${app.port}/api/messages`;
  const plan = { url, tenant: TENANT, appId: APP_ID, perSecond: rate, repeated: 0.1, questions, graceMs: 60_000 };
  await runLoad(teams, { ...plan, seconds: WARM_UP_SECONDS });
  const before = cpuOf(app.pid);
  const load = await runLoad(teams, { ...plan, seconds });
  const cpu = cpuOf(app.pid) - before;
  await app.stop();
  await teams.stop();
  await rm(data, { recursive: true, force: true });
  // By all it said: the echo answers a repeated delivery again, and pays for it.
  return { ...load, name, cpuPerAnswer: cpu / Math.max(load.answered + (name === 'echo' ? load.doubled : 0), 1) };
}

function print(rows: readonly Measured[]): void {
  const at = (values: readonly number[], share: number) =>
    ms([...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0);
  const lines: readonly (readonly [string, (row: Measured) => string])[] = [
    ['activities', (row) => `${row.sent} + ${row.repeats} repeated`],
    ['answered', (row) => String(row.answered)],
    ['lost', (row) => String(row.lost)],
    ['said twice', (row) => String(row.doubled)],
    ['not acknowledged', (row) => String(row.failures)],
    ['ack p50', (row) => at(row.ack, 0.5)],
    ['ack p99', (row) => at(row.ack, 0.99)],
    ['answer p50', (row) => at(row.answer, 0.5)],
    ['answer p99', (row) => at(row.answer, 0.99)],
    ['CPU an answer', (row) => ms(row.cpuPerAnswer)],
    ['driver late by', (row) => ms(row.driverLate)],
  ];
  process.stdout.write(`${rate} activities a second for ${seconds} s, after ${WARM_UP_SECONDS} s of warming up\n`);
  printBeside(rows, lines);
}
