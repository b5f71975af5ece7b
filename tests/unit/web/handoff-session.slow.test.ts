import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createHeld } from '../../../adapters/web/session/held.ts';
import { isFromThisMachine, isLoopback } from '../../../adapters/web/session/loopback.ts';
import { splitDemo } from '../../../adapters/web/session/visit.ts';
import { ABSOLUTE_MS, IDLE_MS } from '../../../src/reserve/sessions.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { CLAIRE, createFakeHelping, type FakeHelping, KARIM, QUESTION } from '../../fakes/helping.ts';
import { createMemoryErrands, createMemorySessions } from '../../fakes/sessions.ts';
import { createBrowser } from '../../fixtures/browser.ts';
import { type Served, serve } from '../../fixtures/served.ts';

let served: Served | undefined;
afterEach(async () => {
  await served?.stop();
  served = undefined;
});

async function start(helping: FakeHelping = createFakeHelping(), host = '127.0.0.1') {
  served = await serve(createFakeConversing(), { host, help: { helping, signIn: { kind: 'demo' } }, perMinute: 1000 });
  const { port } = new URL(served.address);
  return { helping, browser: createBrowser(`http://127.0.0.1:${port}`), port: Number(port) };
}

describe('sessions', () => {
  const clock = () => {
    let at = 0;
    return { now: () => new Date(at), pass: (ms: number) => (at += ms) };
  };

  it('live two hours from the last reading, and twelve in all', async () => {
    const { now, pass } = clock();
    const sessions = createMemorySessions(now);
    const idle = await sessions.open({ person: 'a', idToken: 'token' });
    pass(IDLE_MS - 1);
    expect(await sessions.read(idle)).toEqual({ person: 'a', idToken: 'token' });
    pass(IDLE_MS);
    expect(await sessions.read(idle)).toBeUndefined();
    const busy = await sessions.open({ person: 'a', idToken: undefined });
    for (let passed = 0; passed < ABSOLUTE_MS; passed += IDLE_MS / 2) {
      expect((await sessions.read(busy))?.person).toBe('a');
      pass(IDLE_MS / 2);
    }
    expect(await sessions.read(busy)).toBeUndefined();
  });

  it('close one by one, or all of a person', async () => {
    const sessions = createMemorySessions(() => new Date(0));
    const ids = await Promise.all(['a', 'a', 'b'].map((person) => sessions.open({ person, idToken: undefined })));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    await sessions.closeAllOf('a');
    const left = await Promise.all(ids.map((id) => sessions.read(id)));
    expect(left.map((session) => session?.person)).toEqual([undefined, undefined, 'b']);
    await sessions.close(ids[2] ?? '');
    expect(await sessions.read(ids[2] ?? '')).toBeUndefined();
  });

  it('what was typed before is given back once, and too much at a time is not held', async () => {
    const { now, pass } = clock();
    const held = createHeld(createMemoryErrands(), now);
    const form = { path: '/aide', fields: { question: 'Q' } };
    const put = await held.put(form);
    const id = put.ok ? put.value : undefined;
    expect([await held.take(id), await held.take(id), await held.take(undefined)]).toEqual([
      form,
      undefined,
      undefined,
    ]);
    for (let n = 1; n < 200; n++) await held.put(form);
    expect(await held.put(form)).toEqual({ ok: false, error: 'full' });
    pass(30 * 60_000);
    expect((await held.put(form)).ok).toBe(true);
  });
});

it('tells this machine from any other', () => {
  const here = { remote: '127.0.0.1', host: '127.0.0.1:8080', forwarded: false };
  expect(isFromThisMachine(here)).toBe(true);
  expect(isFromThisMachine({ ...here, remote: '::ffff:127.0.0.1', host: 'localhost' })).toBe(true);
  expect(isFromThisMachine({ ...here, remote: '::1', host: '[::1]:8080' })).toBe(true);
  expect(isFromThisMachine({ ...here, remote: '192.0.2.1' })).toBe(false);
  expect(isFromThisMachine({ ...here, host: 'evil.example:8080' })).toBe(false);
  expect(isFromThisMachine({ ...here, host: '127.0.0.1.evil.example' })).toBe(false);
  expect(isFromThisMachine({ ...here, forwarded: true })).toBe(false);
  for (const host of ['0.0.0.0', '::', '10.0.0.1', 'example.org']) expect(isLoopback(host)).toBe(false);
});

