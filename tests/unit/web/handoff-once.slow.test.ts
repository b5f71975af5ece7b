// The forms of a case, sent again as a browser sends them after a lost reply, over the real hand-over.
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { opened } from '../../contract/store/places.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { createBrowser } from '../../fixtures/browser.ts';
import { ask, folder, mustBe, type Network, network, offered } from '../../fixtures/network.ts';
import { type Served, serve } from '../../fixtures/served.ts';

const QUESTION = 'L’entreprise a 40 jours de retard sur la salle des fêtes. Que faire ?';

let data: string;
let store: Store;
let net: Network;
let served: Served;
let browser: ReturnType<typeof createBrowser>;
beforeEach(async () => {
  data = folder();
  store = await opened(openSqlite(data));
  net = await network(store);
  const help = { helping: net.helping, signIn: { kind: 'demo' as const } };
  served = await serve(createFakeConversing(), { help, perMinute: 10_000 });
  browser = createBrowser(served.address);
});
afterEach(async () => {
  await served.stop();
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

const at = (person: string, path: string) => `/demo/${person}${path}`;
const kindsOf = async (id: string) => mustBe(await net.cases.history(id)).map(({ kind }) => kind);
const signIn = (...people: readonly string[]) =>
  Promise.all(people.map((person) => browser.post('/connexion', { person })));

/** The hidden fields of the form of an act, as its page has them. */
async function formOf(path: string, mark: string): Promise<Record<string, string>> {
  const page = await (await browser.get(path)).text();
  const form = page.split('<form').find((one) => one.includes(mark)) ?? '';
  return Object.fromEntries([...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map((m) => [m[1], m[2]]));
}

async function held() {
  const id = await ask(net, QUESTION);
  const lender = await offered(net, id);
  mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
  await signIn('anne', lender);
  return { id, lender };
}

it('a message sent again is in the case once, and the page is the same', async () => {
  const { id } = await held();
  const path = at('anne', `/dossier/${id}`);
  const form = { ...(await formOf(path, 'value="say"')), text: 'Le marché est un marché de travaux.' };
  const replies = [await browser.post(path, form), await browser.post(path, form)];
  expect(replies.map((reply) => reply.status)).toEqual([303, 303]);
  expect(new Set(replies.map((reply) => reply.headers.get('location'))).size).toBe(1);
  expect((await kindsOf(id)).filter((kind) => kind === 'messaged')).toHaveLength(1);
  // Said again on purpose, from the page as it is now, it is said twice.
  await browser.post(path, { ...(await formOf(path, 'value="say"')), text: form.text });
  expect((await kindsOf(id)).filter((kind) => kind === 'messaged')).toHaveLength(2);
});

it('two clicks at once give a case away once', async () => {
  const { id, lender } = await held();
  const path = at(lender, `/dossier/${id}`);
  const form = await formOf(path, 'value="give_back"');
  const replies = await Promise.all([browser.post(path, form), browser.post(path, form)]);
  expect(replies.map((reply) => reply.headers.get('location'))).toEqual(
    [1, 2].map(() => at(lender, '/reserve?fait=give_back')),
  );
  expect((await kindsOf(id)).filter((kind) => kind === 'released')).toHaveLength(1);
});

it('the page says the same as long as the case stands still', async () => {
  const { id } = await held();
  const read = async () => (await (await browser.get(at('anne', `/dossier/${id}`))).text()).split('id="acts"')[1];
  expect(await read()).toBe(await read());
});

it('what was decided on a page that is out of date is not done, and the page is shown as it is', async () => {
  const id = await ask(net, QUESTION);
  await signIn('anne');
  const path = at('anne', `/dossier/${id}`);
  const form = await formOf(path, 'value="withdraw"');
  mustBe(await net.helping.act(await offered(net, id), id, { kind: 'accept' }));
  const reply = await browser.post(path, form);
  expect(reply.status).toBe(409);
  expect(await reply.text()).toContain('rien n’a été fait');
  expect(await kindsOf(id)).not.toContain('withdrawn');
});

it('words for a colleague who has left are kept, to be sent again on purpose', async () => {
  const { id, lender } = await held();
  const path = at('anne', `/dossier/${id}`);
  const form: Record<string, string> = { ...(await formOf(path, 'value="say"')), text: 'Pour vous seul.' };
  mustBe(await net.helping.act(lender, id, { kind: 'give_back' }));
  mustBe(await net.helping.act(await offered(net, id), id, { kind: 'accept' }));
  const reply = await browser.post(path, form);
  expect(reply.status).toBe(409);
  const page = await reply.text();
  expect(page).toContain('Pour vous seul.');
  expect(page).not.toContain('name="on"');
  const { ['on']: _, ...again } = form;
  expect((await browser.post(path, again)).status).toBe(303);
});

it('a request sent again is one draft, and a draft sent again leaves once', async () => {
  await signIn('anne');
  const start = { ...(await formOf(at('anne', '/aide'), 'ask-human')), question: QUESTION };
  const [first, second] = [
    await browser.post(at('anne', '/aide'), start),
    await browser.post(at('anne', '/aide'), start),
  ];
  const path = first.headers.get('location') ?? '';
  expect(second.headers.get('location')).toBe(path);
  const brief = { ...(await formOf(path, 'id="brief"')), do: 'send' };
  const replies = [await browser.post(path, brief), await browser.post(path, brief)];
  const id = path.split('/').at(-1) ?? '';
  expect(replies.map((reply) => reply.headers.get('location'))).toEqual(
    [1, 2].map(() => at('anne', `/dossier/${id}?fait=send`)),
  );
  expect((await kindsOf(id)).filter((kind) => kind === 'consented')).toHaveLength(1);
});
