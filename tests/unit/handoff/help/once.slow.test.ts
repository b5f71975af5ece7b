// What is asked for twice is done once, and what was decided on something else is not done.
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Masker } from '../../../../src/masking/finding.ts';
import { openSqlite } from '../../../../src/store/sqlite.ts';
import type { Store } from '../../../../src/store/store.ts';
import type { CaseAction } from '../../../../src/vocabulary/cases.ts';
import { opened } from '../../../contract/store/places.ts';
import {
  ask,
  asShown,
  faultOf,
  folder,
  MASKER,
  mustBe,
  type Network,
  NO_CHOICES,
  network,
  offered,
} from '../../../fixtures/network.ts';

const QUESTION = 'L’entreprise a 40 jours de retard sur la salle des fêtes. Que faire ?';
const REQUEST = { question: QUESTION, answered: undefined, need: undefined };
const SAY: CaseAction = { kind: 'say', text: 'Le marché est un marché de travaux.' };

let data: string;
let store: Store;
let net: Network;
beforeEach(async () => {
  data = folder();
  store = await opened(openSqlite(data));
  net = await network(store);
});
afterEach(async () => {
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

async function held(): Promise<{ readonly id: string; readonly lender: string }> {
  const id = await ask(net, QUESTION);
  const lender = await offered(net, id);
  mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
  return { id, lender };
}

const kindsOf = async (id: string) => mustBe(await net.cases.history(id)).map(({ kind }) => kind);
const countOf = async (id: string, wanted: string) => (await kindsOf(id)).filter((kind) => kind === wanted).length;

describe('the same key again', () => {
  it('tells a message once, and shows the case as it stands', async () => {
    const { id, lender } = await held();
    await net.turn();
    const first = mustBe(await net.helping.act('anne', id, SAY, { key: 'form-1' }));
    mustBe(await net.helping.act(lender, id, { kind: 'say', text: 'Vu.' }));
    const again = mustBe(await net.helping.act('anne', id, SAY, { key: 'form-1' }));
    expect(again.version).toBe(first.version + 1);
    expect(again.lines.filter(({ kind }) => kind === 'message')).toHaveLength(2);
    await net.turn();
    expect(net.sent.filter(({ person, kind }) => person === lender && kind === 'relayed')).toHaveLength(1);
  });

  it('tells a message once to two clicks at once', async () => {
    const { id } = await held();
    const both = await Promise.all([1, 2, 3].map(() => net.helping.act('anne', id, SAY, { key: 'click' })));
    for (const one of both) mustBe(one);
    expect(await countOf(id, 'messaged')).toBe(1);
  });

  it('is another act with other words, at another case or from another person', async () => {
    const [one, two] = [await held(), await held()];
    mustBe(await net.helping.act('anne', one.id, SAY, { key: 'k' }));
    mustBe(await net.helping.act('anne', one.id, { kind: 'say', text: 'Autre chose.' }, { key: 'k' }));
    mustBe(await net.helping.act('anne', two.id, SAY, { key: 'k' }));
    mustBe(await net.helping.act(one.lender, one.id, SAY, { key: 'k' }));
    expect([await countOf(one.id, 'messaged'), await countOf(two.id, 'messaged')]).toEqual([3, 1]);
  });

  it('may be any text', async () => {
    const { id } = await held();
    for (const key of ['\0', '\ud800', 'é'.repeat(100_000)]) {
      mustBe(await net.helping.act('anne', id, SAY, { key }));
      mustBe(await net.helping.act('anne', id, SAY, { key }));
    }
    expect(await countOf(id, 'messaged')).toBe(3);
  });

  it('is still good after the act was refused', async () => {
    const id = await ask(net, QUESTION);
    expect(faultOf(await net.helping.act('anne', id, SAY, { key: 'k' }))).toBe('wrong_status');
    const lender = await offered(net, id);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    mustBe(await net.helping.act('anne', id, SAY, { key: 'k' }));
    mustBe(await net.helping.act('anne', id, SAY, { key: 'k' }));
    expect(await countOf(id, 'messaged')).toBe(1);
  });

  it('answers acts that leave no seat, or no such act, to ask from again', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    const twice = async (by: string, action: CaseAction, key: string) => {
      mustBe(await net.helping.act(by, id, action, { key }));
      return mustBe(await net.helping.act(by, id, action, { key }));
    };
    expect((await twice(lender, { kind: 'accept' }, '1')).status).toBe('accepted');
    expect((await twice(lender, { kind: 'give_back' }, '2')).lines).toEqual([]);
    const next = await offered(net, id);
    await twice(next, { kind: 'decline', reason: 'absence' }, '3');
    const last = await offered(net, id);
    await twice(last, { kind: 'accept' }, '4');
    await twice('anne', { kind: 'close' }, '5');
    await twice('anne', { kind: 'rate', useful: true, comment: 'Merci' }, '6');
    expect((await twice('anne', { kind: 'reopen', why: 'Encore un point' }, '7')).status).toBe('offered');
    expect((await twice('anne', { kind: 'withdraw' }, '8')).status).toBe('withdrawn');
    for (const kind of ['released', 'declined', 'closed', 'rated', 'reopened', 'withdrawn'])
      expect([kind, await countOf(id, kind)]).toEqual([kind, 1]);
    expect(await countOf(id, 'accepted')).toBe(2);
  });

  it('drafts one case, which may have been revised since, and sends it once', async () => {
    const first = mustBe(await net.helping.preview('anne', REQUEST, { key: 'form' }));
    const choices = { ...NO_CHOICES, added: ['salle des fêtes'] };
    const revised = mustBe(await net.helping.revise('anne', first.case, choices));
    expect(mustBe(await net.helping.revise('anne', first.case, choices))).toEqual(revised);
    expect(await kindsOf(first.case)).toEqual(['drafted', 'brief_edited']);
    expect(mustBe(await net.helping.preview('anne', REQUEST, { key: 'form' }))).toEqual(revised);
    expect(mustBe(await net.helping.mine('anne'))).toHaveLength(1);
    const send = () => net.helping.send('anne', first.case, asShown(revised, choices));
    const left = { kind: 'sent', view: { status: 'offered' } };
    for (const one of await Promise.all([send(), send()])) expect(mustBe(one)).toMatchObject(left);
    expect(mustBe(await send())).toMatchObject(left);
    expect(await countOf(first.case, 'consented')).toBe(1);
  });
});

describe('what it was decided on', () => {
  it('is the text that leaves: a draft changed since it was seen does not', async () => {
    const seen = mustBe(await net.helping.preview('anne', REQUEST));
    const choices = { ...NO_CHOICES, added: ['salle des fêtes'] };
    const hidden = mustBe(await net.helping.revise('anne', seen.case, choices));
    for (const consent of [asShown(seen, choices), asShown(hidden), { ...asShown(hidden), seen: '' }])
      expect(mustBe(await net.helping.send('anne', seen.case, consent))).toMatchObject({ kind: 'changed' });
    expect(await countOf(seen.case, 'consented')).toBe(0);
    // The same words as were seen, whatever was tried in between.
    expect(mustBe(await net.helping.send('anne', seen.case, asShown(seen)))).toMatchObject({ kind: 'sent' });
  });

  it('is the choices made too, though their text was not kept in time', async () => {
    const seen = mustBe(await net.helping.preview('anne', REQUEST));
    const choices = { at: net.now().toISOString(), by: 'anne', ...NO_CHOICES, added: ['salle des fêtes'] };
    mustBe(await store.help.addChoices(seen.case, choices));
    const consent = asShown(seen, { ...NO_CHOICES, added: ['salle des fêtes'] });
    expect(mustBe(await net.helping.send('anne', seen.case, consent))).toMatchObject({ kind: 'changed' });
    expect(await countOf(seen.case, 'consented')).toBe(0);
  });

  it('is the masking too: where it changes between opening and sending, the text is seen again before it leaves', async () => {
    const seen = mustBe(await net.helping.preview('anne', REQUEST));
    const find: Masker['find'] = (text, request) => {
      const start = text.indexOf('salle');
      const hall = {
        kind: 'place',
        span: [start, start + 14],
        replacement: '[lieu A]',
        key: 'place hall',
        hidden: ['salle des fêtes'],
      } as const;
      return start === -1 ? MASKER.find(text, request) : [{ ...hall, text: text.slice(...hall.span) }];
    };
    const after = await network(store, { masker: { ...MASKER, find } });
    const sent = mustBe(await after.helping.send('anne', seen.case, asShown(seen)));
    if (sent.kind !== 'changed') throw new Error('what was not seen has left');
    expect(sent.preview.question).toContain('[lieu A]');
    expect(await countOf(seen.case, 'consented')).toBe(0);
    mustBe(await after.helping.send('anne', seen.case, asShown(sent.preview)));
    expect(mustBe(await after.cases.read(seen.case)).brief.question).toBe(sent.preview.question);
  });

  it('is where the case stands: taken meanwhile, it is not withdrawn', async () => {
    const id = await ask(net, QUESTION);
    const waiting = mustBe(await net.helping.view('anne', id));
    const lender = await offered(net, id);
    const taken = mustBe(await net.helping.act(lender, id, { kind: 'accept' }, { on: waiting.version }));
    expect(faultOf(await net.helping.act('anne', id, { kind: 'withdraw' }, { on: waiting.version }))).toBe('stale');
    expect(mustBe(await net.helping.view('anne', id)).status).toBe('accepted');
    mustBe(await net.helping.act(lender, id, { kind: 'answer' }, { on: taken.version }));
    // Answered meanwhile, it may be closed all the same.
    mustBe(await net.helping.act('anne', id, { kind: 'close' }, { on: taken.version }));
  });

  it('is who holds it: a message meant for one colleague does not reach the next', async () => {
    const { id, lender } = await held();
    const seen = mustBe(await net.helping.view('anne', id));
    mustBe(await net.helping.act(lender, id, { kind: 'give_back' }));
    const next = await offered(net, id);
    mustBe(await net.helping.act(next, id, { kind: 'accept' }));
    expect(faultOf(await net.helping.act('anne', id, SAY, { on: seen.version }))).toBe('stale');
  });

  it('is not what the other side wrote meanwhile', async () => {
    const { id, lender } = await held();
    const seen = mustBe(await net.helping.view('anne', id));
    mustBe(await net.helping.act(lender, id, SAY));
    mustBe(await net.helping.act(lender, id, { kind: 'answer' }));
    mustBe(await net.helping.act('anne', id, SAY, { on: seen.version }));
    const before = mustBe(await net.helping.view('anne', id));
    mustBe(await net.helping.act(lender, id, SAY));
    mustBe(await net.helping.act('anne', id, { kind: 'close' }, { on: before.version }));
  });

  it('gives way to a reason that says more', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    const offer = mustBe(await net.helping.view(lender, id));
    net.wait(60 * 24 * 3);
    expect(faultOf(await net.helping.act(lender, id, { kind: 'accept' }, { on: offer.version }))).toBe('offer_expired');
  });
});
