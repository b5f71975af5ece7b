import { describe, expect, it } from 'vitest';
import { told } from './told.ts';

const WHICH = /^Le prix d'une unité : .* ; le total : achat direct/;

describe('a sum told after a count', () => {
  it.each([
    ['faut 3 devis obligé pr acheter 20 chaises de bureau a 4800 € ?', /^Non, achat direct.* : 4 800 € HT/],
    ['je veux commander 40 bureaux d’écoliers à 6 200 €, il faut un mapa ?', /^Achat direct.* : 6 200 € HT/],
    ['15 ordinateurs à 14 500 € HT, faut une mise en concurrence ?', /^Non, achat direct.* : 14 500 € HT/],
    ['500 arbres à 38 000 €, faut il un marché ?', /^Non, achat direct.* : 38 000 € HT/],
  ])('«%s»: is of all of them where one costs no such price', async (text, wanted) => {
    expect(await told(text)).toEqual({ said: expect.stringMatching(wanted), asks: undefined });
  });

  it.each([
    ['30 tablettes à 12 000 € le lot, on peut acheter directement ?', /^Oui, achat direct.* : 12 000 € HT/],
    ['un lot de 30 tablettes à 12 000 €, on peut acheter directement ?', /^Oui, achat direct.* : 12 000 € HT/],
    ['on achète 20 machines pour 4 800 €, quelle procédure ?', /^Achat direct.* : 4 800 € HT/],
    ['on achète 20 chaises à 4 800 € en tout, faut-il un marché ?', /^Non, achat direct.* : 4 800 € HT/],
    ['on achète 3 véhicules à 25 000 € HT au total, quelle procédure ?', /^Achat direct.* : 25 000 € HT/],
  ])('«%s»: is of all of them where words say so', async (text, wanted) => {
    expect(await told(text)).toEqual({ said: expect.stringMatching(wanted), asks: undefined });
  });

  it.each([
    ['30 tablettes à 450 € pièce, on peut acheter directement ?', /^Oui, achat direct.* : 13 500 € HT/],
    ['200 tablettes à 450 €, on peut acheter directement ?', /^Non, procédure adaptée : 90 000 € HT/],
    ['4 défibrillateurs à 6 400 € HT, quelle procédure ?', /^Achat direct.* : 25 600 € HT/],
    ['1 200 kits à 55 euros ht pour le département, procédure ?', /^Procédure adaptée : 66 000 € HT/],
  ])('«%s»: is of one where words say so, or all would cost too little', async (text, wanted) => {
    expect(await told(text)).toEqual({ said: expect.stringMatching(wanted), asks: undefined });
  });

  it('is asked about where both are prices, and one concludes otherwise', async () => {
    expect(await told('2 véhicules à 35 000 € HT, quelle procédure ?')).toEqual({
      said: expect.stringMatching(WHICH),
      asks: 'montant_ht',
    });
    expect((await told('9 fenêtres à 11 000 € HT, faut-il une mise en concurrence ?')).said).toBe(
      "« 11 000 € HT » : le prix d'une unité, ou le total ?",
    );
  });
});
