import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlesIn, citeArticle, isCodeArticle, officialUrl } from '../../../src/french/articles.ts';

describe('articlesIn', () => {
  it.each([
    ['R2122-8', ['R2122-8']],
    ['R. 2122-8', ['R2122-8']],
    ['R.2122-8', ['R2122-8']],
    ['r 2122 8', ['R2122-8']],
    ['r2122-8', ['R2122-8']],
    ["l'article r.2122-8 du code", ['R2122-8']],
    ['L2113-10', ['L2113-10']],
    ['L. 2113-10 et L. 2113-11', ['L2113-10', 'L2113-11']],
    ['R2122-9-1', ['R2122-9-1']],
    ['R*2122-8', ['R2122-8']],
    ['R2122-8, puis R. 2122-8 encore', ['R2122-8']],
    ['D2171-1', ['D2171-1']],
    ['OR2122-8', []],
    ['un marché de 2122 8 euros', []],
    ['r 2122 800 €', []],
    ['', []],
  ])('%s → %j', (text, articles) => {
    expect(articlesIn(text)).toEqual(articles);
  });

  const article = fc
    .tuple(fc.constantFrom('L', 'R', 'D'), fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 99 }))
    .map(([letter, chapter, number]) => ({ letter, chapter, number, code: `${letter}${chapter}-${number}` }));

  it('finds an article however it is spelt', () => {
    fc.assert(
      fc.property(article, ({ letter, chapter, number, code }) => {
        for (const text of [
          code,
          `${letter}. ${chapter}-${number}`,
          `${letter.toLowerCase()} ${chapter} ${number}`,
          `article ${letter}.${chapter}-${number} du code`,
          citeArticle(code),
        ])
          expect(articlesIn(text)).toEqual([code]);
      }),
    );
  });

  it('never throws, and gives only well-formed codes without repeats', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const found = articlesIn(text);
        expect(new Set(found).size).toBe(found.length);
        for (const code of found) expect(code).toMatch(/^[LRD]\d{3,4}-\d+(-\d+)*$/);
      }),
    );
  });
});

describe('a citation', () => {
  it('leads to the official text for the code only', () => {
    expect(isCodeArticle('R2122-8')).toBe(true);
    expect(isCodeArticle('CCAG-FCS 14')).toBe(false);
    expect(officialUrl('CCAG-FCS 14')).toBeUndefined();
    const url = new URL(officialUrl('R2122-8') ?? '');
    expect(url.host).toBe('www.legifrance.gouv.fr');
    expect(url.searchParams.get('query')).toBe('R2122-8');
    expect(citeArticle('CCAG-FCS 14')).toBe('CCAG-FCS 14');
  });
});
