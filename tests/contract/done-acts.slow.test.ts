import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../src/handoff/case.ts';
import { applyEvent, draftCase } from '../../src/handoff/fold.ts';
import { noticesOf } from '../../src/handoff/notices.ts';
import type { CaseWrite } from '../../src/handoff/records/case-records.ts';
import type { Store } from '../../src/store/store.ts';
import { event, opened, type Place, type Places, postgresPlaces, sqlitePlaces, WRITTEN } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`acts done once on PostgreSQL skipped: ${POSTGRES.skipped}`);

const AT = '2026-11-25T09:00:00.000Z';
const CONFLICT = { ok: false, error: { kind: 'version_conflict' } };
const doneTo = (ref: string) => ({ ok: false, error: { kind: 'done_before', ref } });
const drafted: Extract<CaseEvent, { kind: 'drafted' }> = {
  kind: 'drafted',
  at: AT,
  requester: { person: 'asker', organisation: 'vitre', role: 'buyer', address: { platform: 'web', conversation: 'c' } },
  brief: { question: 'q', answered: undefined, need: undefined, competences: [], language: 'fr' },
};

describe.each<Places>([sqlitePlaces(), POSTGRES])('acts that are done once: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    let place: Place;
    let stores: readonly Store[];
    let store: Store;
    /** At once: two connections; of SQLite one, as two in one process would wait for each other and not for the database. */
    const atOnce = (): readonly Store[] => (places.name === 'SQLite' ? [store] : stores);
    beforeAll(async () => {
      await places.begin();
      place = await places.place();
      // Two processes.
      stores = [await opened(place.connect()), await opened(place.connect())];
      [store] = stores as [Store, Store];
    });
    afterAll(async () => {
      for (const one of stores) await one.close();
      await places.end();
    });

    const drafting = (key: string | undefined): CaseWrite => ({
      after: draftCase(randomUUID(), drafted),
      events: [drafted],
      notices: [],
      nextTimerAt: undefined,
      key,
    });

    /** A case that is held, and the writing of one more message onto it. */
    async function messaging(key: string): Promise<CaseWrite> {
      const { after } = drafting(undefined);
      const steps: readonly CaseEvent[] = [
        { kind: 'consented', at: AT, masked: [], suppliers: [], sameBodyPreferred: false },
        { kind: 'offered', at: AT, wave: 1, offers: [{ id: randomUUID(), reservist: 'r1', expiresAt: AT }] },
      ];
      const offered = steps.reduce(applyEvent, after);
      const accepted: CaseEvent = { kind: 'accepted', at: AT, offer: offered.offers[0]?.id ?? '', reservist: 'r1' };
      const held = applyEvent(offered, accepted);
      const events = [drafted, ...steps, accepted];
      expect(await store.cases.write({ after: held, events, notices: [], nextTimerAt: undefined })).toEqual(WRITTEN);
      const message: CaseEvent = { kind: 'messaged', at: AT, from: 'requester', text: 'Bonjour' };
      const said = applyEvent(held, message);
      return { after: said, events: [message], notices: noticesOf(held, message, said), nextTimerAt: undefined, key };
    }

    const eventsOf = async (id: string) => {
      const events = await store.cases.eventsOf(id);
      return events.ok ? events.value.map(({ kind }) => kind) : [];
    };
    const waiting = async () => {
      const count = await store.outbox.waiting();
      return count.ok ? count.value : -1;
    };

    it('a case drafted again under its key is not, and the first one is named', async () => {
      const key = randomUUID();
      const [first, second] = [drafting(key), drafting(key)];
      expect(await store.cases.findDone(key)).toEqual({ ok: true, value: undefined });
      expect(await store.cases.write(first)).toEqual(WRITTEN);
      expect(await store.cases.write(second)).toEqual(doneTo(first.after.id));
      expect(await eventsOf(second.after.id)).toEqual([]);
      expect(await store.cases.findDone(key)).toEqual({ ok: true, value: first.after.id });
      expect(await store.cases.write(drafting(randomUUID()))).toEqual(WRITTEN);
      expect(await store.cases.write(drafting(undefined))).toEqual(WRITTEN);
    });

    it('of one key many times at once, one act is done', async () => {
      for (let round = 0; round < 10; round += 1) {
        const key = randomUUID();
        const writes = [0, 1, 2, 3].map(() => drafting(key));
        const results = await Promise.all(writes.map((write, i) => atOnce()[i % atOnce().length]?.cases.write(write)));
        const done = writes.filter((_, i) => results[i]?.ok);
        expect(done).toHaveLength(1);
        const ref = done[0]?.after.id ?? '';
        expect(results.filter((result) => !result?.ok)).toEqual([doneTo(ref), doneTo(ref), doneTo(ref)]);
        for (const { after } of writes) expect(await eventsOf(after.id)).toHaveLength(after.id === ref ? 1 : 0);
      }
    });

    it('a message written again under its key is neither kept nor told again', async () => {
      const message = await messaging(randomUUID());
      const before = await waiting();
      expect(await store.cases.write(message)).toEqual(WRITTEN);
      const told = await waiting();
      expect(told).toBe(before + message.notices.length);
      const again = { ...message, after: { ...message.after, version: message.after.version + 1 } };
      expect(await store.cases.write(again)).toEqual(doneTo(message.after.id));
      expect((await eventsOf(message.after.id)).filter((kind) => kind === 'messaged')).toHaveLength(1);
      expect(await waiting()).toBe(told);
    });

    it('an act that was refused has not used up its key', async () => {
      const message = await messaging(randomUUID());
      const late = { ...message, after: { ...message.after, version: message.after.version + 5 } };
      expect(await store.cases.write(late)).toEqual(CONFLICT);
      expect(await store.cases.findDone(message.key ?? '')).toEqual({ ok: true, value: undefined });
      expect(await store.cases.write(message)).toEqual(WRITTEN);
    });

    it('a key serves one act, of a case or of an agreement', async () => {
      const key = randomUUID();
      const id = randomUUID();
      expect(await store.agreementEvents.append(event(id, 1), key)).toEqual(WRITTEN);
      expect(await store.agreementEvents.append(event(id, 2), key)).toEqual(doneTo(id));
      expect(await store.agreementEvents.append(event(randomUUID(), 1), key)).toEqual(doneTo(id));
      expect(await store.cases.write(drafting(key))).toEqual(doneTo(id));
      expect(await store.agreementEvents.findDone(key)).toEqual({ ok: true, value: id });
      expect(await store.agreementEvents.of(id)).toEqual({ ok: true, value: [event(id, 1)] });
    });

    it('an event of an agreement that came too late has not used up its key', async () => {
      const [key, id] = [randomUUID(), randomUUID()];
      expect(await store.agreementEvents.append(event(id, 2), key)).toEqual(CONFLICT);
      const both = await Promise.all(
        [0, 1].map((i) => (atOnce()[i] ?? store).agreementEvents.append(event(id, 1), key)),
      );
      expect(both).toContainEqual(WRITTEN);
      expect(both).toContainEqual(doneTo(id));
    });

    it('keys go with the events of platforms', async () => {
      const key = randomUUID();
      await store.cases.write(drafting(key));
      const early = '2020-01-01T00:00:00.000Z';
      const cutoffs = { cases: early, exchanges: AT, agreements: early, audit: early, candidates: early, now: early };
      await store.retention.purge(cutoffs);
      expect((await store.cases.findDone(key)).ok && (await store.cases.write(drafting(key)))).not.toEqual(WRITTEN);
      const later = await store.retention.purge({ ...cutoffs, exchanges: '2026-11-25T09:00:00.001Z' });
      expect(later.ok && later.value.done_acts).toBeGreaterThan(0);
      expect(await store.cases.write(drafting(key))).toEqual(WRITTEN);
    });
  });
});
