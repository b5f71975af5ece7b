import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { createInvitations } from '../../../src/reserve/invitations.ts';
import type { SignInLinks } from '../../../src/reserve/port/sign-in-links.ts';
import { createSignInLinks, type SendLink } from '../../../src/reserve/sign-in-links.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { BODIES, mustBe, PEOPLE } from '../../fixtures/network.ts';

let store: Store;
let at: number;
let links: SignInLinks;
let sent: Parameters<SendLink>[0][];
let arrived: (() => void) | undefined;
beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'truchement-links-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  for (const body of BODIES) mustBe(await store.reserve.saveOrganisation(body));
  for (const person of PEOPLE) mustBe(await store.reserve.savePerson(person));
  at = Date.parse('2026-11-25T09:00:00Z');
  sent = [];
  links = createSignInLinks({
    store,
    newcomers: { domains: ['vern.fr'], body: { siret: '21350360000016', name: 'Ville de Vern' } },
    send: async (link) => {
      sent.push(link);
      arrived?.();
      return true;
    },
    now: () => new Date(at),
    report: (error) => {
      throw error;
    },
  });
});
afterEach(() => store.close());

/** The token that arrives at this address. */
async function tokenFor(email: string): Promise<string> {
  const came = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  mustBe(await links.ask({ email, browser: 'b', from: '192.0.2.1', onwards: undefined, language: 'fr' }));
  await came;
  return sent.at(-1)?.token ?? '';
}

describe('a link to sign in', () => {
  it('lets its person in once, of several at once one, and is looked at without end meanwhile', async () => {
    const token = await tokenFor('Bob@Exemple.fr');
    expect(sent[0]?.to).toEqual({ name: 'Robert Le Goff', email: 'bob@exemple.fr' });
    for (const browser of ['b', 'other']) expect(mustBe(await links.look(token, browser))?.here).toBe(browser === 'b');
    const entered = await Promise.all([1, 2, 3].map(() => links.enter(token)));
    expect(entered.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { person: 'bob', onwards: undefined } }]);
    expect(mustBe(await links.look(token, 'b'))).toBeUndefined();
  });

  it('serves fifteen minutes, and nobody once the address has gone to someone else', async () => {
    const late = await tokenFor('bob@exemple.fr');
    at += 15 * 60_000;
    expect((await links.enter(late)).ok).toBe(false);
    const moved = await tokenFor('carl@exemple.fr');
    const carl = PEOPLE.find(({ id }) => id === 'carl');
    const stan = PEOPLE.find(({ id }) => id === 'stan');
    if (carl === undefined || stan === undefined) throw new Error('they are known');
    mustBe(await store.reserve.savePerson({ ...carl, email: undefined }));
    mustBe(await store.reserve.savePerson({ ...stan, email: 'carl@exemple.fr' }));
    expect((await links.enter(moved)).ok).toBe(false);
    for (const forged of ['', 'x', late.slice(1)]) expect((await links.enter(forged)).ok).toBe(false);
  });

  it('makes someone new of a domain that was named, a prescriber of its body; twice the same', async () => {
    const [one, two] = [await tokenFor('ana@vern.fr'), await tokenFor('ana@vern.fr')];
    const [first, second] = [mustBe(await links.enter(one)), mustBe(await links.enter(two))];
    expect(second.person).toBe(first.person);
    const ana = mustBe(await store.reserve.person(first.person));
    expect(ana).toMatchObject({ email: 'ana@vern.fr', roles: ['prescriber'], organisation: '21350360000016' });
  });

  it('makes no administrator: it is no invitation', async () => {
    const token = await tokenFor('bob@exemple.fr');
    expect(await createInvitations(store, () => new Date(at)).accept(token, 'bob')).toMatchObject({
      error: { kind: 'expired' },
    });
  });

  it('is asked for thirty times in a quarter of an hour from one place, whoever the addresses are', async () => {
    const ask = (n: number) =>
      links.ask({
        email: `inconnu${n}@exemple.fr`,
        browser: 'b',
        from: '198.51.100.7',
        onwards: undefined,
        language: 'fr',
      });
    for (let n = 0; n < 30; n++) mustBe(await ask(n));
    expect(await ask(30)).toMatchObject({ error: { kind: 'too_many' } });
    at += 15 * 60_000;
    expect((await ask(31)).ok).toBe(true);
    expect(sent).toEqual([]);
  });
});
