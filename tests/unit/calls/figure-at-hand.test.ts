import { describe, expect, it } from 'vitest';
import { figureAtHand } from '../../../src/answering/figure-at-hand.ts';
import type { Figure } from '../../../src/corpus/figures.ts';
import { changesBetween } from '../../../src/law/figure-changes.ts';
import { plain } from '../../fixtures/plain.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

const DISPENSE: Figure = {
  key: 'seuil.essai',
  label: 'Seuil d’essai',
  unit: 'EUR',
  tax: 'HT',
  values: [
    { value: 40_000, valid_from: '2020-01-01', valid_to: '2026-03-31', article: 'R2122-8', status: 'V1' },
    { value: 60_000, valid_from: '2026-04-01', article: 'R2122-8', status: 'V1' },
    { value: 90_000, valid_from: '2027-01-01', article: 'R2122-8', status: 'M', announced: 'pending' },
  ],
};

describe('a figure on a day', () => {
  it('is said with its day and its article in one sentence', () => {
    const { said, from, value, announced } = figureAtHand(DISPENSE, '2026-11-25');
    expect([plain(said), from, value]).toEqual([
      "Seuil d'essai : 60 000 € HT depuis le 1er avril 2026 (R. 2122-8).",
      '2026-04-01',
      60_000,
    ]);
    expect(plain(announced?.said ?? '')).toContain('90 000 € HT annoncé pour le 1er janvier 2027, à confirmer');
  });

  it('is that of the day asked about, and never one announced', () => {
    expect(plain(figureAtHand(DISPENSE, '2026-03-31').said)).toContain(
      '40 000 € HT du 1er janvier 2020 au 31 mars 2026',
    );
    expect(figureAtHand(DISPENSE, '2027-06-01').value).toBe(60_000);
  });

  it('says from when it knows where it does not', () => {
    expect(figureAtHand(DISPENSE, '2019-12-31')).toMatchObject({ value: null, from: null, article: null });
  });

  it('of the corpus always holds a date and an article', () => {
    for (const figure of realCorpus.figures.values()) {
      const { said, from, article, value } = figureAtHand(figure, '2026-11-25');
      if (value === null) continue;
      expect(from).not.toBeNull();
      expect(article).not.toBeNull();
      expect(said).toMatch(/(?:19|20)\d\d/);
    }
  });
});

describe('the changes of a period', () => {
  const figures = new Map([[DISPENSE.key, DISPENSE]]);

  it('are those that took effect, and those announced as such; a first value is none', () => {
    expect(changesBetween(figures, '2020-01-01', '2027-12-31')).toMatchObject([
      { on: '2026-04-01', before: 40_000, after: 60_000, announced: false },
      { on: '2027-01-01', before: 60_000, after: 90_000, announced: true },
    ]);
  });

  it('count both ends', () => {
    expect(changesBetween(figures, '2026-04-01', '2026-04-01')).toHaveLength(1);
    expect(changesBetween(figures, '2026-04-02', '2026-12-31')).toHaveLength(0);
  });

  it('leave out one that was dropped', () => {
    const values = DISPENSE.values.map((one) =>
      one.announced === undefined ? one : { ...one, announced: 'dropped' as const },
    );
    expect(changesBetween(new Map([['a', { ...DISPENSE, values }]]), '2027-01-01', '2027-01-01')).toEqual([]);
  });
});
