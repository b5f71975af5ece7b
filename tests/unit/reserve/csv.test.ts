import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/documents/decode-text.ts';
import { readWeek } from '../../../src/reserve/availability/read-week.ts';
import { type Everyone, writeCsv } from '../../../src/reserve/csv.ts';
import { planCsvImport } from '../../../src/reserve/plan-import.ts';
import { joinSlots } from '../../../src/reserve/spans.ts';
import { weekText } from '../../../src/text/reserve-texts.ts';
import type { WeeklySlot } from '../../../src/vocabulary/lending.ts';
import { NOW, reservist } from './reading.ts';

const EMPTY: Everyone = { people: [], organisations: [], reservists: [] };
const HEAD =
  'Nom;Courriel;Organisation;Classe;Territoires;Compétences;Disponibilités;Heures par mois;Dossiers à la fois';
const CLAIRE = 'Claire Petit;claire@vitre.fr;Ville de Vitré;commune;35360|35|R53;execution;le mardi de 9h à 12h;3h30;2';

function plan(text: string, kept = EMPTY) {
  let n = 0;
  const competences = new Set(['execution', 'ccag']);
  return planCsvImport(text, kept, { competences, now: NOW, newId: () => `new${++n}` });
}
const planned = (text: string, kept = EMPTY) => {
  const result = plan(text, kept);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const problems = (text: string, kept = EMPTY) => {
  const result = plan(text, kept);
  return result.ok ? [] : result.error.map(({ line, column }) => `${line} ${column}`);
};

describe('a list of the reserve', () => {
  it('is read with its people, bodies and reservists, who name each other in any order', () => {
    const { people, organisations, reservists } = planned(
      `${HEAD};Suppléant;Organisations en conflit;Fournisseurs en conflit\r\n${CLAIRE};paul@rm.fr;Rennes Métropole;Dupont | Durand\r\nPaul;PAUL@rm.fr;Rennes Métropole;métropole;35;ccag;;4;1;;;\r\n`,
    );
    expect(people.map(({ name, email }) => [name, email])).toEqual([
      ['Claire Petit', 'claire@vitre.fr'],
      ['Paul', 'PAUL@rm.fr'],
    ]);
    expect(organisations.map(({ name, publicClass, territories }) => [name, publicClass, territories])).toEqual([
      ['Ville de Vitré', 'commune', ['35360', '35', 'R53']],
      ['Rennes Métropole', 'métropole', ['35']],
    ]);
    expect(reservists[0]).toMatchObject({
      weekly: [{ day: 2, from: 540, to: 720 }],
      monthlyMinutes: 210,
      simultaneousCases: 2,
      languages: ['fr'],
      timeZone: 'Europe/Paris',
      substitute: reservists[1]?.id,
      conflicts: { organisations: [organisations[1]?.id], suppliers: ['Dupont', 'Durand'] },
    });
    expect(reservists[1]?.weekly).toEqual([]);
  });

  it('is read as Excel writes it: byte order mark, Windows-1252, commas or tabs', () => {
    const text = `${HEAD}\r\n${CLAIRE}\r\n`;
    expect(planned(`\uFEFF${text}`).people).toHaveLength(1);
    const latin = Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(planned(decodeText(latin) ?? '').organisations[0]?.name).toBe('Ville de Vitré');
    expect(planned(text.replaceAll(';', '\t')).people).toHaveLength(1);
    expect(planned(text.replaceAll(';', ',')).people).toHaveLength(1);
  });

  it('gives all its problems at once, by line and column, and then nothing else', () => {
    const bad = 'A;no-address;Ville de Vitré;;Bretagne;rien;un mardi sur deux;beaucoup;0';
    expect(problems(`${HEAD}\n${CLAIRE}\n${bad}\n${CLAIRE}\n;;;;;;;;\n`)).toEqual([
      '3 courriel',
      '3 territoires',
      '3 compétences',
      '3 disponibilités',
      '3 heures par mois',
      '3 dossiers à la fois',
      '4 courriel',
    ]);
    expect(problems('nom;machin\nA;b\n')).toEqual(
      expect.arrayContaining(['1 machin', '1 courriel', '1 organisation', '1 compétences']),
    );
    expect(problems('')).toEqual(['1 ']);
    expect(problems(`${HEAD}\n"open;;\n`)).toEqual(['2 ']);
    expect(problems(`${HEAD}\n${CLAIRE};one too many\n`)).toEqual(['2 ']);
    expect(problems(`${HEAD};Suppléant\n${CLAIRE};claire@vitre.fr\n`)).toEqual(['2 suppléant']);
    expect(problems(`${HEAD};Suppléant\n${CLAIRE};nobody@x.fr\n`)).toEqual(['2 suppléant']);
  });

  it('changes whoever is known by their address, and keeps what it does not say', () => {
    const first = planned(`${HEAD}\n${CLAIRE}\n`);
    const [one] = first.reservists;
    if (one === undefined) throw new Error('nobody');
    const absences = [{ from: '2026-12-23T23:00:00.000Z', to: '2026-12-24T23:00:00.000Z' }];
    const kept = {
      ...first,
      reservists: [{ ...one, absences, pause: { until: undefined }, languages: ['en' as const] }],
    };
    const again = planned(`${HEAD}\n${CLAIRE.replace('3h30', '6').replace('claire@', 'Claire@')}\n`, kept);
    expect(again.organisations).toEqual([]);
    expect(again.reservists).toEqual([{ ...kept.reservists[0], monthlyMinutes: 360 }]);
    expect(again.people[0]?.id).toBe(first.people[0]?.id);
  });

  it('comes back the same from a file it was written to, whatever the names', () => {
    const name = fc
      .oneof(
        fc.constantFrom('=1+1', '@sum', '-x', '+33', 'a;b "c"', "d'e\nf", '|'),
        fc.string({ minLength: 1, maxLength: 12 }),
      )
      .map((text) =>
        text
          .replace(/[\p{Cc}\p{Cf}\p{Cs}\s|']+/gu, ' ')
          .normalize('NFC')
          .trim(),
      )
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
        const everyone: Everyone = {
          organisations: [{ id: 'o', name: 'Corps', publicClass: 'commune', territories: ['35'] }],
          people: names.map((one, i) => ({
            id: `p${i}`,
            name: one,
            email: `a${i}@b.fr`,
            organisation: 'o',
            roles: ['buyer'],
            language: 'fr',
            address: undefined,
          })),
          reservists: names.map((one, i) => ({
            ...reservist,
            id: `r${i}`,
            person: `p${i}`,
            organisation: 'o',
            conflicts: { organisations: ['o'], suppliers: [one] },
          })),
        };
        const file = writeCsv(everyone);
        const back = planned(file, everyone);
        expect(back.people).toEqual(everyone.people);
        expect(back.reservists).toEqual(everyone.reservists);
        const cells: string[][] = parse(file, { bom: true, delimiter: ';' });
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+@-]/);
      }),
      { numRuns: 100 },
    );
  });

  it('reads every week that it writes', () => {
    const slot = fc
      .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), fc.integer({ min: 0, max: 1430 }), fc.integer({ min: 1, max: 600 }))
      .map(([day, from, length]) => ({ day, from, to: Math.min(1440, from + length) }) as WeeklySlot);
    fc.assert(
      fc.property(fc.array(slot, { minLength: 1, maxLength: 8 }), (slots) => {
        const week = joinSlots(slots);
        expect(readWeek(weekText(week, 'fr'))).toEqual(week);
      }),
    );
  });
});
