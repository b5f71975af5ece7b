import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountsOf, linkNew } from '../../../src/reserve/accounts.ts';
import { adoptAccounts } from '../../../src/reserve/adopt-accounts.ts';
import type { Person } from '../../../src/reserve/person.ts';
import type { Organisation } from '../../../src/reserve/reservist.ts';
import { VERN } from '../../fakes/openid-provider.ts';
import { type DirectoryTown, directoryTown } from '../../fixtures/directory-town.ts';
import { faultOf, mustBe } from '../../fixtures/network.ts';

/** The coordinator of the network, entered here before anybody signed in. */
const CORA = 'cora@exemple.fr';

let town: DirectoryTown;
beforeEach(async () => {
  town = await directoryTown();
});
afterEach(() => town.stop());

const named = async (id: string): Promise<Person | undefined> => (await town.people()).find((one) => one.id === id);

/** Signs in as told, and says who that is. */
async function enter(sub: string, claims: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const { browser } = await town.signIn({ sub, claims });
  return town.whoIs(browser);
}

describe('someone entered by a coordinator', () => {
  it('is recognised by an address that the provider verified, however it is spelt, and by the account from then on', async () => {
    expect(await enter('c', { email: 'CORA@Exemple.FR', email_verified: true })).toBe('cora');
    expect(await enter('c', { email: undefined, email_verified: undefined })).toBe('cora');
    expect((await named('cora'))?.roles).toEqual(['coordinator', 'buyer']);
  });

  it.each([
    ['an address that is not verified', { email: CORA, email_verified: false }],
    ['no word on whether it is verified', { email: CORA, email_verified: undefined }],
    ['the word "true"', { email: CORA, email_verified: 'true' }],
    ['the number 1', { email: CORA, email_verified: 1 }],
    ['a list that holds true', { email: CORA, email_verified: [true] }],
    ['an object', { email: CORA, email_verified: { value: true } }],
    ['a look-alike: Cyrillic «о»', { email: 'c\u043Era@exemple.fr', email_verified: true }],
    ['a look-alike: full-width letters', { email: 'ｃｏｒａ@exemple.fr', email_verified: true }],
    ['a look-alike: an accent that folds away', { email: 'córa@exemple.fr', email_verified: true }],
    ['an invisible character', { email: 'co\u200Bra@exemple.fr', email_verified: true }],
    ['a space around', { email: ' cora@exemple.fr', email_verified: true }],
    ['a tag', { email: 'cora+x@exemple.fr', email_verified: true }],
    ['a second address behind', { email: 'cora@exemple.fr,evil@evil.example', email_verified: true }],
    ['a list of addresses', { email: [CORA], email_verified: true }],
    ['the address as a name', { email: undefined, email_verified: true, usual_name: CORA }],
  ])('is not taken over with %s', async (_, claims) => {
    const before = await named('cora');
    const who = await enter('attacker', claims);
    expect(who).not.toBe('cora');
    expect(await named('cora')).toEqual(before);
    expect((await named(who ?? ''))?.roles).toEqual(['prescriber']);
  });

  it('is not taken over by an account whose `sub` is their id here', async () => {
    expect(await enter('cora', { email: undefined })).not.toBe('cora');
    expect(await enter('oidc-cora', { email: undefined })).not.toBe('cora');
  });

  it('is not taken over by the sign of the kelvin, which lowers to a k', async () => {
    mustBe(
      await town.store.reserve.savePerson({ ...(await personLike('cora')), id: 'karl', email: 'karl@exemple.fr' }),
    );
    expect(await enter('attacker', { email: '\u212Aarl@exemple.fr', email_verified: true })).not.toBe('karl');
  });

  it('is not waited for: an address that is not verified is not kept, so that its owner is not taken for the attacker later', async () => {
    const attacker = await enter('attacker', { email: 'new@exemple.fr', email_verified: false });
    expect((await named(attacker ?? ''))?.email).toBeUndefined();
    const owner = await enter('owner', { email: 'new@exemple.fr', email_verified: true });
    expect(owner).not.toBe(attacker);
  });

  it('keeps one account: another with the same verified address is refused, and told why', async () => {
    expect(await enter('c', { email: CORA, email_verified: true })).toBe('cora');
    const second = await town.signIn({ sub: 'successor', claims: { email: CORA, email_verified: true } });
    expect(second.status).toBe(403);
    expect(second.text).toContain('a déjà un autre compte');
    expect(await town.whoIs(second.browser)).toBeUndefined();
    expect(JSON.stringify(town.logged)).not.toMatch(/cora|successor|exemple\.fr/);
  });

  it('is not shared by two accounts that come at the same moment', async () => {
    const identity = { name: 'C M', groups: [], email: CORA, emailVerified: true, organisation: undefined };
    const came = await Promise.all(
      ['a', 'b', 'c', 'd'].map((sub) => town.personFor({ issuer: town.provider.issuer, sub, ...identity })),
    );
    expect(came.filter((one) => one.ok).length).toBeLessThanOrEqual(1);
    expect(mustBe(await accountsOf(town.store, 'cora')).length).toBeLessThanOrEqual(1);
  });
});

