import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedAt, figureAt, readFigures, sayFigure, sayNumber, sayValue } from '../../../src/corpus/figures.ts';
import { fillFigures } from '../../../src/corpus/prose.ts';
import { frenchDate, isIsoDate, parisDay } from '../../../src/days/iso-date.ts';
import { plain } from '../../fixtures/composed.ts';
import { FIXTURE_CORPUS } from '../../fixtures/corpus-copy.ts';

const FILES = [
  join(FIXTURE_CORPUS, 'figures.yaml'),
  join(process.env['TRUCHEMENT_KNOWLEDGE'] ?? 'knowledge', 'figures.yaml'),
];

describe.each(FILES)('the dated table %s', (file) => {
  const { figures } = readFigures(readFileSync(file, 'utf8'), file);
  const said = (key: string, at: string) => plain(fillFigures(`{{${key}}}`, figures, at));

  it.each([
    ['2026-03-30', '40 000 € HT'],
    ['2026-03-31', '40 000 € HT'],
    ['2026-04-01', '60 000 € HT'],
    ['2026-04-02', '60 000 € HT'],
    ['2030-01-01', '60 000 € HT'],
  ])('gives the exemption for supplies on %s: %s', (day, text) => {
    expect(said('seuil.dispense.fournitures_services', day)).toBe(text);
  });

  const decided = (word: string) =>
    readFigures(readFileSync(file, 'utf8').replace(/announced: \w+/, `announced: ${word}`), file);
  const works = (word: string, at: string, asked = 'seuil.dispense.travaux') =>
    plain(fillFigures(`{{${asked}}}`, decided(word).figures, at));
  const CHANGE = 'seuil.dispense.travaux@annonce';

  it('never states an announced figure as settled', () => {
    expect(works('pending', '2026-12-31')).toBe('100 000 € HT');
    for (const day of ['2027-01-01', '2027-06-30', '2035-01-01']) {
      expect(works('pending', day)).toMatch(/^100 000 € HT \(140 000 € HT annoncé au 1er janvier 2027, à confirmer/);
      expect(works('pending', day, CHANGE)).toMatch(/^Un passage à 140 000 € HT est annoncé .* sans texte officiel/);
      const figure = decided('pending').figures.get('seuil.dispense.travaux');
      expect(figure && figureAt(figure, day)?.value).toBe(100_000);
      expect(figure && announcedAt(figure, day)?.value).toBe(140_000);
    }
  });

  it('follows the one word that decides: confirmed', () => {
    expect(decided('confirmed').problems).toEqual([]);
    expect(works('confirmed', '2026-12-31')).toBe('100 000 € HT');
    expect(works('confirmed', '2026-12-31', CHANGE)).toBe(
      'Ce montant passe à 140 000 € HT le 1er janvier 2027 (R2122-8).',
    );
    expect(works('confirmed', '2027-01-01')).toBe('140 000 € HT');
    expect(works('confirmed', '2027-01-01', CHANGE)).toMatch(/^Ce montant est passé à 140 000 € HT/);
  });

  it('follows the one word that decides: dropped', () => {
    expect(decided('dropped').problems).toEqual([]);
    for (const day of ['2026-12-31', '2027-01-01', '2035-01-01']) {
      expect(works('dropped', day)).toBe('100 000 € HT');
      expect(works('dropped', day, CHANGE)).toMatch(/^Le passage à 140 000 € HT, .*, n'a pas eu lieu/);
    }
  });

  it('dates the earliest value where it is silent', () => {
    expect(said('seuil.dispense.fournitures_services', '2010-01-01')).toBe('40 000 € HT (depuis le 1er janvier 2020)');
  });

  it('takes the day of the key before that of the question', () => {
    expect(plain(fillFigures('{{seuil.dispense.fournitures_services@2026-03-31}}', figures, '2030-01-01'))).toBe(
      '40 000 € HT',
    );
  });
});

describe('readFigures', () => {
  const table = (first: string, second: string) => `- key: a.b
  label: x
  unit: jours
  values:
    - { value: 1, ${first}, article: R1, status: V1 }
    - { value: 2, ${second}, article: R1, status: V1 }
`;
  const messages = (first: string, second: string) =>
    readFigures(table(first, second), 'f.yaml').problems.map(({ message }) => message);

  it('refuses periods that overlap, by one day too', () => {
    expect(messages('valid_from: 2020-01-01', 'valid_from: 2021-01-01')[0]).toContain('overlaps');
    expect(messages('valid_from: 2020-01-01, valid_to: 2021-01-01', 'valid_from: 2021-01-01')[0]).toContain('overlaps');
    expect(messages('valid_from: 2020-01-01, valid_to: 2020-12-31', 'valid_from: 2021-01-01')).toEqual([]);
    expect(messages('valid_from: 2020-01-01', 'valid_from: 2021-01-01, announced: pending')).toEqual([]);
  });

  it('refuses a period that ends before it begins', () => {
    expect(messages('valid_from: 2020-01-01, valid_to: 2019-01-01', 'valid_from: 2021-01-01')[0]).toContain(
      'comes before',
    );
  });
});

describe('what is said', () => {
  it.each([
    [{ unit: 'jours' as const }, 1, '1 jour'],
    [{ unit: 'jours' as const }, 30, '30 jours'],
    [{ unit: 'ans' as const }, 1.5, '1,5 an'],
    [{ unit: 'ans' as const }, 4, '4 ans'],
    [{ unit: 'mois' as const }, 1, '1 mois'],
    [{ unit: 'pourcent' as const }, 0.5, '0,5 %'],
    [{ unit: 'EUR' as const, tax: 'HT' as const }, 216_000, '216 000 € HT'],
    [{ unit: 'EUR' as const }, 20_000_000, '20 M€'],
    [{ unit: 'EUR' as const }, 5_404_000, '5 404 000 €'],
    [{ unit: 'nombre' as const }, 3, '3'],
  ])('%j %d → %s', (figure, value, text) => {
    expect(plain(sayValue(figure, value))).toBe(text);
  });

  it('keeps every digit of a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (n) => {
        expect(sayNumber(n).replace(/\D/g, '')).toBe(String(n));
      }),
    );
  });

  it('says something on every day', () => {
    const { figures } = readFigures(readFileSync(FILES[1] ?? '', 'utf8'), 'figures.yaml');
    for (const figure of figures.values())
      for (const day of ['2015-01-01', '2026-03-31', '2026-11-25', '2028-01-01']) {
        expect(sayFigure(figure, day)).not.toBe('');
        expect(sayFigure(figure, day)).not.toMatch(/undefined|NaN/);
      }
  });
});

describe('days', () => {
  it('knows a real day from a made-up one', () => {
    expect(['2026-02-28', '2024-02-29'].every(isIsoDate)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-01-01T00:00'].some(isIsoDate)).toBe(false);
  });

  it('counts them in Paris', () => {
    expect(parisDay(new Date('2026-03-31T22:30:00Z'))).toBe('2026-04-01');
    expect(parisDay(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31');
    expect(frenchDate('2026-04-01')).toBe('1er avril 2026');
  });
});
