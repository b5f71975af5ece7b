import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLint } from '../../../../src/rewording/lint/lint.ts';
import { startProcessorClock } from '../../../fixtures/processor-time.ts';
import { realReading } from '../../../fixtures/real-corpus.ts';
import { runs } from '../../../fixtures/runs.ts';

const { corpus, problems } = realReading;
const lint = createLint(corpus.lint);
const codes = (text: string) => lint(text).map(({ code }) => code);

describe('the lint rules of the corpus', () => {
  it('are read without a problem', () => {
    expect(problems.filter(({ file }) => file.startsWith('lint/'))).toEqual([]);
    expect(corpus.lint.brands.length).toBeGreaterThan(700);
  });
});

describe('a finding', () => {
  it('points at the words at fault, whatever the accents, spaces and apostrophes', () => {
    const text = 'Bonjour,\r\nfene\u0302tres de  type Velux pour l’e\u0301cole.';
    const found = lint(text);
    expect(found.map(({ code, span }) => [code, text.slice(...span)])).toEqual([
      ['BRAND_WITHOUT_EQUIVALENT', 'de  type Velux'],
    ]);
    expect(found[0]?.articles).toEqual(['R2111-7']);
    expect(found[0]?.suggestion).toContain('« ou équivalent »'.replace(/ /g, '\u00a0').replace('ou\u00a0', 'ou '));
  });

  it('comes once for a sentence, or once for each place when the places differ', () => {
    expect(
      codes('On coupe en deux pour rester sous le seuil et on étale sur deux ans pour éviter la publicité.'),
    ).toEqual(['SPLITTING']);
    expect(codes('Il faut 4 perforateurs Hilti et 2 meuleuses Makita.')).toEqual([
      'BRAND_WITHOUT_EQUIVALENT',
      'BRAND_WITHOUT_EQUIVALENT',
    ]);
  });

  it.each([
    ['a question', 'Peut-on choisir uniquement sur le prix ?', 'On va choisir uniquement sur le prix.'],
    ['a negation', 'Nous ne voulons pas de PC Dell.', 'Nous voulons des PC Dell.'],
    [
      'a prohibition',
      'Il est interdit de réserver le marché à une entreprise locale.',
      'On réserve le marché à une entreprise locale.',
    ],
    ['an equivalent', 'Des PC Dell ou techniquement équivalents.', 'Des PC Dell ou rien.'],
    ['a level', 'Réparation rapide exigée, en moins de 48 h.', 'Réparation rapide exigée.'],
    ['a tax basis', 'Budget : 12 000 € HT.', 'Budget : 12 000 €.'],
    ['a limit', 'Tacite reconduction, trois fois au maximum.', 'Tacite reconduction.'],
    [
      'an external cause',
      "Suite à l'incendie on achète en urgence, sans publicité.",
      'Suite à un oubli de notre service on achète en urgence, sans publicité.',
    ],
    [
      'a withdrawal',
      "Mon frère dirige l'entreprise candidate, je me suis déporté.",
      "Mon frère dirige l'entreprise candidate.",
    ],
    [
      'a reason',
      'Un seul contrat pour la plomberie et la peinture, ce qui est motivé au rapport.',
      'Un seul contrat pour la plomberie et la peinture.',
    ],
    ['a interviewing body', "On veut passer par l'UGAP.", 'On veut passer par la société Morvan.'],
    [
      'a time before publication',
      'Avant publication, on changera le poids des critères.',
      'Après ouverture des plis, on changera le poids des critères.',
    ],
  ])('is not made with %s', (_, lawful, faulty) => {
    expect(codes(lawful)).toEqual([]);
    expect(codes(faulty)).toHaveLength(1);
  });

  it('reads a wrapped sentence as one and a list item by item', () => {
    expect(codes('Le matériel sera robuste et supportera\n150 kg au minimum.')).toEqual([]);
    expect(codes('Le matériel devra être :\n- robuste ;\n- livré sous 10 jours.')).toEqual(['VAGUE_PERFORMANCE']);
  });
});

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    'Dell',
    'société Martin',
    '12 000 €',
    'rapide',
    '\u200b',
    'e\u0301',
    'œ',
    '\ud800',
    '\r\n',
    '. ',
    ' ',
    "l'",
    'tacite reconduction',
    'prix 100 %',
    '?',
    '(',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((list) => list.join('')),
  );

  it('never throws, and its spans are non-empty, inside the text and in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { span } of lint(text)) {
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          last = span[0];
        }
      }),
      { numRuns: runs(150) },
    );
  });

  /** Milliseconds of processor, so that a busy machine changes nothing. */
  const spent = (piece: string, length: number): number => {
    const text = piece.repeat(Math.floor(length / piece.length));
    const spent = startProcessorClock();
    lint(text);
    return spent();
  };

  it('takes time in proportion to the text', () => {
    const hostile = [
      'Dell ',
      'a',
      '12 000 € ',
      'rapide, ',
      'un ',
      'on veut la société X. ',
      'deux lots prix seul ',
      '\n',
      'Mon Beau Frère ',
    ];
    for (const piece of hostile) {
      // Four times the text: four times the work, sixteen when something looks at the whole text from each of its words.
      spent(piece, 12_500);
      const quarter = spent(piece, 12_500);
      expect(spent(piece, 50_000), piece).toBeLessThan(8 * quarter + 200);
    }
  });
});
