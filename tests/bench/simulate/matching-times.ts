import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, type Random } from '../../../scripts/random.ts';
import { createIsHoliday } from '../../../src/days/public-holidays.ts';
import type { Case, CaseEvent, Offer } from '../../../src/handoff/case.ts';
import { applyEvent, draftCase } from '../../../src/handoff/fold.ts';
import { createMatcher } from '../../../src/handoff/matcher.ts';
import { createLog } from '../../../src/log.ts';
import { ok } from '../../../src/result.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { COMPETENCES, makeNetwork, type Network } from './network.ts';

const AT = '2027-02-02T09:30:00.000Z';
const LATER = '2027-02-02T15:00:00.000Z';

/**
 * Milliseconds one look for someone takes, at the median and at the 95th percentile, as the assistant does it: the loads read
 * from a store (SQLite) with that many open cases, everyone barred or scored. Left out is what is done once a week or when
 * someone of the reserve changes: reading the reserve and unrolling its calendars; `preparing` says what that takes.
 */
export async function matchingTimes(size: {
  readonly reservists: number;
  readonly cases: number;
  readonly seed: number;
}) {
  const random = createRandom(size.seed);
  const network = makeNetwork(random, size.reservists);
  const folder = mkdtempSync(join(tmpdir(), 'truchement-matching-'));
  const store = await openStore({ data: folder, databaseUrl: undefined, log: createLog('silent') });
  try {
    const open = await openCases(store, network, random, size.cases);
    const match = createMatcher({
      cases: store.cases,
      reserve: {
        reservists: async () => ok(network.reservists),
        organisations: async () => ok(network.organisations),
        person: async () => ok(undefined),
        people: async () => ok([]),
        stamp: async () => ok('1'),
      },
      isHoliday: createIsHoliday(),
      promisedMinutes: 240,
    });
    const times: number[] = [];
    for (const state of open) {
      const started = performance.now();
      const matched = await match(state, Date.parse(AT));
      times.push(performance.now() - started);
      if (!matched.ok) throw new Error('the store is down');
    }
    const [preparing = 0, ...each] = times;
    const sorted = each.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0;
    return { p50: at(0.5), p95: at(0.95), preparing };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Cases that seek someone: half of them after one who was asked declined, and half while another offer is open. */
async function openCases(store: Store, network: Network, random: Random, count: number): Promise<readonly Case[]> {
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const open: Case[] = [];
  for (let i = 0; i < count; i++) {
    const drafted: Extract<CaseEvent, { kind: 'drafted' }> = {
      kind: 'drafted',
      at: AT,
      requester: {
        person: `a${i}`,
        organisation: pick(network.organisations).id,
        role: 'buyer',
        address: { platform: 'web', conversation: `${i}` },
      },
      brief: { question: '', answered: undefined, need: undefined, competences: [pick(COMPETENCES)], language: 'fr' },
    };
    const { id, reservist }: Pick<Offer, 'id' | 'reservist'> = {
      id: `offer ${i}`,
      reservist: pick(network.reservists).id,
    };
    const events: CaseEvent[] = [
      { kind: 'consented', at: AT, masked: [], suppliers: [], sameBodyPreferred: false },
      { kind: 'offered', at: AT, wave: 1, offers: [{ id, reservist, expiresAt: LATER }] },
    ];
    if (i % 2 === 0) events.push({ kind: 'declined', at: AT, offer: id, reservist, reason: undefined });
    const after = events.reduce(applyEvent, draftCase(`k${i}`, drafted));
    const written = await store.cases.write({ after, events: [drafted, ...events], notices: [], nextTimerAt: LATER });
    if (!written.ok) throw new Error('the store is down');
    open.push({ ...after, status: 'consented', offers: [] });
  }
  return open;
}
