import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordQuery, scoreWords } from '../../../src/store/own-words.ts';

const known = {
  passages: 100_000,
  shares: new Map([
    ['march', 0.4],
    ['achat', 0.3],
    ['bon', 0.025],
    ['command', 0.025],
    ['devi', 0.02],
    ['seuil', 0.004],
    ['piano', 0.001],
  ]),
};

describe('the query of words', () => {
  it('asks for rare words alone, and for common ones by two', () => {
    expect(createWordQuery(['march', 'seuil', 'piano'], known, 1_000)).toBe("'piano' | 'seuil'");
    expect(createWordQuery(['march', 'devi', 'piano', 'inconnu'], known, 3_000)).toBe("'inconnu' | 'piano' | 'devi'");
    expect(createWordQuery(['devi', 'piano', 'march'], known, 1_900)).toBe("'piano'");
    expect(createWordQuery(['bon', 'march', 'command', 'seuil'], known, 1_000)).toBe("'seuil' | ('bon' & 'command')");
  });

  it('asks for all of them where any two are in too many', () => {
    expect(createWordQuery(['achat', 'march'], known, 1_000)).toBe("'achat' & 'march'");
  });

  it('asks for each word where nothing was counted yet, and quotes what is no word', () => {
    const none = { passages: 0, shares: new Map<string, number>() };
    expect(createWordQuery(['b', "l'a", 'c\\'], none, 1_000)).toBe("'b' | 'l''a' | 'c\\\\'");
    expect(createWordQuery([], none, 1_000)).toBe('');
  });

  it('takes about as many passages as it may', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...known.shares.keys(), 'x', 'y'), { minLength: 1 }), (terms) => {
        const query = createWordQuery(terms, known, 1_000);
        const alone = query.split(' | ').filter((one) => !one.includes('&'));
        const count = alone.reduce((sum, one) => sum + (known.shares.get(one.slice(1, -1)) ?? 0.0005) * 100_000, 0);
        expect(query).not.toBe('');
        expect(alone.length === 1 || count <= 1_000).toBe(true);
      }),
    );
  });
});

it('puts first the passage that has more of the rare words, the shorter of two that have the same', () => {
  const found = ['march march achat', 'piano march', 'piano march achat achat achat', 'autre'].map((terms, part) => ({
    id: 'd#1',
    part,
    terms,
  }));
  const ranked = scoreWords(found, ['march', 'piano'], known);
  expect(ranked.map(({ part }) => part)).toEqual([1, 2, 0, 3]);
  expect(ranked.at(-1)?.score).toBe(0);
  expect(scoreWords([], ['march'], known)).toEqual([]);
});
