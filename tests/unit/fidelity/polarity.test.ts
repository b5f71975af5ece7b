import { describe, expect, it } from 'vitest';
import { checkFidelity } from '../../../src/fidelity/check-fidelity.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';

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
  ])('is seen: «%s» and «%s»', (source, target) => {
    expect(checkFidelity(source, target).faithful).toBe(false);
  });

  it.each([
    ["C'est pas simple.", "Ce n'est pas simple."],
    ['Le délai est de trois mois.', 'Le délai (le temps donné) est de trois mois.'],
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
