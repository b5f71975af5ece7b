// One function and its slots, each by the sentences it must read and those it must leave.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Need, Said } from '../../../../src/rewording/port/rewording.ts';
import { SLOTS, type Slot } from '../../../../src/vocabulary/rewording.ts';
import { needsIn } from '../../../fixtures/real-needs.ts';
import { runs } from '../../../fixtures/runs.ts';
import { readBriefs } from './score.ts';

const only = (text: string): Need => needsIn(text)[0];
const said = (need: Need, slot: Slot): readonly string[] => (need.slots[slot]?.said ?? []).map(({ value }) => value);
const everySaid = (need: Need): readonly Said[] => [
  ...SLOTS.flatMap((slot) => need.slots[slot]?.said ?? []),
  ...need.functions.flatMap(({ statement, level }) => (level === undefined ? [statement] : [statement, level])),
  ...need.lots.map((lot) => lot.said),
  ...need.proof,
  ...need.risks,
];

const texts = readBriefs().map(({ text }) => text);
/** Pieces of real messages glued at random, with the characters that break offsets. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...texts.flatMap((text) => text.split(/(?<=[,.\n])/))),
        fc.constantFrom(
          'œ',
          'e\u0301',
          '\u200b',
          '\ud83d',
          '\u00a0',
          '\r\n',
          '’',
          '(',
          ')',
          '—',
          '12k€',
          ' et ',
          'İ',
          'ﬁ',
        ),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
);

describe('readNeeds', () => {
  it('never throws, and every value is the text between its own bounds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const need of needsIn(text)) {
          for (const { value, span } of everySaid(need)) {
            expect(value).not.toBe('');
            expect(text.slice(...span)).toBe(value);
            expect(value.trim()).toBe(value);
          }
        }
      }),
      { numRuns: runs(400) },
    );
  });

  it('says nothing twice in one slot', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const need of needsIn(text)) {
          for (const slot of SLOTS) {
            const spans = (need.slots[slot]?.said ?? []).map(({ span }) => span);
            spans.forEach(([start], index) => {
              expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0);
            });
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('reads the same in a text without the spaces around it', () => {
    const strip = (needs: readonly Need[]) => needs.map((need) => SLOTS.map((slot) => said(need, slot)));
    for (const text of texts) {
      const bare = strip(needsIn(text));
      for (const space of [' ', '\n', '  \n ']) expect(strip(needsIn(space + text + space))).toEqual(bare);
    }
  });

  it('takes what the body that asks is short of for a count, and its size for none', () => {
    expect(said(only("L'ehpad a besoin de 12 matelas anti-escarres."), 'quantity')).toEqual(['12 matelas']);
    expect(said(only("L'ehpad du centre de 80 lits veut des matelas."), 'quantity')).toEqual([]);
  });

  it('takes the title that a message opens with for no place, whatever spaces stand before it', () => {
    const text = "CAHIER D'EXPRESSION DU BESOIN\n\nLe centre nautique veut 320 casiers.";
    for (const space of ['', '\n', '  \n '])
      expect(said(needsIn(space + text)[0], 'place')).toEqual(['centre nautique']);
  });

  it('reads across a line that a mail program cut, whatever ends its lines', () => {
    const text = 'Il nous faut douze chaises de bureau pour la salle du\nconseil de la mairie avant le 15 mars 2027.';
    const placesIn = (written: string) => said(needsIn(written)[0], 'place').map((place) => place.replace('\r', ''));
    expect(placesIn(text)).toEqual(['salle du\nconseil de la mairie']);
    expect(placesIn(text.replace('\n', '\r\n'))).toEqual(placesIn(text));
  });

  it('does not ask for what is given', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { slots, missing } of needsIn(text)) {
          for (const slot of missing) expect(slots[slot] === undefined || slots[slot].conflict).toBe(true);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('reads a text in decomposed form at the right place', () => {
    const text = 'Il nous faut 4 écrans pour la médiathèque avant la rentrée'.normalize('NFD');
    expect(said(only(text), 'place')).toEqual(['médiathèque'.normalize('NFD')]);
    expect(said(only(text), 'deadline')).toEqual(['avant la rentrée'.normalize('NFD')]);
  });

  it('reads a very long text in the time of a short one', () => {
    const text = 'il nous faut 15 chaises pour la mairie avant mars, '.repeat(40_000);
    expect(() => needsIn(text)).not.toThrow();
  });

  it('keeps a vague quantity out and asks for it', () => {
    const need = only('il nous faut quelques ordinateurs pour le CCAS');
    expect(need.slots.quantity).toBeUndefined();
    expect(need.missing).toContain('quantity');
  });

  it('shows how an amount and a number in words were read, beside the words', () => {
    const { slots } = only('une quinzaine de chaises pour la mairie, budget 12k€ HT');
    expect(slots.budget?.said[0].understood).toMatch(/12.000/);
    expect(slots.quantity?.said[0].understood).toContain('15');
    expect(only('15 chaises, budget 900 € HT').slots.budget?.said[0].understood).toBeUndefined();
  });

  it('shows two contradictory figures and asks', () => {
    const need = only('Budget de 10 000 € ou plutôt 15 000 € pour 12 tables de réunion');
    expect(said(need, 'budget')).toEqual(['10 000 €', '15 000 €']);
    expect(need.slots.budget?.conflict).toBe(true);
    expect(need.missing).toContain('budget');
  });

  it('takes past spending and the end of the present contract for neither budget nor deadline', () => {
    const need = only(
      'Le contrat actuel de nettoyage se termine en juin. L’an dernier on a payé 8 000 €. Il faut le renouveler pour 3 ans à la mairie.',
    );
    expect(need.slots.budget).toBeUndefined();
    expect(need.slots.deadline).toBeUndefined();
    expect(said(need, 'duration')).toEqual(['pour 3 ans']);
    expect(need.slots.existing_contract).toBeDefined();
    expect(need.missing).toEqual(expect.arrayContaining(['budget', 'deadline']));
  });

  it('cuts a message with two needs, each with its own slots', () => {
    const needs = needsIn(
      "il nous faut 10 chaises pour la salle du conseil et par ailleurs un prestataire pour le ménage de l'école",
    );
    expect(needs.map((need) => said(need, 'object'))).toEqual([['10 chaises'], ["ménage de l'école"]]);
    expect(needs.map((need) => said(need, 'place'))).toEqual([['salle du conseil'], ['école']]);
    expect(needs[1]?.missing).toContain('duration');
    expect(needs[0].missing).not.toContain('duration');
  });

  it('leaves things of one trade together', () => {
    expect(needsIn('il nous faut des chaises et aussi des tables pour la mairie')).toHaveLength(1);
  });

  it('asks nothing of a running procedure, a signed contract or a question of law', () => {
    for (const text of [
      'On a publié la consultation pour les chaises mardi, un candidat demande si on peut prolonger le délai',
      'Le marché de nettoyage est signé mais le prestataire ne vient plus',
      'Est-ce que je peux commander 20 chaises sans devis ?',
    ])
      expect(only(text).missing).toEqual([]);
  });

  it('asks a duration for what lasts, users where they change the thing, no place for software', () => {
    expect(only('besoin de nettoyage pour le gymnase').missing).toContain('duration');
    expect(only('besoin de 4 fauteuils pour le gymnase').missing).not.toContain('duration');
    expect(only('besoin de 4 fauteuils').missing).toContain('users');
    expect(only("besoin d'un logiciel de paie").missing).not.toContain('place');
  });

  it('suggests lots when two trades stand in one need', () => {
    const { lots } = only('Travaux de peinture et électricité à la mairie');
    expect(lots.map(({ said: { value } }) => value)).toEqual(['peinture', 'électricité']);
    expect(lots[0]?.why).toContain('L.\u00a02113-10');
    expect(only('Travaux de peinture à la mairie').lots).toEqual([]);
  });

  it('reads what the thing must do, how well and how firmly', () => {
    const [first] = only('Il nous faut un copieur. Il doit impérativement imprimer 40 pages par minute.').functions;
    expect(first?.statement.value).toBe('imprimer 40 pages par minute');
    expect(first?.flexibility).toBe('firm');
    expect(first?.level?.value).toBe('40 pages par minute');
  });

  it('leaves greetings and signatures alone', () => {
    const need = only(
      'Bonjour Sophie,\nIl nous faut 3 tables pour le hall.\nCordialement,\nPaul Mairie\nService des sports',
    );
    expect(said(need, 'object')).toEqual(['3 tables']);
    expect(need.slots.users).toBeUndefined();
  });

  it('says a quantity with its noun and how often it comes back', () => {
    expect(said(only('il faut 20 tapis de réception pour le dojo'), 'quantity')).toEqual(['20 tapis']);
    expect(said(only('2 balayages par semaine au centre-ville de Sarlat'), 'quantity')).toEqual([
      '2 balayages par semaine',
    ]);
  });

  it('reads a budget without a currency sign beside a word of money, never a past price or an offer', () => {
    expect(said(only('6 barnums pliants, on a mis 9 000 de côté'), 'budget')).toEqual(['9 000']);
    expect(said(only('la sono du gymnase, genre 4000 max'), 'budget')).toEqual(['4000 max']);
    for (const text of [
      'Il faut réparer la verrière. La facture précédente avait été de 3 100 € HT.',
      'L’offre la moins chère (12 300 € HT) pour les extincteurs est incomplète, je l’écarte ?',
    ])
      expect(only(text).slots.budget).toBeUndefined();
  });

  it('asks what the message says is not known yet', () => {
    const { missing } = only(
      'Nous voulons refondre le site internet avant mars. Nous ne connaissons pas encore la durée du contrat, ni le budget.',
    );
    expect(missing).toEqual(expect.arrayContaining(['budget', 'duration']));
    expect(only('Un interprète le 18 juin à la mairie, sans budget pour l’instant').missing).toContain('budget');
  });

  it('asks how long when a figure comes back each week', () => {
    expect(only('40 plateaux-repas chaque jeudi au siège, 14 € le plateau, dès janvier').missing).toContain('duration');
    expect(only('40 plateaux-repas au siège, 14 € le plateau, dès janvier').missing).not.toContain('duration');
  });

  it('keeps a note in numbered parts as one need', () => {
    const text =
      '1. Contexte\nLes casiers de la piscine ne ferment plus.\n2. Besoin\n320 casiers à code.\n3. Contraintes\nLe bassin reste ouvert.\n4. Budget\n96 000 € HT';
    expect(needsIn(text)).toHaveLength(1);
    expect(said(only(text), 'constraints')).toEqual(['Le bassin reste ouvert']);
  });

  it('sizes the need by the thing, not by the people beside it nor by «un»', () => {
    const need = only('Un nouveau traiteur pour 82 résidents et 30 agents, soit 112 repas par jour');
    expect(said(need, 'quantity')).toEqual(['112 repas par jour']);
    expect(said(need, 'users')).toEqual(['82 résidents', '30 agents']);
    expect(said(only('Il faut 12 gilets de sécurité, 4 sites à équiper'), 'quantity')).toContain('12 gilets');
  });

  it('asks how much when the message says «de temps en temps», and no users of what is hired or repaired', () => {
    expect(only("Besoin d'un graphiste de temps en temps pour le théâtre").missing).toContain('quantity');
    expect(only("Besoin d'un graphiste pour l'affiche du théâtre").missing).not.toContain('quantity');
    expect(only('Il faut acheter un minibus').missing).toContain('users');
    for (const text of ['Il faut louer un minibus', 'Il faut réparer le minibus'])
      expect(only(text).missing).not.toContain('users');
  });

  it('takes the two dates of a hire for how long and when', () => {
    const need = only('Il faut louer un chapiteau du 3 mai au 30 septembre 2027');
    expect(said(need, 'duration')).toEqual(['du 3 mai au 30 septembre 2027']);
    expect(need.missing).not.toContain('deadline');
    expect(only('Il faut élaguer les arbres du 3 mai au 30 juin 2027').slots.duration).toBeUndefined();
  });

  it('reads access for all among the constraints, work of people far from employment among the social ones', () => {
    const need = only(
      'Il faut refaire le site internet, conforme au RGAA. 10 % des heures seraient confiées à une structure d’insertion.',
    );
    expect(said(need, 'constraints').join(' ')).toContain('RGAA');
    expect(said(need, 'social').join(' ')).toContain('10 % des heures');
    expect(said(need, 'social').join(' ')).not.toContain('RGAA');
  });

  it('takes «l equipe» without its apostrophe for what it is', () => {
    expect(said(only('2 camions benne pr le ctm, c l equipe voirie qui s en sert'), 'users')).toEqual([
      'l equipe voirie',
    ]);
  });

  it('says what is done to a signed contract as the object, and its place when no other is said', () => {
    const need = only(
      'Peut-on prolonger de 4 mois le contrat avec Sodexol pour les repas du foyer ? Il finit le 31/08.',
    );
    expect(said(need, 'object')[0]).toContain('prolonger de 4 mois le contrat');
    expect(said(need, 'duration')).toEqual(['4 mois']);
    expect(need.slots.deadline).toBeUndefined();
    expect(said(need, 'place')).toEqual(['foyer']);
  });

  it('reads «avant l’été» as a date, and the date after a prohibition too', () => {
    expect(said(only('Il faut 10 bancs sur le parvis avant l’été'), 'deadline')).toEqual(['avant l’été']);
    expect(
      said(
        only('Refaire le toit du gymnase. Il ne doit pas fermer, donc travaux entre le 5 juillet et le 22 août 2027.'),
        'deadline',
      ),
    ).toEqual(['entre le 5 juillet et le 22 août 2027']);
  });

  it('reads as constraints only what binds, and none in a message that states no need', () => {
    expect(
      said(only('4 bancs pour le parc. Le maire doit passer lundi. Ils ne doivent pas rouiller.'), 'constraints'),
    ).toEqual(['Ils ne doivent pas rouiller']);
    expect(
      only('Le titulaire du marché de nettoyage ne respecte pas le CCTP, il ne doit pas venir le dimanche.').slots
        .constraints,
    ).toBeUndefined();
  });

  it('takes a figure in a ban for no quantity', () => {
    const need = only('Maintenance de 7 ascenseurs à Foch. Il ne peut pas immobiliser deux appareils en même temps.');
    expect(said(need, 'quantity')).toEqual(['7 ascenseurs']);
  });
});
