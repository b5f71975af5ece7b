import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../src/result.ts';
import { createMetrics } from '../../../src/watching/metrics.ts';
import { findUnready } from '../../../src/watching/ready.ts';
import type { Standing, StandingRecords } from '../../../src/watching/standing-records.ts';

const NOW = new Date('2026-11-28T10:00:00.000Z');
const now = () => NOW;
const IDLE: Standing = {
  outbox: { count: 0, dueSince: undefined },
  givenUp: 0,
  inbound: { count: 0, dueSince: undefined },
  cases: [],
};
const kept = (standing: Partial<Standing>): StandingRecords => ({ standing: async () => ok({ ...IDLE, ...standing }) });
const DOWN: StandingRecords = { standing: async () => err({ kind: 'store_down', reason: 'unreachable' }) };
const due = (minutes: number) => ({ count: 2, dueSince: new Date(NOW.getTime() - minutes * 60_000).toISOString() });

describe('findUnready', () => {
  it('is ready where the store answers, something is indexed, and what is due is done', async () => {
    expect(await findUnready({ records: kept({ outbox: due(4) }), passages: 3, now })).toEqual([]);
  });

  it('names the store, an empty index, and what nobody takes', async () => {
    expect(await findUnready({ records: DOWN, passages: 0, now })).toEqual([
      { what: 'store', why: 'unreachable' },
      { what: 'index', why: 'empty' },
    ]);
    expect(await findUnready({ records: kept({ outbox: due(6), inbound: due(10) }), passages: 3, now })).toEqual([
      { what: 'outbox', why: 'late', seconds: 360 },
      { what: 'inbound', why: 'late', seconds: 600 },
    ]);
  });
});

describe('createMetrics', () => {
  it('counts requests by route, what waits, and cases with the longest wait; a state that empties has no line left', async () => {
    let cases: Standing['cases'] = [{ status: 'queued', count: 2, since: '2026-11-28T08:00:00.000Z' }];
    const records: StandingRecords = { standing: async () => ok({ ...IDLE, outbox: due(1), givenUp: 1, cases }) };
    const metrics = createMetrics(records, now);
    metrics.served({ method: 'GET', route: '/dossier/:id', status: 200, ms: 12 });
    const text = await metrics.render();
    for (const line of [
      'truchement_http_seconds_bucket{le="0.025",method="GET",route="/dossier/:id",status="200"} 1',
      'truchement_waiting{of="outbox"} 2',
      'truchement_late_seconds{of="outbox"} 60',
      'truchement_given_up 1',
      'truchement_cases{status="queued"} 2',
      'truchement_case_waiting_seconds{status="queued"} 7200',
      'truchement_store_up 1',
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).toContain('process_resident_memory_bytes');
    cases = [];
    expect(await metrics.render()).not.toContain('status="queued"');
  });

  it('says that the store is down, and goes on', async () => {
    expect(await createMetrics(DOWN, now).render()).toContain('truchement_store_up 0\n');
  });
});
