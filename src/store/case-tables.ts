/** The tables of the hand-over. JSON and instants are text, so that both databases agree. */
export interface CaseTables {
  readonly cases: {
    readonly id: string;
    readonly version: number;
    readonly status: string;
    readonly requester: string;
    readonly organisation: string;
    readonly holder: string | null;
    readonly opened_at: string;
    readonly since: string;
    readonly next_timer_at: string | null;
  };
  readonly case_events: {
    readonly case_id: string;
    readonly version: number;
    readonly at: string;
    readonly kind: string;
    readonly body: string;
  };
  readonly case_offers: {
    readonly id: string;
    readonly case_id: string;
    readonly reservist: string;
    readonly offered_at: string;
    readonly ended_at: string | null;
    readonly accepted: number;
  };
  readonly outbox: {
    readonly id: string;
    readonly case_id: string;
    /** Order within one case. */
    readonly ordinal: number;
    /** One reader of the case: their messages are delivered in order, each after the one before is done with. */
    readonly lane: string;
    readonly at: string;
    readonly body: string;
    readonly attempts: number;
    /** When it is due, or how long a worker has it; null once delivered or given up. */
    readonly next_at: string | null;
    readonly delivered_at: string | null;
    readonly why: string | null;
  };
}
