// The only file that knows Bolt and Slack's SDK: what Bolt hears is handed on as plain data, what is called goes out through it.
import { setTimeout as pause } from 'node:timers/promises';
import { App, type Logger as BoltLogger, LogLevel, type ViewSubmitAction, webApi } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import type { SlackSettings } from '../../src/config/port/slack-settings.ts';
import type { ChatPlatform, PlatformParts } from '../../src/platform.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { SLACK_NAMES } from '../../src/screens/action-names.ts';
import type { ApiFault, ApiReply, SlackApi } from './api.ts';
import { createAtHand, createWithout, type Log, type SlackContext } from './context.ts';
import { fetchSlack } from './fetch.ts';
import { readFrame } from './frame.ts';
import { createHandle } from './handle.ts';
import { deliver, tellWords } from './handlers/cases.ts';
import { ACTS_MENU, COMMAND, EVENTS, SHORTCUTS, VIEWS } from './ids.ts';
import { createInstallations } from './install/installations.ts';
import { oauthEndpoints } from './install/oauth.ts';
import { createSeal } from './install/seal.ts';
import { createListeners } from './listen.ts';
import { createLookUp } from './look-up.ts';
import { createPatient } from './patience.ts';
import { createPeople } from './people.ts';
import { eventsEndpoint, type Incoming, type Process, type Receipt } from './receiver.ts';
import { createSender } from './send.ts';
import { createSocketReceiver, type Socket } from './socket.ts';
import type { Tools } from './tools.ts';
import { createWorkspaces } from './workspaces.ts';

export interface SlackOptions {
  readonly config: SlackSettings;
  readonly parts: PlatformParts & Pick<SlackContext, 'desk'>;
  readonly log: Log;
  readonly now?: () => Date;
}

const TIMEOUT_MS = 10_000;

/** Slack: an adapter that knows Slack alone, and decides nothing. */
export function createSlackPlatform({ config, parts, log, now = () => new Date() }: SlackOptions): ChatPlatform {
  const logger = boltLogger(log);
  const installations =
    config.oauth === undefined ? undefined : createInstallations(parts, createSeal(config.oauth.secretKeys), log);
  const workspaces = createWorkspaces({
    apiFor: (token, team) => createApi(config.apiUrl, token, team, logger),
    botToken: config.botToken,
    installations,
    log,
  });
  const context: SlackContext = { ...parts, ...createWithout(log), workspaces, log, now, atHand: createAtHand() };
  const tools: Tools = { context, people: createPeople(context), send: createSender(context) };
  const lookUp = config.botToken === undefined ? undefined : createLookUp(tools);
  const process = listenWith(createListeners(tools), config.apiUrl, log);
  const socket =
    config.mode === 'socket' ? createSocketReceiver({ open: () => openSocket(config, log), process, log }) : undefined;
  const endpoints = [
    ...(config.mode === 'http' && config.signingSecret !== undefined
      ? [eventsEndpoint({ signingSecret: config.signingSecret, process, log, now })]
      : []),
    ...(config.oauth === undefined || installations === undefined
      ? []
      : oauthEndpoints({
          config: { ...config.oauth, authorizeUrl: authorizeUrl(config.apiUrl) },
          api: createApi(config.apiUrl, undefined, '', logger),
          installations,
          log,
          now,
          installed: ({ team }) => workspaces.renew(team),
        })),
  ];

  return {
    name: 'slack',
    endpoints,
    start: async () => {
      await socket?.start();
      lookUp?.start();
      log.info(
        { mode: config.mode, workspaces: config.botToken === undefined ? 'many' : 'one' },
        'Slack is listened to',
      );
      return undefined;
    },
    stop: async () => {
      lookUp?.stop();
      await socket?.stop();
    },
    handle: createHandle(tools),
    deliver: (message) => deliver(tools, message),
    tell: (words) => tellWords(tools, words),
  };
}

