import { parisDay } from '../days/iso-date.ts';
import { readCsvCells } from '../documents/read-cells.ts';
import { writeXlsxCells } from '../documents/write-cells.ts';
import type { Person } from '../reserve/person.ts';
import type { ReserveRecords } from '../reserve/reserve-records.ts';
import type { Organisation } from '../reserve/reservist.ts';
import { isBuyer, isCoordinator } from '../reserve/signed-in.ts';
import { err, ok, type Result } from '../result.ts';
import { euros } from '../rules/work.ts';
import { bodiesTexts } from '../text/bodies-texts.ts';
import type { BodyRow } from './body-table.ts';
import { createTableKeeping, readTableFile, rowKey, type TableParts } from './keep-table.ts';
import type { OwnTable, TableFault, TableProposals, TableRow, Tables } from './port/tables.ts';
import { cellsOf, type RowFault, readRow, readTable, typedOf, writeTable } from './read-rows.ts';
import { previewOf, rowId, warningsOf } from './table-changes.ts';

export interface TablesParts extends TableParts {
  readonly reserve: Pick<ReserveRecords, 'person' | 'people' | 'organisation'>;
}

/** Times that a row is put onto the version that stands, where others write at that moment. */
const TRIES = 5;

/** Whose table it is comes from who asks, never from what they send. */
interface Seat {
  readonly person: Person;
  readonly body: Organisation | undefined;
  readonly keeps: boolean;
  readonly version: number;
  readonly rows: readonly BodyRow[];
  readonly at: string | undefined;
}

export function createTables(parts: TablesParts): Tables {
  const { knowsCpv } = parts;
  const keeping = createTableKeeping(parts);
  const keeper = async (by: string): Promise<Result<Seat, TableFault>> => {
    const seat = await seatOf(parts, by);
    return seat.ok && !seat.value.keeps ? err({ kind: 'not_keeper' }) : seat;
  };
  const own = async (by: string) => {
    const seat = await seatOf(parts, by);
    return seat.ok ? tableOf(parts, seat.value) : seat;
  };
  /** @param change rows after it; undefined where the row looked at is not there; the same rows: nothing to do */
  const change = async (
    by: string,
    make: (rows: readonly BodyRow[]) => readonly BodyRow[] | undefined,
    what: 'edited' | 'removed',
  ): Promise<Result<OwnTable, TableFault>> => {
    for (let left = TRIES; left > 0; left--) {
      const seat = await keeper(by);
      if (!seat.ok) return seat;
      const { person, rows, version } = seat.value;
      const after = make(rows);
      if (after === undefined) return err({ kind: 'stale' });
      if (after === rows) return tableOf(parts, seat.value);
      const saved = await keeping.save({ organisation: person.organisation, on: version, by }, after, what);
      if (saved.ok) return own(by);
      if (saved.error.kind === 'store_down') return err({ kind: 'store_down' });
    }
    return err({ kind: 'stale' });
  };
  return {
    own,
    save: async (by, was, typed) => {
      const row = readRow(typed, knowsCpv);
      if (!row.ok) return err({ kind: 'row_refused', faults: row.error });
      const { value } = row;
      const isThere = (rows: readonly BodyRow[]) => rows.some((one) => rowId(one) === rowId(value));
      return change(by, (rows) => (isThere(rows) ? rows : replaced(rows, was, [value])), 'edited');
    },
    remove: (by, was) => change(by, (rows) => replaced(rows, was, []), 'removed'),
    read: async (by, bytes, way) => {
      const seat = await keeper(by);
      if (!seat.ok) return seat;
      const read = await readTableFile(bytes, parts, seat.value.body?.siret);
      if (!read.ok) return err({ kind: 'file_refused', faults: read.error });
      const { from, rows } = read.value;
      return from === 'published'
        ? ok({ kind: 'proposals', ...proposalsOf(parts, seat.value, rows) })
        : ok({ kind: 'preview', on: seat.value.version, ...previewOf(seat.value.rows, rows, way) });
    },
    put: async (by, text, way, on) => {
      const seat = await keeper(by);
      if (!seat.ok) return seat;
      const rows = rowsIn(parts, text);
      if (!rows.ok) return rows;
      const put = await keeping.put({ organisation: seat.value.person.organisation, on, by }, rows.value, way);
      if (put.ok) return own(by);
      return err({ kind: put.error.kind === 'version_conflict' ? 'stale' : 'store_down' });
    },
    propose: async (by, text) => {
      const seat = await keeper(by);
      if (!seat.ok) return seat;
      // Nothing is left of them: a table without a row cannot be read as one.
      if (text.trim() === '') return ok({ proposed: [], rows: '' });
      const rows = rowsIn(parts, text);
      return rows.ok ? ok(proposalsOf(parts, seat.value, rows.value)) : rows;
    },
    file: async (by, as) => {
      const seat = await seatOf(parts, by);
      if (!seat.ok) return seat;
      const { rows } = seat.value;
      const name = `${bodiesTexts.page.fileName}.${as}`;
      const bytes = as === 'csv' ? Buffer.from(writeTable(rows)) : await writeXlsxCells(cellsOf(rows));
      return ok({ name, bytes });
    },
  };
}

