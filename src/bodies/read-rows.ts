// The file of a body's table, both ways: its columns, how each cell is read, and every fault with its line.
import { stringify } from 'csv-stringify/sync';
import { isIsoDate } from '../days/iso-date.ts';
import type { CellRow } from '../documents/read-cells.ts';
import { withoutEnd } from '../french/ends.ts';
import { fold, visibleText } from '../french/words.ts';
import { err, ok, type Result } from '../result.ts';
import { bodiesTexts } from '../text/bodies-texts.ts';
import { type BodyRow, bodyRowSchema } from './body-table.ts';

const { columns, faults, template } = bodiesTexts;

export const ROW_FIELDS = [
  'family',
  'cpv',
  'buyer',
  'team',
  'substitute',
  'title',
  'holder',
  'covers',
  'excludes',
  'until',
  'ceiling',
  'used',
  'howToOrder',
] as const;
export type RowField = (typeof ROW_FIELDS)[number];
/** One row as it is typed. */
export type TypedRow = Readonly<Partial<Record<RowField, string>>>;

/** Where in the file and what is wrong, in French; lines count from 1, the header being the first. */
export interface RowFault {
  readonly line: number;
  readonly column: string;
  readonly message: string;
}

/** Whether a CPV code begins with these digits. */
export type KnowsCpv = (digits: string) => boolean;

const MOST_ROWS = 2_000;
const LONGEST = 600;
const OF_CONTRACT = ['holder', 'covers', 'excludes', 'until', 'ceiling', 'used', 'howToOrder'] as const;

/** Every row of a file, or every fault of it. */
export function readTable(rows: readonly CellRow[], knows: KnowsCpv): Result<readonly BodyRow[], readonly RowFault[]> {
  const [header, ...body] = rows;
  if (header === undefined) return err([{ line: 1, column: '', message: faults.empty }]);
  const names = header.cells.map((cell) => ROW_FIELDS.find((name) => headed(columns[name]) === headed(cell)));
  const found: RowFault[] = headerFaults(header, names);
  if (body.length > MOST_ROWS) found.push({ line: header.line, column: '', message: faults.tooManyRows(MOST_ROWS) });
  if (found.length > 0) return err(found);
  const read: BodyRow[] = [];
  const firstLine = new Map<string, number>();
  for (const { line, cells } of body) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const fault = (column: string, message: string) => found.push({ line, column, message });
    if (cells.slice(names.length).some((cell) => cell.trim() !== '')) fault('', faults.tooMany);
    const typed = Object.fromEntries(
      names.flatMap((name, at) => (name === undefined ? [] : [[name, cells[at] ?? '']])),
    );
    const row = readRow(typed, knows);
    if (!row.ok) {
      for (const { column, message } of row.error) fault(column, message);
      continue;
    }
    const key = contractKey(row.value);
    const before = key === undefined ? undefined : firstLine.get(key);
    if (before !== undefined) fault(columns.title, faults.twice(before));
    if (key !== undefined) firstLine.set(key, line);
    read.push(row.value);
  }
  return found.length > 0 ? err(found) : ok(read);
}

