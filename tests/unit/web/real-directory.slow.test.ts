// Longer than the usual file: one town stands behind all that is told to it in vain.
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonRole } from '../../../src/vocabulary/people.ts';
import { CLIENT, NAMES, VERN } from '../../fakes/openid-provider.ts';
import { type DirectoryTown, directoryTown } from '../../fixtures/directory-town.ts';
import { mustBe } from '../../fixtures/network.ts';
import {
  ACCOUNTS,
  claimsIn,
  type RealProvider,
  rsa,
  type SHAPES,
  sign,
  startRealProvider,
} from '../../fixtures/real-provider.ts';

type Browser = ReturnType<DirectoryTown['browser']>;

const ROLES = new Map<string, readonly PersonRole[]>([
  ['11111111-aaaa', ['buyer']],
  ['acheteur', ['buyer']],
  ['/Services/Achats', ['coordinator']],
]);

let town: DirectoryTown;
let real: RealProvider;

async function open(shape: keyof typeof SHAPES, more: Parameters<typeof directoryTown>[0] = {}): Promise<void> {
  town = await directoryTown({ trustEmail: shape === 'ProConnect', roles: ROLES, ...more }, async (publicUrl) => {
    real = await startRealProvider(shape, publicUrl);
    return real.settings;
  });
}
const close = async () => {
  await town.stop();
  await real.stop();
};

/** To the provider: where it sends the person back. */
async function leave(browser: Browser, as?: string, suite = ''): Promise<string> {
  const go = await browser.get(`/connexion/fournisseur${suite}`);
  return real.visit(go.headers.get('location') ?? '', as);
}

async function enter(browser = town.browser(), as?: string) {
  const back = await browser.get(await leave(browser, as));
  const who = await town.whoIs(browser);
  return { browser, back, text: await back.text(), who, person: (await town.people()).find(({ id }) => id === who) };
}

describe.each([
  ['ProConnect', {}, { organisation: VERN, email: 'claire@vern.example', directoryRoles: [] }],
  [
    'Entra',
    { body: { siret: VERN, name: undefined } },
    { organisation: VERN, email: undefined, directoryRoles: ['buyer'] },
  ],
  [
    'Google',
    { body: { siret: VERN, name: undefined } },
    { organisation: VERN, email: 'claire@vern.example', directoryRoles: [] },
  ],
  ['Keycloak', {}, { organisation: VERN, email: 'claire@vern.example', directoryRoles: ['buyer', 'coordinator'] }],
] as const)('a directory shaped as %s', (shape, rules, person) => {
  beforeAll(() => open(shape, rules));
  afterAll(close);

  it('lets in whom it knows, by name, body, address and roles, with PKCE, state and nonce', async () => {
    const browser = town.browser();
    const asked = new URL((await browser.get('/connexion/fournisseur')).headers.get('location') ?? '').searchParams;
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(31);
    const came = await enter();
    expect(came.back.status).toBe(303);
    expect(came.person).toMatchObject({ name: 'Claire Morel', roles: ['prescriber'], ...person });
    expect((await enter()).who).toBe(came.who);
  });

  it('lets nobody in who goes back, or whom it does not vouch for so', async () => {
    const browser = town.browser();
    const go = await browser.get('/connexion/fournisseur');
    const back = await browser.get(await real.visit(go.headers.get('location') ?? '', null));
    expect(back.status).toBe(403);
    expect(await back.text()).toContain('Connexion abandonnée');
    const required = {
      ProConnect: { acr: 'eidas0' },
      Entra: { tid: 'other' },
      Google: { hd: undefined },
      Keycloak: undefined,
    }[shape];
    if (required === undefined) return;
    real.accounts.set('other', { ...ACCOUNTS[shape], ...required });
    const other = await enter(town.browser(), 'other');
    expect(other.back.status).toBe(403);
    expect(other.who).toBeUndefined();
  });

  it('signs out here, and there where it can', async () => {
    const { browser } = await enter();
    const refresh = (await browser.post('/deconnexion', {})).headers.get('refresh');
    expect(await town.whoIs(browser)).toBeUndefined();
    if (shape === 'Google') {
      expect(refresh).toBeNull();
      return;
    }
    const there = await fetch(refresh?.replace('0;url=', '') ?? '');
    expect(there.status).toBe(200);
    // It shows its own question to whoever has a session there, and knows the token and the way back.
    expect(await there.text()).toContain('logout');
  });
});

