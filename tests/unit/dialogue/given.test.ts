import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIsoDate } from '../../../src/days/iso-date.ts';
import { followUp } from '../../../src/dialogue/follow-up.ts';
import { readGiven } from '../../../src/dialogue/given.ts';

const TODAY = '2026-11-25';
const given = (text: string) => readGiven(text, TODAY);

describe('the amount', () => {
  it.each([
    ['45 k€', 45_000, undefined],
    ['45k€', 45_000, undefined],
    ['45 k', 45_000, undefined],
    ['1,2 M€', 1_200_000, undefined],
    ['1.2 M€', 1_200_000, undefined],
    ['3 millions d’euros HT', 3_000_000, 'HT'],
    ['12 mille euros', 12_000, undefined],
    ['45 000 euros HT', 45_000, 'HT'],
    ['45\u202f000\u00a0€ TTC', 45_000, 'TTC'],
    ['60.000€', 60_000, undefined],
    ['59 999,99 € HT', 59_999.99, 'HT'],
    ['216000 hors taxes', 216_000, 'HT'],
    ['5 404 000 € HT', 5_404_000, 'HT'],
    ['un devis à 30000 balles', 30_000, undefined],
    ['le 3 mai, un devis de 900 euros', 900, undefined],
    ['on a acheté pour 28 000 sans concurrence', 28_000, undefined],
    ['un devis a 45 000, je signe ?', 45_000, undefined],
    ['un devis de 300,000 euros', 300_000, undefined],
    ['un budget de 1,200 €', 1_200, undefined],
    ['1,250 M€', 1_250_000, undefined],
    ['12,5 €', 12.5, undefined],
    ['un devis à 22000e', 22_000, undefined],
    ['22 000e ht', 22_000, 'HT'],
    ['30 k', 30_000, undefined],
    ['on a 30k de budget', 30_000, undefined],
  ] as const)('%s → %d %s', (text, value, tax) => {
    expect(given(text).amount).toEqual({ kind: 'whole', amount: { value, tax } });
  });

  it.each([
    'mobilier 45 000 € et ordinateurs 30 000 €',
    'entre 30 000 et 45 000 €',
    '50 000 € par an',
    '40 000 € mensuels',
    '50 000 € par an pendant 4 ans',
    '85 000 € par an, 4 ans',
    '45 000 € sur 4 ans',
    'un marché de 80 000 € reconductible 2 fois',
    '12 € le repas',
    '12 € l’unité',
    'un prix unitaire de 900 €',
    '30 chaises à 120 €',
    'maîtrise d’œuvre pour un bâtiment, 45 000 € HT',
    '2 lots de 12 500 € HT',
    '12 500 € TTC + 8 000 € HT',
    '2 fois par an 500 € HT',
    'un architecte à 45 000 € HT',
  ])('«%s» says nothing of the whole need', (text) => {
    expect(given(text).amount).toEqual({ kind: 'unsettled' });
  });

  it.each([
    ['2 x 12 500 € HT', 25_000],
    ['deux fois 12 500 € HT de mobilier', 25_000],
    ['3 × 9 000 € HT', 27_000],
    ['12 500 + 8 000 € HT', 20_500],
    ['12 500 € HT + 8 000 € HT + 500 € HT', 21_000],
  ])('«%s» is one sum', (text, value) => {
    expect(given(text).amount).toEqual({ kind: 'whole', amount: { value, tax: 'HT' } });
  });

  it.each([
    'R2122-8',
    'article 45 000',
    'en 2026',
    '3 devis',
    '30 jours',
    'lot 2',
    '45 000 habitants',
    'une ville de 45 000 ames',
    '0 €',
    'le marché 2024-12 HT-3',
    'le 100e anniversaire',
    '',
  ])('none in « %s »', (text) => {
    expect(given(text).amount).toEqual({ kind: 'none' });
  });
});

describe('the object and the buyer', () => {
  it.each([
    ['refaire la toiture', 'travaux', undefined],
    ['des ordinateurs pour la mairie', 'fournitures_services', 'collectivite'],
    ['le ministère achète du mobilier', 'fournitures_services', 'etat'],
    ["et pour l'État ?", undefined, 'etat'],
    ['un CHU', undefined, 'sante'],
    ['une entité adjudicatrice', undefined, 'entite'],
    ['un tiers-état', undefined, undefined],
    ['le service achats', undefined, undefined],
    ['bonjour', undefined, undefined],
  ] as const)('%s', (text, objet, acheteur) => {
    expect(given(text)).toMatchObject({ objet, acheteur });
  });
});

