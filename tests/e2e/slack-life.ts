import { type Slack, startSlack } from '../fakes/slack-server/server.ts';
import type { Channel, User, Workspace } from '../fakes/slack-server/types.ts';
import { indexedFolder } from '../fixtures/fresh-data.ts';
import { killAll, type SlackProcess, startSlackProcess, wall } from './slack-process.ts';

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

export async function openSlackLife(mode: 'http' | 'socket'): Promise<SlackLife> {
  const data = await indexedFolder();
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
