import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../src/store/run.ts';
import { mustBe } from '../fixtures/network.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`how the store stands on PostgreSQL skipped: ${POSTGRES.skipped}`);
const at = (minute: number) => `2026-11-25T08:${String(minute).padStart(2, '0')}:00.000Z`;

async function fill(db: Db): Promise<void> {
  const one = { version: 1, requester: 'r', organisation: 'o', holder: null, opened_at: at(0), next_timer_at: null };
  await db
    .insertInto('cases')
    .values([
      { ...one, id: 'a', status: 'queued', since: at(3) },
      { ...one, id: 'b', status: 'queued', since: at(1) },
      { ...one, id: 'c', status: 'closed', since: at(2) },
    ])
    .execute();
  const message = { case_id: 'a', at: at(0), body: '{}', attempts: 0, why: null, delivered_at: null };
  await db
    .insertInto('outbox')
    .values([
      // The first of its lane is put off: the one behind it is not late.
      { ...message, id: '1', ordinal: 1, lane: 'x', next_at: at(50) },
      { ...message, id: '2', ordinal: 2, lane: 'x', next_at: at(1) },
      { ...message, id: '3', ordinal: 3, lane: 'y', next_at: at(4) },
      { ...message, id: '4', ordinal: 4, lane: 'y', next_at: null, why: 'gone' },
      { ...message, id: '5', ordinal: 5, lane: 'y', next_at: null, delivered_at: at(5) },
    ])
    .execute();
}

describe.each<Places>([sqlitePlaces(), POSTGRES])('how the store stands: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    it('counts what waits, since when it is due, what was given up, and the cases by state', async () => {
      const { connect } = await places.place();
      const backend = connect();
      const store = await opened(backend);
      const none = { count: 0, dueSince: undefined };
      expect(mustBe(await store.watching.standing(at(10)))).toEqual({
        outbox: none,
        givenUp: 0,
        inbound: none,
        cases: [],
      });
      await fill(backend.db);
      const event = { platform: 'slack', event: 'e', lane: 'l', arrival: '1', at: at(0), body: null };
      mustBe(await store.inbound.keep([event], [], { holder: 'h', until: at(6) }));
      expect(mustBe(await store.watching.standing(at(10)))).toEqual({
        outbox: { count: 3, dueSince: at(4) },
        givenUp: 1,
        inbound: { count: 1, dueSince: at(6) },
        cases: [
          { status: 'closed', count: 1, since: at(2) },
          { status: 'queued', count: 2, since: at(1) },
        ],
      });
      await store.close();
    });
  });
});