describe('clocks and keys', () => {
  beforeAll(() => open('Keycloak'));
  afterAll(close);

  /** Moves the times of a token, and signs it again by the provider's own key. */
  const moved = (seconds: number) => (token: string) => {
    const { iat, exp, ...claims } = claimsIn(token) as { iat: number; exp: number };
    return own({ ...claims, iat: iat + seconds, exp: exp - 3600 + seconds });
  };

  it.each([-20, 20])('half a minute of difference is nothing: %i s', async (seconds) => {
    real.tamper.token = (token) =>
      own({
        ...claimsIn(token),
        exp: Math.floor(Date.now() / 1000) + Math.min(seconds, 0),
        nbf: Math.floor(Date.now() / 1000) + Math.max(seconds, 0),
      });
    expect((await enter()).back.status).toBe(303);
  });

  it('ten minutes are said as what they are', async () => {
    real.tamper.token = moved(-600);
    const came = await enter();
    expect(came.back.status).toBe(503);
    expect(came.text).toContain('Les horloges ne sont pas d’accord');
    expect(came.who).toBeUndefined();
  });

  it('keys changed all at once cost one attempt', async () => {
    delete real.tamper.token;
    real.rotate();
    expect((await enter()).who).toBeUndefined();
    expect((await enter()).back.status).toBe(303);
  });
});

/** Of the provider's own key. */
const own = (claims: Readonly<Record<string, unknown>>, header: object = {}) =>
  sign({ alg: 'RS256', typ: 'JWT', kid: real.key().kid, ...header }, claims, rsa(real.key().privateKey));

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const header = () => ({ alg: 'RS256', typ: 'JWT', kid: real.key().kid });
const with1 = (change: Readonly<Record<string, unknown>>) => (token: string) => own({ ...claimsIn(token), ...change });

const FORGED_TOKENS: Readonly<Record<string, (token: string) => string>> = {
  'a token signed by a stranger under the key’s own name': (token) =>
    sign(header(), claimsIn(token), rsa(stranger.privateKey)),
  'a token signed by a key that it brings along': (token) =>
    sign({ ...header(), jwk: stranger.publicKey.export({ format: 'jwk' }) }, claimsIn(token), rsa(stranger.privateKey)),
  'a token without a signature (alg none)': (token) => sign({ alg: 'none', typ: 'JWT' }, claimsIn(token), () => ''),
  'a token signed by the client’s secret (HS256)': (token) =>
    sign({ alg: 'HS256', typ: 'JWT' }, claimsIn(token), (text) =>
      createHmac('sha256', CLIENT.clientSecret).update(text).digest('base64url'),
    ),
  'a token signed by the public key as if it were a secret': (token) => {
    const secret = real.key().publicKey.export({ format: 'pem', type: 'spki' });
    return sign({ ...header(), alg: 'HS256' }, claimsIn(token), (text) =>
      createHmac('sha256', secret).update(text).digest('base64url'),
    );
  },
  'a token whose words were changed under its signature': (token) => {
    const [head, , signature] = token.split('.');
    const body = Buffer.from(JSON.stringify({ ...claimsIn(token), sub: 'cora' })).toString('base64url');
    return `${head}.${body}.${signature}`;
  },
  'a token for another audience': with1({ aud: 'another-site' }),
  'a token for several, given to another': with1({ aud: [CLIENT.clientId, 'another-site'], azp: 'another-site' }),
  'a token of another issuer': with1({ iss: 'https://login.evil.example' }),
  'a token past its time': with1({ exp: 1_700_000_000 }),
  'a token before its time': with1({ nbf: 4_000_000_000 }),
  'a token with another nonce': with1({ nonce: 'made-up' }),
  'a token without a nonce': with1({ nonce: undefined }),
  'a token about nobody': with1({ sub: undefined }),
  'a token about another than whom userinfo tells of': with1({ sub: 'cora' }),
  'a token by a weaker level than was asked for': with1({ acr: 'eidas0' }),
  'a token that says no level': with1({ acr: undefined }),
};

const FORGED_INFO: Readonly<Record<string, (body: string) => string>> = {
  'a userinfo signed by a stranger': (body) =>
    sign(header(), { ...claimsIn(body), email: 'cora@exemple.fr' }, rsa(stranger.privateKey)),
  'a userinfo without a signature': (body) =>
    sign({ alg: 'none' }, { ...claimsIn(body), email: 'cora@exemple.fr' }, () => ''),
  'a userinfo about somebody else': (body) => own({ ...claimsIn(body), sub: 'cora' }),
  'a userinfo for another site': (body) => own({ ...claimsIn(body), aud: 'another-site' }),
};

