import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../../src/french/sentences.ts';
import { placedWords } from '../../../../src/rewording/term-spans.ts';
import { createFindTerms } from '../../../../src/rewording/terms.ts';
import { atOnce } from '../../../../src/sliced.ts';
import { realCorpus } from '../../../fixtures/real-corpus.ts';

const find = atOnce(createFindTerms(realCorpus.lexicon));
const said = (text: string) => find(text, 'achat').map(({ entry, from }) => `${entry.id} ${from}`);

describe('labels said outright', () => {
  it.each([
    ['Constatez le service fait', 'service-fait service fait'],
    ['Les avenants sont prêts', 'avenant avenants'],
    ['relire le ccap svp', 'ccap ccap'],
    ['un œuf, puis l’ordre de service', 'ordre-service ordre de service'],
    ['de\u0301cide\u0301 : mise en demeure pre\u0301alable', 'resiliation-faute mise en demeure pre\u0301alable'],
    ['émettre un OS', 'ordre-service OS'],
  ])('%s', (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it.each([
    'Posez le lot sur place, le délai est court',
    'On va offrir une réserve de papier',
    'to be or not, le gm est là',
    'Le service a bien fait les choses',
    'Nous visons le marché. Public attendu : 200 personnes',
  ])('everyday words are no term: %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

it('any text: no throw, spans verbatim and in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (noise) => {
      const text = `${noise} le DCE ${noise}`;
      const found = find(text, 'achat');
      for (const { span, from } of found) expect(text.slice(...span)).toBe(from);
      for (const { span, said: words } of placedWords(text)) expect(text.slice(...span)).toBe(words);
      for (const [start, end] of sentencesOf(text)) expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    }),
    { numRuns: 100 },
  );
});
