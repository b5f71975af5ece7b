import type { IsoDate } from '../../days/iso-date.ts';
import type { Result } from '../../result.ts';
import type { BodyRow, TableChange } from '../body-table.ts';
import type { RowFault, TypedRow } from '../read-rows.ts';

/** What is to be said of a contract before someone orders by it: it is over, soon is, or its ceiling is near or reached. */
export type ContractWarning = 'over' | 'ending' | 'nearly_used' | 'used_up';

export interface TableRow {
  /** Drawn from what the row says: a row that was changed is another one. */
  readonly id: string;
  readonly row: BodyRow;
  /** The same as it is typed. */
  readonly typed: TypedRow;
  readonly warnings: readonly ContractWarning[];
  /** Of a contract with a ceiling, as they are said: «12 000 €». */
  readonly sums: { readonly ceiling: string; readonly used: string | undefined } | undefined;
}

export interface OwnTable {
  /** Of the body, by name. */
  readonly body: string;
  /** 0: there is none. */
  readonly version: number;
  readonly rows: readonly TableRow[];
  readonly asOf: IsoDate | undefined;
  /** By whom it was last changed, by name where they are known. */
  readonly by: string | undefined;
  readonly what: TableChange['what'] | undefined;
  /** Its reader buys or coordinates for the body: the others read. */
  readonly keeps: boolean;
}

export type TableWay = 'merge' | 'replace';

/** What a file would make of the table, before anything is kept. */
export interface TablePreview {
  readonly added: readonly TypedRow[];
  readonly changed: readonly { readonly before: TypedRow; readonly after: TypedRow }[];
  readonly removed: readonly TypedRow[];
  /** How many stay as they are. */
  readonly same: number;
  /** The file's rows as `put` takes them. */
  readonly rows: string;
}

/** Contracts that a body has published and that are not in its table yet: each is for someone to complete and accept. */
export interface TableProposals {
  readonly proposed: readonly TableRow[];
  /** The same as `propose` takes them. */
  readonly rows: string;
}

export type TableFault =
  | { readonly kind: 'store_down' }
  /** Nobody of the network: nothing of any body is said. */
  | { readonly kind: 'no_member' }
  /** A member who neither buys nor coordinates: the table is read by them, not kept. */
  | { readonly kind: 'not_keeper' }
  /** The row, or the table, is not any more what was looked at: nothing was kept. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'row_refused'; readonly faults: readonly Omit<RowFault, 'line'>[] }
  | { readonly kind: 'file_refused'; readonly faults: readonly RowFault[] };

type Read<T> = Promise<Result<T, TableFault>>;

/** A body's own table, on a page: of the body of whoever asks, and of no other. */
export interface Tables {
  own(by: string): Read<OwnTable>;
  /** @param was the row that it takes the place of; a new one without it. The same row again is there already */
  save(by: string, was: string | undefined, typed: TypedRow): Read<OwnTable>;
  remove(by: string, was: string): Read<OwnTable>;
  /** A CSV or a workbook is previewed; published data are proposed. */
  read(
    by: string,
    bytes: Buffer,
    way: TableWay,
  ): Read<
    | ({ readonly kind: 'preview'; readonly on: number } & TablePreview)
    | ({ readonly kind: 'proposals' } & TableProposals)
  >;
  /** @param rows of a preview; @param on the version that it was made on */
  put(by: string, rows: string, way: TableWay, on: number): Read<OwnTable>;
  /** What is left to accept of what was proposed. */
  propose(by: string, rows: string): Read<TableProposals>;
  file(by: string, as: 'csv' | 'xlsx'): Read<{ readonly name: string; readonly bytes: Uint8Array }>;
}
