import { describe, expect, it } from 'vitest';
import { judgeFidelity } from '../../../scripts/rewording-sets/figures.ts';
import { readRewordingSet } from '../../../scripts/rewording-sets/items.ts';
import { checkFidelity } from '../../../src/fidelity/check-fidelity.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';

describe('pairs written by hand, of all kinds of defects', () => {
  it('get the right verdict, and no faithful one in thirty is refused', () => {
    const pairs = readRewordingSet('tests/golden/rewording/turned').fidelity;
    const judged = judgeFidelity(pairs);
    const alarms = judged.filter(({ item, right }) => item.faithful && !right);
    console.log(
      `right ${judged.filter(({ right }) => right).length} of ${judged.length}, false alarms ${alarms.length}`,
    );
    expect(judged.filter(({ right }) => right).length / judged.length).toBeGreaterThanOrEqual(0.94);
    expect(alarms.length).toBeLessThanOrEqual(1);
  });
});

describe('a meaning turned by one word', () => {
  it.each([
    ["C'est plus simple.", "Ce n'est plus simple."],
    ["C'est plus simple.", "C'est moins simple."],
    ['Le marché est conclu avec avance.', 'Le marché est conclu sans avance.'],
    ['Livraison sauf le lundi.', 'Livraison le lundi.'],
    ['Il faut au moins 3 bancs.', 'Il faut au plus 3 bancs.'],
    ['Ni avance ni acompte.', 'Avance et acompte.'],
    ["Le marché n'est pas alloti.", "Le marché n'est pas alloti (divisé en lots)."],
    ['Un prix de 12 000 € HT.', 'Un prix de 12 (douze mille euros) 000 € HT.'],
    ['Une sous-traitance.', 'Une sous-trai (confier)tance.'],
    ["L'offre de Balmont est recevable.", "L'offre de Balmont est irrecevable."],
    ["L'offre de Balmont est irrégulière.", "L'offre de Balmont est régulière."],
    ['Le contrat avec Duval finit le 31 décembre.', 'Le contrat avec Duval commence le 31 décembre.'],
    ["C'est plus cher que l'an dernier.", "Ce n'est pas cher par rapport à l'an dernier."],
    ['Nous sommes 8 au secrétariat.', 'Le secrétariat est 8.'],
    ['Les agents nettoient la salle chaque soir.', 'Les agents doivent nettoyer la salle chaque soir.'],
    ['Les agents nettoient la salle chaque soir.', 'À faire : nettoyer la salle chaque soir.'],
    ['Les élèves mangent au réfectoire.', 'Les élèves mangent au réfectoire et en classe.'],
  ])('is seen: «%s» and «%s»', (source, target) => {
    expect(checkFidelity(source, target).faithful).toBe(false);
  });

  it.each([
    ["C'est pas simple.", "Ce n'est pas simple."],
    ['Le délai est de trois mois.', 'Le délai (le temps donné) est de trois mois.'],
    ['Sans réponse avant le 10 juin, elle est annulée.', 'Faute de réponse avant le 10 juin, elle sera annulée.'],
    ['Le titulaire remet un rapport.', 'Le titulaire doit remettre un rapport.'],
    ['On est 45 agents et il faut des gants.', 'Le service, qui compte 45 agents, a besoin de gants.'],
  ])('is not seen where there is none: «%s» and «%s»', (source, target) => {
    expect(checkFidelity(source, target).faithful).toBe(true);
  });

  it('is looked for in time that a denial repeated ten thousand times does not square', () => {
    const text = 'pas '.repeat(10_000);
    const spent = startProcessorClock();
    checkFidelity(text, `${text} x`);
    expect(spent()).toBeLessThan(1500);
  });
});
