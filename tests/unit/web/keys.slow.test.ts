import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKeys } from '../../../src/calls/create-keys.ts';
import type { KeyKeeping } from '../../../src/calls/port/keys.ts';
import { createAlerts } from '../../../src/law/create-alerts.ts';
import { createLawPages } from '../../../src/law/create-law-pages.ts';
import { createOpenChanges } from '../../../src/law/open-changes.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { CLAIRE, createFakeHelping, SOPHIE } from '../../fakes/helping.ts';
import { createMemoryKeys } from '../../fakes/key-records.ts';
import { createMemoryAlerts, createMemoryChanges } from '../../fakes/law-records.ts';
import { createBrowser } from '../../fixtures/browser.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';
import { type Served, serve } from '../../fixtures/served.ts';

let served: Served;
let keys: KeyKeeping;
let browser: ReturnType<typeof createBrowser>;
beforeEach(async () => {
  keys = createKeys(createMemoryKeys(), undefined, () => new Date('2026-11-28T10:00:00Z'));
  const help = { helping: createFakeHelping(), signIn: { kind: 'demo' as const } };
  served = await serve(createFakeConversing(), { keys, help, law: await lawToRead(), perMinute: 10_000 });
  browser = createBrowser(served.address);
  for (const { person } of [CLAIRE, SOPHIE]) await browser.post('/connexion', { person });
});
afterEach(() => served.stop());

const text = async (response: Promise<Response>) => plain(await (await response).text());
const PAGE = '/demo/sophie/animation/cles';
const form = { id: 'one', organisation: 'Ville de <Vitré>', name: 'Le logiciel', choice: 'read' };

/** R2122-8 changes on the first of January, and nobody has read it. */
async function lawToRead() {
  const records = createMemoryChanges();
  const diff = { removed: ['Le seuil est de 100 000 euros.'], added: ['Le <b>seuil</b> est de 140 000 euros.'] };
  const found = { id: 'c', article: 'R2122-8', kind: 'changed', since: '2027-01-01', was: '2026-04-01', diff } as const;
  await records.add([{ ...found, sentences: [] }], '2026-11-28T08:00:00.000Z');
  const leaningOn = () =>
    [{ kind: 'fiche', id: 'petit-achat-dispense', title: 'Petits achats sans procédure' }] as const;
  const changes = createOpenChanges(records, leaningOn);
  await changes.refresh();
  const now = () => new Date('2026-11-28T10:00:00Z');
  const corpus = realCorpus;
  return {
    pages: createLawPages({ records, corpus, changes, leaningOn, now }),
    alerts: createAlerts({ records: createMemoryAlerts(), corpus, search: async () => [], now }),
  };
}

const LAW = '/demo/sophie/animation/loi';

it('what is to be read again: sentence by sentence, what leans on it, and read once', async () => {
  expect((await browser.get('/demo/claire/animation/loi')).status).toBe(403);
  expect(await text(browser.get('/demo/sophie/animation'))).toContain(`href="${LAW}"`);
  const page = await text(browser.get(LAW));
  expect(page).toContain('R. 2122-8 : change à compter du 1er janvier 2027');
  expect(page).toContain('<del>Le seuil est de 100 000 euros.</del>');
  expect(page).toContain('<ins>Le &lt;b&gt;seuil&lt;/b&gt; est de 140 000 euros.</ins>');
  expect(page).toContain('Petits achats sans procédure');
  expect(await text(served.get('/changements'))).toContain('relecture en cours');
  // Not before it was read, and once.
  expect((await browser.post(LAW, { id: 'c', lu: '2026-11-29' })).status).toBe(409);
  const done = await browser.post(LAW, { id: 'c', lu: '2026-11-28' });
  expect(done.headers.get('location')).toBe(`${LAW}?fait=relu`);
  expect((await browser.post(LAW, { id: 'c', lu: '2026-11-28' })).status).toBe(409);
  expect(await text(browser.get(LAW))).toContain('Rien à relire.');
  expect(await text(served.get('/changements'))).toContain('relu le 28 novembre 2026');
});

it('what changed in a period, for all; what one is told of, for whoever is signed in', async () => {
  const page = await text(served.get('/changements?depuis=2026-04-01&jusque=2026-04-01'));
  expect(page).toContain('60 000 € HT depuis le 1er avril 2026');
  expect(page).not.toContain('Vos alertes');
  expect(await text(served.get('/changements?depuis=2030-01-01'))).toContain("n'a changé dans cette période");
  const mine = '/demo/claire/changements';
  expect(await text(browser.post(mine, { sujet: 'la licorne volante' }))).toContain('Je ne vois pas');
  expect((await browser.post(mine, { sujet: 'R2122-8' })).status).toBe(303);
  expect(await text(browser.get(mine))).toContain('Ne plus me prévenir : R. 2122-8');
  expect((await browser.post(mine, { retirer: 'article R2122-8' })).status).toBe(303);
  expect(await text(browser.get(mine))).toContain("Vous n'avez aucune alerte");
});

it('is for coordinators, and begins empty', async () => {
  expect((await browser.get('/demo/claire/animation/cles')).status).toBe(403);
  expect((await served.get('/animation/cles')).url).toContain('/connexion');
  expect(await text(browser.get(PAGE))).toContain('Aucune clé.');
  expect(await text(browser.get('/demo/sophie/animation'))).toContain(`href="${PAGE}"`);
});

it('shows a key once, lists what it begins with, and revokes it after a second yes', async () => {
  const page = await text(browser.post(PAGE, form));
  const key = /truchement_[\w-]{43}/.exec(page)?.[0] ?? '';
  expect(key).not.toBe('');
  const listed = await text(browser.get(PAGE));
  expect(listed).not.toContain(key);
  expect(listed).toContain(`${key.slice(0, 17)}…`);
  expect(listed).toContain('Ville de &lt;Vitré&gt;');
  expect((await browser.post(PAGE, form)).status).toBe(409);

  expect(await text(browser.post(`${PAGE}/revoquer`, { id: 'one' }))).toContain('cesseront aussitôt');
  expect(mustBe(await keys.list())[0]?.revokedAt).toBeUndefined();
  const done = await browser.post(`${PAGE}/revoquer`, { id: 'one', sure: 'yes' });
  expect(done.headers.get('location')).toBe(`${PAGE}?fait=revoquee`);
  expect(mustBe(await keys.list())[0]?.revokedAt).toBeDefined();
  expect((await browser.post(`${PAGE}/revoquer`, { id: 'one', sure: 'yes' })).status).toBe(404);
});

it('says what is wrong, and keeps what was typed', async () => {
  const reply = await browser.post(PAGE, { ...form, choice: 'body' });
  expect(reply.status).toBe(422);
  const page = plain(await reply.text());
  expect(page).toContain("Choisissez au moins une chose qu'elle permet.");
  expect(page).toContain('value="Le logiciel"');
  expect(mustBe(await keys.list())).toEqual([]);
});
