/** Who is signed in, and the links by which someone becomes an administrator. Of what a browser or a link holds, a hash alone. */
export interface SessionTables {
  readonly sessions: {
    readonly hash: string;
    readonly person: string;
    readonly opened_at: string;
    /** The first of its two limits, as far as it is known now: unused for too long, or too old. */
    readonly until: string;
    /** What the provider wants back at the end, sealed by what the browser holds. */
    readonly id_token: string | null;
  };
  readonly invitations: {
    readonly hash: string;
    /** For whom; null: for whoever opens it first. */
    readonly person: string | null;
    readonly until: string;
    /** Null on those made before there were others: an administrator's. */
    readonly gives: 'administrator' | 'account' | null;
  };
}
