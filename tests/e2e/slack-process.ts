import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Slack } from '../fakes/slack-server/server.ts';
import type { Workspace } from '../fakes/slack-server/types.ts';
import { builtScript } from '../fixtures/built.ts';

export interface SlackProcess {
  readonly child: ChildProcess;
  /** Where Slack posts, in HTTP mode. */
  readonly url: string;
  readonly said: { out: string; err: string };
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** A Wednesday at ten in Paris, no holiday: whether a reservist is free must not depend on the day the test is run. */
const OFFSET_MS = Date.parse('2026-11-25T09:00:00Z') - Date.now();
/** Of the processes and of the Slack they speak to, whose signatures bear the hour. */
export const wall = () => Date.now() + OFFSET_MS;

const running: ChildProcess[] = [];

/** What a test forgot to stop. */
export function killAll(): void {
  for (const child of running.splice(0)) child.kill('SIGKILL');
}

/** `npm start` as a town hall runs it: Slack is told by the environment alone. */
export async function startSlackProcess(
  slack: Slack,
  workspace: Workspace,
  mode: 'http' | 'socket',
  data: string,
): Promise<SlackProcess> {
  const started = await startProcess(mode, data, {
    SLACK_BOT_TOKEN: workspace.token,
    SLACK_APP_TOKEN: slack.app.appToken,
    SLACK_SIGNING_SECRET: slack.app.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  });
  slack.transport = mode === 'http' ? { kind: 'http', url: started.url } : { kind: 'socket' };
  if (mode === 'socket') await slack.nextSocket('connected');
  return started;
}

/** The same before any Slack. */
export async function startProcess(
  mode: 'http' | 'socket',
  data: string,
  env: Readonly<Record<string, string>>,
): Promise<SlackProcess> {
  const { child, said } = await run(['scripts/start.ts'], {
    ...env,
    SLACK_MODE: mode,
    TRUCHEMENT_DATA: data,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'warn',
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (said.out.includes('\n')) resolve();
    });
    child.once('exit', () => reject(new Error(`it ended before it listened: ${said.err}`)));
  });
  const url = `${/http:\/\/[\d.:]+/.exec(said.out)?.[0]}/slack/events`;
  return {
    child,
    url,
    said,
    kill: async (signal) => {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

/** A command of the project, to its end. */
export async function runCommand(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const { child, said } = await run(args, env);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(said.err);
  return said.out;
}

async function run([script = '', ...args]: readonly string[], env: Readonly<Record<string, string>>) {
  const clock = await builtScript('tests/fixtures/shifted-clock.ts');
  const child = spawn(process.execPath, ['--import', clock, await builtScript(script), ...args], {
    env: { ...process.env, ...env, CLOCK_OFFSET_MS: String(OFFSET_MS) },
  });
  running.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  return { child, said };
}
