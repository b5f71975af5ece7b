import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures, readValues } from '../../../../src/french/values/read-values.ts';
import { canonicalOf, sayValue } from '../../../../src/french/values/say-value.ts';
import { runs } from '../../../fixtures/runs.ts';

const keys = (text: string) => readValues(text).map(canonicalOf);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('amounts', () => {
  it.each([
    ['12 000 €', 'amount:12000::'],
    ['12.000€', 'amount:12000::'],
    ['12\u202f000,50\u00a0euros HT', 'amount:12000.5:HT:'],
    ['12k€', 'amount:12000::'],
    ['12 K euros HT', 'amount:12000:HT:'],
    ['3 M€', 'amount:3000000::'],
    ["1,2 million d'euros", 'amount:1200000::'],
    ['douze mille euros', 'amount:12000::'],
    ['une trentaine de mille', 'amount:~30000::'],
    ['trente mille au pif', 'amount:~30000::'],
    ['200 balles par poste', 'amount:200::poste'],
    ['60 keuros', 'amount:60000::'],
    ['10-15k€', 'amount:10000-15000::'],
    ['entre 10 et 15 000 euros', 'amount:10000-15000::'],
    ['de 10 000 à 15 000 € HT', 'amount:10000-15000:HT:'],
    ['40 000 € TTC par an', 'amount:40000:TTC:an'],
    ["500 € l'unité", 'amount:500::unite'],
    ['moins de 40 k', 'amount:40000::'],
    ['nonante-deux euros', 'amount:92::'],
    ['90 000 € H.T.', 'amount:90000:HT:'],
    ['12 000 euros hors taxes', 'amount:12000:HT:'],
    ['4500e ttc', 'amount:4500:TTC:'],
    ['un budget de 30 000', 'amount:30000::'],
    ['45 euros 50 la pièce', 'amount:45.5::unite'],
    ['50 euros de l’heure', 'amount:50::heure'],
  ])('%s', (text, key) => expect(keys(text)).toEqual([key]));
});

describe('quantities, percentages and durations', () => {
  it.each([
    ["une quinzaine d'ordinateurs", 'quantity:~15:ordinateur:'],
    ['3 à 5 véhicules', 'quantity:3-5:vehicule:'],
    ['deux cents chaises', 'quantity:200:chaise:'],
    ['quatre-vingt-dix-sept agents', 'quantity:97:agent:'],
    ['septante-cinq chaises', 'quantity:75:chaise:'],
    ['1 500 m²', 'quantity:1500:m2:'],
    ['120m2', 'quantity:120:m2:'],
    ['environ 80 repas par jour', 'quantity:~80:repas:jour'],
    ['une paire', 'quantity:2::'],
    ['il nous faut un vidéoprojecteur', 'quantity:1:videoprojecteur:'],
    ['2x', 'quantity:2::'],
    ['x3', 'quantity:3::'],
    ['deux-trois postes', 'quantity:2-3:poste:'],
    ['3,5 tonnes', 'quantity:3.5:t:'],
    ['dix pour cent', 'percentage:10:'],
    ['5 à 10 %', 'percentage:5-10:'],
    ['deux tiers', 'percentage:66.666667:'],
    ['un tiers des repas', 'percentage:33.333333:'],
    ['la moitié', 'percentage:50:'],
    ['2/3 de la surface', 'percentage:66.666667:'],
    ["trois quarts d'heure", 'duration:45:minute:'],
    ['deux ans', 'duration:24:month:'],
    ['un an et demi', 'duration:18:month:'],
    ['douze (12) mois', 'duration:12:month:'],
    ['48 h', 'duration:2880:minute:'],
    ['10 jours ouvrés', 'duration:10:working_day:'],
    ['une demi-journée', 'duration:720:minute:'],
    ['dans les 48h', 'duration:2880:minute:'],
    ['35h par semaine', 'duration:2100:minute:semaine'],
    ['sous quinzaine', 'duration:~21600:minute:'],
  ])('%s', (text, key) => expect(keys(text)).toEqual([key]));
});

describe('dates and times', () => {
  it.each([
    ['15/03/2027', 'date:15 mars 2027'],
    ['15 mars 2027', 'date:15 mars 2027'],
    ['2027-03-15', 'date:15 mars 2027'],
    ['le 1er septembre', 'date:1 septembre'],
    ['mars 2027', 'date:mars 2027'],
    ['fin 2027', 'date:fin 2027'],
    ["d'ici mars", 'date:mars'],
    ['pour la rentrée', 'date:rentree'],
    ['avant Noël', 'date:noel'],
    ["avant l'été", 'date:ete'],
    ['T2 2027', 'date:trimestre 2 2027'],
    ['au premier trimestre', 'date:trimestre 1'],
    ['lundi', 'date:lundi'],
    ['semaine 12', 'date:semaine 12'],
    ['2026-2027', 'date:2026-2027'],
    ["fin d'année", 'date:fin annee'],
    ['printemps prochain', 'date:printemps prochain'],
    ['dans un mois', 'duration:1:month:'],
    ["d'ici la fin du mois de juin", 'date:fin juin'],
    ['avant le 15, merci', 'date:15'],
    ['à 8h30', 'time:510'],
    ['vers 10h', 'time:600'],
  ])('%s', (text, key) => expect(keys(text)).toEqual([key]));

  it('takes the year of the end of the period, and guesses none', () => {
    expect(keys('du 12 au 15 mars 2027')).toEqual(['date:12 mars 2027', 'date:15 mars 2027']);
    expect(readValues('le 15 mars')).toMatchObject([{ iso: undefined, head: '15 mars', edge: 'on' }]);
    expect(readValues('avant le 15 mars 2027')).toMatchObject([{ iso: '2027-03-15', edge: 'before' }]);
  });
});

