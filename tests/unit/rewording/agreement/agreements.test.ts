import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../../../src/log.ts';
import { type Agreements, createAgreements } from '../../../../src/rewording/agreement/agreements.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import type { Store } from '../../../../src/store/store.ts';
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
  const view = await agreements.open(rewording, 'prescriber');
  if (!view.ok) throw new Error(view.error.kind);
  return view.value.id;
}

describe('agreements kept in the store', () => {
  it('read back as they were left, at every step', async () => {
    const id = await open();
    const steps = [
      () =>
        agreements.act(id, 1, { kind: 'corrected', by: 'prescriber', need: 0, slot: 'budget', value: '6000 € TTC' }),
      () =>
        agreements.act(id, 2, {
          kind: 'term_corrected',
          by: 'buyer',
          term: { concept: 'mobilier' },
          wording: 'mobilier',
        }),
      () => agreements.act(id, 3, { kind: 'asked', by: 'buyer', text: 'Avec accoudoirs ?' }),
      () => agreements.act(id, 4, { kind: 'answered', by: 'prescriber', question: 4, text: 'Non.' }),
      () => agreements.act(id, 5, { kind: 'accepted', by: 'buyer' }),
      () => agreements.act(id, 6, { kind: 'accepted', by: 'prescriber' }),
      () => agreements.act(id, 7, { kind: 'reopened', by: 'buyer' }),
      () => agreements.act(id, 8, { kind: 'withdrawn', by: 'buyer' }),
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
    expect(read.ok && read.value.points).toHaveLength(4);
  });

  it('refuses a stale version, also of two that come at once, and keeps what stands', async () => {
    const id = await open();
    const both = await Promise.all([
      agreements.act(id, 1, { kind: 'accepted', by: 'buyer' }),
      agreements.act(id, 1, { kind: 'accepted', by: 'prescriber' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: { kind: 'stale' } }]);
    expect(await agreements.act(id, 1, { kind: 'accepted', by: 'prescriber' })).toEqual({
      ok: false,
      error: { kind: 'stale' },
    });
    expect(await agreements.act(id, 3, { kind: 'accepted', by: 'prescriber' })).toEqual({
      ok: false,
      error: { kind: 'stale' },
    });
    // Stale comes before the rules, which were looked at on another state.
    for (const by of ['buyer', 'prescriber'] as const)
      expect(await agreements.act(id, 1, { kind: 'accepted', by })).toEqual({ ok: false, error: { kind: 'stale' } });
    const read = await agreements.read(id);
    expect(read.ok && read.value.version).toBe(2);
  });

  it('says so when there is no such agreement', async () => {
    for (const id of ['nobody', '', '\0', '\ud800'])
      expect(await agreements.read(id)).toEqual({ ok: false, error: { kind: 'unknown_agreement' } });
    expect(await agreements.act('nobody', 1, { kind: 'accepted', by: 'buyer' })).toEqual({
      ok: false,
      error: { kind: 'unknown_agreement' },
    });
  });

  it('gathers the wordings people prefer, the most wanted first, the last of each agreement', async () => {
    const ids = [await open(), await open(), await open()];
    for (const id of ids)
      await agreements.act(id, 1, {
        kind: 'term_corrected',
        by: 'prescriber',
        term: { words: 'cantine' },
        wording: 'réfectoire',
      });
    const [first = '', second = '', third = ''] = ids;
    await agreements.act(first, 2, {
      kind: 'term_corrected',
      by: 'prescriber',
      term: { words: 'cantine' },
      wording: 'self',
    });
    await agreements.act(second, 2, {
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
    expect(await down.open(TO_BUYER, 'buyer')).toEqual(fault);
    expect(await down.read('x')).toEqual(fault);
    expect(await down.candidates()).toEqual(fault);
  });
});
