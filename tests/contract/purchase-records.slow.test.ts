import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyToPurchase, emptyPurchase } from '../../src/purchases/fold.ts';
import type { Purchase, PurchaseEvent } from '../../src/purchases/purchase.ts';
import type { PurchaseWrite } from '../../src/purchases/purchase-records.ts';
import type { Store } from '../../src/store/store.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces, WRITTEN } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`purchases on PostgreSQL skipped: ${POSTGRES.skipped}`);

const at = '2026-11-25T09:00:00.000Z';
const later = '2026-11-25T10:00:00.000Z';
const CONFLICT = { ok: false, error: { kind: 'version_conflict' } };

const begun: PurchaseEvent = {
  kind: 'opened',
  key: 'o',
  at,
  by: 'anne',
  organisation: 'vitre',
  words: 'l’été\u0000 «30» chaises',
  form: { title: '30 chaises', lines: [], asks: [] },
  buyers: ['nadia'],
  inbox: [],
  contracts: [],
};
const sent: PurchaseEvent = { kind: 'sent', key: 's', at: later, by: 'anne' };

const adding = (
  before: Purchase,
  events: readonly PurchaseEvent[],
  more: Partial<PurchaseWrite> = {},
): PurchaseWrite => ({
  after: events.reduce(applyToPurchase, before),
  events,
  tellings: [],
  nextTimerAt: undefined,
  ...more,
});

