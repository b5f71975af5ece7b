import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/documents/extracted.ts';
import { GROUP_WORDS, PASSAGE_CHARACTERS, PASSAGE_WORDS } from '../../../src/documents/limits.ts';
import { splitPassages } from '../../../src/documents/split-passages.ts';
import { groupParts } from '../../../src/retrieval/library-documents.ts';

const text = fc
  .array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom(' ', '. ', '\n', '\n\n', ' ; ')), {
    maxLength: 900,
  })
  .map((pieces) => pieces.flat().join(''));
const wordsOf = (whole: string) => whole.match(/\S+/g) ?? [];

describe('splitPassages', () => {
  it('loses no word, keeps their order, never exceeds either size', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 200 }), (whole, maxWords) => {
        const passages = splitPassages(whole, maxWords);
        expect(passages.flatMap(wordsOf)).toEqual(wordsOf(whole));
        for (const passage of passages) {
          expect(countWords(passage)).toBeGreaterThan(0);
          expect(countWords(passage)).toBeLessThanOrEqual(maxWords);
          expect(passage.length).toBeLessThanOrEqual(PASSAGE_CHARACTERS);
        }
      }),
    );
  });

  it('cuts inside a word only when the word alone is too long', () => {
    const passages = splitPassages(`avant ${'x'.repeat(4000)} après`);
    expect(passages.join('').replace(/\s/g, '')).toBe(`avant${'x'.repeat(4000)}après`);
    expect(Math.max(...passages.map((passage) => passage.length))).toBeLessThanOrEqual(PASSAGE_CHARACTERS);
  });

  it('cuts between sentences, not after « art. »', () => {
    expect(splitPassages('Le délai court. Voir art. L. 2113-10 du code.', 6)).toEqual([
      'Le délai court.',
      'Voir art. L. 2113-10 du code.',
    ]);
  });
});

describe('groupParts', () => {
  it('holds every word in groups and passages of bounded size', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const groups = groupParts(texts.map((part, index) => ({ name: `page ${index + 1}`, text: part })));
        expect(groups.flat().flatMap((part) => wordsOf(part.text))).toEqual(texts.flatMap(wordsOf));
        for (const group of groups) {
          expect(group.reduce((sum, part) => sum + countWords(part.text), 0)).toBeLessThanOrEqual(GROUP_WORDS);
          for (const part of group) expect(countWords(part.text)).toBeLessThanOrEqual(PASSAGE_WORDS);
        }
      }),
      { numRuns: 40 },
    );
  });
});
