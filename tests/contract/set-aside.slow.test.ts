import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAttempt } from '../../src/attempts/attempts.ts';
import { createWard } from '../../src/attempts/ward.ts';
import { createCases } from '../../src/handoff/cases.ts';
import { createCourier } from '../../src/handoff/courier.ts';
import { createMatcher } from '../../src/handoff/matcher.ts';
import type { InboundEvent } from '../../src/intake/inbound-records.ts';
import { createIntake } from '../../src/intake/intake.ts';
import type { Handle } from '../../src/intake/port/events.ts';
import { createLog } from '../../src/log.ts';
import { err, ok } from '../../src/result.ts';
import { fromStorable, toStorable } from '../../src/store/storable.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, mustBe, network, policy } from '../fixtures/network.ts';
import { opened, type Place, type Places, postgresPlaces, sqlitePlaces } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`what is set aside on PostgreSQL skipped: ${POSTGRES.skipped}`);

/** Any sequence of UTF-16 units, whole characters or not. */
const anyId = fc
  .array(
    fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0x1a, 0xd800, 0xdfff, 0xfdd0, 0xfffd, 0x61)),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((units) => String.fromCharCode(...units));

it('an id is stored as something else only where it must, and comes back as it was', () => {
  fc.assert(
    fc.property(anyId, (id) => {
      const stored = toStorable(id);
      expect(stored).not.toMatch(/\p{Surrogate}/u);
      expect(stored).not.toContain('\0');
      expect(fromStorable(stored)).toBe(id);
    }),
    { numRuns: 2_000 },
  );
  expect(toStorable('19:é😀_abc@thread.v2;messageid=17|edited')).toBe('19:é😀_abc@thread.v2;messageid=17|edited');
});

const log = createLog('silent');
const T0 = Date.parse('2026-11-25T09:00:00.000Z');
const iso = (seconds: number) => new Date(T0 + seconds * 1_000).toISOString();
const event = (id: string, lane = id): InboundEvent => ({
  platform: 'teams',
  event: id,
  lane,
  arrival: `${iso(0)}-${toStorable(id)}`,
  at: iso(0),
  body: { id },
});