/** Bolt, given what Slack sends: one listener for each kind of thing, since it asks every listener about every payload. */
function listenWith(listeners: ReturnType<typeof createListeners>, slackApiUrl: string, log: Log): Process {
  let deliverEvent: ((incoming: Incoming) => Promise<void>) | undefined;

  const app = new App({
    receiver: {
      init: (made) => {
        deliverEvent = ({ body, ack, receipt }) => made.processEvent({ body, ack, customProperties: { receipt } });
      },
      start: async () => undefined,
      stop: async () => undefined,
    },
    // Who the app is in a workspace is asked where it speaks: an event is kept whatever Slack's answer would be.
    authorize: async () => ({}),
    ignoreSelf: false,
    convoStore: false,
    logger: boltLogger(log),
    clientOptions: { slackApiUrl },
  });
  const receiptOf = ({ receipt }: { readonly [name: string]: unknown }): Receipt => {
    const found = receipt as Receipt;
    found.heard = true;
    return found;
  };
  app.event(EVENT_NAMES, async ({ body, context: given }) => listeners.event({ ...body }, receiptOf(given)));
  app.command(COMMAND, async ({ body, ack, context: given }) => {
    receiptOf(given);
    return listeners.command({ ...body }, ack);
  });
  app.action(ACTION_IDS, async ({ body, ack, context: given }) => {
    receiptOf(given);
    return listeners.action({ ...body }, () => ack());
  });
  app.shortcut(SHORTCUT_IDS, async ({ body, ack, context: given }) => {
    receiptOf(given);
    return listeners.shortcut({ ...body }, () => ack());
  });
  app.view<ViewSubmitAction>(
    { callback_id: VIEW_IDS, type: 'view_submission' },
    async ({ body, ack, context: given }) => {
      receiptOf(given);
      return listeners.submission({ ...body }, (answer) => (answer === undefined ? ack() : ack(answer)));
    },
  );
  app.error(async (error) => log.error({ err: error }, 'a listener failed'));

  return async (incoming: Incoming): Promise<void> => {
    if (deliverEvent === undefined) throw new Error('Bolt has not begun');
    await deliverEvent(incoming);
  };
}

const EVENT_NAMES = new RegExp(`^(?:${EVENTS.join('|')})$`);
const SHORTCUT_IDS = new RegExp(`^(?:${Object.values(SHORTCUTS).join('|')})$`);
const ACTION_IDS = new RegExp(`^(?:${[ACTS_MENU, ...SLACK_NAMES.map(({ name }) => name)].join('|')})(?:_\\d+)?$`);
const VIEW_IDS = new RegExp(`^(?:${Object.values(VIEWS).join('|')})$`);

/** One workspace's Web API through Slack's own client: no waiting in it, since whoever calls knows what may wait. */
function createApi(slackApiUrl: string, token: string | undefined, team: string, logger: BoltLogger): SlackApi {
  const client = new webApi.WebClient(token, {
    slackApiUrl,
    logger,
    fetch: fetchSlack,
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const call: SlackApi['call'] = (method, args) =>
    guarded<ApiReply>(async () => ({ ...(await client.apiCall(method, { ...args })) }));
  return {
    team,
    call: createPatient(call, (ms) => pause(ms), Date.now),
    respond: async (url, body) => {
      const text = JSON.stringify(body);
      return posted(url, { body: text, headers: { 'content-type': 'application/json; charset=utf-8' } });
    },
    upload: (url, _name, body) =>
      posted(url, { body: Buffer.from(body), headers: { 'content-type': 'application/octet-stream' } }),
  };
}

/** An address that Slack itself gave: a `response_url`, or where a file goes. */
async function posted(
  url: string,
  {
    body,
    headers,
  }: { readonly body: string | Buffer<ArrayBuffer>; readonly headers: Readonly<Record<string, string>> },
): Promise<Result<undefined, ApiFault>> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      body,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const said = await reply.text();
    if (reply.status === 429)
      return err({ kind: 'rate_limited', afterMs: waitOf(Number(reply.headers.get('retry-after'))) });
    if (reply.status >= 500) return err({ kind: 'down', why: `HTTP ${reply.status}` });
    const refused = /"ok"\s*:\s*false/.test(said)
      ? (/"error"\s*:\s*"([^"]*)"/.exec(said)?.[1] ?? 'refused')
      : undefined;
    if (reply.ok && refused === undefined) return ok(undefined);
    return err({ kind: 'refused', error: refused ?? (said.slice(0, 60) || `HTTP ${reply.status}`) });
  } catch (error) {
    return err({ kind: 'down', why: error instanceof Error ? error.name : 'unknown' });
  }
}