describe('what is no value', () => {
  it.each([
    'R2122-8 et L. 2113-10',
    '04 72 10 30 30',
    '+33 6 12 34 56 78',
    '69003 Lyon',
    'SIRET 123 456 789 00012',
    'marché n° 2021-045',
    'NF EN 1789 et ISO 9001',
    'Windows 11, A4, iPhone 15, USB 3',
    'du matériel neuf sans options',
    'salle 204, bâtiment B2, lot 3',
    '12 rue de la République',
    'il a été livré',
    'imprimante 3D et 5G',
    'un devis, une étude, un peu',
    '24h/24 et 7j/7',
    'la 3e fois',
  ])('%s', (text) => expect(readValues(text)).toEqual([]));

  it('names what it passes over', () => {
    expect(readFigures('art. R. 2122-8, NF EN 1789').codes.map((code) => code.key)).toEqual(['r2122-8', 'nf en 1789']);
  });
});

describe('what is said', () => {
  it.each([
    ['12k€', '12 000 €'],
    ['une trentaine de mille euros', 'environ 30 000 €'],
    ['15/03/2027', '15 mars 2027'],
    ['3 à 5 véhicules', '3 à 5 véhicules'],
    ['vingt-quatre mois', '24 mois'],
    ['1er septembre', '1er septembre'],
    ['45,5 € HT par poste', '45,50 € HT par poste'],
    ['1500 m2', '1 500 m²'],
    ['à 9h', '9 h'],
    ["d'ici mars", "d'ici mars"],
  ])('%s', (text, said) => expect(readValues(text).map((value) => plain(sayValue(value)))).toEqual([said]));

  it('comes to the same in other clothes', () => {
    const pairs = [
      ['deux ans', '24 mois'],
      ['12 000 €', 'douze mille euros'],
      ['12 000 €', '12 k€'],
      ['15/03/2027', '15 mars 2027'],
      ['48 h', '2 jours'],
    ] as const;
    for (const [a, b] of pairs) expect(keys(a)).toEqual(keys(b));
  });
});

const VALUES = [
  ...[
    '12 000 € HT',
    'environ 30 k€ TTC par an',
    '3 à 5 véhicules',
    '1 500 m²',
    'une quinzaine de chaises',
    '10 %',
    '24 mois',
    '2 à 3 semaines',
  ],
  ...[
    '48 h',
    '10 jours ouvrés',
    '15/03/2027',
    'mars 2027',
    'fin 2027',
    'avant Noël',
    '500 € l’unité',
    '2 500 repas par mois',
    '3,5 tonnes',
    '8h30',
  ],
];

describe('on any text', () => {
  const noise = fc.oneof(
    fc.constantFrom(
      ...VALUES,
      'de',
      'à',
      'et',
      'entre',
      'environ',
      'par',
      'le',
      '\n',
      '\u202f',
      '0',
      '12',
      '.',
      ',',
      '-',
      '/',
      'œ',
      'é',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );

  it.each(['12 (', '1,', '2 x 3 + ', 'entre 1 et ', '12 000 '])('never throws, however often %j comes', (fragment) => {
    expect(() => readValues(fragment.repeat(20_000 / fragment.length))).not.toThrow();
    expect(() => readValues(`12${'('.repeat(20_000)}`)).not.toThrow();
  });

  it('never throws; spans are verbatim, sorted and apart', () => {
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 40 }), fc.constantFrom('', ' '), (parts, joint) => {
        const text = parts.join(joint);
        let end = 0;
        for (const value of readValues(text)) {
          expect(value.span[0]).toBeGreaterThanOrEqual(end);
          expect(value.span[1]).toBeGreaterThan(value.span[0]);
          expect(text.slice(...value.span)).toBe(value.text);
          end = value.span[1];
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('reads what it says as the same value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          '€',
          '€ HT',
          '€ TTC par an',
          'chaises',
          'm²',
          'kg',
          '%',
          'mois',
          'semaines',
          'jours ouvrés',
          'ans',
          'repas par jour',
          '€ par poste',
        ),
        fc.integer({ min: 2, max: 5_000_000 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.boolean(),
        (unit, low, more, approximate) => {
          const said = `${approximate ? 'environ ' : ''}${more === 0 ? low : `${low} à ${low + more}`} ${unit}`;
          const [value] = readValues(said);
          if (value === undefined) throw new Error(`nothing read in ${said}`);
          expect(readValues(sayValue(value)).map(canonicalOf)).toEqual([canonicalOf(value)]);
        },
      ),
      { numRuns: runs(600) },
    );
  });

  it('keeps its head on accents in two characters, ligatures and zero-width signs', () => {
    const text = 'L’œuvre coûte\u200b 12\u00a0000 euros et 3 à 5 véhicules'.normalize('NFD');
    expect(readValues(text).map((value) => text.slice(...value.span))).toEqual(
      readValues(text).map((value) => value.text),
    );
    expect(keys(text)).toEqual(['amount:12000::', 'quantity:3-5:vehicule:']);
  });
});