describe('the delay', () => {
  it.each([
    ['un retard de 12 jours', 12],
    ['140 jours de retard', 140],
    ['livré avec deux jours de retard', 2],
    ['en retard de quinze jours', 15],
    ['un délai de 12 jours', undefined],
    ['douze heures de retard', undefined],
  ])('%s → %s', (text, days) => {
    expect(given(text).daysLate).toBe(days);
  });
});

describe('the day', () => {
  it.each([
    ['en 2027', '2027-01-01'],
    ['et en 2027 ?', '2027-01-01'],
    ["l'an dernier", '2025-11-25'],
    ['l’année prochaine', '2027-01-01'],
    ['en mars 2026', '2026-03-01'],
    ['avant avril 2026', '2026-03-31'],
    ['avant 2026', '2025-12-31'],
    ['lancé le 2026-02-14', '2026-02-14'],
    ['consultation lancée en février 2026', '2026-02-01'],
    ['en 2026', undefined],
    ['article 2027', undefined],
    ['2026-02-31', undefined],
    ['un arrêté du 22 mars 2019', '2019-03-22'],
    ['la date limite est le 24/12/2026', '2026-12-24'],
    ['avant le 1er avril 2026', '2026-03-31'],
    ['née le 12/03/1985', undefined],
    ['CCAG-FCS 2021', undefined],
    ['joignable au 06-11-22-33-44', undefined],
  ])('%s → %s', (text, day) => {
    expect(given(text).at).toBe(day);
  });

  it('exists a year before a leap day', () => {
    expect(readGiven("l'an dernier", '2028-02-29').at).toBe('2027-02-28');
  });
});

describe('followUp', () => {
  const about = (question: string) => ({ role: undefined, question, given: given(question), answer: undefined });
  const asked = "quel seuil pour des fournitures d'une collectivité ?";

  it.each(['et pour les travaux ?', 'mais en 2027 ?', 'pareil pour un hôpital ?', 'quel est ce délai ?', 'idem'])(
    'joins « %s » to the question before',
    (text) => {
      const query = followUp(text, given(text), about(asked));
      expect(query.leansBack).toBe(true);
      expect(query.context).toContain('seuil');
    },
  );

  it.each([
    'quel délai de paiement ?',
    'et si le titulaire abandonne le chantier avant la fin des travaux de la façade nord ?',
  ])('leaves « %s » alone', (text) => {
    expect(followUp(text, given(text), about(asked))).toEqual({ text, leansBack: false });
  });

  it('leaves the first question alone', () => {
    expect(followUp('et en 2027 ?', given('et en 2027 ?'), undefined)).toEqual({
      text: 'et en 2027 ?',
      leansBack: false,
    });
  });

  it('takes out of the question before what is replaced, accented words too', () => {
    const works = followUp('et pour les travaux ?', given('et pour les travaux ?'), about(asked)).context;
    expect(works).not.toContain('fournitures');
    expect(works).toContain('collectivité');
    const state = followUp("et pour l'État ?", given("et pour l'État ?"), about(asked)).context;
    expect(state).toContain('fournitures');
    expect(state).not.toContain('collectivité');
    const local = followUp(
      'et pour une commune ?',
      given('et pour une commune ?'),
      about('quel seuil pour État ?'),
    ).context;
    expect(local).not.toContain('État');
  });

  it('keeps the words of a day out of the search', () => {
    for (const text of ['et en 2027 ?', "et l'an dernier ?", 'et l’année prochaine ?', 'et avant avril 2026 ?'])
      expect(followUp(text, given(text), about(asked)).text).not.toMatch(/20\d\d|dernier|prochaine/);
  });
});

it('never throws, and every day it reads exists', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('en 2027', 'mars ', '2026', '-', '31', ' 45 000', '€', 'k', 'HT', "l'an dernier", 'avant '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const { at, amount } = given(pieces.join(''));
      if (at !== undefined) expect(isIsoDate(at)).toBe(true);
      if (amount.kind === 'whole') expect(amount.amount.value).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
