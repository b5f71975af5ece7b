import { describe, expect, it } from 'vitest';
import { byWord } from '../../../src/rules/by-word.ts';
import { ask } from './fixtures.ts';

describe('of more cases than are told', () => {
  const nothing = ask('procedure', {});

  it('one at least of each conclusion is told, whatever fact is asked first', () => {
    const told = new Set(nothing.cases?.map(({ value }) => value));
    for (const value of ['dispense_seuil', 'adaptee', 'formalisee']) expect(told).toContain(value);
  });

  it('nothing is concluded of a purchase of which nothing is known', () => {
    expect(nothing.missing.length).toBeGreaterThan(1);
    expect(byWord(nothing)).toBe(nothing);
    expect(nothing.values['procedure']).toBeUndefined();
  });
});
