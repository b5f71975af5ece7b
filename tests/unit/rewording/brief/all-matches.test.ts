import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allMatches } from '../../../../src/french/all-matches.ts';

describe('allMatches', () => {
  it('gives what matchAll gives, whatever was searched before', () => {
    const patterns = [/a+(b)?/g, /x*/g, /(?=b)/g, /\bab\b/g];
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'x') })), (texts) => {
        for (const pattern of patterns)
          for (const text of texts)
            expect(allMatches(pattern, text).map((match) => [match.index, ...match])).toEqual(
              [...text.matchAll(new RegExp(pattern))].map((match) => [match.index, ...match]),
            );
      }),
    );
  });
});
