import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frenchTimes, frenchTypography } from '../../../src/french/typography.ts';
import { runs } from '../../fixtures/runs.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(
    ' ',
    ' : ',
    ' ; ',
    '?',
    ' !',
    "l'",
    '«',
    '»',
    '« ',
    ' »',
    '60 000',
    ' € HT',
    ' %',
    '30 jours',
    '\n',
    '`a : b`',
    'https://x.fr/a?b',
    '\u00a0',
    '\u202f',
    '**',
  ),
);
const anyText = fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join(''));
const bare = (text: string) => text.replace(/[ \u00a0\u202f]/g, '').replace(/’/g, "'");

describe('frenchTypography', () => {
  it.each([
    ["l'achat : oui ?", 'l’achat\u00a0: oui\u202f?'],
    ['« devis »', '«\u00a0devis\u00a0»'],
    ['60 000 € HT', '60\u202f000\u00a0€\u00a0HT'],
    ['quoi !?', 'quoi\u202f!?'],
    ['30 jours, 5 %', '30\u00a0jours, 5\u00a0%'],
    ['de 9:30 à https://a.fr/?b=c', 'de 9:30 à https://a.fr/?b=c'],
    ['Oui (R2122-8 et L2194-1).', 'Oui (R.\u00a02122-8 et L.\u00a02194-1).'],
    ['8000 caractères au plus', '8\u202f000 caractères au plus'],
    ["`l'un : l'autre ?`", "`l'un : l'autre ?`"],
  ])('%s', (text, set) => {
    expect(frenchTypography(text)).toBe(set);
  });

  it('done twice is done once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = frenchTypography(text);
        expect(frenchTypography(once)).toBe(once);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('changes spaces and apostrophes, nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(bare(frenchTypography(text))).toBe(bare(text));
      }),
      { numRuns: runs(2000) },
    );
  });
});

it.each([
  ['25 nov., 15:13', '25 nov., 15\u00a0h\u00a013'],
  ['mercredi 25 novembre à 09:05', 'mercredi 25 novembre à 9\u00a0h\u00a005'],
  ['à 14:00', 'à 14\u00a0h'],
])('says a time as French does: %s', (text, said) => expect(frenchTimes(text)).toBe(said));
