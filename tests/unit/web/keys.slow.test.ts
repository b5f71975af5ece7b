import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKeys } from '../../../src/calls/create-keys.ts';
import type { KeyKeeping } from '../../../src/calls/port/keys.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { CLAIRE, createFakeHelping, SOPHIE } from '../../fakes/helping.ts';
import { createMemoryKeys } from '../../fakes/key-records.ts';
import { createBrowser } from '../../fixtures/browser.ts';
import { mustBe } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { type Served, serve } from '../../fixtures/served.ts';

let served: Served;
let keys: KeyKeeping;
let browser: ReturnType<typeof createBrowser>;
beforeEach(async () => {
  keys = createKeys(createMemoryKeys(), undefined, () => new Date('2026-11-28T10:00:00Z'));
  const help = { helping: createFakeHelping(), signIn: { kind: 'demo' as const } };
  served = await serve(createFakeConversing(), { keys, help, perMinute: 10_000 });
  browser = createBrowser(served.address);
  for (const { person } of [CLAIRE, SOPHIE]) await browser.post('/connexion', { person });
});
afterEach(() => served.stop());

const text = async (response: Promise<Response>) => plain(await (await response).text());
const PAGE = '/demo/sophie/animation/cles';
const form = { id: 'one', organisation: 'Ville de <Vitré>', name: 'Le logiciel', choice: 'read' };

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
