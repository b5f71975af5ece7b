import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/french/text.ts';

const PIECES = [
  'e\u0301',
  'é',
  'Œuvre',
  'L’été',
  'J\u0300',
  '12\u202f000\u00a0€',
  '«\u00a0R.\u00a02122-8\u00a0»',
  '2\u00a0×\u00a012 500',
  'soft\u00adhyphen',
  'zero\u200bwidth',
  '\ud800',
  '😀',
  'm²',
  '\r\n',
  '—',
  '½',
  'ﬁn',
];
const written = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 }), fc.constant(' ')), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''));

describe('a text', () => {
  it('has tokens whose spans lie in the source, in order, and fold to what they are', () => {
    fc.assert(
      fc.property(written, (source) => {
        const text = readText(source);
        let last = 0;
        for (const { start, end, kind, text: folded } of text.tokens) {
          const span = text.spanOf(start, end);
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeLessThanOrEqual(source.length);
          const { flat } = readText(source.slice(...span));
          // A letter of another script may fold to several signs.
          expect(kind === 'sign' && flat.includes(folded) ? folded : flat).toBe(folded);
          last = span[0];
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds its way from the source to the folded text and back', () => {
    fc.assert(
      fc.property(written, (source) => {
        const { flat, sourceAt, flatAt } = readText(source);
        for (let at = 0; at <= flat.length; at++) {
          expect(flatAt(sourceAt(at))).toBeLessThanOrEqual(at);
          expect(sourceAt(flatAt(sourceAt(at)))).toBe(sourceAt(at));
        }
        for (let offset = 0; offset <= source.length; offset++)
          expect(sourceAt(flatAt(offset))).toBeGreaterThanOrEqual(offset);
      }),
    );
  });

  it.each([
    ['composed and decomposed accents', 'Été', 'E\u0301te\u0301'],
    ['ligatures', 'œuvre', 'oeuvre'],
    ['apostrophes', 'l’ordre', "l'ordre"],
    ['spaces', '12\u202f000\u00a0€', '12 000 €'],
    ['hyphens', '10–12', '10-12'],
    ['what is not seen', 'mar\u00adché', 'marché'],
    ['line ends', 'un\r\ndeux\rtrois', 'un\ndeux\ntrois'],
  ])('reads %s alike', (_what, one, other) => {
    expect(readText(one).flat).toBe(readText(other).flat);
  });

  it('keeps an accent with the letter that it stands on', () => {
    const source = 'cafe\u0301 noir';
    const [word] = readText(source).tokens;
    expect(source.slice(...readText(source).spanOf(word?.start ?? 0, word?.end ?? 0))).toBe('cafe\u0301');
  });
});
