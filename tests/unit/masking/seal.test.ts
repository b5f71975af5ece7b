import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeal } from '../../../src/masking/seal.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';
import { runs } from '../../fixtures/runs.ts';

/** Independent of the seal: what a reader, or a search, would still find. Letters and figures only, words kept apart. */
const plain = (text: string) =>
  text
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/œ/gi, 'oe')
    // Letters to Unicode, signs to a reader: an apostrophe, and the ring of «n°».
    .replace(/[ʼº]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\d) (?=\d)/g, '')
    .trim();
const tells = (text: string, masked: string) => ` ${plain(text)} `.includes(` ${plain(masked)} `);

const NAMES = [
  'Dupont',
  'Sophie Bernard',
  "O'Connor",
  'Le Goff-Martin',
  'Lefèvre',
  'Plouézec',
  'Œuvrard',
  '06 12 34 56 78',
  '732 829 320 00074',
  'FR76 3000 6000 0112 3456 7890 189',
  '2021-045',
  '12 bis, rue des Lilas',
  'jp.lefevre@mairie-betton.fr',
  "Rénov'Habitat 35",
] as const;

const DRESS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text) => [...text].join('\u200b'),
  (text) => [...text].join('\u00ad'),
  (text) => text.replace(/ /g, '\u00a0'),
  (text) => text.replace(/ /g, '\u202f'),
  (text) => text.replace(/ /g, '-'),
  (text) => text.replace(/'/g, '’'),
  (text) => text.replace(/-/g, '‑'),
  (text) => text.replace(/(?<=\d) ?(?=\d)/g, '.'),
  (text) => text.replace(/(?<=\d) ?(?=\d)/g, ''),
  (text) => text.replace(/(?<=\d)[ -]?(?=\d)/g, ' - '),
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  (text) => `**${text.charAt(0)}**${text.slice(1)}`,
];
const AROUND = [' ', '\n', '. ', ', ', ' (', '« ', '\u00a0', '\u200b ', ' *', '_ ', '"', "l'"];

describe('the last gate', () => {
  it('lets nothing masked through, wherever it is planted and however it is dressed', () => {
    const planted = fc.record({
      name: fc.constantFrom(...NAMES),
      dress: fc.array(fc.constantFrom(...DRESS), { maxLength: 3 }),
      left: fc.constantFrom(...AROUND),
      right: fc.constantFrom(' ', '\n', '.', ', ', ')', ' »', '\u00a0', '?', '*', '"'),
      before: fc.oneof(fc.string({ maxLength: 30 }), fc.constant('le marché et la commune')),
    });
    fc.assert(
      fc.property(fc.array(planted, { minLength: 1, maxLength: 6 }), (plants) => {
        const text = plants
          .map(
            ({ name, dress, left, right, before }) =>
              `${before}${left}${dress.reduce((said, put) => put(said), name as string)}${right}`,
          )
          .join(' ');
        const masked = plants.map(({ name }) => name);
        const seal = createSeal(masked);
        const sealed = seal(text);
        for (const name of masked) expect(tells(sealed, name), JSON.stringify({ text, sealed, name })).toBe(false);
        expect(seal(sealed)).toBe(sealed);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('holds for any masked strings and any text', () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
      fc.constantFrom('a', 'masqué', '…', '[', '12', 'a b'),
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }),
        (masked, parts) => {
          const seal = createSeal(masked);
          const sealed = seal([...parts, ...masked].join(' '));
          expect(seal(sealed)).toBe(sealed);
          for (const one of masked)
            if (plain(one) !== '') expect(tells(sealed, one), JSON.stringify({ masked, parts, sealed })).toBe(false);
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  it('takes out the other writings of a telephone, and the SIREN of a SIRET', () => {
    const seal = createSeal(['06 12 34 56 78', '73282932000074']);
    expect(seal('Appelez le +33 6 12 34 56 78, 0033612345678 ou (+33)06.12.34.56.78.')).not.toMatch(/12\D?34/);
    expect(seal('SIREN 732 829 320')).toBe('SIREN [masqué]');
  });

  it('matches whole words only', () => {
    const seal = createSeal(['Marc', 'Ain', '35']);
    const text = 'Le marché du pain se tient demain, 350 jours par an, à 2035.';
    expect(seal(text)).toBe(text);
    expect(seal('marc, ain, 35')).toBe('[masqué], [masqué], [masqué]');
  });

  it('does not join the end of a word to the beginning of the next', () => {
    expect(createSeal(['Ain'])("j'ai n'importe quoi")).toBe("j'ai n'importe quoi");
  });

  it('takes a surname that is an everyday word by its capital', () => {
    const seal = createSeal(['M. Petit']);
    expect(seal('Petit conteste, un petit marché, MONSIEUR PETIT, m. petit')).toBe(
      '[masqué] conteste, un petit marché, MONSIEUR [masqué], [masqué]',
    );
  });

  it('is linear', () => {
    const spent = startProcessorClock();
    createSeal(['aaaa', 'a a a', ...Array.from({ length: 100 }, (_, at) => `nom ${at}`)])(
      'a'.repeat(50_000) + ' a'.repeat(25_000),
    );
    expect(spent()).toBeLessThan(3000);
  });
});
