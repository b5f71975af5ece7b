import type { BossPages } from '../purchases/port/boss-pages.ts';
import type { PurchaseFault } from '../purchases/port/purchasing.ts';
import type { SignedIn } from '../reserve/port/signed-in.ts';
import type { Result } from '../result.ts';
import { ASKS_BOX } from '../screens/boss-page.ts';
import { type Context, guardedPurchase } from './context.ts';
import { text } from './filled.ts';
import type { PressedOf } from './port/heard.ts';
import type { Happened } from './port/shown.ts';
import { withMember } from './purchase-acts.ts';

/** The half page of a demand for whoever decides: seen, as a PDF, by a link made or taken back. */
export function boss(context: Context, heard: PressedOf<'boss'>): Promise<readonly Happened[]> {
  const { bossPages } = context;
  return withMember(context, heard, async (by) => {
    if (bossPages === undefined) return [];
    const came = await guardedPurchase(context, () => doneWith(context, heard, by, bossPages));
    return [came.ok ? came.value : { name: 'no_purchase', fault: came.error }];
  });
}

async function doneWith(
  { readAt }: Context,
  { value, filled }: PressedOf<'boss'>,
  { person }: SignedIn,
  pages: BossPages,
): Promise<Result<Happened, PurchaseFault>> {
  const { purchase } = value;
  const shares = readAt !== undefined;
  switch (value.do) {
    case 'pdf': {
      const made = await pages.pdf(person, purchase);
      return made.ok ? { ok: true, value: { name: 'file', file: made.value, what: 'boss' } } : made;
    }
    case 'share': {
      const made = await pages.share(person, purchase, text(filled, ASKS_BOX));
      if (!made.ok) return made;
      const { link, page } = made.value;
      return { ok: true, value: { name: 'boss', purchase, page, shares, address: readAt?.(link) } };
    }
    case 'see':
    case 'unshare': {
      const isTakenBack = value.do === 'unshare';
      const page = await (isTakenBack ? pages.unshare(person, purchase) : pages.page(person, purchase));
      return page.ok ? { ok: true, value: { name: 'boss', purchase, page: page.value, shares, isTakenBack } } : page;
    }
  }
}