describe('an account', () => {
  it('is its issuer and its `sub`: the same `sub` at another issuer is someone else', async () => {
    const identity = { name: 'Cora M', groups: [], emailVerified: false, organisation: VERN, email: undefined };
    mustBe(await linkNew(town.store, 'cora', { issuer: 'https://first.example', sub: 's' }));
    expect(mustBe(await town.personFor({ issuer: 'https://first.example', sub: 's', ...identity }))).toBe('cora');
    expect(mustBe(await town.personFor({ issuer: 'https://second.example', sub: 's', ...identity }))).not.toBe('cora');
    expect(mustBe(await town.personFor({ issuer: 'https://first.example', sub: 'S', ...identity }))).not.toBe('cora');
  });

  it('and its issuer are not glued: where one ends and the other begins counts', async () => {
    mustBe(await linkNew(town.store, 'cora', { issuer: 'https://a.example', sub: 'b","c' }));
    const identity = {
      name: undefined,
      groups: [],
      email: undefined,
      emailVerified: false,
      organisation: VERN,
    };
    expect(mustBe(await town.personFor({ issuer: 'https://a.example","b', sub: 'c', ...identity }))).not.toBe('cora');
  });

  it('makes one person, however many browsers come first at once', async () => {
    const came = await Promise.all(
      Array.from({ length: 8 }, () =>
        town.personFor({
          issuer: 'https://i.example',
          sub: 'new',
          name: 'N O',
          groups: [],
          email: undefined,
          emailVerified: false,
          organisation: VERN,
        }),
      ),
    );
    expect(new Set(came.map((one) => mustBe(one))).size).toBe(1);
    expect((await town.people()).filter(({ name }) => name === 'N O')).toHaveLength(1);
  });

  it('of before issuers were noted belongs to the provider of the first start, and to no later one', async () => {
    mustBe(await town.store.reserve.savePerson({ ...(await personLike('anne')), id: 'oidc-old', email: undefined }));
    mustBe(await adoptAccounts(town.store, 'https://first.example'));
    mustBe(await adoptAccounts(town.store, 'https://second.example'));
    const identity = { name: 'A B', groups: [], email: undefined, emailVerified: false, organisation: VERN };
    expect(mustBe(await town.personFor({ issuer: 'https://first.example', sub: 'old', ...identity }))).toBe('oidc-old');
    expect(mustBe(await town.personFor({ issuer: 'https://second.example', sub: 'old', ...identity }))).not.toBe(
      'oidc-old',
    );
  });
});

