import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../../../src/log.ts';
import { type Agreements, createAgreements } from '../../../../src/rewording/agreement/agreements.ts';
import type { AgreementAct } from '../../../../src/rewording/port/agreement.ts';
import type { Party } from '../../../../src/rewording/port/party.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import type { Store } from '../../../../src/store/store.ts';
import type { Role } from '../../../../src/vocabulary/people.ts';
import { SIGNED_IN } from '../../../fixtures/parties.ts';
import { TO_BUYER, TO_PRESCRIBER } from './examples.ts';

const folder = mkdtempSync(join(tmpdir(), 'truchement-agreements-'));
let store: Store;
let agreements: Agreements;

beforeAll(async () => {
  store = await openStore({ data: folder, databaseUrl: undefined, log: createLog('silent') });
  let ids = 0;
  let minutes = 0;
  const now = () => {
    minutes += 1;
    return new Date(Date.UTC(2026, 10, 25, 9, minutes));
  };
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  agreements = createAgreements({ store, now, newId });
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(rewording = TO_BUYER): Promise<string> {
  const view = await agreements.open(rewording, 'prescriber', SIGNED_IN.prescriber);
  if (!view.ok) throw new Error(view.error.kind);
  return view.value.view.id;
}

const act = (id: string, expected: number, wanted: AgreementAct, party: Party = SIGNED_IN[wanted.by]) =>
  agreements.act(id, expected, wanted, party);

describe('asked for twice under one key', () => {
  const ACCEPTED = { kind: 'accepted', by: 'prescriber' } as const;

  it('a brief is opened once, and stands where it stands', async () => {
    const opener = SIGNED_IN.prescriber;
    const first = await agreements.open(TO_BUYER, 'prescriber', opener, { key: 'form' });
    const id = first.ok ? first.value.view.id : '';
    await act(id, 1, ACCEPTED);
    const again = await agreements.open(TO_BUYER, 'prescriber', opener, { key: 'form' });
    expect(again).toMatchObject({ ok: true, value: { view: { id, version: 2 } } });
    const other = await agreements.open(TO_PRESCRIBER, 'prescriber', opener, { key: 'form' });
    expect(other).not.toMatchObject({ value: { view: { id } } });
  });

  it('it is signed once, and the answer is no «someone changed it»', async () => {
    const id = await open();
    const sign = (party: Party = SIGNED_IN.prescriber) => agreements.act(id, 1, ACCEPTED, party, { key: 'click' });
    expect(await Promise.all([sign(), sign()])).toMatchObject([
      { ok: true, value: { version: 2 } },
      { ok: true, value: { version: 2 } },
    ]);
    expect(await sign()).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await sign({ kind: 'reader' })).toMatchObject({ ok: false, error: { kind: 'not_a_party' } });
    const late = { kind: 'corrected', by: 'prescriber', need: 0, slot: 'budget', value: '6000 € TTC' } as const;
    const correct = (version: number) => agreements.act(id, version, late, SIGNED_IN.prescriber, { key: 'late' });
    expect(await correct(1)).toMatchObject({ ok: false, error: { kind: 'stale' } });
    // Refused, its key was not used up.
    expect(await correct(2)).toMatchObject({ ok: true, value: { version: 3 } });
  });
});

describe('agreements kept in the store', () => {
  it('read back as they were left, at every step', async () => {
    const id = await open();
    const steps = [
      () => act(id, 1, { kind: 'corrected', by: 'prescriber', need: 0, slot: 'budget', value: '6000 € TTC' }),
      () =>
        act(id, 2, {
          kind: 'term_corrected',
          by: 'buyer',
          term: { concept: 'mobilier' },
          wording: 'mobilier',
        }),
      () => act(id, 3, { kind: 'asked', by: 'buyer', text: 'Avec accoudoirs ?' }),
      () => act(id, 4, { kind: 'answered', by: 'prescriber', question: 4, text: 'Non.' }),
      () => act(id, 5, { kind: 'accepted', by: 'buyer' }),
      () => act(id, 6, { kind: 'accepted', by: 'prescriber' }),
      () => act(id, 7, { kind: 'reopened', by: 'buyer' }),
      () => act(id, 8, { kind: 'withdrawn', by: 'buyer' }),
    ];
    const statuses: string[] = [];
    for (const step of steps) {
      const done = await step();
      expect(done.ok).toBe(true);
      expect(await agreements.read(id)).toEqual(done);
      if (done.ok) statuses.push(done.value.status.kind);
    }
    expect(statuses).toEqual(['open', 'open', 'open', 'open', 'open', 'agreed', 'open', 'withdrawn']);
    const plain = await open(TO_PRESCRIBER);
    const read = await agreements.read(plain);
    expect(read.ok && read.value.points).toHaveLength(3);
  });

  it('refuses a stale version, also of two that come at once, and keeps what stands', async () => {
    const id = await open();
    const both = await Promise.all([
      act(id, 1, { kind: 'accepted', by: 'buyer' }),
      act(id, 1, { kind: 'accepted', by: 'prescriber' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: { kind: 'stale' } }]);
    expect(await act(id, 1, { kind: 'accepted', by: 'prescriber' })).toEqual({
      ok: false,
      error: { kind: 'stale' },
    });
    expect(await act(id, 3, { kind: 'accepted', by: 'prescriber' })).toEqual({
      ok: false,
      error: { kind: 'stale' },
    });
    // Stale comes before the rules, which were looked at on another state.
    for (const by of ['buyer', 'prescriber'] as const)
      expect(await act(id, 1, { kind: 'accepted', by })).toEqual({ ok: false, error: { kind: 'stale' } });
    const read = await agreements.read(id);
    expect(read.ok && read.value.version).toBe(2);
  });

  it('says so when there is no such agreement', async () => {
    for (const id of ['nobody', '', '\0', '\ud800'])
      expect(await agreements.read(id)).toEqual({ ok: false, error: { kind: 'unknown_agreement' } });
    expect(await act('nobody', 1, { kind: 'accepted', by: 'buyer' })).toEqual({
      ok: false,
      error: { kind: 'unknown_agreement' },
    });
  });

  it('gathers the wordings people prefer, the most wanted first, the last of each agreement', async () => {
    const ids = [await open(), await open(), await open()];
    for (const id of ids)
      await act(id, 1, {
        kind: 'term_corrected',
        by: 'prescriber',
        term: { words: 'cantine' },
        wording: 'réfectoire',
      });
    const [first = '', second = '', third = ''] = ids;
    await act(first, 2, {
      kind: 'term_corrected',
      by: 'prescriber',
      term: { words: 'cantine' },
      wording: 'self',
    });
    await act(second, 2, {
      kind: 'term_corrected',
      by: 'buyer',
      term: { words: 'Cantine' },
      wording: 'Réfectoire',
    });
    const found = await agreements.candidates();
    const shown = found.ok && found.value.filter(({ words }) => /cantine/i.test(words));
    expect(shown).toMatchObject([
      { concept: undefined, words: 'cantine', wording: 'réfectoire', by: 'prescriber', agreements: [second, third] },
      { wording: 'self', by: 'prescriber', agreements: [first] },
      { words: 'Cantine', wording: 'Réfectoire', by: 'buyer', agreements: [second] },
    ]);
  });

  it('passes on that the store is down', async () => {
    const other = await openStore({ data: join(folder, 'other'), databaseUrl: undefined, log: createLog('silent') });
    const down = createAgreements({ store: other, now: () => new Date(0), newId: () => 'x' });
    await other.close();
    const fault = { ok: false, error: { kind: 'store_down', reason: 'closed' } };
    expect(await down.open(TO_BUYER, 'buyer', SIGNED_IN.buyer)).toEqual(fault);
    expect(await down.read('x')).toEqual(fault);
    expect(await down.candidates()).toEqual(fault);
  });
});

describe('signing binds', () => {
  const KEY = '0b3c1f6e-8a55-4f0e-9a35-1d2c3b4a5f60';
  const named = { kind: 'named', names: { prescriber: 'Camille Roux', buyer: 'Nadia Ben' }, key: KEY } as const;
  const accepted = (by: Role): AgreementAct => ({ kind: 'accepted', by });
  const NOT_A_PARTY = { ok: false, error: { kind: 'not_a_party' } };

  async function openNamed(key = KEY) {
    const opened = await agreements.open(TO_BUYER, 'prescriber', { ...named, key });
    if (!opened.ok || opened.value.links === undefined) throw new Error('not opened');
    const { view, links } = opened.value;
    const link = (role: Role): Party => ({ kind: 'link', secret: links[role] });
    return { id: view.id, links, link };
  }

  it('nobody writes by the address alone, nor by a link that was not made for this brief', async () => {
    const { id } = await openNamed();
    const other = await openNamed('5d1f0a6c-2b43-4c8e-8f0a-7e6d5c4b3a21');
    const strangers: Party[] = [{ kind: 'reader' }, { kind: 'link', secret: 'guessed' }, other.link('buyer')];
    for (const party of strangers)
      for (const by of ['prescriber', 'buyer'] as const)
        expect(await act(id, 1, accepted(by), party)).toEqual(NOT_A_PARTY);
  });

  it('the link of a side acts for that side only', async () => {
    const { id, link } = await openNamed('11111111-1111-4111-8111-111111111111');
    expect(await act(id, 1, accepted('buyer'), link('prescriber'))).toEqual({
      ok: false,
      error: { kind: 'other_side', side: 'prescriber' },
    });
    const [first, second] = [
      await act(id, 1, accepted('prescriber'), link('prescriber')),
      await act(id, 2, accepted('buyer'), link('buyer')),
    ];
    expect(first.ok && second.ok && second.value.status.kind).toBe('agreed');
  });

  it('one person never stands on both sides, whatever role they take later', async () => {
    const id = await open();
    expect(await act(id, 1, accepted('prescriber'))).toMatchObject({ ok: true });
    const turned: Party = { ...SIGNED_IN.prescriber, side: 'buyer' };
    for (const kind of ['accepted', 'withdrawn'] as const)
      expect(await act(id, 2, { kind, by: 'buyer' }, turned)).toEqual({
        ok: false,
        error: { kind: 'other_side', side: 'prescriber' },
      });
    const read = await agreements.read(id);
    expect(read.ok && read.value.acceptances.buyer).toBeUndefined();
  });

  it('someone signed in signs for the side of their role, and for no other', async () => {
    const id = await open();
    const passer: Party = { kind: 'person', id: 'passer', side: 'prescriber' };
    expect(await act(id, 1, accepted('buyer'), passer)).toMatchObject({ ok: false, error: { kind: 'other_side' } });
    expect(await act(id, 1, accepted('buyer'), { ...passer, side: 'buyer' })).toMatchObject({ ok: true });
  });

  it('tells who may not write nothing of what has changed meanwhile', async () => {
    const id = await open();
    await act(id, 1, accepted('buyer'));
    expect(await act(id, 1, accepted('buyer'), { kind: 'reader' })).toEqual(NOT_A_PARTY);
  });

  it('keeps what opens no link, and gives the same brief and links for the same form', async () => {
    const first = await openNamed('22222222-2222-4222-8222-222222222222');
    await act(first.id, 1, accepted('prescriber'), first.link('prescriber'));
    const again = await openNamed('22222222-2222-4222-8222-222222222222');
    expect([again.id, again.links]).toEqual([first.id, first.links]);
    const read = await agreements.read(first.id);
    expect(read.ok && read.value.version).toBe(2);
    const kept = JSON.stringify(read);
    for (const secret of [...Object.values(first.links), '22222222']) expect(kept).not.toContain(secret);
    expect(first.id).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});
