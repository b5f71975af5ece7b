/** What is being tried, and what has gone wrong before; a thing that ended well leaves no row. */
export interface TrialTables {
  readonly trials: {
    /** `event` of a platform, `message` of a case, `timer` of a case, `words` to a person. */
    readonly kind: string;
    readonly id: string;
    /** When it was last begun or went wrong. */
    readonly at: string;
    /** The process that is at it. */
    readonly holder: string | null;
    readonly until: string | null;
    /** Processes that died, or froze, while they had it in hand. */
    readonly deaths: number;
    /** Times it threw. */
    readonly faults: number;
    readonly set_aside_at: string | null;
  };
}
