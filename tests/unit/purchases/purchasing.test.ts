import { describe, expect, it } from 'vitest';
import type { PurchaseAct } from '../../../src/purchases/port/purchasing.ts';
import { ok } from '../../../src/result.ts';
import { CHAIRS, createTown, got, PEOPLE } from './town.ts';

const DAY = 8 * 60 * 60_000;
const attempt = async <T>(_kind: unknown, _id: unknown, work: () => Promise<{ value: T }>) =>
  ok({ kind: 'worked' as const, value: (await work()).value });

function personOf(id: string) {
  const found = PEOPLE.find((one) => one.id === id);
  if (found === undefined) throw new Error(`nobody is ${id}`);
  return found;
}

async function sent() {
  const town = createTown();
  const draft = got(await town.purchasing.draft('maelle', CHAIRS));
  got(await town.purchasing.act('maelle', draft.id, { kind: 'send' }));
  return { ...town, id: draft.id };
}

describe('a purchase between two people', () => {
  it('opens from a sentence, is its author’s alone until sent, and then its buyer’s', async () => {
    const { purchasing, records } = createTown();
    const draft = got(await purchasing.draft('maelle', CHAIRS));
    expect(draft).toMatchObject({ title: '30 chaises', buyers: ['Nadia Benali'], stage: 'draft', side: 'prescriber' });
    expect(draft.form.asks.length).toBeGreaterThan(0);
    expect(await purchasing.view('nadia', draft.id)).toEqual({ ok: false, error: { kind: 'unknown_purchase' } });
    expect(got(await purchasing.mine('nadia'))).toEqual([]);
    got(await purchasing.act('maelle', draft.id, { kind: 'send' }));
    expect(got(await purchasing.view('nadia', draft.id))).toMatchObject({
      stage: 'received',
      side: 'buyer',
      waits: 'you',
    });
    expect(records.told.map(({ person }) => person)).toEqual(['nadia']);
    expect(await purchasing.draft('maelle', 'bonjour')).toMatchObject({ ok: false, error: { kind: 'no_need' } });
  });

  it('has a question that is answered once, in each one’s words, and the answer changes the form and undoes what was signed', async () => {
    const { purchasing, id, records } = await sent();
    got(await purchasing.act('nadia', id, { kind: 'take' }));
    got(await purchasing.act('nadia', id, { kind: 'agree' }));
    const asked = got(
      await purchasing.act('nadia', id, { kind: 'ask', text: 'Avez-vous sourcé ? Le réemploi est-il envisageable ?' }),
    );
    const hers = got(await purchasing.view('maelle', id));
    expect(hers.questions).toMatchObject([{ forYou: true }]);
    expect(hers.questions[0]?.text).toMatch(
      /^Avez-vous sourcé \? Le réemploi est-il envisageable \?\n.*rencontrer des fournisseurs/,
    );
    expect(hers.waits).toBe('you');
    const question = hers.questions[0]?.id ?? '';
    const reply: PurchaseAct = { kind: 'answer', question, text: 'd’occasion ça nous va, budget 1 800 € TTC' };
    expect(await purchasing.act('nadia', id, reply)).toEqual({ ok: false, error: { kind: 'stale' } });
    const answered = got(await purchasing.act('maelle', id, reply));
    expect(JSON.stringify(answered.form.lines)).toContain('1 800 € TTC');
    expect(answered.agreed).toEqual({ prescriber: false, buyer: false });
    expect(await purchasing.act('maelle', id, reply)).toEqual({ ok: false, error: { kind: 'stale' } });
    expect(await purchasing.act('nadia', id, { kind: 'agree' }, { on: asked.version })).toMatchObject({
      error: { kind: 'stale' },
    });
    got(await purchasing.act('maelle', id, { kind: 'agree' }, { on: answered.version }));
    const both = got(await purchasing.act('nadia', id, { kind: 'agree' }));
    expect(both.agreed).toEqual({ prescriber: true, buyer: true });
    expect(both.may).not.toContain('agree');
    expect(records.told.at(-1)?.person).toBe('maelle');
  });

  it('is done once under one key, whatever is pressed twice', async () => {
    const { purchasing, id } = await sent();
    const say: PurchaseAct = { kind: 'say', text: 'Bonjour' };
    const first = got(await purchasing.act('maelle', id, say, { key: 'k' }));
    const again = got(await purchasing.act('maelle', id, say, { key: 'k' }));
    expect(again.version).toBe(first.version);
    const twice = await Promise.all([1, 2].map(() => purchasing.act('maelle', id, say, { key: 'both' })));
    expect(twice.map((one) => got(one).lines.filter(({ kind }) => kind === 'said').length)).toEqual([2, 2]);
  });

  it('goes from received to assessed, each side moving its own', async () => {
    const { purchasing, id } = await sent();
    const move = (to: 'ordered' | 'delivered' | 'assessed'): PurchaseAct => ({ kind: 'move', to, why: '' });
    expect(await purchasing.act('maelle', id, move('ordered'))).toMatchObject({ error: { kind: 'stale' } });
    got(await purchasing.act('nadia', id, { kind: 'take' }));
    expect(got(await purchasing.act('nadia', id, move('ordered'))).stage).toBe('ordered');
    expect(await purchasing.act('nadia', id, move('delivered'))).toMatchObject({ error: { kind: 'stale' } });
    got(await purchasing.act('maelle', id, move('delivered')));
    expect(got(await purchasing.act('maelle', id, move('assessed')))).toMatchObject({
      stage: 'assessed',
      waits: undefined,
    });
  });

  it('left without a word tells the one it waits for, once, then the coordinator, and then nobody', async () => {
    const { purchasing, records, clock } = await sent();
    records.told.length = 0;
    for (let day = 0; day < 90; day++) {
      clock.now += DAY / 2;
      await purchasing.ring(attempt);
    }
    expect(records.told.map(({ person }) => person)).toEqual(['nadia', 'helene']);
  });

  it('without a buyer is in the coordinator’s inbox, who takes it', async () => {
    const { roster, purchasing } = createTown();
    roster.splice(1, 1);
    const draft = got(await purchasing.draft('maelle', CHAIRS));
    expect(draft).toMatchObject({ buyers: [], inbox: ['Hélène Prigent'] });
    got(await purchasing.act('maelle', draft.id, { kind: 'send' }));
    expect(got(await purchasing.mine('helene'))).toHaveLength(1);
    expect(got(await purchasing.act('helene', draft.id, { kind: 'take' }))).toMatchObject({
      stage: 'taken',
      side: 'buyer',
    });
  });

  it('lets nobody in but its own: sixty attempts, none passes', async () => {
    const { purchasing, id, roster } = await sent();
    const asked = got(await purchasing.act('nadia', id, { kind: 'ask', text: 'Combien ?' }));
    const question = asked.questions[0]?.id ?? '';
    // A former employee: still in a directory, of another body since.
    roster.push({
      ...personOf('nadia'),
      id: 'nadia-partie',
      organisation: 'autre',
    });
    const strangers = ['soizic', 'admin', 'ancien', 'nadia-partie', 'paul', '', 'personne', 'x\0'];
    const acts: readonly PurchaseAct[] = [
      { kind: 'take' },
      { kind: 'agree' },
      { kind: 'say', text: 'moi aussi' },
      { kind: 'ask', text: 'combien ?' },
      { kind: 'answer', question, text: 'trente' },
      { kind: 'move', to: 'ordered', why: '' },
      { kind: 'send' },
    ];
    let attempts = 0;
    const before = got(await purchasing.view('nadia', id)).version;
    for (const by of strangers) {
      const tries = [purchasing.view(by, id), ...acts.map((act) => purchasing.act(by, id, act))];
      for (const one of tries) {
        expect(await one).toEqual({ ok: false, error: { kind: 'unknown_purchase' } });
        attempts++;
      }
    }
    expect(attempts).toBeGreaterThanOrEqual(60);
    for (const by of strangers) expect(got(await purchasing.mine(by))).toEqual([]);
    expect(got(await purchasing.view('nadia', id)).version).toBe(before);
    // Named, and gone since.
    const nadia = roster.findIndex((one) => one.id === 'nadia');
    roster.splice(nadia, 1, { ...personOf('nadia'), organisation: 'autre' });
    expect(await purchasing.view('nadia', id)).toEqual({ ok: false, error: { kind: 'unknown_purchase' } });
    expect(got(await purchasing.mine('nadia'))).toEqual([]);
  });
});
