import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { PATIENCE } from '../../../adapters/web/patience.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { type Served, serve } from '../../fixtures/served.ts';

let served: Served | undefined;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await served?.stop();
});

const SHORT = { ...PATIENCE, headersMs: 150, requestMs: 300, lookMs: 50 };
const ENDPOINT = { method: 'POST', path: '/slack/events', handle: async () => ({ status: 200 }) } as const;

async function start(patience = SHORT): Promise<number> {
  served = await serve(createFakeConversing(), { patience, endpoints: [ENDPOINT], perMinute: 10_000 });
  return Number(new URL(served.address).port);
}

/** A connection that says `text` and nothing more; what it heard once it was closed, and after how long. */
async function slow(port: number, text: string) {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  socket.on('data', (part: Buffer) => {
    heard += part.toString();
  });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => heard);
  await once(socket, 'connect');
  socket.write(text);
  return { socket, closed };
}

const body = (path: string, type: string) =>
  `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: ${type}\r\ncontent-length: 1000\r\n\r\ntext=a`;

const CHUNKED = body('/', 'application/x-www-form-urlencoded')
  .replace('content-length: 1000', 'transfer-encoding: chunked')
  .replace('text=a', '6\r\ntext=a\r\n');

it.each([
  ['the headers never end', 'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx-a: '],
  ['a question never ends', body('/', 'application/x-www-form-urlencoded')],
  ['a body in parts never ends', CHUNKED],
  ['an event of a platform never ends', body('/slack/events', 'application/json')],
])('closes a connection in which %s, with 408', async (_, text) => {
  const { closed } = await slow(await start(), text);
  expect(await closed).toMatch(/^HTTP\/1\.1 408 /);
});

it('closes it although a byte comes now and then', async () => {
  const { socket, closed } = await slow(await start(), body('/slack/events', 'application/json'));
  const drip = setInterval(() => socket.write('x'), 20);
  const heard = await closed;
  clearInterval(drip);
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
});

it('answers others while three hundred bodies stand open, keeps no more of them than its limit', async () => {
  const port = await start({ ...PATIENCE, mostBodies: 100 });
  const all = await Promise.all(
    Array.from({ length: 300 }, () => slow(port, body('/slack/events', 'application/json'))),
  );
  expect((await served?.get('/'))?.status).toBe(200);
  expect((await served?.post('/', { text: 'bonjour' }))?.status).toBe(200);
  await expect.poll(() => all.filter(({ socket }) => !socket.closed).length).toBe(100);
});

it('lets a reply take longer than a request may', async () => {
  const conversing = createFakeConversing();
  served = await serve(
    {
      ...conversing,
      respond: async (message, options) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        return conversing.respond(message, options);
      },
    },
    { patience: { ...SHORT, requestMs: 100, headersMs: 100 } },
  );
  expect((await served.post('/', { text: 'bonjour' })).status).toBe(200);
});

it('closes within thirty-five seconds, by default', () => {
  expect(PATIENCE.requestMs + PATIENCE.lookMs).toBeLessThanOrEqual(35_000);
  expect(PATIENCE.headersMs).toBeLessThan(PATIENCE.requestMs);
});
