import { describe, expect, it } from 'vitest';
import { totalsOf } from '../../../../src/rewording/form/totals.ts';
import type { Need, SlotEntry } from '../../../../src/rewording/port/rewording.ts';
import type { Slot } from '../../../../src/vocabulary/rewording.ts';

/** A need that says these words of a text, by slot. */
function needOf(text: string, said: Readonly<Partial<Record<Slot, readonly string[]>>>): Need {
  const slots: Partial<Record<Slot, SlotEntry>> = {};
  for (const [slot, values] of Object.entries(said) as [Slot, readonly string[]][]) {
    const [first, ...others] = values.map((value) => ({
      value,
      span: [text.indexOf(value), text.indexOf(value) + value.length] as const,
    }));
    if (first !== undefined) slots[slot] = { said: [first, ...others], conflict: false };
  }
  return { slots, functions: [], lots: [], proof: [], risks: [], missing: [] };
}
const totals = (text: string, said: Parameters<typeof needOf>[1]) =>
  totalsOf(needOf(text, said), text).map((line) => line.replace(/[\u00a0\u202f]/g, ' '));

describe('totalsOf', () => {
  it('multiplies a price by the number of what it is the price of', () => {
    expect(totals('120 tenues de feu, 780 € HT l’unité', { quantity: ['120 tenues'] })).toEqual([
      '120 × 780 € HT (prix dit) = 93 600 € HT',
    ]);
    expect(totals('48 projecteurs à 1 200 € HT par projecteur', { quantity: ['48 projecteurs'] })).toEqual([
      '48 × 1 200 € HT (prix dit) = 57 600 € HT',
    ]);
  });

  it('says nothing where it is not sure what the price is of', () => {
    expect(totals('12 tables et 40 chaises, 90 € pièce', { quantity: ['12 tables', '40 chaises'] })).toEqual([]);
    expect(totals('14 ha de pelouse, 75 € par piano', { quantity: ['14 ha'] })).toEqual([]);
    expect(totals('entre 10 et 12 tables à 90 € pièce', { quantity: ['entre 10 et 12 tables'] })).toEqual([]);
  });

  it('counts a yearly sum for as long as it lasts, renewals included', () => {
    expect(totals('45 000 € HT par an, 4 ans', { budget: ['45 000 € HT par an'], duration: ['4 ans'] })).toEqual([
      '45 000 € HT par an × 4 ans = 180 000 € HT',
    ]);
    const renewed = 'un an renouvelable trois fois';
    expect(totals(`9 000 € HT par an, ${renewed}`, { budget: ['9 000 € HT par an'], duration: [renewed] })).toEqual([
      '9 000 € HT par an × 4 ans = 36 000 € HT',
    ]);
    expect(
      totals('9 000 € HT par an, 2 ans + 1 + 1', { budget: ['9 000 € HT par an'], duration: ['2 ans + 1 + 1'] }),
    ).toEqual(['9 000 € HT par an × 4 ans = 36 000 € HT']);
  });

  it('adds the sums of a list, and takes the tax off one that holds it', () => {
    const list = '- romans : 4 100 € HT\n- BD : 2 500 € HT\n- albums : 3 300 € HT';
    expect(totals(list, { budget: ['4 100 € HT', '2 500 € HT', '3 300 € HT'] })).toEqual([
      '4 100 € HT + 2 500 € HT + 3 300 € HT = 9 900 € HT',
    ]);
    expect(totals('42 000 € TTC', { budget: ['42 000 € TTC'] })).toEqual([
      '42 000 € TTC = 35 000 € HT si la TVA est à 20 %',
    ]);
  });
});
