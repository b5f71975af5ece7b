import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, CaseEvent, Offer } from '../../src/handoff/case.ts';
import { applyEvent, draftCase } from '../../src/handoff/fold.ts';
import { noticesOf } from '../../src/handoff/notices.ts';
import type { CaseWrite, OutboxEntry } from '../../src/handoff/records/case-records.ts';
import type { Store } from '../../src/store/store.ts';
import { opened, type Place, type Places, postgresPlaces, sqlitePlaces, WRITTEN } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`cases on PostgreSQL skipped: ${POSTGRES.skipped}`);

const T0 = '2026-11-25T09:00:00.000Z';
const T1 = '2026-11-25T10:00:00.000Z';
const T2 = '2026-11-25T11:00:00.000Z';
const CONFLICT = { ok: false, error: { kind: 'version_conflict' } };

const drafted: Extract<CaseEvent, { kind: 'drafted' }> = {
  kind: 'drafted',
  at: T0,
  requester: { person: 'asker', organisation: 'vitre', role: 'buyer', address: { platform: 'web', conversation: 'c' } },
  brief: {
    question: "l'été\u0000 « 30 »",
    answered: undefined,
    need: undefined,
    competences: ['execution'],
    language: 'fr',
  },
};
const consented: CaseEvent = { kind: 'consented', at: T0, masked: ['Dupont'], suppliers: [], sameBodyPreferred: false };
const offered = (...who: string[]): CaseEvent => {
  const [first = offerTo('nobody'), ...rest] = who.map(offerTo);
  return { kind: 'offered', at: T0, wave: 1, offers: [first, ...rest] };
};
const offerTo = (reservist: string): Offer => ({ id: randomUUID(), reservist, expiresAt: T2 });

/** The write that adds events to a case as it was. */
function adding(before: Case, events: readonly CaseEvent[], nextTimerAt: string | undefined = T1): CaseWrite {
  let after = before;
  const notices = events.flatMap((event) => {
    const next = applyEvent(after, event);
    const sent = noticesOf(after, event, next);
    after = next;
    return sent;
  });
  return { after, events, notices, nextTimerAt };
}

