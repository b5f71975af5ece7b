import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** One call of Slack's API that the app made. */
export interface Called {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Nothing is expected any more once the app has nothing in hand, after that long without a call: a form is opened at once. */
const QUIET_MS = 250;
const FIRST_MS = 800;
/** Asked again and again, and of no interest to who reads a replay. */
const UNSEEN = new Set(['auth.test', 'users.info']);

/** An API of Slack's that says yes to everything and writes it down. Loopback only. */
export async function startRecorder() {
  const calls: Called[] = [];
  let last = performance.now();
  const server = createServer((request, response) => {
    read(request)
      .then((args) => {
        const method = (request.url ?? '').replace(/^\/api\//, '');
        last = performance.now();
        if (!UNSEEN.has(method)) calls.push({ method, args });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer(args)));
      })
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const answer = ({ channel, channel_id, users, user }: Called['args']) => ({
    ok: true,
    team_id: 'T0REPLAY',
    user_id: 'U0REPLAY',
    bot_id: 'B0REPLAY',
    ts: `${Math.floor(Date.now() / 1_000)}.${String(calls.length).padStart(6, '0')}`,
    channel: users === undefined ? (channel ?? channel_id) : { id: `D${String(users).slice(1)}` },
    user: { id: user, real_name: 'Claire Morel', locale: 'fr-FR', profile: {} },
    view: { id: 'V0REPLAY', hash: '1' },
    upload_url: `http://127.0.0.1:${port}/api/upload`,
    file_id: 'F0REPLAY',
    messages: [],
  });
  return {
    url: `http://127.0.0.1:${port}/api/`,
    /** What was called since the last time, once no more is to come. */
    settled: async (isDone: () => Promise<boolean>): Promise<readonly Called[]> => {
      const began = performance.now();
      const since = () => performance.now() - (calls.length === 0 ? began : last);
      while (!(await isDone()) || since() < (calls.length === 0 ? FIRST_MS : QUIET_MS)) await pause(25);
      return calls.splice(0);
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A form, or JSON; the bytes of a file are nobody's to read. */
async function read(request: IncomingMessage): Promise<Called['args']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const type = String(request.headers['content-type'] ?? '');
  if (type.includes('json')) return JSON.parse(text);
  return type.includes('form') ? Object.fromEntries(new URLSearchParams(text)) : {};
}
