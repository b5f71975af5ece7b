import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateFigures, lacksDay } from '../../../src/calls/port/date-figures.ts';
import { sentencesOf } from '../../../src/french/sentences.ts';
import { runs } from '../../fixtures/runs.ts';

const AT = '2026-11-28';
const DAY = ' (au 28 novembre 2026)';

describe('a figure is given its day', () => {
  it.each([
    ['Oui : sous 60 000 € HT, sans publicité.', `Oui : sous 60 000 € HT, sans publicité${DAY}.`],
    ['**Au-delà de 5 %.** Voyez le code.', `**Au-delà de 5 %${DAY}.** Voyez le code.`],
    ['Attendez 11 jours', `Attendez 11 jours${DAY}`],
    ['- 40 000 € HT\n- rien', `- 40 000 € HT${DAY}\n- rien`],
  ])('%s', (text, dated) => expect(dateFigures(text, AT)).toBe(dated));

  it.each(['60 000 € HT depuis le 1er avril 2026.', 'Voyez l’article R. 2122-8.', '', 'Le 3 mars 2027.'])(
    'or left as it is: %s',
    (text) => expect(dateFigures(text, AT)).toBe(text),
  );

  it('in every sentence that holds one, whatever stands around it, and once', () => {
    const piece = fc.constantFrom(
      '60 000 € HT',
      '11 jours',
      '5 %',
      'R2122-8',
      'oui',
      '\n',
      '. ',
      ' ; ',
      '**',
      '« a »',
      ' ',
      '1er avril 2026',
      'M. ',
      '!',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const dated = dateFigures(pieces.join(' '), AT);
        for (const span of sentencesOf(dated)) expect(lacksDay(dated.slice(...span))).toBe(false);
        expect(dateFigures(dated, AT)).toBe(dated);
        expect(dated.replaceAll(DAY, '')).toBe(pieces.join(' ').replaceAll(DAY, ''));
      }),
      { numRuns: runs(2_000) },
    );
  });
});