describe('at each sign-in', () => {
  it('name, address and body follow the directory, and the roles given here stay', async () => {
    await enter('c', { email: CORA, email_verified: true });
    await enter('c', { usual_name: 'Madec-Leroy', email: 'c.leroy@exemple.fr', email_verified: true, siret: VERN });
    expect(await named('cora')).toMatchObject({
      name: 'Claire Madec-Leroy',
      email: 'c.leroy@exemple.fr',
      organisation: VERN,
      roles: ['coordinator', 'buyer'],
    });
  });

  it('a reservist who moves lends help from the new body', async () => {
    await enter('b', { email: 'bob@exemple.fr', email_verified: true, siret: VERN });
    expect(mustBe(await town.store.reserve.reservist('r-bob'))?.organisation).toBe(VERN);
  });

  it('an address of somebody else is not taken, verified or not', async () => {
    await enter('c', { email: CORA, email_verified: true });
    await enter('c', { email: 'stan@exemple.fr', email_verified: true });
    expect((await named('cora'))?.email).toBe(CORA);
    await enter('c', { email: 'other@exemple.fr', email_verified: false });
    expect((await named('cora'))?.email).toBe(CORA);
  });

  it('a role in the claims gives none', async () => {
    const who = await enter('x', {
      email: 'x@exemple.fr',
      email_verified: true,
      roles: ['administrator'],
      role: 'coordinator',
      groups: ['administrators'],
    });
    expect((await named(who ?? ''))?.roles).toEqual(['prescriber']);
  });

  it('what the mapping gives a group holds until the directory takes it back, beside what was given here', async () => {
    await town.stop();
    town = await directoryTown({
      roles: new Map([
        ['/achats', ['buyer']],
        ['animateurs', ['coordinator']],
      ]),
    });
    const signInWith = (groups: unknown) =>
      enter('x', { email: 'x@exemple.fr', email_verified: true, siret: VERN, groups });
    const who = (await signInWith(['/achats', 'administrateurs', 'constructor'])) ?? '';
    expect(await named(who)).toMatchObject({ roles: ['prescriber'], directoryRoles: ['buyer'] });
    const person = await personLike(who);
    mustBe(await town.store.reserve.savePerson({ ...person, roles: ['prescriber', 'coordinator'] }));
    await signInWith('animateurs');
    expect(await named(who)).toMatchObject({ roles: ['prescriber', 'coordinator'], directoryRoles: ['coordinator'] });
    for (const nothing of [undefined, [], ['/Achats', '/achats/adjoints', 'achats'], { achats: true }, 7]) {
      await signInWith(nothing);
      expect(await named(who)).toMatchObject({ roles: ['prescriber', 'coordinator'], directoryRoles: [] });
    }
  });

  it('an account of Entra is the person that Teams knows by the same object of the same tenant', async () => {
    const { platformNotes } = town.store;
    const key = { platform: 'teams', kind: 'identity', key: 'tenant:object' } as const;
    mustBe(await platformNotes.put({ ...key, person: 'cora', body: {}, expiresAt: undefined }));
    const identity = { name: 'C', email: undefined, emailVerified: false, organisation: VERN, groups: [] };
    const issuer = 'https://login.microsoftonline.com/tenant/v2.0';
    const as = (sub: string, microsoft: { tenant: string; account: string }) =>
      town.personFor({ ...identity, issuer, sub, microsoft });
    expect(mustBe(await as('s', { tenant: 'tenant', account: 'object' }))).toBe('cora');
    expect(faultOf(await as('t', { tenant: 'tenant', account: 'object' }))).toBe('linked_elsewhere');
    const other = mustBe(await as('u', { tenant: 'tenant', account: 'other' }));
    expect(other).not.toBe('cora');
    expect(mustBe(await platformNotes.get({ ...key, key: 'tenant:other' }))?.person).toBe(other);
  });

  it('a SIRET whose key is wrong is no body', async () => {
    const { browser, cookies } = await town.signIn({ sub: 'y', claims: { siret: '21350238800018' } });
    expect(cookies.some((line) => line.includes('session'))).toBe(false);
    expect((await browser.get('/connexion/organisme')).status).toBe(200);
  });
});

