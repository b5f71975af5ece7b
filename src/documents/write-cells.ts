/** A cell of a workbook: a sum is a number there, a day is its text. */
export type Cell = string | number | undefined;

/** A workbook of one sheet; its first row is set in bold and stays in sight. A text is never a formula there. */
export async function writeXlsxCells(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const data = rows.map((cells, line) =>
    cells.map((value) => {
      if (value === undefined || value === '') return null;
      if (typeof value === 'number') return { value, type: Number, format: '#,##0.00' };
      return { value, type: String, wrap: true, ...(line === 0 ? { fontWeight: 'bold' as const } : {}) };
    }),
  );
  return writeExcelFile(data, { stickyRowsCount: 1, columns: (rows[0] ?? []).map(() => ({ width: 24 })) }).toBuffer();
}