it('cuts who is played off an address, and nothing else', () => {
  expect(splitDemo('/demo/claire/dossier/c1?fait=say')).toEqual({ base: '/demo/claire', url: '/dossier/c1?fait=say' });
  expect(splitDemo('/demo/claire')).toEqual({ base: '/demo/claire', url: '/' });
  expect(splitDemo('/demo/claire?lang=en')).toEqual({ base: '/demo/claire', url: '/?lang=en' });
  for (const url of ['/', '/demo', '/demo/', '/demos/claire', '/x/demo/claire/']) expect(splitDemo(url).base).toBe('');
});

describe('the demo', () => {
  it('signs in as who is chosen, for the addresses of one window only', async () => {
    const { browser } = await start();
    const page = await (await browser.get('/connexion')).text();
    for (const { name } of [CLAIRE, KARIM]) expect(page).toContain(name);
    const reply = await browser.post('/connexion', { person: CLAIRE.person });
    expect(reply.headers.get('location')).toBe('/demo/claire/');
    expect(reply.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^truchement-session=[\w-]{43}; Path=\/demo\/claire; HttpOnly; SameSite=Lax$/),
    ]);
    expect((await browser.post('/connexion', { person: KARIM.person })).headers.get('location')).toBe(
      '/demo/karim/reserve',
    );
    expect(await (await browser.get('/demo/claire/dossiers')).text()).toContain(CLAIRE.name);
    expect(await (await browser.get('/demo/karim/dossiers')).text()).toContain(KARIM.name);
    expect((await browser.get('/dossiers')).status).toBe(303);
  });

  it('takes no session of one person for another', async () => {
    const { browser } = await start();
    await browser.post('/connexion', { person: CLAIRE.person });
    const [{ name, value } = { name: '', value: '' }] = browser.cookies();
    const stolen = await createBrowser(served?.address ?? '').get('/demo/karim/dossiers', {
      cookie: `${name}=${value}`,
    });
    expect(stolen.status).toBe(303);
  });

  it('keeps every link and form of a window in it', async () => {
    const { browser } = await start();
    await browser.post('/connexion', { person: KARIM.person });
    for (const path of ['/', '/reserve', '/dossiers', '/mes-donnees', '/aide', '/reformuler?lang=en', '/nope']) {
      const text = await (await browser.get(`/demo/karim${path}`)).text();
      for (const [, address] of text.matchAll(/(?:href|action)="(\/[^"]*)"/g))
        if (!address?.startsWith('/assets/') && address !== '/connexion') expect(address).toMatch(/^\/demo\/karim\//);
    }
  });

  it('is refused from elsewhere, with a page that says so', async () => {
    const { browser, port } = await start();
    for (const headers of [
      { 'x-forwarded-for': '192.0.2.1' },
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=192.0.2.1' },
    ] as Record<string, string>[]) {
      const refused = await browser.get('/connexion', headers);
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain('Connexion de démonstration refusée');
      expect((await browser.post('/connexion', { person: CLAIRE.person }, headers)).status).toBe(403);
    }
    expect(browser.cookies()).toEqual([]);
    expect(await statusUnder('evil.example', port)).toBe(403);
  });

  it('is refused on any other interface, even from this machine', async () => {
    const { browser } = await start(createFakeHelping(), '0.0.0.0');
    expect((await browser.get('/connexion')).status).toBe(403);
    expect((await browser.post('/connexion', { person: CLAIRE.person })).status).toBe(403);
  });

  it('has a word for nobody to play, an unknown one, and identities that cannot be read', async () => {
    const { browser, helping } = await start();
    expect((await browser.post('/connexion', { person: 'nobody' })).status).toBe(422);
    helping.people = [];
    expect((await browser.get('/connexion')).status).toBe(404);
    helping.down = true;
    expect((await browser.get('/connexion')).status).toBe(503);
  });

  it('signs out, in its window alone', async () => {
    const { browser } = await start();
    await browser.post('/connexion', { person: CLAIRE.person });
    await browser.post('/connexion', { person: KARIM.person });
    const out = await browser.post('/demo/claire/deconnexion', {});
    expect(await out.text()).toContain('Vous êtes déconnecté');
    expect((await browser.get('/demo/claire/dossiers')).status).toBe(303);
    expect((await browser.get('/demo/karim/dossiers')).status).toBe(200);
  });

  it('takes no submission from another site', async () => {
    const { browser, helping } = await start();
    await browser.post('/connexion', { person: CLAIRE.person });
    const paths = ['/connexion', '/deconnexion', '/aide', '/dossier/c1', '/mes-donnees', '/animation/fiche'];
    for (const path of paths) {
      const refused = await browser.post(`/demo/claire${path}`, { question: 'q' }, { 'sec-fetch-site': 'cross-site' });
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain('Envoi refusé');
    }
    expect(helping.asked).toEqual([]);
  });
});

