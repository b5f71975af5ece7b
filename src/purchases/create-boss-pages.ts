import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { frenchDate, parisDay } from '../days/iso-date.ts';
import { pagePdf } from '../documents/page-pdf.ts';
import { err, ok, type Result } from '../result.ts';
import { bossTexts } from '../text/boss-texts.ts';
import { seatAt } from './access.ts';
import { bossPage } from './boss-page.ts';
import { findSeat } from './create-purchasing.ts';
import { foldPurchase } from './fold.ts';
import { BOSS_PARTS, type BossPage, type BossPages, type OwnBossPage } from './port/boss-pages.ts';
import type { PurchaseFault } from './port/purchasing.ts';
import type { Purchase } from './purchase.ts';
import { give, type PurchasesParts, type Step } from './purchases.ts';
import { namesIn } from './view.ts';

/** A fortnight: a boss who has not read it by then is sent another. */
const LIFE_MS = 14 * 24 * 60 * 60_000;
/** With the id of a demande, under the hundred characters that the router takes in a part of an address. */
const TOKEN_BYTES = 24;
/** Characters of what is asked of its reader, and of a link that is looked at. */
const LONGEST_ASKS = 300;
const LONGEST_LINK = 200;

const down = err({ kind: 'store_down' } as const);
const unknown = err({ kind: 'unknown_purchase' } as const);

export function createBossPages(parts: PurchasesParts): BossPages {
  const { records, reserve, now } = parts;
  const pageOf = async (purchase: Purchase): Promise<Result<BossPage, PurchaseFault>> => {
    const people = await reserve.people();
    return people.ok ? ok(bossPage(purchase, namesIn(people.value))) : down;
  };
  const own = async (purchase: Purchase): Promise<Result<OwnBossPage, PurchaseFault>> => {
    const page = await pageOf(purchase);
    if (!page.ok) return page;
    const { share, sheet } = purchase;
    const sharedUntil = share !== undefined && isOpen(share.until, now()) ? share.until : undefined;
    return ok({ ...page.value, hasSheet: sheet.length > 0, sharedUntil });
  };
  const found = async (by: string, id: string) => {
    const seated = await findSeat(parts, by, id);
    return seated.ok && seated.value.purchase.stage === 'draft' ? unknown : seated;
  };
  const does = async (by: string, id: string, step: Step): Promise<Result<OwnBossPage, PurchaseFault>> => {
    const seated = await found(by, id);
    if (!seated.ok) return seated;
    const { person } = seated.value;
    const done = await give(parts, id, by, undefined, async (purchase) => {
      if (seatAt(purchase, person) === undefined) return unknown;
      return ok(step.kind === 'unshared' && purchase.share === undefined ? [] : [step]);
    });
    return done.ok ? own(done.value) : done;
  };

  return {
    page: async (by, id) => {
      const seated = await found(by, id);
      return seated.ok ? own(seated.value.purchase) : seated;
    },
    pdf: async (by, id) => {
      const seated = await found(by, id);
      if (!seated.ok) return seated;
      const page = await pageOf(seated.value.purchase);
      if (!page.ok) return page;
      const day = parisDay(now());
      return ok({ name: `${bossTexts.file}-${day}.pdf`, bytes: await pdfOf(page.value, frenchDate(day)) });
    },
    share: async (by, id, asks) => {
      if (asks.length > LONGEST_ASKS) return err({ kind: 'too_long', limit: LONGEST_ASKS });
      // In figures and letters alone: wherever it is read it can be copied, and a chat that takes «_» for emphasis alters nothing.
      const token = randomBytes(TOKEN_BYTES).toString('hex');
      const until = new Date(now().getTime() + LIFE_MS).toISOString();
      const page = await does(by, id, { kind: 'shared', hash: hashOf(token), until, asks: asks.trim() });
      return page.ok ? ok({ link: `${id}.${token}`, page: page.value }) : page;
    },
    unshare: (by, id) => does(by, id, { kind: 'unshared' }),
    read: async (link) => {
      const [id = '', token = ''] = link.length > LONGEST_LINK ? [] : link.split('.');
      const events = await records.eventsOf(id);
      if (!events.ok) return down;
      const purchase = foldPurchase(id, events.value);
      const { share } = purchase;
      if (share === undefined || !isOpen(share.until, now()) || !isSame(share.hash, hashOf(token))) return unknown;
      // Whoever opened it speaks for the demand only for as long as they are in it.
      const person = share.by === undefined ? ok(undefined) : await reserve.person(share.by);
      if (!person.ok) return down;
      return seatAt(purchase, person.value) === undefined ? unknown : pageOf(purchase);
    },
  };
}

function isOpen(until: string, now: Date): boolean {
  return until > now.toISOString();
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function pdfOf({ title, prescribers, buyers, parts }: BossPage, day: string): Promise<Buffer> {
  return pagePdf({
    title,
    author: bossTexts.creator,
    first: title,
    under: bossTexts.from(prescribers.join(', '), buyers.join(', ')),
    parts: BOSS_PARTS.flatMap((name) => {
      const part = parts.find((one) => one.name === name);
      return part === undefined ? [] : [{ title: bossTexts.heads[name], lines: part.lines }];
    }),
    foot: bossTexts.foot(day),
  });
}
