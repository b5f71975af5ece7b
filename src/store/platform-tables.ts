/** What the chat platforms' doors keep. JSON and instants are text, as in the other tables. */
export interface PlatformTables {
  readonly inbound: {
    readonly platform: string;
    readonly event: string;
    /** The thread it belongs to: order is kept within one. */
    readonly lane: string;
    /** Sorts in the order of arrival. */
    readonly arrival: string;
    readonly at: string;
    /** What is needed to handle it; gone once it is handled. */
    readonly body: string | null;
    readonly attempts: number;
    /** When it may be taken, or how long a process has it; null once handled or given up. */
    readonly next_at: string | null;
    readonly why: string | null;
    /** The process that has it in hand. */
    readonly holder: string | null;
  };
  readonly platform_notes: {
    readonly platform: string;
    readonly kind: string;
    readonly key: string;
    /** Whom it is about: it goes with them. */
    readonly person: string | null;
    readonly at: string;
    readonly body: string;
    /** Purged after; null is kept for as long as it is not removed. */
    readonly expires_at: string | null;
  };
}
