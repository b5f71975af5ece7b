/** Changes of the law and what was read of it: never the text of a version whole. */
export interface LawTables {
  readonly law_changes: {
    readonly id: string;
    readonly article: string;
    readonly kind: string;
    readonly since: string;
    /** JSON: the version read before, the diff, the prints. */
    readonly body: string;
    readonly found_at: string;
    readonly closed_at: string | null;
    readonly read_on: string | null;
    readonly read_by: string | null;
  };
  readonly law_readings: {
    readonly article: string;
    readonly since: string;
    readonly read_on: string;
    /** JSON. */
    readonly sentences: string;
  };
  readonly law_alerts: {
    readonly person: string;
    readonly kind: string;
    readonly subject: string;
    readonly at: string;
  };
  /** Of a change, that it was told: to whoever had asked, and to nobody where nobody had. */
  readonly law_told: {
    readonly change: string;
    readonly stage: string;
    readonly at: string;
  };
}
