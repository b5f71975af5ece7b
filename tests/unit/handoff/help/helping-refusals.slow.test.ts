import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err } from '../../../../src/result.ts';
import { openSqlite } from '../../../../src/store/sqlite.ts';
import type { Store } from '../../../../src/store/store.ts';
import { opened } from '../../../contract/store/places.ts';
import {
  ask,
  faultOf,
  folder,
  mustBe,
  type Network,
  NO_CHOICES,
  network,
  offered,
  PEOPLE,
} from '../../../fixtures/network.ts';

const QUESTION =
  'Bonjour, l’entreprise Brezhon Travaux SARL a 40 jours de retard sur la salle des fêtes. Mme Sophie Tanguy (06 12 34 56 78) veut résilier. Que faire ?';

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

const KINDS = ['anne', 'bob', 'carl', 'dora', 'cora', 'stan', 'nobody'] as const;

describe('who sits nowhere', () => {
  it('is told that there is no case, whatever they try', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    const outsiders = KINDS.filter((who) => who !== 'anne' && who !== lender);
    for (const who of outsiders)
      for (const action of [
        { kind: 'accept' },
        { kind: 'decline', reason: undefined },
        { kind: 'say', text: '' },
        { kind: 'withdraw' },
        { kind: 'close' },
        { kind: 'propose_fiche', question: 'a', answer: 'b' },
      ] as const)
        expect([who, action.kind, faultOf(await net.helping.act(who, id, action))]).toEqual([
          who,
          action.kind,
          'unknown_case',
        ]);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    // «taken» would say that there is something to take.
    for (const who of outsiders)
      expect(faultOf(await net.helping.act(who, id, { kind: 'accept' }))).toBe('unknown_case');
    expect(faultOf(await net.helping.view('anne', 'no-such-case'))).toBe('unknown_case');
    expect(faultOf(await net.helping.view('anne', 'a\0b'))).toBe('unknown_case');
  });

  it('sees no more after declining, or once the offer is over', async () => {
    const id = await ask(net, QUESTION);
    const first = await offered(net, id);
    const gone = mustBe(await net.helping.act(first, id, { kind: 'decline', reason: 'trop loin' }));
    expect(gone.brief.question).toBe('');
    expect(gone.may).toEqual([]);
    expect(faultOf(await net.helping.view(first, id))).toBe('unknown_case');
    expect(mustBe(await net.helping.desk(first)).offers).toEqual([]);
    const second = await offered(net, id);
    net.wait(60 * 24);
    // The clock has not come round yet: the offer is over all the same.
    expect(faultOf(await net.helping.view(second, id))).toBe('unknown_case');
    expect(mustBe(await net.helping.desk(second)).offers).toEqual([]);
    await net.turn();
    expect(net.sent.filter(({ kind, person }) => kind === 'offer' && person === first)).toEqual([]);
  });

  it('does what belongs to the other seat: not theirs', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    expect(faultOf(await net.helping.act('anne', id, { kind: 'accept' }))).toBe('not_yours');
    expect(faultOf(await net.helping.act(lender, id, { kind: 'withdraw' }))).toBe('not_yours');
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    expect(faultOf(await net.helping.act(lender, id, { kind: 'rate', useful: true, comment: undefined }))).toBe(
      'not_yours',
    );
    expect(faultOf(await net.helping.act('anne', id, { kind: 'give_back' }))).toBe('not_yours');
  });
});

