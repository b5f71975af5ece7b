import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ABSOLUTE_MS, createSessions, IDLE_MS } from '../../../src/reserve/sessions.ts';
import { VERN } from '../../fakes/openid-provider.ts';
import type { createBrowser } from '../../fixtures/browser.ts';
import { type DirectoryTown, directoryTown } from '../../fixtures/directory-town.ts';
import { mustBe } from '../../fixtures/network.ts';

const CORA = { email: 'cora@exemple.fr', email_verified: true };

let town: DirectoryTown;
beforeEach(async () => {
  town = await directoryTown();
});
afterEach(() => town.stop());

const cookieOf = (browser: ReturnType<typeof createBrowser>): string => {
  const session = browser.cookies().find(({ name }) => name.endsWith('session'));
  return `${session?.name}=${session?.value}`;
};
/** Whoever holds that cookie, and nothing else. */
const thief = async (cookie: string): Promise<number> =>
  (await fetch(`${town.address}/mes-donnees`, { headers: { cookie }, redirect: 'manual' })).status;

describe('a session', () => {
  it('outlives a restart, is shared by processes, and is kept as a hash', async () => {
    const { browser } = await town.signIn({ claims: CORA });
    await town.restart();
    expect(await town.whoIs(browser)).toBe('cora');
    const id = cookieOf(browser).split('=')[1] ?? '';
    const elsewhere = createSessions(town.store.sessions, town.clock.now);
    expect((await elsewhere.read(id))?.person).toBe('cora');
    expect(mustBe(await town.store.sessions.session(id))).toBeUndefined();
  });

  it('keeps the provider’s token so that the database alone does not tell it', async () => {
    const sessions = createSessions(town.store.sessions, town.clock.now);
    const { createHash } = await import('node:crypto');
    const id = await sessions.open({ person: 'cora', idToken: 'eyJ-the-token' });
    const kept = mustBe(await town.store.sessions.session(createHash('sha256').update(id).digest('base64url')));
    expect(kept?.idToken).toBeDefined();
    expect(kept?.idToken).not.toContain('eyJ-the-token');
    expect((await sessions.read(id))?.idToken).toBe('eyJ-the-token');
  });

  it('ends after two idle hours', async () => {
    const { browser } = await town.signIn({ claims: CORA });
    town.clock.pass(IDLE_MS - 60_000);
    expect(await town.whoIs(browser)).toBe('cora');
    town.clock.pass(IDLE_MS + 1);
    expect(await thief(cookieOf(browser))).toBe(303);
  });

  it('ends after twelve hours of activity', async () => {
    const { browser } = await town.signIn({ claims: CORA });
    for (let passed = 0; passed < ABSOLUTE_MS; passed += 3_600_000) {
      expect(await town.whoIs(browser)).toBe('cora');
      town.clock.pass(3_600_000);
    }
    expect(await town.whoIs(browser)).toBeUndefined();
  });

  it('of before a new sign-in is closed, whoever else holds its cookie', async () => {
    const { browser } = await town.signIn({ claims: CORA });
    const old = cookieOf(browser);
    expect(await thief(old)).toBe(200);
    await town.signIn({ claims: CORA }, browser);
    expect(cookieOf(browser)).not.toBe(old);
    expect(await thief(old)).toBe(303);
  });

  it('is never the one that another put into the browser', async () => {
    const attacker = await town.signIn({ sub: 'attacker', claims: { email: undefined, siret: VERN } });
    const fixed = cookieOf(attacker.browser);
    const made = `truchement-session=${'A'.repeat(43)}`;
    for (const cookie of [fixed, made]) {
      const go = await fetch(`${town.address}/connexion/fournisseur`, { headers: { cookie }, redirect: 'manual' });
      Object.assign(town.provider.mischief, { sub: 'sub-cora', claims: CORA });
      const there = await fetch(go.headers.get('location') ?? '', { redirect: 'manual' });
      const errand = go.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const back = await fetch(there.headers.get('location') ?? '', {
        headers: { cookie: `${cookie}; ${errand}` },
        redirect: 'manual',
      });
      expect(back.status).toBe(303);
      expect(back.headers.getSetCookie().join()).not.toContain(cookie);
      expect(await thief(cookie)).toBe(303);
    }
  });

  it('is closed by signing out, and by nobody on another site', async () => {
    const { browser } = await town.signIn({ claims: CORA });
    const cookie = cookieOf(browser);
    const forged = await browser.post('/deconnexion', {}, { 'sec-fetch-site': 'cross-site' });
    expect(forged.status).toBe(403);
    const elsewhere = await browser.post('/deconnexion', {}, { origin: 'https://evil.example' });
    expect(elsewhere.status).toBe(403);
    expect((await browser.get('/deconnexion')).status).toBe(404);
    expect(await thief(cookie)).toBe(200);
    await browser.post('/deconnexion', {});
    expect(await thief(cookie)).toBe(303);
  });

  it('of each browser is closed when all of a person’s are', async () => {
    const browsers = [(await town.signIn({ claims: CORA })).browser, (await town.signIn({ claims: CORA })).browser];
    expect(mustBe(await town.store.sessions.closeAllOf('cora'))).toBe(2);
    for (const browser of browsers) expect(await town.whoIs(browser)).toBeUndefined();
  });

  it('of someone who was erased opens nothing, and nobody made anew has it', async () => {
    const { browser } = await town.signIn({ sub: 'gone', claims: { email: undefined, siret: VERN } });
    const cookie = cookieOf(browser);
    const who = (await town.whoIs(browser)) ?? '';
    mustBe(await town.helping.forgetMe(who));
    expect(await thief(cookie)).toBe(303);
    await town.signIn({ sub: 'gone', claims: { email: undefined, siret: VERN } });
    expect(await thief(cookie)).toBe(303);
  });

  it('is purged once it is over', async () => {
    await town.signIn({ claims: CORA });
    await town.invite();
    const cutoff = new Date(town.clock.now().getTime() + 25 * 3_600_000).toISOString();
    const past = '2000-01-01T00:00:00.000Z';
    const purged = await town.store.retention.purge({
      cases: past,
      exchanges: past,
      agreements: past,
      audit: past,
      candidates: past,
      now: cutoff,
    });
    expect(mustBe(purged)).toMatchObject({ sessions: 1, invitations: 1 });
  });

  it('is not opened twice by one answer of the provider, nor in another browser', async () => {
    const { browser, address } = await town.signIn({ claims: CORA });
    const again = await browser.get(address);
    expect(again.headers.get('location')).toBe('/');
    expect(again.headers.getSetCookie()).toEqual([]);
    expect((await town.browser().get(address)).status).toBe(400);
  });

  it('is not opened by the answer to another’s errand', async () => {
    const [mine, theirs] = [town.browser(), town.browser()];
    const go = await theirs.get('/connexion/fournisseur');
    const there = await fetch(go.headers.get('location') ?? '', { redirect: 'manual' });
    await mine.get('/connexion/fournisseur');
    expect((await mine.get(there.headers.get('location') ?? '')).status).toBe(400);
  });
});