describe.each<Places>([sqlitePlaces(), POSTGRES])('what is set aside: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    let place: Place;
    let store: Store;
    beforeAll(() => places.begin());
    afterAll(() => places.end());
    beforeEach(async () => {
      place = await places.place();
      store = await opened(place.connect());
    });
    afterEach(() => store.close());
    const names = async () => mustBe(await store.trials.setAside()).map(({ kind, id }) => `${kind} ${id}`);

    it('an event is known, taken and ended by its id as it was received, whatever the string', async () => {
      const ids = fc
        .sample(anyId, { numRuns: 60, seed: 7 })
        .concat(['a\ud800', 'a\ufffd', 'a\udc00', 'n\0', 'n', '\ud800']);
      const all = [...new Set(ids)].map((id) => event(id));
      const lease = { holder: 'one', until: iso(1) };
      expect(new Set(mustBe(await store.inbound.keep(all, [], lease)))).toEqual(new Set(['first']));
      expect(new Set(mustBe(await store.inbound.keep(all, [], lease)))).toEqual(new Set(['seen']));
      const taken = mustBe(await store.inbound.take(iso(2), 1_000, { holder: 'one', until: iso(9) }));
      expect(taken.map((one) => [one.event, one.lane]).sort()).toEqual(all.map((one) => [one.event, one.lane]).sort());
      mustBe(await store.inbound.keep([], taken, lease));
      expect(mustBe(await store.inbound.underWay())).toBe(0);
      const notes = all.map(({ event: key }) => ({
        platform: 'teams',
        kind: 'k',
        key,
        person: undefined,
        body: [key],
        expiresAt: undefined,
      }));
      mustBe(await store.platformNotes.putAll(notes));
      for (const note of notes) expect(mustBe(await store.platformNotes.get(note))).toEqual(note);
    });

    it('of what was in hand at a death each is tried alone, and the third death of one sets it aside', async () => {
      const keys = ['guilty', 'innocent'];
      mustBe(
        await store.inbound.keep(
          keys.map((id) => event(id)),
          [],
          { holder: 'first', until: iso(1) },
        ),
      );
      // The process lives: late in renewing, it is no death.
      expect(mustBe(await store.inbound.mourn(iso(2), 'first'))).toEqual([]);
      for (const [life, seconds] of [10, 20, 30].entries()) {
        const holder = `life ${life}`;
        expect(mustBe(await store.inbound.mourn(iso(seconds), holder))).toEqual(
          life < 2 ? [] : [{ platform: 'teams', event: 'guilty' }],
        );
        const lease = { holder, until: iso(seconds + 1) };
        expect(mustBe(await store.inbound.take(iso(seconds), 10, lease))).toEqual([]);
        expect(mustBe(await store.inbound.hasSuspects(iso(seconds)))).toBe(true);
        const taken = mustBe(await store.inbound.take(iso(seconds), 1, lease, true));
        expect(taken.map((one) => one.event)).toEqual([life < 2 ? 'guilty' : 'innocent']);
      }
      mustBe(await store.inbound.keep([], [event('innocent')], { holder: 'life 2', until: iso(31) }));
      expect(mustBe(await store.inbound.underWay())).toBe(0);
      expect(await names()).toEqual(['event teams guilty']);
      // Tried anew, with its words; then for good.
      const [found] = mustBe(await store.trials.setAside());
      if (found === undefined) throw new Error('nothing is set aside');
      expect(mustBe(await store.trials.release(found, 'retry', iso(40)))).toBe(true);
      expect(mustBe(await store.trials.release(found, 'retry', iso(40)))).toBe(false);
      const again = mustBe(await store.inbound.take(iso(41), 10, { holder: 'x', until: iso(50) }));
      expect(again).toMatchObject([{ event: 'guilty', body: { id: 'guilty' } }]);
    });

    it('what a process that was killed had in hand is forgotten once nobody tries it any more; what is set aside is not', async () => {
      const { trials } = store;
      const day = 86_400;
      const begin = (id: string, holder: string, seconds: number) =>
        trials.begin('message', id, { holder, now: iso(seconds), until: iso(seconds + 5) }).then(mustBe);
      await begin('left', 'killed', 0);
      await begin('tried again', 'killed', 0);
      await begin('tried again', 'alive', day);
      for (let n = 0; n < 3; n++) mustBe(await trials.fault('message', 'poison', iso(0)));
      const long = { cases: iso(0), exchanges: iso(0), agreements: iso(0), audit: iso(0), candidates: iso(0) };
      const purge = async (seconds: number) =>
        mustBe(await store.retention.purge({ ...long, now: iso(seconds) })).trials;
      expect(await purge(2 * day)).toBe(0);
      expect(await purge(2 * day + 1)).toBe(1);
      expect(mustBe(await trials.isSuspect('message', 'left', 'another'))).toBe(false);
      expect(mustBe(await trials.isSuspect('message', 'tried again', 'another'))).toBe(true);
      expect(await names()).toEqual(['message poison']);
      expect(await purge(3 * day + 1)).toBe(1);
      expect(await names()).toEqual(['message poison']);
    });

    it('a message or a timer that killed its process twice, then threw, is set aside; what an outage did is not counted', async () => {
      const { trials } = store;
      const begin = (holder: string, seconds: number) =>
        trials.begin('message', 'm', { holder, now: iso(seconds), until: iso(seconds + 5) });
      expect(mustBe(await begin('a', 0))).toBe('begun');
      mustBe(await trials.end('message', 'm', false));
      expect(mustBe(await trials.isSuspect('message', 'm', 'b'))).toBe(false);
      expect(mustBe(await begin('a', 1))).toBe('begun');
      expect(mustBe(await begin('b', 2))).toBe('elsewhere');
      expect(mustBe(await begin('b', 10))).toBe('begun');
      expect(mustBe(await trials.isSuspect('message', 'm', 'b'))).toBe(true);
      mustBe(await trials.end('message', 'm', false));
      expect(mustBe(await begin('b', 20))).toBe('begun');
      expect(mustBe(await begin('c', 30))).toBe('begun');
      expect(mustBe(await trials.fault('message', 'm', iso(31)))).toBe('set_aside');
      expect(mustBe(await begin('c', 40))).toBe('set_aside');
      expect(await names()).toEqual(['message m']);
      mustBe(await trials.begin('timer', 't', { holder: 'c', now: iso(0), until: iso(1) }));
      mustBe(await trials.end('timer', 't', true));
      expect(await names()).toEqual(['message m']);
    });

    it('an event that throws is set aside after the third time, and what stands behind it goes on', {
      timeout: 60_000,
    }, async () => {
      const start = Date.now();
      // A minute goes by in a third of a second.
      const now = () => new Date(T0 + (Date.now() - start) * 200);
      const heard: string[] = [];
      const handle: Handle = async (_body, { id }) => {
        heard.push(id);
        if (id === 'poison') throw new Error('a bug');
        if (id === 'outage' && heard.filter((one) => one === id).length < 6) return err({ kind: 'later', why: 'down' });
        return ok(undefined);
      };
      const ward = createWard();
      const intake = createIntake({
        records: store.inbound,
        handlerOf: () => handle,
        ward,
        log,
        now,
      });
      intake.start();
      const give = (id: string, lane: string) => intake.take({ platform: 'teams', id, lane, body: {} });
      await Promise.all([give('poison', 'a'), give('behind', 'a'), give('outage', 'b')]);
      await expect.poll(async () => mustBe(await store.inbound.underWay()), { timeout: 60_000 }).toBe(0);
      await intake.stop();
      expect(heard.filter((id) => id === 'poison')).toHaveLength(3);
      expect(heard.filter((id) => id === 'behind')).toHaveLength(1);
      expect(heard.filter((id) => id === 'outage')).toHaveLength(6);
      expect(await names()).toEqual(['event teams poison']);
    });

    it('a message and a timer that throw are set aside, and the others go on', {
      timeout: 60_000,
    }, async () => {
      const net = await network(store);
      const broken = await ask(net, 'Peut-on résilier ?');
      const other = await ask(net, 'Peut-on négocier ?');
      const delivered: string[] = [];
      let thrown = 0;
      const attempt = createAttempt({ trials: store.trials, ward: createWard(), now: net.now });
      const courier = createCourier({
        outbox: store.outbox,
        deliver: async ({ id, notice }) => {
          if (id.startsWith(broken) && notice.kind === 'offer') throw new Error('a bug');
          delivered.push(id);
          return ok(undefined);
        },
        onGone: async () => ok(undefined),
        attempt,
        now: net.now,
        onThrown: () => {
          thrown++;
        },
      });
      for (let turn = 0; turn < 6; turn++) {
        mustBe(await courier.deliverDue());
        net.wait(10);
      }
      const offers = (await names()).filter((name) => name.startsWith('message'));
      expect(offers.length).toBeGreaterThan(0);
      expect(thrown).toBe(3 * offers.length);
      expect(delivered.some((id) => id.startsWith(other))).toBe(true);
      expect(mustBe(await store.outbox.waiting())).toBe(0);

      // The next offers of that case cannot be made; the other case's are.
      const met: string[] = [];
      const { cases: records, reserve } = store;
      const match = createMatcher({ cases: records, reserve, isHoliday: () => false, promisedMinutes: 240 });
      const cases = createCases({
        records,
        match: async (state, at) => {
          if (state.id === broken) throw new Error('a bug');
          return match(state, at);
        },
        policy,
        now: net.now,
        newId: randomUUID,
        onDamaged: (id) => void met.push(id),
      });
      net.wait(24 * 60);
      for (let turn = 0; turn < 5; turn++) mustBe(await cases.ring(attempt));
      expect(met).toEqual([broken, broken, broken]);
      expect((await names()).filter((name) => name.startsWith('timer'))).toEqual([`timer ${broken}`]);
      expect(['offered', 'queued']).toContain(mustBe(await cases.read(other)).status);
    });

    it('what throws is tried three times, and an attempt tells so', async () => {
      const attempt = createAttempt({ trials: store.trials, ward: createWard(), now: () => new Date(T0) });
      const kinds: unknown[] = [];
      for (let n = 0; n < 4; n++) {
        const tried = mustBe(
          await attempt('words', 'w', async () => {
            throw new Error('a bug');
          }),
        );
        kinds.push(tried.kind === 'threw' ? tried.setAside : tried.kind);
      }
      expect(kinds).toEqual([false, false, true, 'set_aside']);
      expect(mustBe(await attempt('words', 'v', async () => ({ done: true, value: 1 })))).toEqual({
        kind: 'worked',
        value: 1,
      });
    });
  });
});
