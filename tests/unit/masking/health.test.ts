import { describe, expect, it } from 'vitest';
import { createMasker } from '../../../src/masking/masker.ts';
import { readMaskingLists } from '../../../src/masking/masking-lists.ts';

const masker = createMasker(readMaskingLists('knowledge/masquage').lists);
const healthIn = (text: string) =>
  masker.find(text).flatMap((finding) => (finding.kind === 'health' ? [finding.text] : []));

describe('the health of somebody', () => {
  it.each([
    ['Mon collègue est en arrêt maladie.', 'en arrêt maladie'],
    ['Julie a repris en mi-temps thérapeutique.', 'mi-temps thérapeutique'],
    ['Depuis l’AVC de notre directrice, rien n’avance.', 'AVC'],
    ['Son cancer du sein a récidivé.', 'cancer du sein'],
    ['Je suis diabétique, la visio est-elle permise ?', 'suis diabétique'],
    ['Un agent atteint de néphropathie a besoin d’un siège.', 'néphropathie'],
    ['chui enceinte de 5 mois', 'enceinte'],
    ['2) M. Vasseur absent (dépression nerveuse)', 'dépression nerveuse'],
    ['Un agent souffrant d’un diabète de type 2', 'diabète de type 2'],
    ['M. Petit, qui a la RQTH, demande un écran.', 'RQTH'],
  ])('is hidden: %s', (text, hidden) => {
    expect(healthIn(text).join(' ')).toContain(hidden.replace(/^(?:en|suis) /, ''));
    expect(masker.find(text).find(({ kind }) => kind === 'health')?.replacement).toBe('[santé]');
  });

  it.each([
    'Nous achetons des vaccins contre la grippe pour le centre de santé.',
    'Le marché de médecine du travail arrive à terme.',
    'Je cherche une campagne de dépistage du cancer pour nos agents.',
    'Il faut des fauteuils roulants pour les personnes handicapées.',
    'L’assurance couvre-t-elle les arrêts maladie du personnel ?',
    'La salle est dans l’enceinte sportive, le titulaire opère la nuit.',
    'La chargée d’opération veut un greffe et une fracture nette des lots.',
    'Le marché est souffrant d’un retard, dit la région.',
    'Une clause sur le handicap et l’insertion dans le marché.',
  ])('is not what is bought: %s', (text) => expect(healthIn(text)).toEqual([]));
});

describe('a telephone in words', () => {
  it.each([
    'zéro six douze trente-quatre cinquante-six soixante-dix-huit',
    'zero un, quarante, vingt-deux, onze, zéro neuf',
    'zéro sept quatre-vingt-dix-huit soixante et onze zéro deux quatre-vingts',
    'zéro six un deux trois quatre cinq six sept huit',
    '06 douze 34 cinquante-six 78',
    'plus trente-trois six douze trente-quatre cinquante-six soixante-dix-huit',
  ])('is hidden whole: %s', (number) => {
    const found = masker.find(`Rappelez au ${number} avant midi`);
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([['phone', number]]);
  });

  it.each([
    'zéro défaut sur deux lots, trois fournisseurs et quatre devis',
    'un marché de deux ans, trois lots, quatre sites, cinq agents',
    'les lots 01, 02, 03, 04 et 05',
  ])('is no count: %s', (text) => expect(masker.find(text)).toEqual([]));
});