describe('the link that makes an administrator', () => {
  const isAdministrator = async (id: string): Promise<boolean> =>
    (await town.people()).some((one) => one.id === id && one.roles.includes('administrator'));
  const open = (browser: ReturnType<typeof createBrowser>, jeton: string, more = {}) =>
    browser.post('/invitation', { jeton, ...more });

  it('makes one of whoever is signed in, once', async () => {
    const token = await town.invite();
    const { browser } = await town.signIn({ claims: CORA });
    expect(await (await browser.get(`/invitation?jeton=${token}`)).text()).toContain('Devenir administrateur');
    expect((await open(browser, token)).status).toBe(200);
    expect(await isAdministrator('cora')).toBe(true);
    expect((await browser.get('/animation')).status).toBe(200);
    const other = await town.signIn({ sub: 'stan', claims: { email: 'stan@exemple.fr', email_verified: true } });
    expect((await open(other.browser, token)).status).toBe(410);
    expect(await isAdministrator('stan')).toBe(false);
  });

  it('waits for who is not signed in yet, and is sent by them', async () => {
    const token = await town.invite();
    const browser = town.browser();
    expect((await open(browser, token)).headers.get('location')).toBe('/connexion');
    const { text } = await town.signIn({ claims: CORA }, browser);
    expect(await isAdministrator('cora')).toBe(false);
    expect(text).toContain(token);
    expect((await open(browser, token)).status).toBe(200);
    expect(await isAdministrator('cora')).toBe(true);
  });

  it('is not used up nor obeyed by a preview: a GET or a HEAD changes nothing', async () => {
    const token = await town.invite();
    const { browser } = await town.signIn({ claims: CORA });
    for (let n = 0; n < 3; n++) await browser.get(`/invitation?jeton=${token}`);
    await fetch(`${town.address}/invitation?jeton=${token}`, {
      method: 'HEAD',
      headers: { cookie: cookieOf(browser) },
    });
    expect(await isAdministrator('cora')).toBe(false);
    expect((await open(browser, token)).status).toBe(200);
  });

  it('makes one administrator of ten who send it at once', async () => {
    const token = await town.invite();
    const people = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        const said = await town.personFor({
          issuer: town.provider.issuer,
          sub: `p${n}`,
          name: `P ${n}`,
          groups: [],
          email: undefined,
          emailVerified: false,
          organisation: VERN,
        });
        return mustBe(said);
      }),
    );
    const accepted = await Promise.all(people.map((person) => town.accept(token, person)));
    expect(accepted.filter((one) => one.ok)).toHaveLength(1);
    expect((await town.people()).filter(({ roles }) => roles.includes('administrator'))).toHaveLength(1);
  });

  it.each([
    ['after a day', 'late'],
    ['guessed', 'guessed'],
    ['by its hash, as the database has it', 'hash'],
    ['empty', 'empty'],
    ['for someone else', 'other'],
    ['from another site', 'site'],
  ])('makes nobody one %s', async (_, how) => {
    const token = await town.invite(how === 'other' ? 'stan' : undefined);
    const { browser } = await town.signIn({ claims: CORA });
    const { createHash } = await import('node:crypto');
    if (how === 'late') town.clock.pass(24 * 3_600_000 + 1);
    if (how === 'late') await town.signIn({ claims: CORA }, browser);
    const sent: Readonly<Record<string, string>> = {
      guessed: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      hash: createHash('sha256').update(token).digest('base64url'),
      empty: '',
    };
    const headers: Readonly<Record<string, string>> = how === 'site' ? { 'sec-fetch-site': 'cross-site' } : {};
    const reply = await browser.post('/invitation', { jeton: sent[how] ?? token }, headers);
    expect([403, 410]).toContain(reply.status);
    expect(await isAdministrator('cora')).toBe(false);
  });

  it('gives that role and no other, to nobody else, whatever the form says besides', async () => {
    const token = await town.invite();
    const { browser } = await town.signIn({ sub: 'x', claims: { email: undefined, siret: VERN } });
    const who = (await town.whoIs(browser)) ?? '';
    await open(browser, token, { person: 'stan', roles: 'coordinator', role: 'coordinator' });
    expect(await isAdministrator('stan')).toBe(false);
    expect((await town.people()).find(({ id }) => id === who)?.roles).toEqual(['prescriber', 'administrator']);
  });
});

it('no form of the site gives a role or another’s place', async () => {
  const { browser } = await town.signIn({ sub: 'x', claims: { email: undefined, siret: VERN } });
  const who = await town.whoIs(browser);
  const forged = { roles: 'administrator', role: 'administrator', person: 'cora', by: 'cora', coordinator: 'true' };
  for (const path of ['/connexion', '/mes-donnees', '/aide', '/reserve', '/animation', '/animation/fiche', '/'])
    await browser.post(path, forged);
  expect(await town.whoIs(browser)).toBe(who);
  expect((await town.people()).find(({ id }) => id === who)?.roles).toEqual(['prescriber']);
  expect((await browser.get('/animation')).status).not.toBe(200);
});
