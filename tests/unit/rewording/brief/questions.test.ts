import { describe, expect, it } from 'vitest';
import { askedSlots } from '../../../../src/rewording/brief/asked-slots.ts';
import type { Form } from '../../../../src/rewording/port/rewording.ts';
import type { Slot } from '../../../../src/vocabulary/rewording.ts';
import { askedOf, needsIn } from '../../../fixtures/real-needs.ts';

describe('questionsFor', () => {
  it('asks at most two, the most decisive first, in the words of the trade', () => {
    const asked = askedOf(needsIn("besoin d'ordis portables"), 'fr');
    expect(asked.map(({ slot }) => slot)).toEqual(['quantity', 'budget']);
    expect(asked[0]?.text).toBe('Combien de postes, environ\u202f?');
  });

  it('asks one of each need when there are two, naming it', () => {
    const needs = needsIn('il nous faut des chaises et par ailleurs un prestataire pour le ménage de la mairie');
    const asked = askedOf(needs, 'en');
    expect(asked.map(({ need }) => need)).toEqual([0, 1]);
    expect(asked[0]?.text).toContain('chaises');
  });

  it('quotes both sayings of a contradiction', () => {
    const [first] = askedOf(needsIn('12 bureaux pour la mairie, budget de 10 000 € ou plutôt 15 000 €'), 'en');
    expect(first?.text).toContain('10 000 €');
    expect(first?.text).toContain('15 000 €');
  });

  it('asks first what decides a purchase of its trade, where its class is sure, unless the message speaks of it', () => {
    const form: Form = {
      need: 0,
      nature: 'fournitures',
      lines: [{ name: 'cpv', values: [] }],
      unsaid: ['quantity', 'budget'],
    };
    const asked = (source: string) => askedOf(needsIn(source), 'fr', [form], source).map(({ slot }) => slot);
    expect(asked("besoin d'ordis portables")).toEqual(['constraints', 'quantity']);
    expect(asked("besoin d'ordis portables, installation comprise")).toEqual(['quantity', 'budget']);
    const unsure: Form = { ...form, lines: [] };
    const source = "besoin d'ordis portables";
    expect(askedOf(needsIn(source), 'fr', [unsure], source).map(({ slot }) => slot)).toEqual(['quantity', 'budget']);
  });

  it('asks nothing of a trade whose thing is not what is bought', () => {
    const form: Form = { need: 0, nature: 'services', lines: [], unsaid: ['budget'] };
    const source = 'faire réparer nos ordinateurs portables';
    expect(askedOf(needsIn(source), 'fr', [form], source).map(({ slot }) => slot)).toEqual(['budget']);
  });

  it('asks nothing when nothing is missing', () => {
    expect(askedOf(needsIn('le marché est signé depuis mars'), 'fr')).toEqual([]);
  });
});

describe('askedSlots', () => {
  const cases: readonly (readonly [string, readonly Slot[]])[] = [
    ['Merci de préciser les quantités et la date souhaitée.', ['quantity', 'deadline']],
    ['Pouvez-vous nous dire s’il existe un contrat en cours ?', ['existing_contract']],
    ['Merci de me transmettre le rapport d’analyse des offres avant vendredi.', []],
    [
      'Il me manque :\n- le budget estimé\n- les lieux de livraison\n- la durée du besoin',
      ['budget', 'place', 'duration'],
    ],
    ['La consultation est publiée, la remise des offres est fixée au 12 mars.', []],
    ['Combien de postes et pour quel service ? Quelle est votre enveloppe ?', ['quantity', 'budget', 'users']],
    ['Merci de nous indiquer vos contraintes d’accès et vos critères de choix.', ['constraints', 'criteria']],
    ['Le marché en cours prend fin en juin : quel est votre besoin exact ?', ['object']],
  ];
  it.each(cases)('%s', (text, slots) => {
    expect(askedSlots(text)).toEqual(slots);
  });
});
