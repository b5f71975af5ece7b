import { describe, expect, it } from 'vitest';
import { holdOut, nearAny } from '../../../scripts/train-embedder/hold-out.ts';
import { withNewWords } from '../../../scripts/train-embedder/new-words.ts';
import type { WordRows } from '../../../scripts/train-embedder/weights-file.ts';

const GIVEN: WordRows = {
  words: ['recours', 'delai', 'acheter'],
  dimensions: 2,
  rows: Float32Array.from([3, 0, 0, 1, 0, 2, 1, 1]),
};

describe('withNewWords', () => {
  it('adds words that come twice, as the mean direction of what stands around, and keeps the unknown row last', () => {
    const { words, rows } = withNewWords(GIVEN, ['recours standstill délai', 'standstill', 'spaser']);
    expect(words).toEqual([...GIVEN.words, 'standstill']);
    const [x, y] = rows.subarray(6, 8);
    expect(Math.hypot(x ?? 0, y ?? 0)).toBeCloseTo(2, 5);
    expect((x ?? 0) / (y ?? 1)).toBeCloseTo(3, 5);
    expect([...rows.subarray(8)]).toEqual([1, 1]);
  });

  it('takes the row of a word of the same stem first, and no bare number', () => {
    const { words, rows } = withNewWords(GIVEN, ['achetez délai', 'achetez 60000', '60000']);
    expect(words.at(-1)).toBe('achetez');
    expect([...rows.subarray(6, 8)]).toEqual([0, 2]);
  });
});

describe('what is kept from training', () => {
  it('is a question kept aside, or one with its words moved about', () => {
    const near = nearAny(['Marché global : part minimale confiée aux PME ?']);
    expect(near('part minimale confiée aux PME, marché global')).toBe(true);
    expect(near('part minimale confiée aux artisans')).toBe(false);
  });

  it('is about a fifth, the same at every run', () => {
    const entry = (id: string) => ({ id }) as Parameters<ReturnType<typeof holdOut>['keepsConcept']>[0];
    const ids = Array.from({ length: 1000 }, (_, i) => `concept-${i}`);
    const kept = ids.filter((id) => holdOut([0]).keepsConcept(entry(id)));
    expect(kept.length).toBeGreaterThan(150);
    expect(kept.length).toBeLessThan(250);
    expect(ids.filter((id) => holdOut([0]).keepsConcept(entry(id)))).toEqual(kept);
  });
});