describe.each<Places>([sqlitePlaces(), POSTGRES])('purchases in a store: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    let store: Store;
    beforeAll(async () => {
      await places.begin();
      store = await opened((await places.place()).connect());
    });
    afterAll(async () => {
      await store.close();
      await places.end();
    });

    it('keeps every event as it was, and of two writes at once takes one', async () => {
      const { purchases } = store;
      const first = adding(emptyPurchase('a'), [begun]);
      expect(await purchases.write(first)).toEqual(WRITTEN);
      expect(await purchases.write(first)).toEqual(CONFLICT);
      const next = adding(first.after, [sent]);
      const both = await Promise.all([purchases.write(next), purchases.write(next)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both).toContainEqual(CONFLICT);
      expect(await purchases.eventsOf('a')).toEqual({ ok: true, value: [begun, sent] });
      expect(await purchases.eventsOf('a\0')).toEqual({ ok: true, value: [] });
    });

    it('is nobody’s but its author’s until it is sent, then of all who are named', async () => {
      const { purchases } = store;
      const draft = adding(emptyPurchase('b'), [{ ...begun, by: 'bob', buyers: ['nora'] }]);
      await purchases.write(draft);
      expect(await purchases.of('nora')).toEqual({ ok: true, value: [] });
      await purchases.write(adding(draft.after, [sent]));
      expect(await purchases.of('nora')).toMatchObject({ value: [{ id: 'b', side: 'buyer', stage: 'received' }] });
      expect(await purchases.of('bob')).toMatchObject({
        value: [{ id: 'b', side: 'prescriber', title: '30 chaises' }],
      });
    });

    it('goes with a body that turns out to be another, and a draft that was never sent goes after its time', async () => {
      const { purchases, reserve, retention } = store;
      const body = { publicClass: 'commune', territories: [], siret: '21350001900017' };
      await reserve.saveOrganisation({ ...body, id: 'one', name: 'Vitré' });
      await reserve.saveOrganisation({ ...body, id: 'two', name: 'Vitré' });
      await purchases.write(adding(emptyPurchase('m'), [{ ...begun, organisation: 'two', by: 'mona' }]));
      expect(await reserve.uniteBodies()).toEqual({ ok: true, value: 1 });
      const moved = await purchases.eventsOf('m');
      expect(moved).toMatchObject({ value: [{ organisation: 'one' }] });
      expect(await purchases.of('mona')).toMatchObject({ value: [{ organisation: 'one' }] });
      const before = '2000-01-01T00:00:00.000Z';
      const cutoffs = { cases: before, agreements: before, audit: before, candidates: before, now: before };
      await retention.purge({ ...cutoffs, exchanges: before });
      expect(await purchases.of('mona')).toMatchObject({ value: [{ id: 'm' }] });
      await retention.purge({ ...cutoffs, exchanges: '2027-01-01T00:00:00.000Z' });
      expect(await purchases.of('mona')).toEqual({ ok: true, value: [] });
      expect(await purchases.eventsOf('m')).toEqual({ ok: true, value: [] });
      // One that was sent is no draft.
      expect(await purchases.of('nora')).toMatchObject({ value: [{ id: 'b' }] });
    });

    it('writes the words to people with what they tell of, once under one key, or nothing of both', async () => {
      const { purchases, training } = store;
      const told = { tellings: [{ person: 'zoe', text: 'Une demande' }], key: 'once' };
      expect(await purchases.write(adding(emptyPurchase('c'), [begun], told))).toEqual(WRITTEN);
      expect(await purchases.write(adding(emptyPurchase('d'), [begun], told))).toEqual({
        ok: false,
        error: { kind: 'done_before', ref: 'c' },
      });
      const refused = { tellings: [{ person: 'zoe', text: 'Deux fois' }] };
      expect(await purchases.write(adding(emptyPurchase('c'), [begun], refused))).toEqual(CONFLICT);
      const words = await training.messagesTo('zoe', 10);
      expect(words).toMatchObject({ value: [{ body: { text: 'Une demande', purchase: 'c' } }] });
      expect(await purchases.eventsOf('d')).toEqual({ ok: true, value: [] });
    });

    it('is due at its time, the most overdue first', async () => {
      const { purchases } = store;
      await purchases.write(adding(emptyPurchase('late'), [begun], { nextTimerAt: at }));
      await purchases.write(adding(emptyPurchase('soon'), [begun], { nextTimerAt: later }));
      expect(await purchases.due(at, 10)).toEqual({ ok: true, value: ['late'] });
      expect(await purchases.due(later, 10)).toEqual({ ok: true, value: ['late', 'soon'] });
      expect(await purchases.due(later, 1)).toEqual({ ok: true, value: ['late'] });
    });

    it('lose whoever is erased, their words kept for the other side without their name', async () => {
      const { purchases, retention } = store;
      const said: PurchaseEvent = {
        at: later,
        key: 'said',
        by: 'paul',
        kind: 'said',
        side: 'prescriber',
        text: 'Paul Martin passe les voir mardi',
        reworded: 'Visite mardi',
      };
      const draft = adding(emptyPurchase('e'), [{ ...begun, by: 'paul', buyers: ['nora'] }, sent, said]);
      await purchases.write(draft);
      const erased = await retention.erase({
        person: 'paul',
        alias: 'forgotten:1',
        reservist: undefined,
        event: (event) => event,
        notice: (notice) => notice,
        seal: (text) => text.replace('Paul Martin', '[masqué]'),
      });
      expect(erased).toEqual(WRITTEN);
      expect(await purchases.of('paul')).toEqual({ ok: true, value: [] });
      expect(await purchases.of('nora')).toMatchObject({
        value: expect.arrayContaining([expect.objectContaining({ id: 'e' })]),
      });
      const kept = await purchases.eventsOf('e');
      expect(JSON.stringify(kept)).not.toMatch(/paul/i);
      expect(kept).toMatchObject({
        value: [
          { kind: 'opened', by: 'forgotten:1' },
          { kind: 'sent' },
          { text: '[masqué] passe les voir mardi', by: 'forgotten:1' },
        ],
      });
    });

    it('go after their time once they are over, and not before', async () => {
      const { purchases, retention } = store;
      const over: PurchaseEvent = { at, key: 'over', by: 'nora', kind: 'moved', to: 'closed' };
      await purchases.write(adding(emptyPurchase('over'), [{ ...begun, by: 'old', at }, { ...sent, at }, over]));
      await purchases.write(
        adding(emptyPurchase('open'), [
          { ...begun, by: 'old', at },
          { ...sent, at },
        ]),
      );
      const cutoffs = {
        cases: at,
        exchanges: at,
        agreements: '2030-01-01T00:00:00.000Z',
        audit: at,
        candidates: at,
        now: at,
      };
      expect(await retention.purge(cutoffs)).toMatchObject({ value: { purchases: 1 } });
      expect(await purchases.eventsOf('over')).toEqual({ ok: true, value: [] });
      expect(await purchases.of('old')).toMatchObject({ value: [{ id: 'open' }] });
    });
  });
});