/** The rows with others in the place of one; undefined where it is not there any more; where none is named, after the last. */
function replaced(
  rows: readonly BodyRow[],
  was: string | undefined,
  by: readonly BodyRow[],
): readonly BodyRow[] | undefined {
  if (was === undefined) return [...rows, ...by];
  const at = rows.findIndex((one) => rowId(one) === was);
  return at === -1 ? undefined : rows.toSpliced(at, 1, ...by);
}

function rowsIn({ knowsCpv }: TablesParts, text: string): Result<readonly BodyRow[], TableFault> {
  const cells = readCsvCells(text);
  const read = cells.ok ? readTable(cells.value, knowsCpv) : err(unreadable(cells.error));
  return read.ok ? read : err({ kind: 'file_refused', faults: read.error });
}

function proposalsOf({ now }: TablesParts, { rows }: Seat, come: readonly BodyRow[]): TableProposals {
  const known = new Set(rows.map(rowKey));
  const left = come.filter((row) => !known.has(rowKey(row)));
  return { proposed: left.map((row) => shownRow(row, now())), rows: writeTable(left) };
}

async function seatOf({ reserve, records }: TablesParts, by: string): Promise<Result<Seat, TableFault>> {
  const person = await reserve.person(by);
  if (!person.ok) return err({ kind: 'store_down' });
  if (person.value === undefined) return err({ kind: 'no_member' });
  const { organisation } = person.value;
  const [body, table] = await Promise.all([reserve.organisation(organisation), records.find(organisation)]);
  if (!body.ok || !table.ok) return err({ kind: 'store_down' });
  const { version = 0, rows = [], at } = table.value ?? {};
  const keeps = isBuyer(person.value) || isCoordinator(person.value);
  return ok({ person: person.value, body: body.value, keeps, version, rows, at });
}

async function tableOf(
  { records, reserve, now }: TablesParts,
  { person, body, keeps, version, rows, at }: Seat,
): Promise<Result<OwnTable, TableFault>> {
  const [changes, people] = await Promise.all([records.changes(person.organisation), reserve.people()]);
  if (!changes.ok || !people.ok) return err({ kind: 'store_down' });
  const [last] = changes.value;
  return ok({
    body: body?.name ?? '',
    version,
    rows: rows.map((row) => shownRow(row, now())),
    asOf: at === undefined ? undefined : parisDay(new Date(at)),
    by: people.value.find(({ id }) => id === last?.by)?.name,
    what: last?.what,
    keeps,
  });
}

function shownRow(row: BodyRow, now: Date): TableRow {
  const { ceiling, used } = row.contract ?? {};
  return {
    id: rowId(row),
    row,
    typed: typedOf(row),
    warnings: warningsOf(row, parisDay(now)),
    sums:
      ceiling === undefined ? undefined : { ceiling: euros(ceiling), used: used === undefined ? used : euros(used) },
  };
}

function unreadable({ line, detail }: { readonly line: number; readonly detail: string }): readonly RowFault[] {
  return [{ line, column: '', message: bodiesTexts.faults.unreadable(detail) }];
}
