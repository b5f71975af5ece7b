import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, indexTerms, isCutOff, visibleText, words } from '../../../src/french/words.ts';

describe('visibleText', () => {
  it.each([
    ['seu\u200bil', 'seuil'],
    ['\u202eseuil\u202c', 'seuil'],
    ['a\u0000b', 'ab'],
    ['\ud800seuil\udfff', 'seuil'],
    ['\ufeff  quel\u00a0 seuil ', 'quel seuil'],
    ['e\u0301tat', 'état'],
    ['\u200b\u200b', ''],
  ])('%j → %j', (text, seen) => {
    expect(visibleText(text)).toBe(seen);
  });

  it('done twice is done once, and leaves nothing unseen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const seen = visibleText(text);
        expect(visibleText(seen)).toBe(seen);
        expect(seen).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});

describe('terms', () => {
  it('are the same whatever the spelling of a code or an amount', () => {
    for (const text of ['R. 2122-8', 'r 2122 8', 'R2122-8']) expect(indexTerms(text)[0]).toBe('r2122-8');
    for (const text of ['60 000', '60\u202f000', '60.000', '60000']) expect(indexTerms(text)).toEqual(['60000']);
  });

  it('fold accents, elisions and ligatures', () => {
    expect(words('L’État d’œuvre')).toEqual(['etat', 'oeuvre']);
    expect(indexTerms('pénalités')).toEqual(indexTerms('PENALITE'));
    expect(indexTerms('le la les de')).toEqual([]);
  });

  it('never throw, and hold no space nor accent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const term of indexTerms(text)) expect(term).toMatch(/^[a-z0-9-]+$/);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('a line that stops before its end', () => {
  it.each(['et donc pour la chose du', 'on voudrait savoir si le', 'quand on arrive au moment où l’'])(
    'is known: %s',
    (line) => {
      expect(isCutOff(line)).toBe(true);
    },
  );

  it.each(['', 'combien pour la ?', 'délai', 'un lot ou deux'])('is no whole one: «%s»', (line) => {
    expect(isCutOff(line)).toBe(false);
  });
});