/** What an attacker brings to the way back, in which browser. */
const STOLEN: Readonly<Record<string, () => Promise<{ readonly browser: Browser; readonly address: string }>>> = {
  'an answer whose state is another': async () => changed((url) => url.searchParams.set('state', 'made-up')),
  'an answer without a state': async () => changed((url) => url.searchParams.delete('state')),
  'an answer with a code that nobody was given': async () => changed((url) => url.searchParams.set('code', 'made-up')),
  'an answer that another provider claims (iss)': async () =>
    changed((url) => url.searchParams.set('iss', 'https://login.evil.example')),
  'somebody’s answer, in a browser that asked for nothing': async () => ({
    browser: town.browser(),
    address: await leave(town.browser()),
  }),
  'somebody’s answer, in a browser that asked for its own': async () => {
    const browser = town.browser();
    await browser.get('/connexion/fournisseur');
    return { browser, address: await leave(town.browser()) };
  },
  'somebody’s code under one’s own state': async () => {
    const browser = town.browser();
    const [mine, theirs] = [new URL(await leave(browser)), new URL(await leave(town.browser()))];
    mine.searchParams.set('code', theirs.searchParams.get('code') ?? '');
    return { browser, address: mine.href };
  },
  'an answer to an attempt that was begun anew since': async () => {
    const browser = town.browser();
    const address = await leave(browser);
    await browser.get('/connexion/fournisseur');
    return { browser, address };
  },
  'an answer that was used, after signing out': async () => {
    const browser = town.browser();
    const address = await leave(browser);
    await browser.get(address);
    await browser.post('/deconnexion', {});
    return { browser, address };
  },
  'a code that was used, under a new state': async () => {
    const browser = town.browser();
    const used = new URL(await leave(browser));
    await browser.get(used.href);
    await browser.post('/deconnexion', {});
    const fresh = new URL(await leave(browser));
    fresh.searchParams.set('code', used.searchParams.get('code') ?? '');
    return { browser, address: fresh.href };
  },
  'an answer that waited a quarter of an hour': async () => {
    const browser = town.browser();
    const address = await leave(browser);
    town.clock.pass(15 * 60_000 + 1000);
    return { browser, address };
  },
};

async function changed(change: (url: URL) => void) {
  const browser = town.browser();
  const url = new URL(await leave(browser));
  change(url);
  return { browser, address: url.href };
}

describe('a forged or replayed sign-in', () => {
  beforeAll(async () => {
    await open('ProConnect');
    real.accounts.set('claire', ACCOUNTS.ProConnect);
  });
  afterAll(close);

  it('differs from a good one by what is forged alone', async () => {
    real.tamper.token = (token) => own(claimsIn(token));
    real.tamper.userInfo = (body) => own(claimsIn(body));
    expect((await enter()).back.status).toBe(303);
    real.tamper.token = undefined as never;
    real.tamper.userInfo = undefined as never;
  });

  it.each(Object.keys(FORGED_TOKENS))('lets nobody in: %s', async (name) => {
    real.tamper.token = FORGED_TOKENS[name] as (token: string) => string;
    const { back, who } = await enter();
    real.tamper.token = undefined as never;
    expect([400, 403, 503]).toContain(back.status);
    expect(who).toBeUndefined();
  });

  it.each(Object.keys(FORGED_INFO))('lets nobody in: %s', async (name) => {
    real.tamper.userInfo = FORGED_INFO[name] as (body: string) => string;
    const { back, who } = await enter();
    real.tamper.userInfo = undefined as never;
    expect(back.status).toBe(400);
    expect(who).toBeUndefined();
  });

  it.each(Object.keys(STOLEN))('lets nobody in: %s', async (name) => {
    const { browser, address } = (await STOLEN[name]?.()) ?? { browser: town.browser(), address: '/' };
    const back = await browser.get(address);
    expect(back.status).toBe(400);
    expect(back.headers.getSetCookie().join()).not.toContain('session=');
    expect(await town.whoIs(browser)).toBeUndefined();
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/%2F/evil.example', '/connexion?x=//evil'])(
    'leads nowhere else: %s',
    async (onwards) => {
      const browser = town.browser();
      const back = await browser.get(await leave(browser, undefined, `?suite=${encodeURIComponent(onwards)}`));
      expect(back.headers.get('location')).toBe('/');
    },
  );
});

it('an address that nobody verified takes nobody’s place, and a group that the mapping does not name gives nothing', async () => {
  await open('Keycloak');
  real.accounts.set('mallory', {
    ...ACCOUNTS.Keycloak,
    email: 'cora@exemple.fr',
    email_verified: false,
    realm_access: { roles: ['coordinator', 'administrator', 'Acheteur'] },
    groups: ['/services/achats', '/Services/Achats/Stagiaires'],
    roles: ['acheteur'],
  });
  const before = (await town.people()).find(({ id }) => id === 'cora');
  const { who, person } = await enter(town.browser(), 'mallory');
  expect(who).not.toBe('cora');
  expect(person).toMatchObject({ roles: ['prescriber'], directoryRoles: [] });
  expect((await town.people()).find(({ id }) => id === 'cora')).toEqual(before);
  expect(mustBe(await town.store.reserve.people()).filter(({ email }) => email === 'cora@exemple.fr')).toHaveLength(1);
  expect(NAMES.roles).toContain('roles');
  await close();
});
