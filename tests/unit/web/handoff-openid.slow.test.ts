import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ProvenIdentity } from '../../../src/reserve/port/proven-identity.ts';
import { err, ok } from '../../../src/result.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { CLAIRE, createFakeHelping, QUESTION } from '../../fakes/helping.ts';
import { CLIENT, NAMES, startProvider, VERN } from '../../fakes/openid-provider.ts';
import { createBrowser } from '../../fixtures/browser.ts';
import { type Served, serve } from '../../fixtures/served.ts';

let provider: Awaited<ReturnType<typeof startProvider>>;
let served: Served;
let claims: ProvenIdentity[];
let bodies: unknown[];
let known: string | undefined;

beforeEach(async () => {
  provider = await startProvider();
  claims = [];
  bodies = [];
  known = CLAIRE.person;
  const port = await freePort();
  served = await serve(createFakeConversing(), {
    port,
    help: {
      helping: createFakeHelping(),
      signIn: {
        kind: 'openid',
        issuer: provider.issuer,
        ...CLIENT,
        acr: [],
        claims: NAMES,
        publicUrl: `http://127.0.0.1:${port}`,
        acceptInvitation: async () => err({ kind: 'expired' }),
        personFor: async (said, body) => {
          claims.push(said);
          bodies.push(body);
          return known === undefined ? err({ kind: 'no_body' }) : ok(known);
        },
      },
    },
  });
});
afterEach(async () => {
  await served.stop();
  await provider.stop();
});

/** The provider must know our address before we listen. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** To the provider and back, as a browser goes. */
async function signIn(browser = createBrowser(served.address)) {
  const go = await browser.get('/connexion/fournisseur');
  const there = await fetch(go.headers.get('location') ?? '', { redirect: 'manual' });
  const back = await browser.get(there.headers.get('location') ?? '');
  return { browser, go, back, text: await back.text() };
}

