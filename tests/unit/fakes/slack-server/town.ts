import { webApi } from '@slack/bolt';
import { afterEach } from 'vitest';
import { type Slack, type SlackOptions, startSlack } from '../../../fakes/slack-server/server.ts';
import type { Channel, User, Workspace } from '../../../fakes/slack-server/types.ts';

export interface Town {
  readonly slack: Slack;
  readonly vern: Workspace;
  readonly claire: User;
  readonly paul: User;
  /** Claire, Paul and the bot. */
  readonly achats: Channel;
  /** The real client, without its own retries. */
  readonly web: webApi.WebClient;
}

/** What is refused on purpose needs no lines in the output. */
const SILENT: webApi.Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => webApi.LogLevel.ERROR,
  setName: () => undefined,
};

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Stops with the test, in reverse order. */
export function closeAfter(close: () => Promise<unknown>): void {
  closing.push(close);
}

export async function openTown(options: SlackOptions = {}): Promise<Town> {
  const slack = await startSlack({ patienceMs: 5_000, ...options });
  closeAfter(() => slack.stop());
  const vern = slack.addWorkspace({ name: 'Vern' });
  const claire = slack.addUser(vern, { name: 'Claire Morel', email: 'claire@vern.example' });
  const paul = slack.addUser(vern, { name: 'Paul Ney', email: 'paul@vern.example' });
  const achats = slack.addChannel(vern, { name: 'achats', members: [claire, paul] });
  return { slack, vern, claire, paul, achats, web: clientOf(slack, vern.token) };
}

export function clientOf(
  slack: Slack,
  token: string | undefined,
  more: webApi.WebClientOptions = {},
): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
    ...more,
  });
}

/** The error code of a call that is refused; `ok` when it is not. */
export async function errorOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
    return error instanceof Error ? error.name : String(error);
  }
}
