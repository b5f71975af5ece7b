/** What the hand-over keeps besides the cases. JSON and instants are text, as in the other tables. */
export interface HelpTables {
  /** The words as the requester typed them, apart from the case, which holds the sealed ones alone. */
  readonly briefs: { readonly case_id: string; readonly at: string; readonly body: string };
  /** What the requester lifted or added, each time; only ever added to. */
  readonly brief_choices: {
    readonly case_id: string;
    readonly version: number;
    readonly at: string;
    readonly person: string;
    readonly body: string;
  };
  readonly candidates: {
    readonly id: string;
    /** One case gives one candidate. */
    readonly case_id: string;
    readonly proposed_by: string;
    readonly at: string;
    readonly status: string;
    readonly judged_by: string | null;
    readonly judged_at: string | null;
    readonly why: string | null;
    readonly body: string;
  };
  /** Who saw which case and when, to the minute; only ever added to. */
  readonly audit: {
    readonly case_id: string;
    readonly person: string;
    readonly what: string;
    readonly at: string;
  };
}
