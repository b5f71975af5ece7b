import { describe, expect, it } from 'vitest';
import { byWord } from '../../../src/rules/by-word.ts';
import { spreadOf } from '../../../src/rules/decide.ts';
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

describe('of more ways than are tried', () => {
  it.each([
    [[3, 4, 7, 5, 6], 600],
    [[2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], 600],
    [[10, 10, 10], 70],
  ])('of %j, %i: each is another way, and each value of each fact is as often tried as the others', (lengths, most) => {
    const tries = lengths.map((length) => Array.from({ length }, (_, value) => value));
    const ways = [...spreadOf(tries, most)];
    expect(new Set(ways.map((way) => JSON.stringify(way))).size).toBe(most);
    for (const [at, values] of tries.entries())
      for (const value of values) {
        const share = ways.filter((way) => way[at] === value).length / most;
        expect(share).toBeGreaterThan(0.5 / values.length);
      }
  });

  it('all are tried where they are few', () => {
    expect([...spreadOf([[1, 2], [true], ['a', 'b', 'c']], 6)]).toHaveLength(6);
  });
});
