import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFindJargon } from '../../../../src/rewording/prescriber/plain-terms.ts';
import { explainWords } from '../../../../src/rewording/prescriber/words-explained.ts';
import { startProcessorClock } from '../../../fixtures/processor-time.ts';
import { realCorpus } from '../../../fixtures/real-corpus.ts';
import { runs } from '../../../fixtures/runs.ts';

const jargonIn = createFindJargon(realCorpus.lexicon);
const explain = (text: string) => explainWords(text, jargonIn);
const said = (text: string) => jargonIn(text).map(({ span }) => text.slice(...span));
const triggers = realCorpus.lexicon.flatMap(({ gloss = [] }) =>
  gloss.flatMap(({ says, capitals }) => [...says, ...capitals]),
);
const WORD = /[\p{L}\p{M}\p{N}]/u;

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
    expect(explain(`Le point sur ${form}.`).line).not.toBe('');
  });

  it('is given once of a term, and apart of another word for it', () => {
    expect(explain('Une pénalité de retard est due. Les pénalités sont plafonnées.').explained).toHaveLength(1);
    expect(explain('Merci de compléter le DPGF et le CCTP.').explained).toHaveLength(2);
  });

  it.each([
    'Un mètre de large.',
    'Écrivez à dce@ville-exemple.fr.',
    'Voir https://marches.exemple.fr/dce/avenant.',
    'Le sous-lot compte.',
    'Le livre « Sans avenant » est rendu.',
    'Le titre "Sans avenant" est rendu.',
  ])('is given of no part of a word, an address or a quotation: %s', (text) => {
    expect(explain(text).line).toBe('');
  });

  it('is of whole words of the message, in its order, six at most', () => {
    const pieces = fc.oneof(
      fc.constantFrom(...triggers),
      fc.constantFrom(
        ...'12 000 € HT|30 jours ouvrés|lot n° 2|« service fait »|(|)|.|, |-|’|sans|ni|12|dce@ville.fr|sous-|l’|\n|"'.split(
          '|',
        ),
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const texts = fc
      .array(fc.tuple(pieces, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 25 })
      .map((list) => list.flat().join(''));
    fc.assert(
      fc.property(texts, (source) => {
        const { explained } = explain(source);
        expect(explained.length).toBeLessThanOrEqual(6);
        for (const [at, { span }] of explained.entries()) {
          expect(WORD.test(source[span[1] - 1] ?? '') && WORD.test(source[span[1]] ?? '')).toBe(false);
          expect(span[0]).toBeGreaterThanOrEqual(explained[at - 1]?.span[1] ?? 0);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('takes time in proportion to the text', () => {
    for (const text of ['1 Lot et acompte '.repeat(2_000), `${'Article 1 Acomptes\n'.repeat(2_000)}un acompte`]) {
      const spent = startProcessorClock();
      explain(text);
      expect(spent()).toBeLessThan(1000);
    }
  });
});

describe('what a denial bears on', () => {
  it.each(['sans', 'non', 'pas de', "n'est pas", 'aucun', 'jamais', 'ne sera pas', "ce n'est plus"])(
    'is explained only where it is a thing: «%s»',
    (denial) => {
      const verbs = ['alloti', 'affermi', 'réceptionné', 'mandaté'];
      expect(verbs.filter((verb) => explain(`Le point est ${denial} ${verb} ici.`).line !== '')).toEqual([]);
    },
  );

  it('is told where it is a thing', () => {
    expect(explain('Il n’y aura pas de négociation.').line).toMatch(/^\[Mots du message\u00a0: négociation\u00a0: /u);
  });
});
