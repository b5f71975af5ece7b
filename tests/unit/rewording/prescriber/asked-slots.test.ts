import { describe, expect, it } from 'vitest';
import { askedSlots } from '../../../../src/rewording/brief/asked-slots.ts';

describe('what a buyer asks for', () => {
  it.each([
    ['Je reste en attente de vos éléments :\n1. le nombre de repas ;\n2. la part de bio.', ['quantity', 'environment']],
    ['Merci de préciser vos attentes en matière d’EGalim.', ['environment']],
    ['Il nous manque votre estimation des quantités annuelles.', ['quantity']],
    ['Merci d’envoyer trois fiches, sans communiquer le budget aux entreprises.', []],
    ['Communiquez la consommation électrique en kWh de vos serveurs.', []],
    ['Merci d’indiquer le nombre d’agents concernés.', ['users']],
    ['Merci d’indiquer votre budget et le lieu de livraison.', ['budget', 'place']],
  ])('%s', (text, slots) => {
    expect(askedSlots(text)).toEqual(slots);
  });
});
