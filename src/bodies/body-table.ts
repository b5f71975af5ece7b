import { z } from 'zod';
import { isIsoDate } from '../days/iso-date.ts';

const words = z.string().min(1).max(600);
const euros = z.number().min(0);

/** One line of the table: a family of purchases, who buys it, and the contract it is ordered by, where there is one. */
export const bodyRowSchema = z.strictObject({
  /** As the body names it; `*` for whatever no other row names. */
  family: words.optional(),
  /** First digits of CPV codes, two to eight. */
  cpv: z.array(z.string().regex(/^\d{2,8}$/)).max(40),
  buyer: words.optional(),
  team: words.optional(),
  substitute: words.optional(),
  contract: z
    .strictObject({
      title: words,
      holder: words,
      covers: words.optional(),
      /** What one would take it to cover, and it does not. */
      excludes: words.optional(),
      /** Its last day. */
      until: z.string().refine(isIsoDate),
      /** Euros, tax excluded, over the whole time of the contract. */
      ceiling: euros.optional(),
      used: euros.optional(),
      howToOrder: words.optional(),
    })
    .optional(),
});

export type BodyRow = Readonly<z.infer<typeof bodyRowSchema>>;

export const bodyRowsSchema = z.array(bodyRowSchema);

/** The table of a body as it stands. */
export interface BodyTable {
  readonly organisation: string;
  /** Counts from 1: a change is made on the version that was looked at. */
  readonly version: number;
  readonly rows: readonly BodyRow[];
  /** ISO instant of the last change. */
  readonly at: string;
}

/** What was done to a table, by whom: it is never taken back. */
export interface TableChange {
  readonly organisation: string;
  readonly version: number;
  readonly at: string;
  /** A person of the network, or `commande` for whoever sits at the server. */
  readonly by: string;
  readonly what: 'replaced' | 'merged' | 'edited' | 'removed';
  /** Rows after it. */
  readonly rows: number;
}