it('signs a person in by the claims of a signed userinfo, with PKCE, state and nonce', async () => {
  const { browser, go, back } = await signIn();
  const asked = new URL(go.headers.get('location') ?? '').searchParams;
  expect(asked.get('scope')).toBe('openid given_name usual_name email siret');
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(20);
  expect(back.status).toBe(303);
  expect(claims).toEqual([
    {
      issuer: provider.issuer,
      sub: 'sub-claire',
      name: 'Claire Morel',
      email: 'claire.morel@vern.example',
      emailVerified: true,
      organisation: VERN,
      groups: [],
      microsoft: undefined,
    },
  ]);
  expect(back.headers.getSetCookie()[0]).toMatch(/^truchement-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(await (await browser.get('/dossiers')).text()).toContain('Claire Morel');
});

it('keeps a question typed before, and goes on with it', async () => {
  const browser = createBrowser(served.address);
  const asked = await browser.post('/aide', { question: QUESTION });
  expect(asked.headers.get('location')).toBe('/connexion');
  expect(await (await browser.get('/connexion')).text()).toContain('est gardé');
  const { back } = await signIn(browser);
  expect(back.headers.get('location')).toBe('/aide/c1');
  expect(await (await browser.get('/aide/c1')).text()).toContain('[personne 1]');
});

it('goes on where the person was going, never elsewhere', async () => {
  const browser = createBrowser(served.address);
  const sent = await browser.get('/dossiers');
  expect(sent.headers.get('location')).toBe('/connexion?suite=%2Fdossiers');
  for (const [onwards, where] of [
    ['/dossiers', '/dossiers'],
    ['//evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\\evil.example', '/'],
  ] as const) {
    const go = await browser.get(`/connexion/fournisseur?suite=${encodeURIComponent(onwards)}`);
    const there = await fetch(go.headers.get('location') ?? '', { redirect: 'manual' });
    const back = await browser.get(there.headers.get('location') ?? '');
    expect(back.headers.get('location')).toBe(where);
  }
});

it.each([
  ['a person who gives up', { denies: true }, 403, 'Connexion abandonnée'],
  ['a provider that breaks down half-way', { tokenStatus: 500 }, 503, 'ne répond pas'],
])('signs nobody in with %s', async (_, mischief, status, said) => {
  Object.assign(provider.mischief, mischief);
  const { browser, back, text } = await signIn();
  expect(back.status).toBe(status);
  expect(text).toContain(said);
  expect(claims).toEqual([]);
  expect((await browser.get('/dossiers')).status).toBe(303);
});

it('takes an answer once, and only in the browser that asked', async () => {
  const browser = createBrowser(served.address);
  const go = await browser.get('/connexion/fournisseur');
  const there = await fetch(go.headers.get('location') ?? '', { redirect: 'manual' });
  const address = there.headers.get('location') ?? '';
  expect((await createBrowser(served.address).get(address)).status).toBe(400);
  expect((await browser.get(address)).status).toBe(303);
  // A second click: they are in, and nothing is exchanged again.
  const exchanges = provider.asked.filter((path) => path === '/token').length;
  expect((await browser.get(address)).headers.get('location')).toBe('/');
  expect(provider.asked.filter((path) => path === '/token')).toHaveLength(exchanges);
});

it('says that the provider is down, and works again once it is up', async () => {
  const { issuer } = provider;
  await provider.stop();
  const browser = createBrowser(served.address);
  const down = await browser.get('/connexion/fournisseur');
  expect(down.status).toBe(503);
  expect(await down.text()).toContain('Le fournisseur d’identité ne répond pas');
  provider = await startProvider(Number(new URL(issuer).port));
  expect((await signIn(browser)).back.status).toBe(303);
});

it('asks for the body that the directory does not say, once, and goes on', async () => {
  known = undefined;
  const { browser, back } = await signIn();
  expect(back.headers.get('location')).toBe('/connexion/organisme');
  expect(await (await browser.get('/connexion/organisme')).text()).toContain('Quel est votre organisme');
  const wrong = await browser.post('/connexion/organisme', { nom: 'Ville de <Vern>', siret: '123' });
  expect(wrong.status).toBe(422);
  const shown = await wrong.text();
  expect(shown).toContain('Ce n’est pas un SIRET');
  expect(shown).toContain('Ville de &lt;Vern&gt;');
  known = CLAIRE.person;
  const sent = await browser.post('/connexion/organisme', { nom: 'Ville de Vern', genre: 'commune', siret: '' });
  expect(sent.headers.get('location')).toBe('/');
  expect(bodies.at(-1)).toEqual({ name: 'Ville de Vern', siret: '', kind: 'commune' });
  // Sent twice: they are in.
  expect((await browser.post('/connexion/organisme', { nom: 'Ailleurs' })).headers.get('location')).toBe('/');
  expect((await createBrowser(served.address).get('/connexion/organisme')).headers.get('location')).toBe('/connexion');
  expect((await createBrowser(served.address).post('/connexion/organisme', { nom: 'Vern' })).status).toBe(400);
});

it('signs out here and at the provider', async () => {
  const { browser } = await signIn();
  const out = await browser.post('/deconnexion', {});
  const refresh = out.headers.get('refresh') ?? '';
  const there = new URL(refresh.replace('0;url=', ''));
  expect(there.pathname).toBe('/logout');
  expect(there.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3);
  expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${served.address}/deconnexion/retour`);
  expect((await browser.get('/dossiers')).status).toBe(303);
  expect(await (await browser.get('/deconnexion/retour')).text()).toContain('Vous êtes déconnecté');
});

it('offers no demo identity', async () => {
  const browser = createBrowser(served.address);
  expect(await (await browser.get('/connexion')).text()).toContain('S’identifier avec le compte de mon organisme');
  expect((await browser.post('/connexion', { person: CLAIRE.person })).status).toBe(403);
  expect((await browser.get('/demo/claire/dossiers')).status).toBe(404);
});
