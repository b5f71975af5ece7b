/** People, bodies and reservists as JSON, and the counter that every change of the reserve moves on. */
export interface ReserveTables {
  readonly people: KeptRow;
  readonly organisations: KeptRow;
  readonly reservists: KeptRow;
  /** One row. */
  readonly reserve_stamp: { readonly id: number; readonly changes: number };
}

interface KeptRow {
  readonly id: string;
  readonly body: string;
  readonly changed_at: string;
}
