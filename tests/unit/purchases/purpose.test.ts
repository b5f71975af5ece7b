import { describe, expect, it } from 'vitest';
import type { PurchaseAct } from '../../../src/purchases/port/purchasing.ts';
import { effectsFor, readEffects } from '../../../src/purchases/purposes.ts';
import { ok } from '../../../src/result.ts';
import { PURPOSE_THEMES } from '../../../src/vocabulary/purchases.ts';
import { CHAIRS, createTown, got } from './town.ts';

const attempt = async <T>(_kind: unknown, _id: unknown, work: () => Promise<{ value: T }>) =>
  ok({ kind: 'worked' as const, value: (await work()).value });
const MONTH = 31 * 86_400_000;

async function sent() {
  const town = createTown();
  const draft = got(await town.purchasing.draft('maelle', CHAIRS));
  got(await town.purchasing.act('maelle', draft.id, { kind: 'send' }));
  return { ...town, id: draft.id };
}

const purposed: PurchaseAct = { kind: 'purpose', serves: 'asseoir les CP', effects: ['reemploi'], recall: 12 };

describe('what a purchase is for', () => {
  it('is offered of its class first, six at most, and every theme has an effect that holds anywhere or somewhere', () => {
    const all = readEffects('knowledge');
    expect(new Set(all.map(({ theme }) => theme))).toEqual(new Set(PURPOSE_THEMES));
    const food = effectsFor(all, '15811100-7');
    expect(food[0]?.id).toBe('produits-bio-durables');
    expect(food.length).toBeLessThanOrEqual(6);
    expect(new Set(effectsFor(all, undefined).map(({ theme }) => theme)).size).toBe(effectsFor(all, undefined).length);
  });

  it('is kept with its measure, asked again on the day chosen even once all is over, and its answer is kept', async () => {
    const { purchasing, records, clock, id } = await sent();
    const kept = got(await purchasing.act('maelle', id, purposed));
    expect(kept.purpose).toMatchObject({ serves: 'asseoir les CP', recall: '2027-11-25', recalled: false });
    expect(kept.purpose).toMatchObject({
      leaves: [{ theme: 'environnement', measure: expect.stringContaining('part') }],
    });
    got(await purchasing.act('nadia', id, { kind: 'take' }));
    got(await purchasing.act('nadia', id, { kind: 'move', to: 'closed', why: '' }));
    records.told.length = 0;
    clock.now += 11 * MONTH;
    await purchasing.ring(attempt);
    expect(records.told).toEqual([]);
    clock.now += 2 * MONTH;
    await purchasing.ring(attempt);
    await purchasing.ring(attempt);
    expect(records.told.map(({ person }) => person)).toEqual(['maelle', 'nadia']);
    expect(records.told[0]?.text).toMatch(/réemploi.*Était-ce le cas/);
    expect(got(await purchasing.view('maelle', id)).waits).toBe('you');
    const after = got(await purchasing.act('maelle', id, { kind: 'outcome', was: 'partly', text: '12 sur 30' }));
    expect(after.purpose).toMatchObject({ outcome: { was: 'partly', text: '12 sur 30' } });
    expect(after.waits).toBeUndefined();
    expect(await purchasing.act('maelle', id, { kind: 'outcome', was: 'yes', text: '' })).toMatchObject({
      error: { kind: 'stale' },
    });
  });

  it('is passed in one press, and may still be said later', async () => {
    const { purchasing, id } = await sent();
    const passed = got(await purchasing.act('maelle', id, { kind: 'skip_purpose' }));
    expect(passed.may).not.toContain('skip_purpose');
    expect(passed.purpose).toBe('skipped');
    expect(got(await purchasing.act('nadia', id, purposed)).purpose).toMatchObject({ serves: 'asseoir les CP' });
  });

  it('says nothing in an empty form', async () => {
    const { purchasing, id } = await sent();
    const empty: PurchaseAct = { kind: 'purpose', serves: ' ', effects: [], recall: 0 };
    expect(await purchasing.act('maelle', id, empty)).toEqual({ ok: false, error: { kind: 'empty' } });
  });
});
