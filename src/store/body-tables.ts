/** What a body buys from whom, whole; and what was done to it. */
export interface BodyTables {
  readonly body_tables: {
    readonly organisation: string;
    readonly version: number;
    readonly at: string;
    readonly body: string;
  };
  readonly body_table_changes: {
    readonly organisation: string;
    readonly version: number;
    readonly at: string;
    readonly person: string;
    readonly what: string;
    readonly size: number;
  };
}
