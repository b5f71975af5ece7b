// Every door through which people's texts come in, with its reader made endless: one world, door after door.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { composeConversing } from '../../../scripts/compose-conversing.ts';
import { createLog } from '../../../src/log.ts';
import type { Masker } from '../../../src/masking/finding.ts';
import { watchMasker } from '../../../src/masking/watch-masker.ts';
import { readAvailability } from '../../../src/reserve/say-availability.ts';
import { watchAvailability } from '../../../src/reserve/watch-availability.ts';
import { ok } from '../../../src/result.ts';
import { createInterpreting } from '../../../src/rewording/interpret.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { reserveTexts } from '../../../src/text/reserve-texts.ts';
import { readLine, watchLine } from '../../../src/training/read-line.ts';
import { opened } from '../../contract/store/places.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { createFakeInterpreting } from '../../fakes/interpreting.ts';
import { createBrowser } from '../../fixtures/browser.ts';
import { ask, faultOf, folder, MASKER, mustBe, type Network, network, offered } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { type Served, serve } from '../../fixtures/served.ts';
import { type School, school } from '../../fixtures/training.ts';

/** A text that holds it is never read to its end, and long enough to be read under the watch. */
const ENDLESS = Array(34).fill('interminable').join(' ');
/** Stopped there as the watch stops a script. That it stops a loop is shown beside, and here once: a second goes by each time. */
function slow<A extends readonly [string, ...unknown[]], T>(read: (...given: A) => T): (...given: A) => T {
  return (...given) => {
    if (given[0].includes(ENDLESS))
      throw Object.assign(new Error('Script execution timed out'), { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' });
    return read(...given);
  };
}

const logged: unknown[][] = [];
const log = { warn: (...given: unknown[]) => void logged.push(given) };
const TYPED = `Mme Brezhon attend le devis ${ENDLESS}, au 06 12 34 56 78`;
const SLOW = plain(catalogues.fr.faults.too_slow.text);

let data: string;
let store: Store;
let net: Network;
let web: Served;
let browser: ReturnType<typeof createBrowser>;
let classroom: School;
const slowMasker: Masker = { find: slow(MASKER.find) };
const masker = watchMasker(slowMasker, log);

beforeAll(async () => {
  data = folder();
  store = await opened(openSqlite(data));
  net = await network(store, { masker, readAvailability: watchAvailability(slow(readAvailability), log) });
  classroom = await school(store, undefined, { readLine: watchLine(slow(readLine), log) });
  const fake = createFakeInterpreting();
  const agreements = { open: fake.open, read: fake.agreement, act: fake.change, candidates: async () => ok([]) };
  const { reword } = createInterpreting(
    {
      guess: () => 'to_buyer',
      reword: async (text, direction) => {
        // Really endless, the only loop here: a pattern of the lint that hangs.
        while (text.includes(ENDLESS));
        return mustBe(await fake.reword(text, direction, 'fr'));
      },
    },
    agreements,
    log,
  );
  let stopped: ReturnType<typeof reword> | undefined;
  web = await serve(createFakeConversing(), {
    interpreting: {
      ...fake,
      // What it came to once is enough for the other door.
      reword: (...given) => {
        stopped ??= reword(...given);
        return stopped;
      },
    },
    help: { helping: net.helping, signIn: { kind: 'demo' } },
    perMinute: 10_000,
  });
  browser = createBrowser(web.address);
  for (const person of ['anne', 'bob', 'carl', 'dora']) await browser.post('/connexion', { person });
});
afterAll(async () => {
  await web.stop();
  await store.close();
  rmSync(data, { recursive: true, force: true });
});
beforeEach(() => {
  logged.length = 0;
});

/** The log names the reader and the length, and holds no word of what was typed. */
function expectLogged(reader: string, length = TYPED.length) {
  expect(logged).toContainEqual([{ reader, length }, 'a reading was stopped']);
  expect(JSON.stringify(logged)).not.toMatch(/Brezhon|interminable/);
}

describe('a reading that never ends is stopped and told', () => {
  it('a text to reword or to keep as a brief, lint and all, which stays in the box', async () => {
    for (const [path, form] of [
      ['/reformuler', { text: TYPED }],
      ['/besoin', { text: TYPED, direction: 'to_buyer', by: 'prescriber', own: 'A', other: 'B' }],
    ] as const) {
      const response = await web.post(path, form);
      expect(response.status).toBe(422);
      const page = plain(await response.text());
      expect(page).toContain(plain(catalogues.fr.rewording.fault.tooSlow));
      expect(page).toContain(`>\n${TYPED}</textarea>`);
    }
    expectLogged('rewording');
  });

  it('what would leave for a reservist: nothing is drafted, and the words come back', async () => {
    const before = mustBe(await net.helping.mine('anne')).length;
    const response = await browser.post('/demo/anne/aide', { question: TYPED });
    expect(response.status).toBe(422);
    const page = plain(await response.text());
    expect(page).toContain(SLOW);
    expect(page).toContain(TYPED);
    expect(mustBe(await net.helping.mine('anne'))).toHaveLength(before);
    // The three texts are read as one.
    expectLogged('masking', TYPED.length + 6);
  });

  it('a message to the other side: it does not leave, and the words come back', async () => {
    const id = await ask(net, 'Une entreprise a 40 jours de retard : que faire ?');
    const helper = await offered(net, id);
    mustBe(await net.helping.act(helper, id, { kind: 'accept' }));
    for (const person of ['anne', helper]) {
      const response = await browser.post(`/demo/${person}/dossier/${id}`, { do: 'say', text: TYPED });
      expect(response.status).toBe(422);
      const page = plain(await response.text());
      const { faults } = catalogues[person === 'dora' ? 'en' : 'fr'];
      expect(page).toContain(plain(faults.too_slow.text));
      expect(page).toContain(TYPED);
    }
    expect(mustBe(await net.cases.history(id)).filter(({ kind }) => kind === 'messaged')).toEqual([]);
    expectLogged('masking');
  });

  it('a fiche that is proposed', async () => {
    const id = await ask(net, 'Une entreprise a 50 jours de retard : que faire ?');
    const helper = await offered(net, id);
    mustBe(await net.helping.act(helper, id, { kind: 'accept' }));
    mustBe(await net.helping.act(helper, id, { kind: 'answer' }));
    const fiche = { kind: 'propose_fiche', question: 'Que faire ?', answer: TYPED } as const;
    expect(faultOf(await net.helping.act(helper, id, fiche))).toBe('too_slow');
    // Question, answer, and what a clause would tell beside, three lines apart.
    expectLogged('masking', 'Que faire ?'.length + 3 * 3 + TYPED.length);
  });

  it('a message that is in the case already hides all of it from the other side, and the case opens', async () => {
    const id = await ask(net, 'Une entreprise a 60 jours de retard : que faire ?');
    const helper = await offered(net, id);
    mustBe(await net.helping.act(helper, id, { kind: 'accept' }));
    mustBe(await net.cases.give(id, { kind: 'say', from: 'requester', by: 'anne', text: TYPED }));
    net.sent.length = 0;
    await net.turn();
    const relayed = net.sent.find(({ kind }) => kind === 'relayed')?.text;
    expect(relayed).toMatch(/texte non lu|unread text/);
    const { lines } = mustBe(await net.helping.view(helper, id));
    expect(JSON.stringify([lines, relayed])).not.toMatch(/Brezhon|06 12|interminable/);
  });

  it.each([true, false])('hours, in the chat and at the desk (confirmed: %s)', async (confirm) => {
    const typed = `pause ${ENDLESS}`;
    const asked = reserveTexts.fr.ask.too_slow();
    expect(mustBe(await net.helping.hear('bob', typed))).toEqual({ kind: 'unclear', asked });
    expectLogged('availability', typed.length);
    expect(await net.helping.availability('bob', typed, confirm)).toEqual({
      ok: false,
      error: { kind: 'not_understood', asked },
    });
    const page = plain(await (await browser.post('/demo/bob/reserve/disponibilite', { availability: typed })).text());
    expect(page).toContain(plain(asked));
    expect(page).toContain(typed);
    expect(mustBe(await net.helping.desk('bob')).availability.paused).toBe(false);
  });

  it('an answer typed in a quiz: the question stands', async () => {
    const { training } = classroom;
    expect((await training.hear('bob', 'quiz seuils'))?.text).toContain('Question 1');
    const { unread } = catalogues.fr.training.chat;
    expect(await training.hear('bob', `b, ${ENDLESS}`)).toEqual({ text: unread, suggestions: [] });
    expectLogged('line to training', `b, ${ENDLESS}`.length);
    expect((await training.hear(undefined, ENDLESS))?.text).toBe(unread);
    expect(mustBe(await training.quiz('bob'))?.number).toBe(1);
    expect((await training.hear('bob', 'b'))?.text).toContain('Question 2');
  });

  it('a question that is kept for the coordinators is kept without a word of it', async () => {
    const conversing = composeConversing({
      assistant: createFakeConversing() as never,
      memory: { forget: () => undefined, recall: () => undefined, addFeedback: () => undefined } as never,
      store,
      masker,
      log: createLog('silent'),
    });
    await conversing.respond({ id: 'm1', address: { platform: 'console', conversation: 'c' }, text: TYPED });
    await conversing.flush();
    const kept = JSON.stringify(mustBe(await store.exchanges.unanswered(10)));
    expect(kept).not.toContain('Brezhon');
    expectLogged('masking');
  });
});
