import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine } from '../../scripts/command-line.ts';
import { startApp } from '../../scripts/replay/start-app.ts';
import { fillTown, type LoadResult, runLoad } from '../fakes/slack-server/load.ts';
import { startSlack } from '../fakes/slack-server/server.ts';
import { type App, appsBeside, goldenQuestions, makeReady, ms, printBeside } from './beside-echo.ts';
import { cpuOf } from './processor.ts';

/**
 * `npm run bench:slack [-- --rate 40] [--seconds 30] [--only echo|assistant] [--profile FOLDER]`: signed events at an even rate to a bare Bolt
 * echo app, then to the assistant without a model (SQLite in a new folder, its index made), one delivery in ten repeated; prints both side
 * by side. Each app is a process of its own, warmed up before it is measured. Linux only: the CPU is read from /proc.
 */
const line = readCommandLine('bench:slack');
const rate = line.number('rate', 40);
const seconds = line.number('seconds', 30);
const only = line.value('only');
const profile = line.value('profile');
const WARM_UP_SECONDS = 5;
const PEOPLE = 200;
const questions = goldenQuestions();

type Measured = LoadResult & { readonly name: string; readonly cpuPerAnswer: number };
const results: Measured[] = [];
for (const app of appsBeside('tests/bench/slack/echo.ts'))
  if (only === undefined || only === app.name) results.push(await measure(app));
print(results);
process.exitCode = results.every((one) => one.lost === 0 && one.refused === 0 && one.failures === 0) ? 0 : 1;

async function measure({ name, script, flags }: App): Promise<Measured> {
  const slack = await startSlack({ echo: false });
  const workspace = slack.addWorkspace({ name: 'Vern' });
  const people = fillTown(slack, workspace, PEOPLE);
  const data = await mkdtemp(join(tmpdir(), 'bench-slack-'));
  if (name === 'assistant') makeReady(data);
  const profiled = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const app = await startApp(script, [...flags, ...profiled], {
    ...process.env,
    SLACK_BOT_TOKEN: workspace.token,
    SLACK_SIGNING_SECRET: slack.app.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SLACK_MODE: 'http',
    TRUCHEMENT_DATA: data,
    LOG_LEVEL: 'warn',
  });
  slack.transport = { kind: 'http', url: `http://127.0.0.1:${app.port}/slack/events` };
  const plan = { perSecond: rate, repeated: 0.1, questions, people, graceMs: 60_000 };
  await runLoad(slack, { ...plan, seconds: WARM_UP_SECONDS });
  const before = cpuOf(app.pid);
  const load = await runLoad(slack, { ...plan, seconds });
  const cpu = cpuOf(app.pid) - before;
  await app.stop();
  await slack.stop();
  await rm(data, { recursive: true, force: true });
  // By all it said: the echo answers a repeated delivery again, and pays for it.
  return { ...load, name, cpuPerAnswer: cpu / Math.max(load.answered + load.doubled, 1) };
}

function print(rows: readonly Measured[]): void {
  const lines: readonly (readonly [string, (row: Measured) => string])[] = [
    ['events', (row) => `${row.sent} + ${row.repeats} repeated`],
    ['answered', (row) => String(row.answered)],
    ['lost', (row) => String(row.lost)],
    ['never acknowledged', (row) => String(row.refused)],
    ['answered twice', (row) => String(row.doubled)],
    ['late or no ack', (row) => String(row.failures)],
    ['ack p50', (row) => ms(row.ack.p50)],
    ['ack p95', (row) => ms(row.ack.p95)],
    ['ack p99', (row) => ms(row.ack.p99)],
    ['answer p50', (row) => ms(row.answer.p50)],
    ['answer p99', (row) => ms(row.answer.p99)],
    ['CPU an answer', (row) => ms(row.cpuPerAnswer)],
    ['driver late by', (row) => ms(row.driverLate)],
  ];
  process.stdout.write(`${rate} events a second for ${seconds} s, after ${WARM_UP_SECONDS} s of warming up\n`);
  printBeside(rows, lines);
}
