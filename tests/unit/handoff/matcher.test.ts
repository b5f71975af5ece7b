import { beforeEach, describe, expect, it } from 'vitest';
import { applyEvent, draftCase } from '../../../src/handoff/fold.ts';
import { createMatcher } from '../../../src/handoff/matcher.ts';
import type { Loads } from '../../../src/handoff/records/case-records.ts';
import type { Reservist } from '../../../src/reserve/reservist.ts';
import { ok } from '../../../src/result.ts';
import { BODIES, mustBe, RESERVISTS } from '../../fixtures/network.ts';

/** A Wednesday, 10:00 in Paris. */
const NOW = Date.parse('2026-11-25T09:00:00Z');
const DAY = 86_400_000;
const at = new Date(NOW).toISOString();
const STATE = applyEvent(
  draftCase('k', {
    kind: 'drafted',
    at,
    requester: {
      person: 'anne',
      organisation: 'vitre',
      role: 'buyer',
      address: { platform: 'web', conversation: 'c' },
    },
    brief: { question: 'Q', answered: undefined, need: undefined, competences: ['execution'], language: 'fr' },
  }),
  { kind: 'consented', at, masked: [], suppliers: [], sameBodyPreferred: false },
);

let reservists: readonly Reservist[];
let loads: Loads;
let changes: number;
/** Days asked of the calendar: what unrolling costs. */
let days: number;
let match: ReturnType<typeof createMatcher>;
beforeEach(() => {
  reservists = RESERVISTS;
  loads = new Map();
  changes = 0;
  days = 0;
  match = createMatcher({
    cases: { loads: async () => ok(loads) },
    reserve: {
      reservists: async () => ok(reservists),
      organisations: async () => ok(BODIES),
      person: async () => ok(undefined),
      people: async () => ok([]),
      stamp: async () => ok(String(changes)),
    },
    isHoliday: () => {
      days++;
      return false;
    },
    promisedMinutes: 240,
  });
});

const names = async (now = NOW) =>
  mustBe(await match(STATE, now))
    .candidates.map(({ reservist }) => reservist)
    .sort();
const change = (id: string, over: Partial<Reservist>) => {
  reservists = reservists.map((one) => (one.id === id ? { ...one, ...over } : one));
  changes++;
};

describe('who may be asked, from the store as it is now', () => {
  it('follows the reserve from one case to the next', async () => {
    expect(await names()).toEqual(['r-bob', 'r-carl', 'r-dora']);
    change('r-bob', { pause: { until: undefined } });
    expect(await names()).toEqual(['r-carl', 'r-dora']);
    change('r-bob', { pause: undefined, conflicts: { organisations: ['vitre'], suppliers: [] } });
    expect(await names()).toEqual(['r-carl', 'r-dora']);
    reservists = reservists.filter(({ id }) => id !== 'r-carl');
    changes++;
    expect(await names()).toEqual(['r-dora']);
  });

  it('follows what each carries', async () => {
    await names();
    loads = new Map([
      ['r-bob', { cases: 20, takenSince: 0, askedSince: 0 }],
      ['r-carl', { cases: 0, takenSince: 2_000, askedSince: 0 }],
      ['r-gone', { cases: 1, takenSince: 1, askedSince: 1 }],
    ]);
    expect(await names()).toEqual(['r-dora']);
    loads = new Map();
    expect(await names()).toEqual(['r-bob', 'r-carl', 'r-dora']);
  });

  it('unrolls the calendar of whoever changed, and of everyone once a week', async () => {
    await names();
    const each = days / 3;
    expect(each).toBeGreaterThan(10);
    await names();
    expect(days).toBe(3 * each);
    change('r-bob', { monthlyMinutes: 90 });
    await names();
    expect(days).toBe(4 * each);
    await names(NOW + 6 * DAY);
    expect(days).toBe(4 * each);
    await names(NOW + 7 * DAY);
    expect(days).toBeGreaterThanOrEqual(7 * each);
  });
});
