/** What training keeps. JSON and instants are text, as in the other tables; truth values are 0 and 1. */
export interface TrainingTables {
  readonly training_learners: {
    readonly person: string;
    readonly version: number;
    /** When the nudge is due, at the earliest; null for none. */
    readonly nudge_at: string | null;
    readonly body: string;
    readonly changed_at: string;
  };
  /** Only ever added to. */
  readonly training_events: {
    readonly id: string;
    readonly person: string;
    readonly at: string;
    readonly kind: string;
    readonly module: string;
    readonly item: string;
    readonly right: number | null;
  };
  readonly training_progress: {
    readonly person: string;
    readonly module: string;
    readonly organisation: string;
    readonly started_at: string;
    readonly last_at: string;
    readonly lessons: string;
    readonly lessons_read: number;
    readonly best: number | null;
    readonly passed_at: string | null;
  };
  /** How often a question was asked and missed, by nobody in particular. */
  readonly training_counts: {
    readonly question: string;
    readonly module: string;
    readonly fiche: string;
    readonly asked: number;
    readonly missed: number;
  };
  readonly training_cards: {
    readonly person: string;
    readonly question: string;
    readonly due: string;
    readonly body: string;
  };
  readonly training_attestations: {
    readonly id: string;
    readonly person: string;
    readonly kind: string;
    readonly subject: string;
    readonly code: string;
    readonly issued_at: string;
    readonly valid_until: string;
    readonly body: string;
  };
  readonly training_letters: {
    readonly id: string;
    readonly person: string;
    readonly path: string;
    readonly at: string;
    readonly offered: number;
    readonly body: string;
  };
  readonly training_joins: {
    readonly person: string;
    readonly path: string;
    readonly at: string;
    readonly status: string;
    readonly judged_by: string | null;
    readonly judged_at: string | null;
    readonly noticed_at: string | null;
  };
  /** What waits to leave: words to a person, statements to a learning record store. */
  readonly training_queue: {
    readonly id: string;
    readonly ordinal: number;
    readonly at: string;
    readonly person: string;
    readonly target: string;
    readonly body: string;
    readonly attempts: number;
    readonly next_at: string | null;
    readonly delivered_at: string | null;
    readonly why: string | null;
  };
}
