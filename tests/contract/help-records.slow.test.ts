import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPurge, DEFAULT_RETENTION } from '../../src/handoff/help/purge.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, faultOf, mustBe, type Network, network, offered } from '../fixtures/network.ts';
import { event, opened, type Places, postgresPlaces, sqlitePlaces } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`help records on PostgreSQL skipped: ${POSTGRES.skipped}`);

const QUESTION =
  'Mme Sophie Tanguy, à la ville de Vitré, demande si l’on peut résilier le marché de Brezhon Travaux SARL.';
const AT = '2026-11-25T09:00:00.000Z';
const inbound = (id: string, when: string) => ({
  platform: 'slack',
  event: id,
  lane: 'l',
  arrival: `${when}-${id}`,
  at: when,
  body: { text: 'mots' },
});
const MONTH = 31 * 24 * 60;
const ORIGINAL = {
  question: 'q',
  answered: undefined,
  need: undefined,
  competences: ['execution'],
  language: 'fr',
} as const;

const SEEN = '2026-11-25T09:00:00.000Z';

describe.each<Places>([sqlitePlaces(), POSTGRES])('what the hand-over keeps: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    let store: Store;
    beforeAll(() => places.begin());
    afterAll(() => places.end());
    const begin = async (): Promise<Network> => {
      store = await opened((await places.place()).connect());
      return network(store);
    };
    /** A case asked by Anne, taken, talked about, answered and closed; who took it. */
    const lived = async (net: Network, by = 'anne'): Promise<{ readonly id: string; readonly lender: string }> => {
      const id = await ask(net, QUESTION, by);
      const lender = await offered(net, id);
      mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
      mustBe(await net.helping.act(by, id, { kind: 'say', text: 'Mme Tanguy attend.' }));
      mustBe(await net.helping.act(lender, id, { kind: 'say', text: `Oui (L. 2195-3). ${nameOf(lender)}` }));
      mustBe(await net.helping.act(lender, id, { kind: 'answer' }));
      mustBe(await net.helping.act(lender, id, { kind: 'propose_fiche', question: 'Peut-on ?', answer: 'Oui.' }));
      mustBe(await net.helping.act(by, id, { kind: 'close' }));
      await net.turn();
      return { id, lender };
    };
    const nameOf = (who: string) =>
      ({ bob: 'Robert Le Goff', carl: 'Carl Thibault', dora: 'Dora Quentel' })[who] ?? 'nobody';

    it('gives back the words typed and every choice, in order, of two at once too', async () => {
      const net = await begin();
      const { case: id } = mustBe(
        await net.helping.preview('anne', { question: QUESTION, answered: undefined, need: undefined }),
      );
      const chosen = (n: number) => ({ at: AT, by: 'anne', lifted: [`l${n}`], added: [], amountsAsRanges: n > 2 });
      await Promise.all([1, 2, 3, 4].map(async (n) => mustBe(await store.help.addChoices(id, chosen(n)))));
      const kept = mustBe(await store.help.brief(id));
      expect(kept?.original).toEqual({ ...ORIGINAL, question: QUESTION });
      expect(kept?.choices.map(({ lifted }) => lifted[0]).sort()).toEqual(['l1', 'l2', 'l3', 'l4']);
      expect(mustBe(await store.help.brief('no-such'))).toBeUndefined();
      expect(mustBe(await store.help.brief('a\0b'))).toBeUndefined();
      await store.close();
    });

    it('knows who looked, once a minute for the same look', async () => {
      await begin();
      const look = { person: 'anne', case: 'c', what: 'requester' } as const;
      for (const at of [AT, '2026-11-25T09:00:59.000Z', '2026-11-25T09:01:00.000Z'])
        mustBe(await store.help.look({ ...look, at }));
      expect(mustBe(await store.help.looksBy('anne')).map(({ at }) => at)).toEqual([AT, '2026-11-25T09:01:00.000Z']);
      await store.close();
    });

    it('reads many cases at once, more than a statement takes', async () => {
      const net = await begin();
      const ids: string[] = [];
      for (let n = 0; n < 3; n++) ids.push(await ask(net, QUESTION));
      const many = [...ids, ...Array.from({ length: 1_200 }, (_, n) => `absent-${n}`)];
      const found = mustBe(await store.help.eventsOfMany(many));
      expect([...found.keys()].sort()).toEqual([...ids].sort());
      for (const id of ids) expect(found.get(id)).toEqual(mustBe(await store.cases.eventsOf(id)));
      await store.close();
    });

    it('takes one candidate a case, and one judgement', async () => {
      await begin();
      const candidate = {
        id: 'k1',
        case: 'c',
        proposedBy: 'bob',
        at: AT,
        question: 'q\0',
        answer: 'a',
        competences: ['x'],
      };
      mustBe(await store.candidates.propose(candidate));
      expect(faultOf(await store.candidates.propose({ ...candidate, id: 'k2' }))).toBe('already');
      const judged = await Promise.all(
        (['approved', 'rejected'] as const).map((status) =>
          store.candidates.judge('k1', { status, by: 'cora', at: AT, why: undefined }),
        ),
      );
      expect(judged.map(faultOf).sort()).toEqual(['already', undefined]);
      expect(mustBe(await store.candidates.candidate('k1'))).toMatchObject(candidate);
      expect(mustBe(await store.candidates.withStatus('proposed'))).toEqual([]);
      await store.close();
    });

    it('purges what is past its time, table by table, and nothing else', async () => {
      const net = await begin();
      const { id } = await lived(net);
      mustBe(await store.inbound.keep([inbound('e1', AT)], [], { holder: 'one', until: AT }));
      mustBe(await store.inbound.keep([inbound('e3', AT)], [inbound('e1', AT)], { holder: 'one', until: AT }));
      mustBe(await store.agreementEvents.append(event('a', 1, { at: AT })));
      mustBe(await store.agreementEvents.append(event('b', 1, { at: AT })));
      const purge = createPurge(store, DEFAULT_RETENTION);
      const nothing = mustBe(await purge(net.now()));
      expect(Object.values(nothing).every((count) => count === 0)).toBe(true);
      net.wait(4 * MONTH);
      mustBe(await store.inbound.keep([inbound('e2', net.now().toISOString())], [], { holder: 'one', until: AT }));
      mustBe(await store.agreementEvents.append(event('b', 2, { at: net.now().toISOString() })));
      const exchanges = mustBe(await purge(net.now()));
      expect(exchanges).toMatchObject({ inbound: 1, cases: 0, case_events: 0, agreement_events: 0, audit: 0 });
      expect(exchanges.outbox).toBeGreaterThan(5);
      expect(mustBe(await net.helping.view('anne', id)).status).toBe('closed');
      const open = await ask(net, QUESTION, 'stan');
      net.wait(9 * MONTH);
      const year = mustBe(await purge(net.now()));
      expect(year).toMatchObject({ cases: 1, briefs: 1, case_offers: 1, candidates: 1, agreement_events: 1 });
      expect(year.case_events).toBeGreaterThan(6);
      expect(year.audit).toBeGreaterThan(2);
      expect(faultOf(await net.helping.view('anne', id))).toBe('unknown_case');
      // However old, a case that has not ended stays.
      expect(mustBe(await net.cases.read(open)).requester.person).toBe('stan');
      expect(mustBe(await store.agreementEvents.of('b'))).toHaveLength(2);
      expect(Object.values(mustBe(await purge(net.now()))).every((count) => count === 0)).toBe(true);
      await store.close();
    });

    it('exports all about a person and nobody else', async () => {
      const net = await begin();
      const { id, lender } = await lived(net);
      await ask(net, 'Autre question', 'stan');
      for (const person of ['anne', 'stan']) {
        const body = JSON.stringify({ facts: [['nature', 'travaux']], of: person });
        mustBe(await store.interviews.add({ id: `achat-${person}`, person, version: 1, last: '', body, at: SEEN }));
      }
      const mine = JSON.parse(mustBe(await net.helping.exportOf('anne')));
      expect(mine.person.name).toBe('Anne Kerbrat');
      expect(mine.casesAsked[0]).toMatchObject({ id, original: { question: QUESTION } });
      expect(mine.casesAsked[0].history).toContainEqual(
        expect.objectContaining({ kind: 'messaged', from: 'requester', text: 'Mme Tanguy attend.' }),
      );
      expect(mine.interviews).toEqual([{ at: SEEN, facts: [['nature', 'travaux']], of: 'anne' }]);
      const text = JSON.stringify(mine);
      for (const other of [nameOf(lender), `"${lender}"`, `r-${lender}`, 'stan', 'Rennes Métropole', 'cora'])
        expect(text).not.toContain(other);
      const theirs = JSON.parse(mustBe(await net.helping.exportOf(lender)));
      expect(theirs.reservist.id).toBe(`r-${lender}`);
      expect(theirs.casesHelped[0].messages[0].text).toContain('L. 2195-3');
      expect(theirs.fichesProposed).toHaveLength(1);
      expect(JSON.stringify(theirs)).not.toMatch(/anne|Kerbrat|Vitré|vitre|Tanguy/i);
      await store.close();
    });

    it('forgets a requester: open cases withdrawn, closed ones without words or name, again changes nothing', async () => {
      const net = await begin();
      const { id, lender } = await lived(net);
      const open = await ask(net, QUESTION);
      const other = await offered(net, open);
      mustBe(await net.helping.act(other, open, { kind: 'accept' }));
      const { case: draft } = mustBe(
        await net.helping.preview('anne', { question: QUESTION, answered: undefined, need: undefined }),
      );
      mustBe(await net.helping.forgetMe('anne'));
      for (const one of [id, open, draft]) {
        const text = JSON.stringify(mustBe(await net.cases.history(one)));
        expect(text).not.toMatch(/anne|Kerbrat|vitre|vitré|tanguy|brezhon|D0ANNE/i);
        expect(mustBe(await store.help.brief(one))).toBeUndefined();
      }
      expect(mustBe(await net.cases.read(open)).status).toBe('withdrawn');
      expect(mustBe(await net.cases.read(id)).requester.person).toMatch(/^forgotten:/);
      expect(mustBe(await store.reserve.person('anne'))).toBeUndefined();
      expect(mustBe(await store.help.looksBy('anne'))).toEqual([]);
      await net.turn();
      expect(net.sent.filter(({ kind, person }) => kind === 'withdrawn' && person === other)).toHaveLength(1);
      const before = mustBe(await net.cases.history(id));
      mustBe(await net.helping.forgetMe('anne'));
      expect(mustBe(await net.cases.history(id))).toEqual(before);
      expect(faultOf(await net.helping.view('anne', id))).toBe('unknown_case');
      expect(JSON.stringify(mustBe(await net.helping.view(lender, id)))).not.toMatch(/kerbrat|tanguy/i);
      await store.close();
    });

    it('forgets a reservist: what they held goes on, what they wrote stays without their name', async () => {
      const net = await begin();
      const { id, lender } = await lived(net);
      const held = await ask(net, QUESTION, 'stan');
      for (const who of ['bob', 'carl', 'dora'])
        if (who !== lender) await net.helping.act(who, held, { kind: 'decline', reason: undefined });
      await net.helping.act(lender, held, { kind: 'accept' });
      mustBe(await net.helping.forgetMe(lender));
      const state = mustBe(await net.cases.read(held));
      expect(state.holder).toBeUndefined();
      expect(['queued', 'offered', 'consented']).toContain(state.status);
      expect(mustBe(await store.reserve.reservist(`r-${lender}`))).toBeUndefined();
      for (const one of [id, held]) {
        const text = JSON.stringify(mustBe(await net.cases.history(one)));
        expect(text).not.toContain(`r-${lender}`);
        expect(text).not.toContain(nameOf(lender));
      }
      const view = mustBe(await net.helping.view('anne', id));
      expect(JSON.stringify(view.lines)).toContain('L. 2195-3');
      expect(JSON.stringify(view)).not.toContain(nameOf(lender));
      expect(mustBe(await store.candidates.withStatus('proposed'))[0]?.proposedBy).toMatch(/^forgotten:/);
      mustBe(await net.helping.forgetMe(lender));
      // The case is still whole: it folds, and someone else may take it.
      net.wait(24 * 60);
      await net.turn();
      expect(mustBe(await net.cases.read(held)).offers.map(({ reservist }) => reservist)).not.toContain(`r-${lender}`);
      await store.close();
    });

    it('refuses to erase while a case of theirs is open', async () => {
      const net = await begin();
      await ask(net, QUESTION);
      const erased = await store.retention.erase({
        person: 'anne',
        alias: 'x',
        reservist: undefined,
        event: (one) => one,
        notice: (one) => one,
        seal: (one) => one,
      });
      expect(erased).toEqual({ ok: false, error: { kind: 'open_case' } });
      expect(mustBe(await store.cases.byRequester('anne'))).toHaveLength(1);
      await store.close();
      expect(await createPurge(store, DEFAULT_RETENTION)(net.now())).toMatchObject({ error: { reason: 'closed' } });
    });
  });
});
