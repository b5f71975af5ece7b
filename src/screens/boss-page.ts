import { frenchDate, parisDay } from '../days/iso-date.ts';
import type { OwnBossPage } from '../purchases/port/boss-pages.ts';
import { bossTexts as says } from '../text/boss-texts.ts';
import { purchaseTexts } from '../text/purchase-texts.ts';
import { makeScreen, markdown, notice, told } from './make.ts';
import type { Act, Form, Screen } from './screen.ts';

/** Name of the box, as it comes back. */
export const ASKS_BOX = 'asks';
const LONGEST_ASKS = 300;

export interface BossShown {
  readonly purchase: string;
  readonly page: OwnBossPage;
  /** Where whoever decides reads it, shown once. */
  readonly address?: string | undefined;
  readonly isTakenBack?: boolean;
  /** A link can be made: there is an address that others reach. */
  readonly shares: boolean;
}

export function shareForm(): Form {
  const field = {
    kind: 'text',
    name: ASKS_BOX,
    label: says.asks,
    hint: says.asksHint,
    max: LONGEST_ASKS,
    multiline: true,
  } as const;
  return { title: says.share, fields: [field], submit: says.share };
}

/** Half a page on a demand for whoever decides, as those in it see it, with what it can be made into. */
export function bossScreen({ purchase, page, address, isTakenBack, shares }: BossShown): Screen {
  const { sharedUntil } = page;
  const until = sharedUntil === undefined ? undefined : frenchDate(parisDay(new Date(sharedUntil)));
  const open: Act = { verb: 'purchase_open', value: { purchase }, label: purchaseTexts.fr.openIt, look: 'plain' };
  const act = (kind: 'pdf' | 'share' | 'unshare', label: string, needs?: Form): Act => ({
    verb: 'boss',
    value: { purchase, do: kind },
    label,
    look: 'plain',
    ...(needs === undefined ? {} : { needs }),
  });
  // As a link of its own: in Markdown two «_» of an address may be emphasis.
  const link = address === undefined ? [] : [markdown(`${says.here}\u00a0: <${address}>`)];
  return makeScreen({
    ref: { view: 'purchase', key: purchase },
    language: 'fr',
    title: says.title,
    blocks: [
      ...told(isTakenBack === true ? { text: says.unshared, alert: false } : undefined),
      ...link,
      ...notice(
        until === undefined ? undefined : address === undefined ? says.shared(until) : says.linkFor(until),
        'quiet',
      ),
      {
        kind: 'facts',
        facts: [
          {
            name: purchaseTexts.fr.one,
            value: `${page.title}. ${says.from(page.prescribers.join(', '), page.buyers.join(', '))}`,
          },
          ...page.parts.map(({ name, lines }) => ({ name: says.heads[name], value: lines.join('\n') })),
        ],
        verbatim: true,
      },
    ],
    acts: [
      ...(shares ? [act('share', until === undefined ? says.share : says.another, shareForm())] : []),
      act('pdf', says.pdf),
      ...(until === undefined ? [] : [act('unshare', says.unshare)]),
      open,
    ],
    ...(address === undefined ? {} : { said: `${says.here}\u00a0: ${address}` }),
  });
}
