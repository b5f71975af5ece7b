import { describe, expect, it } from 'vitest';
import { createFindJargon } from '../../../../src/rewording/prescriber/plain-terms.ts';
import { plainText } from '../../../../src/rewording/prescriber/plain-text.ts';
import { startProcessorClock } from '../../../fixtures/processor-time.ts';
import { realCorpus } from '../../../fixtures/real-corpus.ts';

const jargonIn = createFindJargon(realCorpus.lexicon);

const said = (text: string) => jargonIn(text).map(({ span }) => text.slice(...span));

describe('a word that everyday French has too', () => {
  it.each([
    ['Le maire se réserve le droit de choisir.', []],
    ['La réserve sur le carrelage doit être levée.', ['réserve']],
    ['Payé à réception de la facture.', []],
    ['La dispense ne joue plus.', []],
    ['Publié au JOUE.', ['JOUE']],
    ['Par lettre recommandée avec avis de réception.', []],
    ['La réception du chantier a lieu lundi.', ['réception']],
    ['Nous avons recours à un intérimaire.', []],
    ['Un recours a été déposé.', ['recours']],
    ['Voici le planning actualisé.', []],
    ['Le prix sera actualisé.', ['actualisé']],
    ['La révision du minibus est faite.', []],
    ['Le prix est ferme.', ['ferme']],
    ['La plateforme ferme à midi.', []],
    ['Veuillez agréer nos salutations.', []],
    ['Ce n’est pas possible.', []],
  ])('%s', (text, terms) => {
    expect(said(text)).toEqual(terms);
  });
});

describe('an explanation', () => {
  it.each([
    'sous-traite',
    'résiliée',
    'ajournées',
    'pondérés',
    'négocié',
    'notifiée',
    'affermies',
    'reconduite',
    'régulariser',
    'réceptionner',
  ])('is given of «%s» too', (form) => {
    expect(plainText(`Le point sur ${form}.`, [], jargonIn).message).toMatch(/\(/u);
  });

  it.each([
    ['stands beside a term that denies', 'Le chantier s’achève sans procès-verbal.'],
    ['stands before another bracket', 'Une retenue de garantie (5 %) est faite.'],
    ['stands within a bracket', 'Tout est dit (voir le DCE) ici.'],
    ['parts a term from its number', 'Indiquez le numéro d’engagement 2027-311.'],
    ['stands in a heading', 'Article 8 – Avenants'],
  ])('never %s: it is given below', (_, source) => {
    const { message, words } = plainText(source, [], jargonIn);
    expect(message).toBe(source);
    expect(words).not.toBe('');
  });

  it('is given once of a term, and of another word for it below', () => {
    const once = plainText('Une pénalité de retard est due. Les pénalités sont plafonnées.', [], jargonIn);
    expect(once.message.match(/\(/gu)).toHaveLength(1);
    expect(once.words).not.toContain('pénalité');
  });

  it('is given of one term in a sentence, the initials first, of two in a long one; the others are below', () => {
    const short = plainText('Le titulaire transmet le CCTP et le BPU au comptable.', [], jargonIn);
    expect(short.message).toMatch(
      /^Le titulaire transmet le CCTP et le BPU \([^()]+\) au comptable|^Le titulaire transmet le CCTP \(/u,
    );
    expect(short.message.match(/\(/gu)).toHaveLength(1);
    expect(short.words).toMatch(/titulaire/u);
  });

  it('is given where the term is first met: in what is asked above, or in the list when that line has one', () => {
    const { lines, message, words } = plainText(
      'Merci de compléter le DPGF et le CCTP.',
      ['compléter le DPGF et le CCTP'],
      jargonIn,
    );
    expect(lines[0]).toMatch(/\(/u);
    expect(message).toBe('Merci de compléter le DPGF et le CCTP.');
    expect(words.match(/ : |\u00a0: /gu)).toHaveLength(2);
  });

  it('takes time in proportion to the text, headings and single lines alike', () => {
    for (const text of ['1 Lot et acompte '.repeat(2_000), `${'Article 1 Acomptes\n'.repeat(2_000)}un acompte`]) {
      const spent = startProcessorClock();
      plainText(text, [], jargonIn);
      expect(spent()).toBeLessThan(1000);
    }
  });
});
