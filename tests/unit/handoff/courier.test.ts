import { expect, it } from 'vitest';
import { createCourier, type Deliver } from '../../../src/handoff/courier.ts';
import type { Outbox, OutboxEntry } from '../../../src/handoff/records/case-records.ts';
import { err, ok } from '../../../src/result.ts';

const NOW = new Date('2026-11-25T09:00:00.000Z');

/** What becomes of one message that was tried so often before. */
async function deliverAfter(
  attempts: number,
  deliver: Deliver,
  onGone: () => ReturnType<Parameters<typeof createCourier>[0]['onGone']> = async () => ok(undefined),
) {
  const entry: OutboxEntry = {
    id: 'm',
    notice: { to: { kind: 'requester' }, case: 'k', kind: 'accepted' },
    attempts,
    at: NOW.toISOString(),
  };
  const kept: unknown[] = [];
  const outbox: Outbox = {
    take: async () => ok([entry]),
    delivered: async (id) => ok(void kept.push(['delivered', id])),
    failed: async (id, why, again) => ok(void kept.push(['failed', id, why, again])),
    again: async () => ok(false),
    givenUp: async () => ok([]),
    waiting: async () => ok(1),
  };
  const courier = createCourier({
    outbox,
    deliver,
    onGone,
    attempt: async (_kind, _id, work) => ok({ kind: 'worked', value: (await work()).value }),
    now: () => NOW,
    onThrown: (_entry, error) => {
      throw error;
    },
  });
  return { done: await courier.deliverDue(), kept };
}
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000).toISOString();
const DOWN: Deliver = async () => err({ kind: 'later', why: 'down' });

it.each([
  [0, 5],
  [1, 10],
  [4, 80],
  [16, 3_600],
])('waits longer each time a platform is down: after %i tries, %i seconds', async (attempts, seconds) => {
  expect((await deliverAfter(attempts, DOWN)).kept).toEqual([['failed', 'm', 'down', later(seconds)]]);
});

it('gives up after eighteen tries, but for a platform that says when to come back', async () => {
  expect((await deliverAfter(17, DOWN)).kept).toEqual([['failed', 'm', 'down', undefined]]);
  const busy: Deliver = async () => err({ kind: 'later', why: 'busy', afterMs: 7_000 });
  expect((await deliverAfter(40, busy)).kept).toEqual([['failed', 'm', 'busy', later(7)]]);
});

it('keeps a message to someone who has gone until their case goes on without them', async () => {
  const gone: Deliver = async () => err({ kind: 'gone', why: 'left' });
  const down = { kind: 'store_down', reason: 'busy' } as const;
  expect(await deliverAfter(0, gone, async () => err(down))).toEqual({ done: err(down), kept: [] });
  expect((await deliverAfter(0, gone)).kept).toEqual([['failed', 'm', 'left', undefined]]);
});
