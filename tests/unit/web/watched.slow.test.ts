import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeWatched } from '../../../scripts/compose-watched.ts';
import { err, ok } from '../../../src/result.ts';
import type { ServedRequest } from '../../../src/watching/metrics.ts';
import type { Standing } from '../../../src/watching/standing-records.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { type Served, serve } from '../../fixtures/served.ts';

const TOKEN = 'a-token-of-the-tests';
const IDLE: Standing = {
  outbox: { count: 0, dueSince: undefined },
  givenUp: 0,
  inbound: { count: 0, dueSince: undefined },
  cases: [],
};
let down = false;
let served: Served;
const seen: ServedRequest[] = [];
beforeAll(async () => {
  const watching = { standing: async () => (down ? err({ kind: 'store_down', reason: 'full' } as const) : ok(IDLE)) };
  const opened = { index: { documents: [{}] } } as never;
  const { endpoints, served: tell } = composeWatched({ watching }, { opened, model: undefined }, TOKEN);
  served = await serve(createFakeConversing(), {
    endpoints,
    onServed: (request) => {
      seen.push(request);
      tell(request);
    },
  });
});
afterAll(() => served.stop());

it('says that it lives and that it is ready; when the store is down, that it lives, and what is wrong', async () => {
  const look = async (path: string) => {
    const reply = await served.get(path);
    return [reply.status, await reply.json()];
  };
  expect(await look('/health/live')).toEqual([200, { status: 'ok' }]);
  expect(await look('/health/ready')).toEqual([200, { status: 'ready', faults: [] }]);
  down = true;
  expect(await look('/health/live')).toEqual([200, { status: 'ok' }]);
  expect(await look('/health/ready')).toEqual([503, { status: 'not_ready', faults: [{ what: 'store', why: 'full' }] }]);
  down = false;
});

it('gives its figures to whoever has the token, by the route’s pattern', async () => {
  const page = await served.get('/');
  expect(page.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  const read = (authorization: string) => fetch(`${served.address}/metrics`, { headers: { authorization } });
  for (const wrong of ['', 'Bearer ', `Bearer ${TOKEN}x`, TOKEN]) expect((await read(wrong)).status).toBe(401);
  const figures = await read(`Bearer ${TOKEN}`);
  expect(figures.status).toBe(200);
  expect(await figures.text()).toContain('truchement_http_seconds_count{method="GET",route="/",status="200"} 1\n');
  expect(seen.map(({ route }) => route)).toContain('/health/ready');
});

it('believes a proxy that is named, and no other', async () => {
  const secure = async (trustProxy: readonly string[]) => {
    const other = await serve(createFakeConversing(), { trustProxy });
    const reply = await other.post('/', { text: 'bonjour' }, { 'x-forwarded-proto': 'https' });
    await other.stop();
    return reply.headers.get('set-cookie')?.includes('Secure');
  };
  expect([await secure(['127.0.0.0/8']), await secure(['192.0.2.1', 'uniquelocal'])]).toEqual([true, false]);
});
