import { stringify } from 'csv-stringify/sync';
import { readCsvCells } from '../documents/read-cells.ts';
import { fold, visibleText } from '../french/words.ts';
import { err, ok, type Result } from '../result.ts';
import { lengthText, weekText } from '../text/reserve-texts.ts';
import { FOR_EXCEL } from './people-csv.ts';
import type { Person } from './person.ts';
import type { Organisation, Reservist } from './reservist.ts';

export interface Everyone {
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly reservists: readonly Reservist[];
}

/** Where in the file and what is wrong; lines count from 1, the header being the first. */
export interface CsvProblem {
  readonly line: number;
  readonly column: string;
  readonly message: string;
}

/** The column that each row is known by is `courriel`; `identifiant` is written for people and not read. */
const COLUMNS = [
  { name: 'identifiant', needed: false },
  { name: 'nom', needed: true },
  { name: 'courriel', needed: true },
  { name: 'organisation', needed: true },
  { name: 'siret', needed: false },
  { name: 'classe', needed: false },
  { name: 'territoires', needed: true },
  { name: 'compétences', needed: true },
  { name: 'langues', needed: false },
  { name: 'fuseau', needed: false },
  { name: 'disponibilités', needed: false },
  { name: 'heures par mois', needed: true },
  { name: 'dossiers à la fois', needed: true },
  { name: 'suppléant', needed: false },
  { name: 'organisations en conflit', needed: false },
  { name: 'fournisseurs en conflit', needed: false },
] as const;
export type CsvColumn = (typeof COLUMNS)[number]['name'];
export const CSV_COLUMNS: readonly CsvColumn[] = COLUMNS.map(({ name }) => name);
export const NEEDED_COLUMNS = COLUMNS.filter(({ needed }) => needed).map(({ name }) => name);

export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<CsvColumn, string>>>;
}

/** The rows of a file, those that are empty left out, or what is wrong with it as a file. */
export function readCsv(text: string): Result<readonly CsvRow[], readonly CsvProblem[]> {
  const read = readCsvCells(text);
  if (!read.ok) return err([{ line: read.error.line, column: '', message: read.error.detail }]);
  const [header, ...body] = read.value;
  if (header === undefined) return err([{ line: 1, column: '', message: 'the file is empty' }]);
  const names = header.cells.map((cell) => CSV_COLUMNS.find((name) => fold(name) === fold(visibleText(cell))));
  const problems: CsvProblem[] = [
    ...header.cells
      .filter((cell, i) => names[i] === undefined && cell.trim() !== '')
      .map((column) => ({ line: 1, column, message: `unknown column; known are: ${CSV_COLUMNS.join(', ')}` })),
    ...NEEDED_COLUMNS.filter((name) => !names.includes(name)).map((column) => ({
      line: 1,
      column,
      message: 'this column is missing',
    })),
    ...body
      .filter(({ cells }) => cells.length > names.length)
      .map(({ line }) => ({ line, column: '', message: 'more cells than columns' })),
  ];
  if (problems.length > 0) return err(problems);
  return ok(
    body
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map(({ line, cells }) => ({
        line,
        cells: Object.fromEntries(
          cells.flatMap((cell, i) => (names[i] === undefined ? [] : [[names[i], visibleText(cell)]])),
        ),
      })),
  );
}

export function writeCsv({ people, organisations, reservists }: Everyone): string {
  const person = new Map(people.map((one) => [one.id, one]));
  const organisation = new Map(organisations.map((one) => [one.id, one]));
  const email = new Map(reservists.map((one) => [one.id, person.get(one.person)?.email ?? '']));
  const rows = reservists.map(
    (one): Readonly<Record<CsvColumn, string>> => ({
      identifiant: one.id,
      nom: person.get(one.person)?.name ?? '',
      courriel: person.get(one.person)?.email ?? '',
      organisation: organisation.get(one.organisation)?.name ?? '',
      siret: organisation.get(one.organisation)?.siret ?? '',
      classe: organisation.get(one.organisation)?.publicClass ?? '',
      territoires: one.territories.join(' | '),
      compétences: one.competences.join(' | '),
      langues: one.languages.join(' | '),
      fuseau: one.timeZone,
      disponibilités: weekText(one.weekly, 'fr'),
      'heures par mois': lengthText(one.monthlyMinutes),
      'dossiers à la fois': String(one.simultaneousCases),
      suppléant: one.substitute === undefined ? '' : (email.get(one.substitute) ?? ''),
      'organisations en conflit': one.conflicts.organisations.map((id) => organisation.get(id)?.name ?? id).join(' | '),
      'fournisseurs en conflit': one.conflicts.suppliers.join(' | '),
    }),
  );
  return stringify(rows, { ...FOR_EXCEL, columns: [...CSV_COLUMNS] });
}

/** «4», «4,5», «3 h 30», «45 min». */
export function minutesOf(cell: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))? ?(?:(h)(?: ?([0-5]\d))?|(min))?$/.exec(cell);
  if (match === null) return undefined;
  const [, whole = '0', part = '0', , rest = '0', minutes] = match;
  const count = Number(`${whole}.${part}`);
  return minutes === undefined ? Math.round(count * 60) + Number(rest) : Math.round(count);
}
