import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Slack, startSlack } from '../fakes/slack-server/server.ts';
import type { Channel, User, Workspace } from '../fakes/slack-server/types.ts';
import { killAll, runCommand, type SlackProcess, startSlackProcess, wall } from './slack-process.ts';

/** A town's Slack and the product in a process of its own, which may die and live again on the same data. */
export interface SlackLife {
  readonly slack: Slack;
  readonly vern: Workspace;
  readonly claire: User;
  readonly rachel: User;
  readonly achats: Channel;
  /** Dies as if the power went: nothing is ended. */
  kill(): Promise<void>;
  /** A new life; resolves once it listens. */
  start(): Promise<void>;
  /** The end of both. */
  stop(): Promise<void>;
}

let index: Promise<string> | undefined;

export async function openSlackLife(mode: 'http' | 'socket'): Promise<SlackLife> {
  index ??= buildIndex();
  const data = mkdtempSync(join(tmpdir(), 'truchement-slack-life-'));
  cpSync(await index, data, { recursive: true });
  const slack = await startSlack({ patienceMs: 30_000, wall });
  const vern = slack.addWorkspace({ name: 'Ville de Vern' });
  const claire = slack.addUser(vern, { name: 'Claire Morel', email: 'claire.morel@vern.example' });
  const rachel = slack.addUser(vern, { name: 'Rachel Le Goff', email: 'rachel.legoff@vern.example' });
  const achats = slack.addChannel(vern, { name: 'achats', members: [claire, rachel] });
  let life: SlackProcess | undefined = await startSlackProcess(slack, vern, mode, data);
  return {
    slack,
    vern,
    claire,
    rachel,
    achats,
    kill: async () => {
      await life?.kill('SIGKILL');
      life = undefined;
    },
    start: async () => {
      life = await startSlackProcess(slack, vern, mode, data);
    },
    stop: async () => {
      killAll();
      await slack.stop();
    },
  };
}

/** One for all the lives of a file. */
async function buildIndex(): Promise<string> {
  const built = mkdtempSync(join(tmpdir(), 'truchement-slack-index-'));
  await runCommand(['scripts/ask.ts', 'bonjour'], { TRUCHEMENT_DATA: built });
  return built;
}
