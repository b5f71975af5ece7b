import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldPurchase } from '../../../src/purchases/fold.ts';
import type { PurchaseEvent } from '../../../src/purchases/purchase.ts';
import { waitsFor } from '../../../src/purchases/waiting.ts';
import { PURCHASE_STAGES } from '../../../src/vocabulary/purchases.ts';

const form = { title: 'chaises', lines: [{ name: 'Objet', value: '30 chaises' }], asks: [] };
const person = fc.constantFrom('anne', 'bob', 'cyr');
const side = fc.constantFrom('prescriber' as const, 'buyer' as const);
const words = fc.constantFrom('oui', 'non', '');

const anyStep = fc.oneof(
  fc.record({
    kind: fc.constant('opened' as const),
    organisation: fc.constantFrom('vitre', ''),
    words,
    form: fc.constant(form),
    buyers: fc.array(person, { maxLength: 2 }),
    inbox: fc.array(person, { maxLength: 2 }),
    contracts: fc.constant([]),
  }),
  fc.record({ kind: fc.constant('form' as const), words, form: fc.constant(form) }),
  fc.record({ kind: fc.constant('sent' as const) }),
  fc.record({ kind: fc.constant('named' as const), person, side }),
  fc.record({ kind: fc.constantFrom('said' as const, 'asked' as const), side, text: words, reworded: words }),
  fc.record({
    kind: fc.constant('answered' as const),
    side,
    question: fc.constantFrom('0', '1', '2', '3'),
    text: words,
    reworded: words,
  }),
  fc.record({ kind: fc.constant('agreed' as const), side, form: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant('moved' as const), to: fc.constantFrom(...PURCHASE_STAGES) }),
  fc.record({ kind: fc.constant('reminded' as const), side }),
  fc.constant({ kind: 'escalated' as const }),
  fc.record({ kind: fc.constant('decided' as const), what: words, why: words }),
  fc.record({ kind: fc.constant('file_named' as const), name: words }),
  fc.record({ kind: fc.constant('reservist_joined' as const), case: words }),
  fc.record({
    kind: fc.constant('purpose' as const),
    serves: words,
    leaves: fc.constant([]),
    recall: fc.constantFrom('2027-01-01', '2026-01-01'),
  }),
  fc.record({ kind: fc.constant('help_asked' as const), case: words, section: fc.constantFrom([], ['a', 'b']) }),
  fc.record({
    kind: fc.constantFrom('reservist_said' as const, 'commented' as const),
    case: words,
    nth: fc.nat(3),
    text: words,
    reworded: words,
  }),
  fc.record({ kind: fc.constant('comment_answered' as const), comment: fc.constantFrom('0', '1', '2'), text: words }),
  fc.constantFrom(
    { kind: 'purpose_skipped' as const },
    { kind: 'recalled' as const },
    { kind: 'outcome' as const, was: 'yes' as const, text: '' },
    { kind: 'lesson_offered' as const },
  ),
);

const anyEvents = fc
  .array(fc.record({ step: anyStep, by: person, minute: fc.integer({ min: 10, max: 59 }), key: fc.nat(8) }), {
    maxLength: 25,
  })
  .map((all) =>
    all.map(
      ({ step, by, minute, key }): PurchaseEvent => ({
        ...step,
        by,
        key: String(key),
        at: `2026-11-25T09:${minute}:00.000Z`,
      }),
    ),
  );

it('any events in any order come to a purchase, whose time never goes back and whose stage only forward', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      let since = '';
      let stage = 0;
      for (let count = 0; count <= events.length; count++) {
        const purchase = foldPurchase('p', events.slice(0, count));
        expect(purchase.version).toBe(count);
        expect(purchase.since >= since).toBe(true);
        expect(PURCHASE_STAGES.indexOf(purchase.stage)).toBeGreaterThanOrEqual(stage);
        const { prescribers, buyers } = purchase;
        since = purchase.since;
        stage = PURCHASE_STAGES.indexOf(purchase.stage);
        expect(new Set([...prescribers]).size).toBe(prescribers.length);
        waitsFor(purchase);
        expect(buyers.length + prescribers.length).toBeLessThanOrEqual(6);
      }
    }),
  );
});

it('the same event twice is once', () => {
  fc.assert(
    fc.property(anyEvents, fc.nat(25), (events, index) => {
      const again = events[index];
      if (again === undefined) return;
      const { version: _, ...twice } = foldPurchase('p', [...events, again]);
      const { version: __, ...once } = foldPurchase('p', events);
      expect(twice).toEqual(once);
    }),
  );
});