describe('a directory that gives no SIRET', () => {
  const NO_SIRET = { siret: undefined, email: 'k@exemple.fr', email_verified: true };

  it('is asked of the person, who comes in at once, as a member of nothing that anybody confirmed', async () => {
    const { browser } = await town.signIn({ sub: 'k', claims: NO_SIRET });
    expect(await town.whoIs(browser)).toBeUndefined();
    await browser.post('/connexion/organisme', { nom: 'Ville de Vern', siret: VERN, genre: 'commune' });
    const who = (await town.whoIs(browser)) ?? '';
    const body = mustBe(await town.store.reserve.organisation((await named(who))?.organisation ?? ''));
    expect(body).toMatchObject({ name: 'Ville de Vern (à confirmer)', publicClass: 'commune' });
    expect(body?.siret).toBeUndefined();
    expect(body?.declared).toEqual({ name: 'Ville de Vern', siret: VERN });
    // Another who says the same is of a body of their own, and neither becomes the one that has the number.
    const other = await town.signIn({ sub: 'l', claims: { ...NO_SIRET, email: undefined } });
    await other.browser.post('/connexion/organisme', { nom: 'Ville de Vern', siret: VERN, genre: 'commune' });
    expect((await named((await town.whoIs(other.browser)) ?? ''))?.organisation).not.toBe(body?.id);
    await enter('m', { siret: VERN, email: undefined });
    mustBe(await town.store.reserve.uniteBodies());
    expect((await named(who))?.organisation).toBe(body?.id);
    expect(JSON.stringify(town.logged)).not.toMatch(/Vern|exemple\.fr/);
  });

  it('once a coordinator gives the body its number, its person is of the body', async () => {
    const { browser } = await town.signIn({ sub: 'k', claims: NO_SIRET });
    await browser.post('/connexion/organisme', { nom: 'Ville de Vern' });
    const who = (await town.whoIs(browser)) ?? '';
    await enter('m', { siret: VERN, email: undefined });
    const { declared, ...body } = mustBe(await town.store.reserve.organisation(`declared-${who}`)) as Organisation;
    mustBe(await town.store.reserve.saveOrganisation({ ...body, siret: VERN, name: declared?.name ?? '' }));
    mustBe(await town.store.reserve.uniteBodies());
    const organisation = (await named(who))?.organisation ?? '';
    expect(mustBe(await town.store.reserve.organisation(organisation))).toMatchObject({ siret: VERN });
    expect(mustBe(await town.store.reserve.organisations()).filter(({ siret }) => siret === VERN)).toHaveLength(1);
  });

  it('lets in whom a coordinator entered', async () => {
    expect(await enter('k', { ...NO_SIRET, email: CORA })).toBe('cora');
  });

  it('lets in everybody where the body is configured', async () => {
    await town.stop();
    town = await directoryTown({ body: { siret: VERN, name: 'Ville de Vern' } });
    const who = await enter('k', NO_SIRET);
    expect((await named(who ?? ''))?.organisation).toBe(VERN);
    expect(mustBe(await town.store.reserve.organisation(VERN))).toMatchObject({ name: 'Ville de Vern', siret: VERN });
  });

  it('is not asked for scopes that it does not know', async () => {
    Object.assign(town.provider.mischief, { scopes: ['openid', 'profile', 'email', 'offline_access'] });
    const go = await town.browser().get('/connexion/fournisseur');
    expect(new URL(go.headers.get('location') ?? '').searchParams.get('scope')).toBe('openid profile email');
  });
});

async function personLike(id: string): Promise<Person> {
  const found = await named(id);
  if (found === undefined) throw new Error(`nobody is ${id}`);
  return found;
}