describe('every bad input has a word', () => {
  it('a case that is taken, an offer that is over, a case withdrawn', async () => {
    const id = await ask(net, QUESTION);
    const first = await offered(net, id);
    net.wait(60 * 24);
    expect(faultOf(await net.helping.act(first, id, { kind: 'accept' }))).toBe('offer_expired');
    await net.turn();
    expect(faultOf(await net.helping.act(first, id, { kind: 'accept' }))).toBe('offer_expired');
    const state = mustBe(await net.cases.read(id));
    const wave = state.offers.map(({ reservist }) => reservist.replace('r-', ''));
    expect(wave.length).toBeGreaterThan(0);
    const other = await ask(net, QUESTION, 'stan');
    const [taker = '', late = ''] = await twoOffers(other);
    mustBe(await net.helping.act(taker, other, { kind: 'accept' }));
    expect(faultOf(await net.helping.act(late, other, { kind: 'accept' }))).toBe('taken');
    expect(faultOf(await net.helping.act(late, other, { kind: 'decline', reason: undefined }))).toBe('taken');
    mustBe(await net.helping.act('anne', id, { kind: 'withdraw' }));
    expect(faultOf(await net.helping.act(wave[0] ?? '', id, { kind: 'accept' }))).toBe('wrong_status');
  });

  /** The second wave asks two. */
  async function twoOffers(id: string): Promise<readonly string[]> {
    mustBe(await net.helping.act(await offered(net, id), id, { kind: 'decline', reason: undefined }));
    return mustBe(await net.cases.read(id)).offers.map(({ reservist }) => reservist.replace('r-', ''));
  }

  it('two who accept at the same moment: one has it, the other is told', async () => {
    const id = await ask(net, QUESTION);
    const wave = await twoOffers(id);
    expect(wave).toHaveLength(2);
    const answers = await Promise.all(wave.map((who) => net.helping.act(who, id, { kind: 'accept' })));
    expect(answers.map(faultOf).sort()).toEqual(['taken', undefined]);
  });

  it('files, empty and endless messages', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    expect(faultOf(await net.helping.act('anne', id, { kind: 'say', text: 'voir', files: ['ccap.pdf'] }))).toBe(
      'files_refused',
    );
    expect(faultOf(await net.helping.act('anne', id, { kind: 'say', text: ' \n ' }))).toBe('empty_text');
    expect(faultOf(await net.helping.act('anne', id, { kind: 'say', text: 'x'.repeat(8_001) }))).toBe('too_long');
    expect(faultOf(await net.helping.act('anne', id, { kind: 'reopen', why: '' }))).toBe('empty_text');
  });

  it('a colleague who cannot take it; one who can is asked', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    for (const named of ['nobody', `r-${lender}`, 'Anne Kerbrat'])
      expect(faultOf(await net.helping.act(lender, id, { kind: 'pass_to', reservist: named }))).toBe(
        'unknown_reservist',
      );
    const colleague = lender === 'bob' ? 'Carl Thibault' : 'robert le goff';
    const left = mustBe(await net.helping.act(lender, id, { kind: 'pass_to', reservist: colleague }));
    expect(left.brief.question).toBe('');
    expect(mustBe(await net.cases.read(id)).offers).toHaveLength(1);
    expect(faultOf(await net.helping.view(lender, id))).toBe('unknown_case');
  });

  it('a colleague asked by name may be one who had declined, and is never one tied to the matter', async () => {
    const id = await ask(net, QUESTION);
    const declined = await offered(net, id);
    mustBe(await net.helping.act(declined, id, { kind: 'decline', reason: undefined }));
    const lender = await offered(net, id);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    const reservist = mustBe(await store.reserve.reservist(`r-${declined}`));
    if (reservist === undefined) throw new Error('no such reservist');
    const tied = { organisations: [], suppliers: ['brezhon travaux'] };
    mustBe(await store.reserve.saveReservist({ ...reservist, conflicts: { organisations: ['vitre'], suppliers: [] } }));
    const pass = { kind: 'pass_to', reservist: `r-${declined}` } as const;
    expect(faultOf(await net.helping.act(lender, id, pass))).toBe('unknown_reservist');
    mustBe(await store.reserve.saveReservist({ ...reservist, conflicts: tied }));
    // A tie declared after the case was sent is not seen in it: the next case is.
    mustBe(await net.helping.act(lender, id, pass));
    const next = await ask(net, QUESTION, 'stan');
    expect(mustBe(await net.cases.read(next)).suppliers).toContain('brezhon travaux');
    expect(mustBe(await net.cases.read(next)).offers.map((one) => one.reservist)).not.toContain(`r-${declined}`);
  });

  it('a look that cannot be written down is not given', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    const down = async () => err({ kind: 'store_down', reason: 'full' } as const);
    const full = await network({ ...store, help: { ...store.help, look: down } });
    for (const answer of [
      full.helping.view('anne', id),
      full.helping.view(lender, id),
      full.helping.desk(lender),
      full.helping.board('cora'),
      full.helping.exportOf('anne'),
    ])
      expect(faultOf(await answer)).toBe('store_down');
    await full.turn();
    expect(full.sent.filter(({ kind }) => kind === 'offer')).toEqual([]);
    await net.turn();
    expect(net.sent.filter(({ kind }) => kind === 'offer')).toEqual([]);
    net.wait(10);
    await net.turn();
    expect(net.sent.filter(({ kind }) => kind === 'offer')).toHaveLength(1);
  });

  it('a reservist deleted in mid-case: nothing is sent to them, and the case goes to someone else at once', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    mustBe(await net.helping.act('anne', id, { kind: 'say', text: 'vous êtes là ?' }));
    mustBe(await store.reserve.removeReservist(`r-${lender}`));
    mustBe(await store.reserve.removePerson(lender));
    await net.turn();
    expect(net.sent.filter(({ person }) => person === lender)).toEqual([]);
    expect(mustBe(await store.outbox.givenUp()).map(({ why }) => why)).toContain('the reservist is gone');
    expect(mustBe(await net.helping.board('cora')).undelivered.length).toBeGreaterThan(0);
    expect(faultOf(await net.helping.view(lender, id))).toBe('unknown_case');
    expect(await offered(net, id)).not.toBe(lender);
    expect(net.sent.filter(({ kind }) => kind === 'seeking_again').map(({ person }) => person)).toEqual(['anne']);
    expect(mustBe(await net.helping.view('anne', id)).other.name).toBeUndefined();
  });

  it('a reservist of the web page alone: told at their desk, and nothing is undelivered', async () => {
    for (const one of PEOPLE) mustBe(await store.reserve.savePerson({ ...one, address: undefined }));
    const id = await ask(net, QUESTION);
    await net.turn();
    const lender = await offered(net, id);
    expect(net.sent.find(({ kind }) => kind === 'offer')?.to).toEqual({ platform: 'web', conversation: lender });
    expect(mustBe(await net.helping.board('cora')).undelivered).toEqual([]);
  });

  it('a clock that jumps back: the case goes on in its own time', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    net.wait(-60 * 24 * 3);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    mustBe(await net.helping.act('anne', id, { kind: 'say', text: 'bonjour' }));
    const history = mustBe(await net.cases.history(id)).map(({ at }) => at);
    expect(history).toEqual([...history].sort());
    const state = mustBe(await net.cases.read(id));
    expect(state.status).toBe('in_progress');
  });

  it('a store that is down: every method says so', async () => {
    const id = await ask(net, QUESTION);
    await store.close();
    const { helping } = net;
    const down = [
      helping.preview('anne', { question: 'q', answered: undefined, need: undefined }),
      helping.revise('anne', id, { lifted: [], added: [], amountsAsRanges: false }),
      helping.send('anne', id, { seen: '', choices: NO_CHOICES, sameBodyPreferred: false }),
      helping.mine('anne'),
      helping.view('anne', id),
      helping.act('anne', id, { kind: 'withdraw' }),
      helping.desk('bob'),
      helping.availability('bob', 'pause', true),
      helping.board('cora'),
      helping.judgeCandidate('cora', 'c', true),
      helping.exportOf('anne'),
      helping.forgetMe('anne'),
    ];
    for (const answer of await Promise.all(down)) expect(answer).toEqual({ ok: false, error: { kind: 'store_down' } });
    expect(await helping.signedIn('anne')).toBeUndefined();
    expect(await helping.demoPeople()).toEqual([]);
  });
});
