/** What two sides share of a purchase. JSON and instants are text, as in the other tables. */
export interface PurchaseTables {
  readonly purchases: {
    readonly id: string;
    readonly version: number;
    readonly organisation: string;
    readonly stage: string;
    readonly title: string;
    readonly opened_at: string;
    readonly since: string;
    readonly next_timer_at: string | null;
  };
  readonly purchase_events: {
    readonly purchase_id: string;
    readonly version: number;
    readonly at: string;
    readonly kind: string;
    readonly body: string;
  };
  /** Who is named in one, as it stands: for their lists. */
  readonly purchase_people: {
    readonly purchase_id: string;
    readonly person: string;
    readonly side: string;
  };
}
