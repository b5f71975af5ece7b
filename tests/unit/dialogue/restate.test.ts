import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restate } from '../../../src/dialogue/restate.ts';

describe('restate', () => {
  it.each([
    [
      'Commune, 72 000 € HT de mobilier, BOAMP ?',
      'et si ça monte à 94 000 ?',
      'Commune, 94 000 € HT de mobilier, BOAMP ?',
    ],
    ['avenant de 8 % en fournitures, ça passe ?', 'et à 11 ?', 'avenant de 11 % en fournitures, ça passe ?'],
    ['la halle coûte 4,8 M€ de travaux', 'et à 5,6 ?', 'la halle coûte 5,6 M€ de travaux'],
    [
      'facture reçue le 4 novembre, dernier jour ?',
      'et si c’est le 10 ?',
      'facture reçue le 10 novembre, dernier jour ?',
    ],
    ['une avance pour un marché d’un an ?', 'et de deux mois ?', 'une avance pour un marché de deux mois ?'],
    ['Délai pour un appel d’offres ouvert ?', 'et en restreint ?', "Délai pour un appel d'offres restreint ?"],
    ['On peut négocier en mapa ?', 'idem en procédure formalisée ?', 'On peut négocier en procédure formalisée ?'],
    ['quel délai de paiement pour une mairie', 'et le CHU ?', 'quel délai de paiement pour le CHU'],
  ])('%s | %s', (question, line, whole) => {
    expect(restate(question, line, 'changed')).toBe(whole);
  });

  it('takes the place of nothing where it is not sure what', () => {
    // A prolongation of six months at a price is none of three at the same.
    expect(restate('Marché de 4 ans, un avenant de six mois à 32 500', 'et trois mois ?', 'changed')).toBeUndefined();
    expect(restate('un CA de 200 000 pour un lot de 150 000', 'et 300 000 ?', 'changed')).toBeUndefined();
    expect(restate('On peut négocier ?', 'et si on ne dit rien ?', 'changed')).toBeUndefined();
  });

  it('puts what comes on top beside what was counted', () => {
    expect(
      restate('Bancs, 52 000 € HT posés, je commande direct ?', 'et avec les poubelles, 10 000 de plus ?', 'added'),
    ).toBe('Bancs, 52 000 € HT et avec les poubelles, 10 000 € HT de plus posés, je commande direct ?');
    expect(restate('On peut négocier ?', 'plus 10 000', 'added')).toBeUndefined();
  });

  it('never throws, and keeps the question where it says nothing of its kind', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('changed' as const, 'added' as const),
        (question, line, as) => {
          const said = restate(question, line, as);
          expect(said).not.toBe(question);
        },
      ),
    );
  });
});
