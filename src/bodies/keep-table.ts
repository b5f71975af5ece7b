import { decodeText } from '../documents/decode-text.ts';
import { readCsvCells, readXlsxCells } from '../documents/read-cells.ts';
import { err, ok, type Result } from '../result.ts';
import { bodiesTexts } from '../text/bodies-texts.ts';
import type { StoreDown, VersionConflict } from '../vocabulary/record-faults.ts';
import type { BodyRecords } from './body-records.ts';
import type { BodyRow, BodyTable, TableChange } from './body-table.ts';
import { readDecp } from './read-decp.ts';
import { contractKey, type KnowsCpv, type RowFault, readTable } from './read-rows.ts';

/** What a file holds: rows to be kept, or what a body has published, which is only proposed. */
export interface TableFile {
  readonly from: 'table' | 'published';
  readonly rows: readonly BodyRow[];
}

type Way = 'replace' | 'merge';

export interface TableParts {
  readonly records: BodyRecords;
  readonly knowsCpv: KnowsCpv;
  readonly now: () => Date;
}

/**
 * The rows of a file as it was sent: CSV, XLSX, or published essential data in JSON or XML, told apart by their first signs.
 * @param siret of the body: of published data only its own are read
 */
export async function readTableFile(
  bytes: Buffer,
  { knowsCpv, now }: Pick<TableParts, 'knowsCpv' | 'now'>,
  siret: string | undefined,
): Promise<Result<TableFile, readonly RowFault[]>> {
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const text = isZip ? undefined : decodeText(bytes);
  const unreadable = (line: number, detail: string) =>
    err([{ line, column: '', message: bodiesTexts.faults.unreadable(detail) }]);
  if (!isZip && text === undefined) return unreadable(1, bodiesTexts.faults.noText);
  if (text !== undefined && /^\uFEFF?\s*[[{<]/.test(text.slice(0, 200))) {
    const rows = readDecp(text, { siret, now: now() });
    return rows.ok ? ok({ from: 'published', rows: rows.value }) : unreadable(1, rows.error);
  }
  const cells = isZip ? await readXlsxCells(bytes) : readCsvCells(text ?? '');
  if (!cells.ok) return unreadable(cells.error.line, cells.error.detail);
  const rows = readTable(cells.value, knowsCpv);
  return rows.ok ? ok({ from: 'table', rows: rows.value }) : rows;
}

/** Rows that come to rows that are there: one of a contract, or of a family without one, takes the place of the same before. */
export function mergeRows(kept: readonly BodyRow[], come: readonly BodyRow[]): readonly BodyRow[] {
  const fresh = new Map(come.map((row) => [rowKey(row), row] as const));
  const stay = kept.map((row) => {
    const instead = fresh.get(rowKey(row));
    fresh.delete(rowKey(row));
    return instead === undefined ? row : completed(row, instead);
  });
  return [...stay, ...fresh.values()];
}

/** What makes two rows the same one, whatever else they say. */
export function rowKey(row: BodyRow): string {
  return contractKey(row) ?? `${row.family ?? ''}|${row.cpv.join(' ')}`;
}

/** What the new row leaves unsaid stays as it was known. */
function completed(before: BodyRow, { cpv, contract, ...row }: BodyRow): BodyRow {
  const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
  const more = Object.fromEntries(Object.entries(contract ?? {}).filter(([, value]) => value !== undefined));
  const both = before.contract && contract ? { ...before.contract, ...more } : (contract ?? before.contract);
  return {
    ...before,
    ...said,
    cpv: cpv.length > 0 ? cpv : before.cpv,
    ...(both === undefined ? {} : { contract: both }),
  };
}

export interface TableKeeping {
  find(organisation: string): Promise<Result<BodyTable | undefined, StoreDown>>;
  changes: BodyRecords['changes'];
  /** Puts these rows in the place of the table, or into it, on the version that was looked at (0: none). */
  put(to: To, rows: readonly BodyRow[], way: Way): Promise<Result<BodyTable, StoreDown | VersionConflict>>;
  /** All its rows as they are after a change, on the version that was looked at. */
  save(
    to: To,
    rows: readonly BodyRow[],
    what: TableChange['what'],
  ): Promise<Result<BodyTable, StoreDown | VersionConflict>>;
}

/** Whose table, on which version of it (0: none), by whom. */
interface To {
  readonly organisation: string;
  readonly on: number;
  readonly by: string;
}

export function createTableKeeping({ records, now }: Pick<TableParts, 'records' | 'now'>): TableKeeping {
  const save: TableKeeping['save'] = async ({ organisation, on, by }, rows, what) => {
    const at = now().toISOString();
    const table: BodyTable = { organisation, version: on + 1, rows, at };
    const change = { organisation, version: on + 1, at, by, what, rows: rows.length };
    const saved = await records.save(table, change);
    return saved.ok ? ok(table) : saved;
  };
  const rowsOf = async (organisation: string) => {
    const found = await records.find(organisation);
    return found.ok ? ok(found.value?.rows ?? []) : found;
  };
  return {
    find: records.find,
    changes: records.changes,
    put: async (to, rows, way) => {
      if (way === 'replace') return save(to, rows, 'replaced');
      const kept = await rowsOf(to.organisation);
      return kept.ok ? save(to, mergeRows(kept.value, rows), 'merged') : kept;
    },
    save,
  };
}
