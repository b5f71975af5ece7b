import { describe, expect, it } from 'vitest';
import { checkFidelity } from '../../../../src/fidelity/check-fidelity.ts';
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
    expect(plainText(`Le point sur ${form}.`, jargonIn).text).toMatch(/\(/u);
  });

  it('replaces the participle in «ne … que», which a bracket would part', () => {
    const source = 'La tranche ne sera affermie que si la subvention est obtenue.';
    const { text } = plainText(source, jargonIn);
    expect(text).toContain('ne sera confirmée que si');
    expect(checkFidelity(source, text).faithful).toBe(true);
  });

  it('goes first into a bracket of words, and beside one of figures', () => {
    expect(plainText('La tranche ferme (aile ouest) démarre.', jargonIn).text).toMatch(
      /tranche ferme \([^()]+ ; aile ouest\)/u,
    );
    expect(plainText('Une retenue de garantie (5 %) est faite.', jargonIn).text).toMatch(/\([^()]+\) \(5 %\)/u);
  });

  it('stands after the number of a term, and before the end of the sentence', () => {
    expect(plainText('Indiquez le numéro d’engagement 2027-311. Merci.', jargonIn).text).toMatch(
      /2027-311 \([^()]+\)\. Merci/u,
    );
  });

  it('is given once of a term, and again of another word for it', () => {
    expect(
      plainText('Une pénalité de retard est due. Les pénalités sont plafonnées.', jargonIn).text.match(/\(/gu),
    ).toHaveLength(1);
    expect(plainText('Le DGD est prêt. Le décompte général est signé.', jargonIn).text.match(/\(/gu)).toHaveLength(2);
  });

  it('takes time in proportion to the text, headings and single lines alike', () => {
    for (const text of ['1 Lot et acompte '.repeat(2_000), `${'Article 1 Acomptes\n'.repeat(2_000)}un acompte`]) {
      const spent = startProcessorClock();
      plainText(text, jargonIn);
      expect(spent()).toBeLessThan(1000);
    }
  });

  it('is not of the heading but of the sentence that says the term otherwise', () => {
    const { text } = plainText('Article 8 – Acomptes\nUn acompte est versé.', jargonIn);
    expect(text).toMatch(/Acomptes\nUn acompte \(/u);
  });
});
