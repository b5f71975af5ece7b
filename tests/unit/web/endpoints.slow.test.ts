import { afterEach, describe, expect, it } from 'vitest';
import { createWebPlatform } from '../../../adapters/web/web.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import type { ChatPlatform, Endpoint, RawRequest } from '../../../src/platform.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { ANYWHERE } from '../../fixtures/served.ts';

let web: ChatPlatform | undefined;
afterEach(async () => web?.stop());

/** Nobody asks here. */
const SILENT = {
  conversing: { exchanged: () => [] },
  desk: createDesk({
    conversing: createFakeConversing(new Error('nobody asks here')),
    report: () => undefined,
    now: () => new Date(),
  }),
};

async function served(endpoint: Partial<Endpoint>): Promise<string> {
  const echo: Endpoint = {
    method: 'POST',
    path: '/slack/events',
    handle: async ({ body }) => ({ status: 200, body: body.toString('hex') }),
    ...endpoint,
  };
  web = createWebPlatform({ ...ANYWHERE, ...SILENT, endpoints: [echo], perMinute: 1 });
  return `${await web.start()}${echo.path}`;
}

describe('a path that a platform’s servers call', () => {
  it.each(['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'image/png'])(
    'is given the bytes as they came, whatever the type: %s',
    async (type) => {
      const url = await served({});
      const body = Buffer.from([0x7b, 0xff, 0x00, 0x0a, 0x25]);
      const reply = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
      expect([reply.status, await reply.text()]).toEqual([200, body.toString('hex')]);
    },
  );

  it('has no limit by address, no cookie, and is no page that another site may not call', async () => {
    let seen: RawRequest | undefined;
    const url = await served({
      handle: async (request) => {
        seen = request;
        return { status: 202, headers: { 'x-kept': '1' } };
      },
    });
    for (let i = 0; i < 20; i++) {
      const reply = await fetch(`${url}?a=1`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site' },
        body: '{}',
      });
      expect([reply.status, reply.headers.get('x-kept'), reply.headers.get('set-cookie')]).toEqual([202, '1', null]);
    }
    expect(seen?.url).toBe('/slack/events?a=1');
    expect(seen?.headers['sec-fetch-site']).toBe('cross-site');
  });

  it('refuses what is too large, and says nothing of a fault', async () => {
    const url = await served({ handle: () => Promise.reject(new Error('secret')) });
    const large = await fetch(url, { method: 'POST', body: Buffer.alloc(2 * 1024 * 1024) });
    expect(large.status).toBe(413);
    const broken = await fetch(url, { method: 'POST', body: '{}' });
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain('secret');
  });
});
