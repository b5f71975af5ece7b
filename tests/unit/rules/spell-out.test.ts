import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRulebook } from '../../../src/rules/rulebook.ts';
import { spellOutBy } from '../../../src/rules/text/reading.ts';
import { createSpellOut } from '../../../src/rules/text/spell-out.ts';
import { readWords } from '../../../src/rules/words.ts';
import { runs } from '../../fixtures/runs.ts';

const { objects } = readRulebook('knowledge');
const book = readWords('knowledge');
const spellOut = spellOutBy('knowledge', book, objects);
const RUNS = { numRuns: runs(200), seed: 17 };
const LONG_WORDS = ['preinformation', 'reconduction', 'electronique', 'subsequent', 'photocopieurs', 'imprescriptible'];
const own = createSpellOut({ short: new Map(), words: LONG_WORDS, isFrench: () => false });

describe('a hurried hand spelt out', () => {
  it.each([
    ['cne, mapa trvx 340 000 ht', 'commune, mapa travaux 340 000 ht'],
    ['depot electroniq', 'depot electronique'],
    ['procedrue adaptee', 'procedure adaptee'],
    ['Trvx de voirie', 'travaux de voirie'],
    ['jpeux choisir larchi, 200 m2 denrobé', "jpeux choisir l'archi, 200 m2 d'enrobe"],
    ['dépôt électronique', 'dépôt électronique'],
  ])('«%s»', (typed, full) => {
    expect(spellOut(typed)).toBe(full);
  });

  it('leaves names, figures and French words as they are', () => {
    const text = 'Mme Trvaudel, 3 lots à 45 000 € HT, marquise, reconduite, R2122-8, SIRET 12345678900011';
    expect(spellOut(text)).toBe(text);
  });

  it('one slip in a long word is mended, wherever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LONG_WORDS),
        fc.nat(),
        fc.constantFrom('drop', 'double', 'swap'),
        (word, at, slip) => {
          const i = 1 + (at % (word.length - 2));
          const [before, here, next, after] = [word.slice(0, i), word.charAt(i), word.charAt(i + 1), word.slice(i + 2)];
          const typed = {
            drop: before + next + after,
            double: before + here + here + next + after,
            swap: before + next + here + after,
          };
          expect(own(typed[slip])).toBe(word);
        },
      ),
      RUNS,
    );
  });

  it('a cut end is completed, and what was completed stays', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LONG_WORDS), fc.nat(), (word, at) => {
        const cut = word.slice(0, 7 + (at % (word.length - 7)));
        expect(own(cut)).toBe(word);
      }),
      RUNS,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(spellOut(spellOut(text))).toBe(spellOut(text));
      }),
      RUNS,
    );
  });

  it('no figure is ever touched', () => {
    const digits = (text: string) => text.replace(/\D/gu, '');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('cne ', '12 500 ', 'k€', '3x', 'lot2 ', 'trvx', '.', '45ht ', '7')),
        (parts) => {
          expect(digits(spellOut(parts.join('')))).toBe(digits(parts.join('')));
        },
      ),
      RUNS,
    );
  });

  it('no abbreviation stands for another, nor is a word of the rules', () => {
    for (const [short, full] of Object.entries(book.spoken.abreges)) expect(spellOut(full), short).toBe(full);
  });
});
