import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

type Json = Readonly<Record<string, unknown>>;

/** A message as the app posted it, or as it is after an update. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | undefined;
  readonly text: string;
  readonly blocks: string;
}

/** How long a test waits for a call. */
const PATIENCE_MS = 20_000;
const SECRET = 'a-signing-secret';
/** All it knows; the rest is `unknown_method`, or a page that says so. */
const METHODS: ReadonlySet<string> = new Set([
  'apps.connections.open',
  'auth.test',
  'chat.postMessage',
  'chat.update',
  'conversations.open',
  'users.info',
  'views.open',
  'views.publish',
  'views.update',
]);

/**
 * How such a stand-in may be: `few` fields, each of which Slack sends; `bare`, where nothing says which workspace it is, who
 * people are, which event this is nor where a click was, where a mention is told twice and all is heard back, the app's own
 * messages too; `by id`, where a person's conversation has to be opened before it is written in.
 */
export type Shape = 'few' | 'bare' | 'by id';

/**
 * A stand-in for Slack as someone else might write one: nine methods, the fewest fields in what it answers and sends, no
 * ephemeral message, no stream, no assistant, no history, no `response_url`. For the strict one, see `slack-server/`.
 * @param emails by user id
 */
export async function startPlainSlack(
  emails: Readonly<Record<string, string>>,
  wall: () => number,
  shape: Shape = 'few',
) {
  const bare = shape === 'bare';
  const missing = new Set(bare ? ['users.info', 'conversations.open'] : []);
  const calls: { readonly method: string; readonly args: Json }[] = [];
  const messages: Posted[] = [];
  const views: Json[] = [];
  const listeners = new Set<() => void>();
  let ids = 1;
  let socket: WebSocket | undefined;
  let endpoint: string | undefined;
  const pending = new Map<string, (payload: unknown) => void>();
  const newTs = () => `${Math.floor(wall() / 1_000)}.${String(ids++).padStart(6, '0')}`;

  const answer = (method: string, args: Json): Json => {
    if (!METHODS.has(method) || missing.has(method)) return { ok: false, error: 'unknown_method' };
    switch (method) {
      case 'auth.test':
        return bare ? { ok: true } : { ok: true, user_id: 'UBOT', team_id: 'T1' };
      case 'apps.connections.open':
        return { ok: true, url: `ws://127.0.0.1:${port()}/link` };
      case 'users.info':
        return { ok: true, user: { id: args['user'], profile: { email: emails[String(args['user'])] } } };
      case 'conversations.open':
        return { ok: true, channel: { id: directOf(String(args['users'])) } };
      case 'chat.postMessage': {
        if (shape === 'by id' && String(args['channel']).startsWith('U'))
          return { ok: false, error: 'channel_not_found' };
        const posted = read(args, newTs());
        messages.push(posted);
        if (bare) void hear(posted, { user: 'UBOT' }).catch(fail);
        return { ok: true, channel: posted.channel, ts: posted.ts };
      }
      case 'chat.update':
        messages.push(read(args, String(args['ts'])));
        return { ok: true, ts: args['ts'] };
      default: {
        const view = JSON.parse(String(args['view'])) as Json;
        views.push(view);
        return bare ? { ok: true } : { ok: true, view: { ...view, id: `V${ids++}` } };
      }
    }
  };

  const server = createServer((request, response) => {
    const method = (request.url ?? '').replace(/^\/api\//, '');
    readArgs(request)
      .then((args) => {
        calls.push({ method, args });
        const said = answer(method, args);
        if (bare && said['error'] === 'unknown_method') response.writeHead(404).end('<h1>Not found</h1>');
        else response.setHeader('content-type', 'application/json').end(JSON.stringify(said));
        for (const heard of listeners) heard();
      })
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const sockets = new WebSocketServer({ server, path: '/link' });
  sockets.on('connection', (opened) => {
    socket = opened;
    opened.send(JSON.stringify({ type: 'hello' }));
    opened.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as Json;
      pending.get(String(id))?.(payload);
    });
    for (const heard of listeners) heard();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = () => (server.address() as AddressInfo).port;

  /** @returns what the app answered: a body, or the payload of its acknowledgement */
  const send = async (...sent: Parameters<typeof deliver>): Promise<unknown> => {
    const answered = await deliver(...sent);
    answers.push(answered);
    return answered;
  };
  const answers: unknown[] = [];
  const deliver = async (type: 'events_api' | 'slash_commands' | 'interactive', payload: Json): Promise<unknown> => {
    if (endpoint === undefined) {
      const id = `E${ids++}`;
      const acknowledged = new Promise<unknown>((resolve) => pending.set(id, resolve));
      socket?.send(JSON.stringify({ envelope_id: id, type, payload }));
      return acknowledged;
    }
    const isEvent = type === 'events_api';
    const fields = type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
    const body = isEvent ? JSON.stringify(payload) : new URLSearchParams(fields).toString();
    const at = String(Math.floor(wall() / 1_000));
    const reply = await fetch(endpoint, {
      method: 'POST',
      body,
      headers: {
        'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': at,
        'x-slack-signature': `v0=${createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex')}`,
      },
    });
    if (reply.status !== 200) throw new Error(`the app answered ${reply.status}`);
    const text = await reply.text();
    return text.startsWith('{') ? JSON.parse(text) : text;
  };

  /** What whoever is in a conversation hears of a message. */
  const hear = (message: Pick<Posted, 'channel' | 'ts' | 'text' | 'thread'>, more: Json): Promise<unknown> => {
    const { channel, ts, text, thread } = message;
    return send('events_api', {
      type: 'event_callback',
      ...(bare ? {} : { team_id: 'T1', event_id: `Ev${ids++}` }),
      event: {
        type: 'message',
        ...(channel.startsWith('D') && !bare ? { channel_type: 'im' } : {}),
        channel,
        text,
        ts,
        ...(thread === undefined ? {} : { thread_ts: thread }),
        ...more,
      },
    });
  };
  const faults: unknown[] = [];
  const fail = (error: unknown) => faults.push(error);

  /** The first of a list that fits and was not given before. */
  const given = new Set<unknown>();
  const next = <T>(list: readonly T[], fits: (one: T) => boolean, what: string): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = list.find((one) => !given.has(one) && fits(one));
        if (found === undefined) return;
        given.add(found);
        end();
        resolve(found);
      };
      const late = setTimeout(() => {
        end();
        const said = messages.map(({ channel, text }) => `${channel}: ${text}`).join('\n');
        reject(
          new Error(`never came: ${what}\n--- posted:\n${said}\n--- called: ${calls.map(({ method }) => method)}`),
        );
      }, PATIENCE_MS);
      const end = () => {
        clearTimeout(late);
        listeners.delete(look);
      };
      listeners.add(look);
      look();
    });

  return {
    env: {
      SLACK_BOT_TOKEN: 'xoxb-plain',
      SLACK_APP_TOKEN: 'xapp-plain',
      SLACK_SIGNING_SECRET: SECRET,
      // Without the slash at its end, as people write it.
      SLACK_API_URL: `http://127.0.0.1:${port()}/api${bare ? '/' : ''}`,
    },
    calls,
    messages,
    views,
    /** What the app answered to what it was sent. */
    answers,
    faults,
    /** Over HTTP; else over the socket that the app opens. */
    useHttp: (url: string) => {
      endpoint = url;
    },
    connected: () => next(calls, ({ method }) => method === 'apps.connections.open', 'a connection'),
    say: async (channel: string, user: string, text: string, more: Json = {}): Promise<unknown> => {
      const said = { channel, text, ts: newTs(), thread: undefined };
      if (bare && more['type'] === 'app_mention') await hear(said, { user, ...more, type: 'message' });
      return hear(said, { user, ...more });
    },
    openHome: (user: string) =>
      send('events_api', {
        type: 'event_callback',
        ...(bare ? {} : { team_id: 'T1', event_id: `Ev${ids++}` }),
        event: { type: 'app_home_opened', user, ...(bare ? {} : { channel: directOf(user), tab: 'home' }) },
      }),
    command: (channel: string, user: string, text: string) =>
      send('slash_commands', {
        command: '/achat',
        text,
        ...(bare ? {} : { team_id: 'T1' }),
        channel_id: channel,
        user_id: user,
        trigger_id: `t${ids++}`,
      }),
    click: (user: string, { channel, ts, thread, blocks }: Posted, actionId: string) => {
      const element = elementsIn(JSON.parse(blocks)).find((one) => one['action_id'] === actionId);
      if (element === undefined) throw new Error(`no ${actionId} to click`);
      return send('interactive', {
        type: 'block_actions',
        user: { id: user },
        ...(bare
          ? { container: { type: 'message', message_ts: ts, channel_id: channel } }
          : {
              team: { id: 'T1' },
              channel: { id: channel },
              message: { ts, ...(thread === undefined ? {} : { thread_ts: thread }) },
            }),
        trigger_id: `t${ids++}`,
        actions: [{ action_id: actionId, value: element['value'] }],
      });
    },
    submit: (user: string, view: Json, values: Json = {}) =>
      send('interactive', {
        type: 'view_submission',
        ...(bare ? {} : { team: { id: 'T1' } }),
        user: { id: user },
        view: {
          id: bare ? 'V1' : `V${ids++}`,
          callback_id: view['callback_id'],
          private_metadata: view['private_metadata'],
          ...(bare && Object.keys(values).length === 0 ? {} : { state: { values } }),
        },
      }),
    nextMessage: (channel: string, words = '') =>
      next(messages, (one) => one.channel === channel && one.text.includes(words), `«${words}» in ${channel}`),
    nextView: (callbackId: string | undefined) =>
      next(views, (view) => view['callback_id'] === callbackId, `the form ${callbackId}`),
    stop: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function read(args: Json, ts: string): Posted {
    const channel = String(args['channel']);
    return {
      channel: channel.startsWith('U') ? directOf(channel) : channel,
      ts,
      thread: args['thread_ts'] === undefined ? undefined : String(args['thread_ts']),
      text: String(args['text'] ?? '').replaceAll(/[\u00a0\u202f]/g, ' '),
      blocks: String(args['blocks'] ?? '[]'),
    };
  }
}

const directOf = (user: string) => `D${user.slice(1)}`;

async function readArgs(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text.startsWith('{') ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
}

function elementsIn(node: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(elementsIn);
  if (typeof node !== 'object' || node === null) return [];
  return [node as Record<string, unknown>, ...Object.values(node).flatMap(elementsIn)];
}
