/** What was asked, how it was answered and whether that helped: no person and no conversation. */
export interface ExchangeTables {
  readonly exchanges: {
    readonly id: string;
    readonly at: string;
    /** Masked before it is written. */
    readonly question: string;
    readonly outcome: string;
    readonly reason: string | null;
  };
  readonly feedback: {
    readonly exchange: string;
    readonly at: string;
    readonly useful: number;
    readonly why: string | null;
  };
}
