import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIsoDate } from '../../../src/days/iso-date.ts';
import { followUp } from '../../../src/dialogue/follow-up.ts';
import { readGiven } from '../../../src/dialogue/given.ts';

const TODAY = '2026-11-25';
const given = (text: string) => readGiven(text, TODAY);

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
    ['le seuil est de 25 000 € depuis 2015 ?', undefined],
    ['40 000 € depuis le 1er janvier 2020, toujours vrai ?', undefined],
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

  it('reads a line after the question before it, the first one alone', () => {
    expect(followUp('idem', given('idem'), about(asked))).toEqual({ text: 'idem', context: asked });
    expect(followUp('et en 2027 ?', given('et en 2027 ?'), undefined)).toBeUndefined();
  });

  it('takes out of the question before what is replaced, accented words too', () => {
    const works = followUp('et pour les travaux ?', given('et pour les travaux ?'), about(asked))?.context;
    expect(works).not.toContain('fournitures');
    expect(works).toContain('collectivité');
    const state = followUp("et pour l'État ?", given("et pour l'État ?"), about(asked))?.context;
    expect(state).toContain('fournitures');
    expect(state).not.toContain('collectivité');
    const local = followUp(
      'et pour une commune ?',
      given('et pour une commune ?'),
      about('quel seuil pour État ?'),
    )?.context;
    expect(local).not.toContain('État');
  });

  it('keeps the words of a day out of the search', () => {
    for (const text of ['et en 2027 ?', "et l'an dernier ?", 'et l’année prochaine ?', 'et avant avril 2026 ?'])
      expect(followUp(text, given(text), about(asked))?.text).not.toMatch(/20\d\d|dernier|prochaine/);
  });
});

it('never throws, and every day it reads exists', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('en 2027', 'mars ', '2026', '-', '31', ' 45 000', '€', 'k', 'HT', "l'an dernier", 'avant '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const { at } = given(pieces.join(''));
      if (at !== undefined) expect(isIsoDate(at)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
