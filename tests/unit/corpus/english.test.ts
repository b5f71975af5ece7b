import { describe, expect, it } from 'vitest';
import { readEnglishTerms, searchWords } from '../../../src/corpus/english.ts';

const { terms } = readEnglishTerms(
  '- { en: [pay], fr: payer paiement }\n- { en: [have to pay], fr: délai pour payer }\n- { en: [payment], fr: paiement }\n- { en: [how long], fr: quel délai }',
  'anglais.yaml',
);

describe('the French words that an English question is searched by', () => {
  it('stand in its order, none twice, the longest phrase first', () => {
    expect(searchWords('How long do we have to pay? Is payment late?', terms)).toBe('quel délai pour payer paiement');
  });

  it('end with its figures, as French writes them', () => {
    expect(searchWords('Pay 20,000 euros or 1,250,000.50?', terms)).toBe('payer paiement 20 000 1 250 000.50');
  });
});
