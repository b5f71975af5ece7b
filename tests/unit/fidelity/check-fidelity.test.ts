import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFidelity } from '../../../src/fidelity/check-fidelity.ts';
import { DEFECT_KINDS, type DefectKind } from '../../../src/vocabulary/rewording.ts';
import { runs } from '../../fixtures/runs.ts';

interface Row {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly faithful: boolean;
  readonly defects: readonly DefectKind[];
}

const ROWS = readFileSync('tests/golden/rewording/fidelity.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

const isRight = (row: Row): boolean => {
  const { faithful, defects } = checkFidelity(row.source, row.target);
  return row.faithful ? faithful : !faithful && defects.some((defect) => row.defects.includes(defect.kind));
};

describe('the golden pairs', () => {
  it('get the right verdict, with the kind, for at least 96 %', () => {
    const wrong = ROWS.filter((row) => !isRight(row)).map((row) => row.id);
    expect(ROWS.length).toBeGreaterThanOrEqual(400);
    expect(wrong.length / ROWS.length, wrong.join(' ')).toBeLessThanOrEqual(0.04);
  });

  it('hold at least four pairs of every kind, all of them seen', () => {
    for (const kind of DEFECT_KINDS) {
      const rows = ROWS.filter((row) => row.defects.includes(kind));
      expect(rows.length, kind).toBeGreaterThanOrEqual(4);
      expect(rows.filter(isRight).length / rows.length, kind).toBeGreaterThanOrEqual(0.85);
    }
  });

  it('raise no alarm on more than three faithful pairs in a hundred', () => {
    const faithful = ROWS.filter((row) => row.faithful);
    const alarms = faithful.filter((row) => !isRight(row));
    expect(alarms.length / faithful.length, alarms.map((row) => row.id).join(' ')).toBeLessThanOrEqual(0.03);
  });
});

describe('defects quote the words at fault', () => {
  it.each([
    [
      'Il faut 12 chaises.',
      'Le besoin porte sur 15 chaises.',
      { kind: 'NUMBER_CHANGED', source: '12 chaises', target: '15 chaises' },
    ],
    [
      'Budget : 40 000 € HT.',
      'Le budget est de 40 000 € TTC.',
      { kind: 'UNIT_CHANGED', source: '40 000 € HT', target: '40 000 € TTC' },
    ],
    ['Livraison à Lyon.', 'La livraison se fait à Lille.', { kind: 'NAME_CHANGED', source: 'Lyon', target: 'Lille' }],
    [
      'Livraison le 15 mars.',
      'La livraison se fait le 15 mai.',
      { kind: 'DATE_CHANGED', source: '15 mars', target: '15 mai' },
    ],
    [
      'Les tables sont pliantes.',
      'Les tables sont pliantes, au nombre de 40.',
      { kind: 'INVENTED_FACT', source: '', target: '40' },
    ],
  ] as const)('%s | %s', (source, target, defect) => {
    expect(checkFidelity(source, target).defects).toContainEqual(defect);
  });
});

describe('a denial is tied to what it denies', () => {
  it.each([
    // Another denial of the sentence is kept.
    ['Les plis non signés ne sont pas ouverts.', 'Les plis refusés sont ouverts.'],
    // Brackets explain; they may not contradict.
    ['Le contrat n’est pas transmissible.', 'Le contrat reste à l’entreprise (il est transmissible).'],
    ['On peut pas éteindre la borne plus de deux heures.', 'La borne peut être éteinte plus de deux heures.'],
    ['La location n’est possible qu’avec une caution.', 'La location est possible sans caution.'],
  ])('%s | %s', (source, target) => {
    expect(checkFidelity(source, target).defects.map(({ kind }) => kind)).toContain('NEGATION_DROPPED');
  });

  it.each([
    ['Le tapis ne doit pas glisser.', 'Le tapis est antidérapant.'],
    ['Le tarif est ferme, il ne change pas pendant un an.', 'Tarif ferme pendant un an.'],
    ['Les plans ne sont pas rendus.', 'Les plans sont conservés par le service.'],
    ['Sans badge, la porte ne s’ouvre pas.', 'L’ouverture de la porte est subordonnée au badge.'],
  ])('is kept by a contrary: %s | %s', (source, target) => {
    expect(checkFidelity(source, target).defects).toEqual([]);
  });
});

describe('things that change places', () => {
  it.each([
    ['Le hall fait 40 m², le bureau 15 m².', 'Le bureau fait 40 m² ; le hall, 15 m².', 'NUMBER_CHANGED'],
    ['Prévoir 4 bancs de 12 places.', 'Fourniture de 12 bancs de 4 places.', 'NUMBER_CHANGED'],
    ['Le lot 1 concerne le gaz, le lot 2 le fioul.', 'Le lot 1 concerne le fioul, le lot 2 le gaz.', 'NUMBER_CHANGED'],
    ['Un quart au nord, trois quarts au sud.', 'Trois quarts au nord, un quart au sud.', 'NUMBER_CHANGED'],
    ['Prévoir 30 minutes de pose et 15 de dépose.', 'Prévoir 15 minutes de pose, 30 de dépose.', 'NUMBER_CHANGED'],
    ['Le car va de Redon à Pontivy.', 'Le car va de Pontivy à Redon.', 'NAME_CHANGED'],
    [
      'Mme Petit suit les devis et M. Moreau les factures.',
      'M. Moreau suit les devis et Mme Petit les factures.',
      'NAME_CHANGED',
    ],
  ])('%s | %s', (source, target, kind) => {
    expect(checkFidelity(source, target).defects.map((defect) => defect.kind)).toContain(kind);
  });

  it.each([
    ['Le hall fait 40 m², le bureau 15 m².', 'Bureau : 15 m² ; hall : 40 m².'],
    ['Le car va de Redon à Pontivy.', 'Le car part de Redon et va jusqu’à Pontivy.'],
  ])('told in another order are faithful: %s | %s', (source, target) => {
    expect(checkFidelity(source, target).defects).toEqual([]);
  });
});

describe('equal values in other clothes', () => {
  it.each([
    ['Terrain de 2,5 hectares.', 'Terrain de 25 000 m².'],
    ['Charge de 1,5 tonne.', 'Charge de 1 500 kg.'],
    ['Formation au troisième trimestre 2027.', 'Formation entre juillet et septembre 2027.'],
    ['Pas de livraison entre midi et deux.', 'Aucune livraison de 12 h à 14 h.'],
    ['Réponse sous quinze jours.', 'Réponse sous deux semaines.'],
    ['La moitié des lits est neuve.', '50 % des lits sont neufs.'],
    ['Deux heures de pose et trois de dépose.', 'Pose : 2 heures ; dépose : 180 minutes.'],
  ])('%s | %s', (source, target) => {
    expect(checkFidelity(source, target).defects).toEqual([]);
  });

  it.each([
    ['Cuve de 500 litres.', 'Cuve de 500 m³.'],
    ['Formation au troisième trimestre 2027.', 'Formation entre avril et juin 2027.'],
    ['Réponse sous 15 jours.', 'Réponse sous 2 semaines.'],
  ])('but not: %s | %s', (source, target) => {
    expect(checkFidelity(source, target).faithful).toBe(false);
  });
});

describe('what a number counts, and whether it is told or asked for', () => {
  const kindsOf = (source: string, target: string) => checkFidelity(source, target).defects.map(({ kind }) => kind);

  it.each([
    ['On est 4 200 habitants, il nous faut un logiciel.', 'Le service est 4 200. Il nous faut un logiciel.'],
    ['Il y a 120 élèves.', 'La cantine sert 120.'],
    ['Il faut 12 chaises.', 'Le besoin porte sur 12.'],
  ])('a noun gone is a unit changed: %s', (source, target) => {
    expect(kindsOf(source, target)).toContain('UNIT_CHANGED');
  });

  it.each([
    ['on a 3 agents', 'merci de prévoir 3 agents'],
    ['On a 3 agents à l’accueil.', 'Le titulaire devra prévoir 3 agents à l’accueil.'],
    ['La crèche compte 40 enfants.', 'La crèche doit fournir 40 enfants.'],
    ['Nous sommes 25 agents, et le local est petit.', 'Prévoyez 25 agents, et le local est petit.'],
  ])('what is there is no request: %s', (source, target) => {
    expect(kindsOf(source, target)).toContain('INVENTED_FACT');
  });

  it.each([
    ['Il nous faut 12 PC.', 'Ordinateurs portables : 12.'],
    ['Il y a 3 étages.', 'Le bâtiment en compte 3.'],
    ['Nettoyage des vitres 4 fois par an.', 'Nettoyage des vitres, soit 4 par an.'],
    ['On a 3 agents à l’accueil.', 'Le service compte trois agents à l’accueil.'],
    ['On a 3 agents à former.', 'Merci de former 3 agents.'],
    ['On a 3 copieurs, il faut les remplacer.', 'Merci de remplacer 3 copieurs.'],
    ['On est 12, il nous faut 12 chaises.', 'Fourniture de 12 chaises pour 12 personnes.'],
    ['Il faut prévoir 3 agents.', 'Merci de prévoir 3 agents.'],
  ])('other words for the same are no defect: %s', (source, target) => {
    expect(checkFidelity(source, target)).toEqual({ faithful: true, defects: [] });
  });
});

describe('hard facts brought in', () => {
  it.each([
    ['Il faut des stores pour la salle.', 'Fourniture de stores pour la salle, posés gratuitement.'],
    [
      'Vous recevrez le tableau des notes pour avis.',
      'L’acheteur vous enverra le tableau des notes pour avis et suivra votre choix.',
    ],
    ['Le portail est cassé.', 'Le portail est cassé ; un marché a été signé.'],
  ])('%s | %s', (source, target) => {
    expect(checkFidelity(source, target).defects.map(({ kind }) => kind)).toContain('INVENTED_FACT');
  });

  it('a thing only tried is an obligation weakened', () => {
    for (const target of [
      'L’entreprise essaiera de trier les gravats.',
      'L’entreprise trie, si elle le souhaite, les gravats.',
    ])
      expect(checkFidelity('L’entreprise trie les gravats.', target).defects.map(({ kind }) => kind)).toEqual([
        'OBLIGATION_WEAKENED',
      ]);
  });
});

describe('on any text', () => {
  const french = fc.array(
    fc.oneof(
      fc.constantFrom(
        'le',
        'ne',
        'pas',
        'doit',
        '12',
        '€',
        'sauf',
        'Lyon',
        '(',
        ')',
        '.',
        '\n',
        'mars',
        'si',
        'uniquement',
        '% ',
        'œuvre',
        'é',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 40 },
  );

  it('never throws, and a defect quotes the two texts', () => {
    fc.assert(
      fc.property(french, french, (a, b) => {
        const source = a.join(' ');
        const target = b.join(' ');
        const { faithful, defects } = checkFidelity(source, target);
        expect(faithful).toBe(defects.length === 0);
        for (const defect of defects) expect(DEFECT_KINDS).toContain(defect.kind);
      }),
      { numRuns: runs(400) },
    );
  });

  it('finds a text faithful to itself, whatever spaces end it', () => {
    fc.assert(
      fc.property(french, (parts) => {
        const text = parts.join(' ');
        expect(checkFidelity(text, `${text} `).defects).toEqual([]);
      }),
      { numRuns: runs(400) },
    );
  });

  it('stands lone surrogates, NFD accents and a very long text', () => {
    expect(checkFidelity('\ud800 12 \udfff', '12').faithful).toBe(true);
    expect(checkFidelity('12 étagères à Orléans'.normalize('NFD'), '12 étagères à Orléans').defects).toEqual([]);
    const long = 'Il faut 12 chaises sans accoudoirs, livrées à Lyon avant le 15 mars. '.repeat(runs(3000));
    expect(checkFidelity(long, `${long} `).faithful).toBe(true);
  });
});
