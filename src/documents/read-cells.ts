import { parse } from 'csv-parse/sync';
import { err, ok, type Result } from '../result.ts';
import { openArchive } from './archive.ts';

/** A row of a table as a file holds it; lines count from 1, as whoever opens the file sees them. */
export interface CellRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What cannot be read as a table at all, and where. */
export interface CellsFault {
  readonly line: number;
  readonly detail: string;
}

/** Rows of a CSV file, whatever parts its cells, without those that are empty. */
export function readCsvCells(text: string): Result<readonly CellRow[], CellsFault> {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    const options = { delimiter: delimiterOf(plain), relax_column_count: true, skip_empty_lines: true, info: true };
    const records = parse(plain, options) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return ok(records.map(({ record, info }) => ({ line: info.lines, cells: record.map(unguarded) })));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err({ line: 'lines' in error && typeof error.lines === 'number' ? error.lines : 1, detail: error.message });
  }
}

/** Whichever stands most often in the header. */
function delimiterOf(text: string): string {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const counts = [';', ',', '\t'].map((one) => [header.split(one).length, one] as const);
  return counts.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
}

/** A cell that would be a formula is written as text, behind an apostrophe. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** Rows of the first sheet of an XLSX file; days as `2027-08-31`. The archive is judged before anything of it inflates. */
export async function readXlsxCells(bytes: Buffer): Promise<Result<readonly CellRow[], CellsFault>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return err({ line: 1, detail: archive.error.detail });
  try {
    const { readSheet } = await import('read-excel-file/node');
    const rows = await readSheet(bytes);
    const texts = rows.map((row, index) => ({ line: index + 1, cells: row.map(cellText) }));
    return ok(texts.filter(({ cells }) => cells.some((cell) => cell !== '')));
  } catch (error) {
    return err({ line: 1, detail: error instanceof Error ? error.message : String(error) });
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