describe.each<Places>([sqlitePlaces(), POSTGRES])('cases in a store: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    let place: Place;
    let store: Store;
    beforeAll(async () => {
      await places.begin();
      place = await places.place();
      store = await opened(place.connect());
    });
    afterAll(async () => {
      await store.close();
      await places.end();
    });

    async function draft(): Promise<Case> {
      const state = draftCase(randomUUID(), drafted);
      const write = { after: state, events: [drafted], notices: [], nextTimerAt: T2 };
      expect(await store.cases.write(write)).toEqual(WRITTEN);
      return state;
    }

    async function offeredTo(...who: string[]): Promise<Case> {
      const write = adding(await draft(), [consented, offered(...who)]);
      expect(await store.cases.write(write)).toEqual(WRITTEN);
      return write.after;
    }

    async function emptyOutbox(): Promise<readonly OutboxEntry[]> {
      const all: OutboxEntry[] = [];
      for (;;) {
        const taken = await store.outbox.take('2027-01-01T00:00:00.000Z', 1000, 1);
        if (!taken.ok || taken.value.length === 0) return all;
        all.push(...taken.value);
        for (const { id } of taken.value) await store.outbox.delivered(id, T1);
      }
    }

    const eventsOf = async (id: string) => {
      const events = await store.cases.eventsOf(id);
      return events.ok ? events.value : [];
    };

    it('makes due, of the queued cases, those that have waited longest, and no other', async () => {
      const queued: Case[] = [];
      for (let minute = 0; minute < 12; minute++) {
        const at = `2026-11-25T09:${String(minute).padStart(2, '0')}:00.000Z`;
        const write = adding(
          await draft(),
          [consented, { kind: 'queued', at, retryAt: T2, expectedAt: undefined }],
          T2,
        );
        expect(await store.cases.write(write)).toEqual(WRITTEN);
        queued.push(write.after);
      }
      const other = await offeredTo('bob');
      expect(await store.cases.hurryQueue(T0)).toMatchObject({ ok: true });
      const due = await store.cases.due(T0, 1000);
      const ids = due.ok ? due.value : [];
      expect(queued.slice(0, 10).every(({ id }) => ids.includes(id))).toBe(true);
      expect(queued.slice(10).some(({ id }) => ids.includes(id))).toBe(false);
      expect(ids).not.toContain(other.id);
    });

    it('gives back every event, whatever stands in its texts', async () => {
      const state = await offeredTo('r1');
      const events = await eventsOf(state.id);
      expect(events.map(({ kind }) => kind)).toEqual(['drafted', 'consented', 'offered']);
      expect(events[0]).toEqual(JSON.parse(JSON.stringify(drafted)));
      expect(await eventsOf('\0')).toEqual([]);
    });

    it('lets one of two claims at once through, and writes nothing of the other, not even its messages', async () => {
      const state = await offeredTo('r1', 'r2');
      const claims = state.offers.map(({ id, reservist }) =>
        adding(state, [{ kind: 'accepted', at: T1, offer: id, reservist }]),
      );
      const results = await Promise.all(claims.map((claim) => store.cases.write(claim)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results).toContainEqual(CONFLICT);
      expect((await eventsOf(state.id)).filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
      const told = (await emptyOutbox()).filter(({ notice }) => notice.case === state.id);
      expect(told.filter(({ notice }) => notice.kind === 'yours')).toHaveLength(1);
    });

    it('finds what is due, what a person has, what is open, and what reservists carry', async () => {
      const state = await offeredTo('r7', 'r8');
      const [first] = state.offers;
      const due = await store.cases.due(T1, 1000);
      expect(due.ok && due.value).toContain(state.id);
      const early = await store.cases.due(T0, 1000);
      expect(early.ok && early.value).not.toContain(state.id);
      const before = await store.cases.loads(T0);
      expect(before.ok && before.value.get('r7')).toEqual({ cases: 1, takenSince: 0, askedSince: 1 });

      const taken = adding(state, [{ kind: 'accepted', at: T1, offer: first?.id ?? '', reservist: 'r7' }]);
      await store.cases.write(taken);
      const loads = await store.cases.loads(T0);
      expect(loads.ok && loads.value.get('r7')).toEqual({ cases: 1, takenSince: 1, askedSince: 1 });
      expect(loads.ok && loads.value.get('r8')).toEqual({ cases: 0, takenSince: 0, askedSince: 1 });
      const mine = await store.cases.byReservist('r7');
      expect(mine.ok && mine.value).toMatchObject([{ id: state.id, status: 'accepted', holder: 'r7' }]);
      const others = await store.cases.byReservist('r8');
      expect(others.ok && others.value).toEqual([]);

      await store.cases.write(adding(taken.after, [{ kind: 'closed', at: T2, by: 'requester' }], undefined));
      const open = await store.cases.open();
      expect(open.ok && open.value.map(({ id }) => id)).not.toContain(state.id);
      const asked = await store.cases.byRequester('asker');
      expect(asked.ok && asked.value.map(({ id }) => id)).toContain(state.id);
      const after = await store.cases.loads(T0);
      expect(after.ok && after.value.get('r7')).toEqual({ cases: 0, takenSince: 1, askedSince: 1 });
    });

    it('gives each message to one worker at a time, again after the lease, never once delivered or given up', async () => {
      await emptyOutbox();
      const state = await offeredTo('r1');
      const other = await opened(place.connect());
      const taken = await Promise.all([store.outbox.take(T1, 10, 60_000), other.outbox.take(T1, 10, 60_000)]);
      const entries = taken.flatMap((one) => (one.ok ? one.value : []));
      expect(entries.map(({ notice }) => [notice.case, notice.kind])).toEqual([
        [state.id, 'offer'],
        [state.id, 'searching'],
      ]);
      expect(await store.outbox.take(T1, 10, 60_000)).toEqual({ ok: true, value: [] });
      const again = await other.outbox.take('2026-11-25T10:01:00.000Z', 10, 60_000);
      expect(again.ok && again.value.map(({ id, attempts }) => [id, attempts])).toEqual(
        entries.map(({ id }) => [id, 1]),
      );
      const [first, second] = entries;
      await store.outbox.delivered(first?.id ?? '', T2);
      await store.outbox.failed(second?.id ?? '', 'the person is gone', undefined);
      expect(await store.outbox.take('2027-01-01T00:00:00.000Z', 10, 1)).toEqual({ ok: true, value: [] });
      const lost = await store.outbox.givenUp();
      expect(lost.ok && lost.value.map(({ id, why }) => [id, why])).toContainEqual([second?.id, 'the person is gone']);
      await other.close();
    });

    it('never lets a later message of a case overtake an earlier one to the same reader, nor wait for another reader', async () => {
      await emptyOutbox();
      const state = await offeredTo('r1');
      const taken = adding(state, [
        { kind: 'accepted', at: T1, offer: state.offers[0]?.id ?? '', reservist: 'r1' },
        { kind: 'messaged', at: T1, from: 'reservist', text: 'un' },
        { kind: 'messaged', at: T1, from: 'reservist', text: 'deux' },
      ]);
      await store.cases.write(taken);
      const due = async (at: string) => {
        const entries = await store.outbox.take(at, 10, 60_000);
        return entries.ok
          ? entries.value.map(({ id, notice }) => ({ id, said: `${notice.to.kind} ${notice.kind}` }))
          : [];
      };
      const [offer, searching, ...none] = await due(T1);
      expect([offer?.said, searching?.said, none]).toEqual(['reservist offer', 'requester searching', []]);
      // The requester's first message has to be tried again: theirs wait, the reservist's go on.
      await store.outbox.failed(searching?.id ?? '', 'the platform is away', T2);
      await store.outbox.delivered(offer?.id ?? '', T1);
      expect((await due(T1)).map(({ said }) => said)).toEqual(['reservist yours']);
      const [again] = await due(T2);
      expect(again?.said).toBe('requester searching');
      await store.outbox.delivered(again?.id ?? '', T2);
      const [accepted] = await due(T2);
      expect(accepted?.said).toBe('requester accepted');
      // Given up, it is in nobody's way.
      await store.outbox.failed(accepted?.id ?? '', 'the person is gone', undefined);
      const [first] = await due(T2);
      expect(first?.said).toBe('requester relayed');
      await store.outbox.delivered(first?.id ?? '', T2);
      expect((await due(T2)).map(({ said }) => said)).toEqual(['requester relayed']);
    });

    it('delivers at once what was written, or put off, by a clock that ran ahead', async () => {
      const ahead = '2031-01-01T00:00:00.000Z';
      await emptyOutbox();
      const late = adding(await draft(), [consented, { ...offered('r1'), at: ahead }]);
      await store.cases.write(late);
      const entries = await store.outbox.take(T1, 10, 60_000);
      expect(entries.ok && entries.value).toHaveLength(2);
      const [first, second] = entries.ok ? entries.value : [];
      await store.outbox.failed(first?.id ?? '', 'not now', ahead);
      await store.outbox.delivered(second?.id ?? '', T1);
      const again = await store.outbox.take(T1, 10, 60_000);
      expect(again.ok && again.value.map(({ id }) => id)).toEqual([first?.id]);
      await store.outbox.delivered(first?.id ?? '', T1);
    });
  });
});
