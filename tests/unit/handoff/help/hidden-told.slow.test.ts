import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newsOf } from '../../../../adapters/console/news.ts';
import { renderLine } from '../../../../adapters/console/render.ts';
import type { CaseView } from '../../../../src/handoff/port/views.ts';
import { openSqlite } from '../../../../src/store/sqlite.ts';
import type { Store } from '../../../../src/store/store.ts';
import { opened } from '../../../contract/store/places.ts';
import { createFakeConversing } from '../../../fakes/conversing.ts';
import { createBrowser } from '../../../fixtures/browser.ts';
import { ask, folder, mustBe, type Network, network, offered } from '../../../fixtures/network.ts';
import { plain } from '../../../fixtures/plain.ts';
import { serve } from '../../../fixtures/served.ts';

let data: string;
let store: Store;
let net: Network;
let id: string;
let helper: string;
beforeEach(async () => {
  data = folder();
  store = await opened(openSqlite(data));
  net = await network(store);
  id = await ask(net, 'Mme Tanguy est en retard de 40 jours : que faire ?');
  helper = await offered(net, id);
  mustBe(await net.helping.act(helper, id, { kind: 'accept' }));
});
afterEach(async () => {
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

const say = async (by: string, text: string) => mustBe(await net.helping.act(by, id, { kind: 'say', text }));
const view = async (by: string) => mustBe(await net.helping.view(by, id));
const last = ({ lines }: CaseView) => lines.findLast(({ kind }) => kind === 'message');
const told = (shown: CaseView) => {
  const line = last(shown);
  return line?.kind === 'message' && line.hidden !== undefined ? plain(line.hidden) : undefined;
};

it('the author of a message reads what was hidden in it, when answered and ever after; the other side does not', async () => {
  const acted = await say('anne', 'Appelez M. Brezhon au 06 12 34 56 78.');
  expect(told(acted)).toBe('Masqué avant envoi : un nom, un téléphone.');
  expect(told(await view('anne'))).toBe(told(acted));
  expect(last(await view(helper))).not.toHaveProperty('hidden');
  expect(told(await say('anne', 'Le marché est un marché de travaux.'))).toBeUndefined();
  // What was hidden in the brief stays so, however it is written.
  expect(told(await say('anne', 'la dame en question, TANGUY'))).toMatch(/^Masqué avant envoi : /);
});

it('a reservist too, of what points to them; and nobody once both are known', async () => {
  const language = mustBe(await store.reserve.person(helper))?.language;
  const shown = told(await say(helper, 'Écrivez-moi à reservist@exemple.fr, voyez aussi la société Infoloc.'));
  expect(shown).toBe(
    language === 'en' ? 'Hidden before it left: an e-mail address.' : 'Masqué avant envoi : une adresse électronique.',
  );
  for (const person of ['anne', helper]) mustBe(await net.helping.act(person, id, { kind: 'open_identity' }));
  expect(told(await say(helper, 'Mon numéro : 06 12 34 56 78.'))).toBeUndefined();
});

it('the page shows it under the message that was sent, and the terminal after it', async () => {
  const web = await serve(createFakeConversing(), { help: { helping: net.helping, signIn: { kind: 'demo' } } });
  const browser = createBrowser(web.address);
  await browser.post('/connexion', { person: 'anne' });
  const before = await view('anne');
  const answered = await browser.post(`/demo/anne/dossier/${id}`, { do: 'say', text: 'Voyez avec M. Brezhon.' });
  const page = plain(await (await browser.get(answered.headers.get('location') ?? '')).text());
  expect(page).toMatch(/Voyez avec M\. Brezhon\.<\/p>\s*<p class="aside">Masqué avant envoi : un nom\.<\/p>/);
  await web.stop();

  const after = await view('anne');
  const [first] = newsOf(before, after, true);
  expect(plain(JSON.stringify(first))).toBe('"Masqué avant envoi : un nom."');
  const line = last(after);
  expect(plain(JSON.stringify(line && renderLine(line)))).toContain('Masqué avant envoi : un nom.');
});