describe('what was typed before signing in', () => {
  it('becomes the brief at once when it is a question', async () => {
    const { browser } = await start();
    const asked = await (await browser.post('/', { text: QUESTION })).text();
    const answer = /name="reply" value="([^"]+)"/.exec(asked)?.[1] ?? '';
    const sent = await browser.post('/aide', { asked: QUESTION, reply: answer });
    expect(sent.headers.get('location')).toBe('/connexion');
    expect(await (await browser.get('/connexion')).text()).toContain('est gardé');
    const reply = await browser.post('/connexion', { person: CLAIRE.person });
    expect(reply.headers.get('location')).toBe('/demo/claire/aide/c1');
    const text = await (await browser.get('/demo/claire/aide/c1')).text();
    expect(text).toContain('[personne 1]');
    expect(text).toContain('<h4>Ce que l’assistant a répondu');
  });

  it('is shown again, and not sent by itself, when it is a message', async () => {
    const { browser, helping } = await start();
    await browser.post('/demo/claire/dossier/c1', { do: 'say', text: 'Un <mot> de plus' });
    const text = await (await browser.post('/connexion', { person: CLAIRE.person })).text();
    expect(text).toContain('Un &lt;mot&gt; de plus</textarea>');
    expect(text).toContain('action="/demo/claire/dossier/c1"');
    expect(text).toContain('<input type="hidden" name="do" value="say">');
    expect(helping.asked).toEqual([]);
  });

  it('is told to the page’s script, which keeps it', async () => {
    const { browser } = await start();
    const reply = await browser.post('/demo/claire/dossier/c1', { do: 'say', text: 'x' }, { 'x-fragment': '1' });
    expect(reply.status).toBe(401);
    expect(await reply.text()).toMatch(/^<p>Vous n’êtes plus connecté[\s\S]*href="\/demo\/claire\/connexion"/);
  });

  it('is on the page that says the store is down', async () => {
    const { browser, helping } = await start();
    await browser.post('/connexion', { person: CLAIRE.person });
    helping.down = true;
    const reply = await browser.post('/demo/claire/aide', { question: 'Ma question' });
    expect(reply.status).toBe(503);
    expect(await reply.text()).toContain('Ma question</textarea>');
    // The rest of the site goes on.
    expect((await browser.get('/demo/claire/')).status).toBe(200);
  });
});

/** `fetch` will not send another `Host`. */
function statusUnder(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest({ port, host: '127.0.0.1', path: '/connexion', headers: { host } }, ({ statusCode = 0 }) =>
      resolve(statusCode),
    )
      .on('error', reject)
      .end();
  });
}
