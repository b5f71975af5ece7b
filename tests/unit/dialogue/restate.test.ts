import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesOnly } from '../../../src/dialogue/renamed.ts';
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
    ['Services, 82 000 € HT, quelle annonce ?', 'et à 91 ?', 'Services, 91 000 € HT, quelle annonce ?'],
    [
      '12 jours de retard sous le CCAG-FCS, quelle pénalité ?',
      'et pour des travaux ?',
      '12 jours de retard sous le CCAG-Travaux, quelle pénalité ?',
    ],
    [
      'Taux de la retenue dans notre région de 900 M€ de fonctionnement ?',
      'et une mairie ?',
      'Taux de la retenue dans une mairie ?',
    ],
    ['Quel taux pour une ville de 40 000 habitants ?', 'et un département ?', 'Quel taux pour un département ?'],
    [
      'un minibus neuf à 75 000 € HT, il faut consulter ?',
      'et d’occasion ?',
      'un minibus d’occasion à 75 000 € HT, il faut consulter ?',
    ],
  ])('%s | %s', (question, line, whole) => {
    expect(restate(question, line, 'changed')).toBe(whole);
  });

  it('takes the place of nothing where it is not sure what', () => {
    // A prolongation of six months at a price is none of three at the same.
    expect(restate('Marché de 4 ans, un avenant de six mois à 32 500', 'et trois mois ?', 'changed')).toBeUndefined();
    // Days of lateness beside the sum: twenty is as well the days as the sum in thousands.
    expect(restate('10 jours de retard sur 50 000 € HT', 'et à 20 ?', 'changed')).toBeUndefined();
    expect(restate('un CA de 200 000 pour un lot de 150 000', 'et 300 000 ?', 'changed')).toBeUndefined();
    expect(restate('On peut négocier ?', 'et si on ne dit rien ?', 'changed')).toBeUndefined();
  });

  it('takes the place of the one of several that is asked about', () => {
    expect(
      restate('Lot estimé à 90 000 € HT, on peut exiger 120 000 € de chiffre d’affaires ?', 'et 200 000 ?', 'changed'),
    ).toBe('Lot estimé à 90 000 € HT, on peut exiger 200 000 € de chiffre d’affaires ?');
    expect(
      restate(
        'Marché estimé à 80 000 € HT. Je veux exiger 100 000 € de chiffre d’affaires. C’est régulier ?',
        'et 150 000 ?',
        'changed',
      ),
    ).toBe('Marché estimé à 80 000 € HT. Je veux exiger 150 000 € de chiffre d’affaires. C’est régulier ?');
    expect(
      restate('on peut ajouter 12 000 € HT à un marché de 90 000 € HT ?', 'et 20 000 ?', 'changed'),
    ).toBeUndefined();
  });

  it('knows a line that only names another thing', () => {
    expect(['et en travaux ?', 'et pour un CHU ?', 'même chose en MAPA ?'].map(namesOnly)).toEqual([true, true, true]);
    expect(['et en travaux, qui signe ?', 'et sinon ?'].map(namesOnly)).toEqual([false, false]);
  });

  it('puts what comes on top beside what was counted', () => {
    expect(
      restate('Bancs, 52 000 € HT posés, je commande direct ?', 'et avec les poubelles, 10 000 de plus ?', 'added'),
    ).toBe('Bancs, 52 000 € HT plus 10 000 € HT pour les poubelles posés, je commande direct ?');
    expect(restate('Sono à 41 000 € HT, en direct ?', 'on ajoute 6 000 de micros aussi', 'added')).toBe(
      'Sono à 41 000 € HT plus 6 000 € HT de micros, en direct ?',
    );
    expect(restate('avenant de 7 % en services, ok ?', 'un premier de 4 % a déjà été signé', 'added')).toBe(
      'avenant de 7 % plus 4 % en services, ok ?',
    );
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