/** «Plafond (HT)» and «plafond ht» head one column. */
function headed(title: string): string {
  return fold(visibleText(title))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function headerFaults({ line, cells }: CellRow, names: readonly (RowField | undefined)[]): RowFault[] {
  return [
    ...cells.flatMap((column, at) => {
      const name = names[at];
      if (name === undefined) {
        const known = Object.values(columns);
        return column.trim() === '' ? [] : [{ line, column, message: faults.unknown(known) }];
      }
      return names.indexOf(name) === at ? [] : [{ line, column, message: faults.twiceNamed }];
    }),
    ...(['family', 'buyer'] as const)
      .filter((name) => !names.includes(name))
      .map((name) => ({ line, column: columns[name], message: faults.missing })),
  ];
}

/** Two rows of one contract: a second import of it takes the place of the first. */
export function contractKey({ contract }: BodyRow): string | undefined {
  return contract && headed(`${contract.title} ${contract.holder ?? ''}`);
}

/** A row as it was typed, or each cell that cannot be meant. */
export function readRow(typed: TypedRow, knows: KnowsCpv): Result<BodyRow, readonly Omit<RowFault, 'line'>[]> {
  const found: Omit<RowFault, 'line'>[] = [];
  const fault = (name: RowField, message: string) => found.push({ column: columns[name], message });
  const text = (name: RowField): string | undefined => {
    const said = oneLine(visibleText(typed[name] ?? ''));
    if (said.length > LONGEST) fault(name, faults.tooLong(LONGEST));
    return said === '' ? undefined : said;
  };
  const held = Object.fromEntries(ROW_FIELDS.map((name) => [name, text(name)])) as Record<RowField, string | undefined>;
  const { family, buyer, team, substitute, title, holder, covers, excludes, howToOrder } = held;
  const cpv = codesIn(held.cpv, knows, (message) => fault('cpv', message));
  const until = held.until === undefined ? undefined : dayIn(held.until);
  if (held.until !== undefined && until === undefined) fault('until', faults.day);
  const [ceiling, used] = (['ceiling', 'used'] as const).map((name) => {
    const said = held[name];
    const sum = said === undefined ? undefined : eurosIn(said);
    if (said !== undefined && sum === undefined) fault(name, faults.amount);
    return sum;
  });
  if (title !== undefined && holder === undefined) fault('holder', faults.holder);
  if (title !== undefined && held.until === undefined) fault('until', faults.until);
  const lone = title === undefined ? OF_CONTRACT.find((name) => held[name] !== undefined) : undefined;
  if (lone !== undefined) fault(lone, faults.contractFirst);
  if (family === undefined && cpv.length === 0 && covers === undefined && title === undefined)
    fault('family', faults.nothing);
  if (buyer === undefined && team === undefined && title === undefined) fault('buyer', faults.nobody);
  if (substitute !== undefined && buyer === undefined && team === undefined)
    fault('substitute', faults.substituteAlone);
  if (found.length > 0) return err(found);
  const contract =
    title === undefined ? undefined : { title, holder, covers, excludes, until, ceiling, used, howToOrder };
  return ok(bodyRowSchema.parse({ family, cpv, buyer, team, substitute, contract }));
}

function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** The digits that say something: of `39160000-1` the first four. */
function codesIn(said: string | undefined, knows: KnowsCpv, fault: (message: string) => void): readonly string[] {
  const codes = (said ?? '').split(/[\s,;|]+/).filter((code) => code !== '');
  return codes.flatMap((code) => {
    const digits = /^(\d{2,8})(?:-\d)?$/.exec(code)?.[1];
    if (digits === undefined) {
      fault(faults.cpv);
      return [];
    }
    const telling = digits.length === 8 ? withoutEnd(digits, '0').padEnd(2, '0') : digits;
    if (!knows(telling)) fault(faults.cpvUnknown(code));
    return [telling];
  });
}

function dayIn(said: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said) ?? [];
  const iso = year === '' ? said : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : undefined;
}

function eurosIn(said: string): number | undefined {
  const plain = said
    .replace(/\s|€|HT$/gi, '')
    .replace(/€/g, '')
    .replace(',', '.');
  return /^\d{1,12}(?:\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined;
}

/** A row as its cells are typed. */
export function typedOf({ contract, cpv, ...who }: BodyRow): Readonly<Record<RowField, string>> {
  return {
    family: who.family ?? '',
    cpv: cpv.join(', '),
    buyer: who.buyer ?? '',
    team: who.team ?? '',
    substitute: who.substitute ?? '',
    title: contract?.title ?? '',
    holder: contract?.holder ?? '',
    covers: contract?.covers ?? '',
    excludes: contract?.excludes ?? '',
    until: contract?.until?.split('-').reverse().join('/') ?? '',
    ceiling: sumOf(contract?.ceiling),
    used: sumOf(contract?.used),
    howToOrder: contract?.howToOrder ?? '',
  };
}

function sumOf(sum: number | undefined): string {
  return sum === undefined ? '' : String(sum).replace('.', ',');
}

/** As a spreadsheet in French opens it: semicolons, a byte order mark; a cell that would be a formula is made text. */
export function writeTable(rows: readonly BodyRow[]): string {
  return writeTyped(rows.map(typedOf));
}

/** The same for a workbook, sums as numbers. */
export function cellsOf(rows: readonly BodyRow[]): readonly (readonly (string | number | undefined)[])[] {
  const sums = (row: BodyRow) => ({ ...typedOf(row), ceiling: row.contract?.ceiling, used: row.contract?.used });
  return [ROW_FIELDS.map((name) => columns[name]), ...rows.map((row) => ROW_FIELDS.map((name) => sums(row)[name]))];
}

/** An empty table with one row as an example. */
export function writeTemplate(): string {
  return writeTyped([template]);
}

function writeTyped(rows: readonly Readonly<Record<RowField, string>>[]): string {
  return stringify(
    rows.map((row) => ROW_FIELDS.map((name) => row[name])),
    {
      header: true,
      columns: ROW_FIELDS.map((name) => columns[name]),
      delimiter: ';',
      bom: true,
      escape_formulas: true,
      record_delimiter: '\r\n',
    },
  );
}