async function guarded<T>(call: () => Promise<T>): Promise<Result<T, ApiFault>> {
  try {
    return ok(await call());
  } catch (error) {
    return err(faultOf(error));
  }
}

/** `Retry-After` in milliseconds: a second where it says nothing that can be read, an hour at the most. */
function waitOf(seconds: number): number {
  return Math.min(3_600, Math.max(seconds, 0) || 1) * 1_000;
}

/** A server that has no such method may say so by its status alone. */
function faultOf(error: unknown): ApiFault {
  if (error instanceof webApi.WebAPIPlatformError) return { kind: 'refused', error: platformError(error.data.error) };
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'rate_limited', afterMs: waitOf(error.retryAfter) };
  if (error instanceof webApi.WebAPIHTTPError) {
    const missing = error.statusCode === 404 || error.statusCode === 405 || error.statusCode === 501;
    return missing ? { kind: 'refused', error: 'unknown_method' } : { kind: 'down', why: `HTTP ${error.statusCode}` };
  }
  return { kind: 'down', why: error instanceof Error ? error.name : 'unknown' };
}

/** What is no word of Slack's is a page of some server in between. */
function platformError(error: unknown): string {
  return typeof error === 'string' && /^[\w:.-]{1,80}$/.test(error) ? error : 'unreadable_reply';
}

function openSocket({ appToken, apiUrl }: SlackSettings, log: Log): Socket {
  const client = new SocketModeClient({
    appToken: appToken ?? '',
    logger: boltLogger(log, 'info'),
    // Made again by ours: this one gives up, and loudly, when the network is down.
    autoReconnectEnabled: false,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, timeout: TIMEOUT_MS },
  });
  const [hear] = client.listeners('ws_message');
  if (hear === undefined) throw new Error('the Socket Mode client hears its frames in another way than expected');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (data: unknown) => {
    const frame = readFrame(data);
    if (frame === undefined) return log.warn({}, 'a frame that does not fit was dropped');
    try {
      await hear.call(client, frame, false);
    } catch (error) {
      log.error({ err: error }, 'a frame could not be heard');
    }
  });
  return {
    onMessage: (listen) => client.on('slack_event', ({ body, ack }) => listen({ body, ack })),
    onClosed: (listen) => client.on('disconnected', listen),
    connect: async () => {
      await client.start();
    },
    disconnect: () => client.disconnect(),
  };
}

function authorizeUrl(apiUrl: string): string {
  return new URL('/oauth/v2/authorize', apiUrl).toString();
}

/** Bolt's own words: warnings and faults only, without what people said. A connection that ends is no fault: Slack ends each. */
function boltLogger(log: Log, atMost: 'error' | 'info' = 'error'): BoltLogger {
  const say =
    (level: 'warn' | 'error' | 'info') =>
    (...said: readonly unknown[]) => {
      const error = said.find((one) => one instanceof Error);
      log[level](
        error === undefined ? {} : { err: error },
        said
          .filter((one) => typeof one === 'string')
          .join(' ')
          .slice(0, 200),
      );
    };
  const silent = () => undefined;
  return {
    debug: silent,
    info: silent,
    warn: say(atMost === 'error' ? 'warn' : atMost),
    error: say(atMost),
    setLevel: silent,
    getLevel: () => LogLevel.WARN,
    setName: silent,
  };
}
