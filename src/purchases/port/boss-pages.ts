import type { Once } from '../../once.ts';
import type { Result } from '../../result.ts';
import type { PurchaseFault } from './purchasing.ts';

export const BOSS_PARTS = ['need', 'why', 'amount', 'procedure', 'calendar', 'asked'] as const;
export type BossPart = (typeof BOSS_PARTS)[number];

/** Half a page on a demand for whoever decides and was not in it. French, plain text. */
export interface BossPage {
  readonly title: string;
  readonly prescribers: readonly string[];
  readonly buyers: readonly string[];
  readonly parts: readonly { readonly name: BossPart; readonly lines: readonly string[] }[];
}

export interface OwnBossPage extends BossPage {
  /** Its sheet of rules was joined: procedure and calendar are worked out. */
  readonly hasSheet: boolean;
  /** Until when a link to it is read: an instant; undefined where there is none. */
  readonly sharedUntil: string | undefined;
}

/** The page of a demand, for those in it; and, by a link that ends, for whoever holds the link. */
export interface BossPages {
  page(by: string, id: string): Promise<Result<OwnBossPage, PurchaseFault>>;
  pdf(by: string, id: string): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, PurchaseFault>>;
  /** A link in the place of the one before; it is shown this once, and kept nowhere. @param asks of its reader, as it is typed */
  share(
    by: string,
    id: string,
    asks: string,
  ): Promise<Result<{ readonly link: string; readonly page: OwnBossPage }, PurchaseFault>>;
  /** Whoever holds the link reads nothing from now on. */
  unshare(by: string, id: string, once?: Once): Promise<Result<OwnBossPage, PurchaseFault>>;
  /** By a link, without an account; to one that has ended, was taken back or never was, there is no page. */
  read(link: string): Promise<Result<BossPage, PurchaseFault>>;
}
