import { frenchDate, parisDay } from '../../../src/days/iso-date.ts';
import { BOSS_PARTS, type BossPage, type BossPages, type OwnBossPage } from '../../../src/purchases/port/boss-pages.ts';
import type { PurchaseFault } from '../../../src/purchases/port/purchasing.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { bossTexts } from '../../../src/text/boss-texts.ts';
import { purchaseTexts } from '../../../src/text/purchase-texts.ts';
import type { Assets } from '../assets.ts';
import { createShow, renderMessage, type Show } from '../handoff/show.ts';
import { html, type Markup } from '../html.ts';
import { field } from '../inbound.ts';
import { renderDocument } from '../page.ts';
import { type Asked, pageOf, type Reply, type Route } from '../route.ts';
import { bossPath, demandPath } from '../screen/wire.ts';
import type { Guard } from '../session/guard.ts';
import type { View } from '../view.ts';

interface Parts {
  readonly bossPages: BossPages;
  readonly show: Show;
  readonly assets: Assets;
}

/** Of a page that a link alone opens: found by no search, told to no other site, kept by no cache. */
const BY_LINK = {
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;
const LARGEST_BODY = 16 * 1024;

/** The half page of a demand for whoever decides: for those in it, with its PDF and its link; by the link, to read and nothing else. */
export function bossRoutes({
  bossPages,
  assets,
  guard,
}: {
  readonly bossPages: BossPages;
  readonly assets: Assets;
  readonly guard: Guard;
}): readonly Route[] {
  const parts: Parts = { bossPages, assets, show: createShow(assets) };
  const own = (answer: (asked: Asked, by: SignedIn, id: string) => Promise<Reply>): Route['answer'] => {
    return (asked) => guard(asked, (by) => answer(asked, by, field(asked.params, 'id')));
  };
  return [
    {
      method: 'GET',
      path: '/demande/:id/page',
      answer: own(async (asked, by, id) => {
        const page = await bossPages.page(by.person, id);
        return page.ok ? shown(parts, asked, id, { page: page.value }) : refused(parts, asked, page.error);
      }),
    },
    {
      method: 'POST',
      path: '/demande/:id/page',
      largestBody: LARGEST_BODY,
      answer: own((asked, by, id) => changed(parts, asked, by, id)),
    },
    {
      method: 'GET',
      path: '/demande/:id/page.pdf',
      answer: own(async (asked, by, id) => {
        const made = await bossPages.pdf(by.person, id);
        if (!made.ok) return refused(parts, asked, made.error);
        const headers = {
          'content-disposition': `attachment; filename="${made.value.name}"`,
          'cache-control': 'no-store',
        };
        return { status: 200, type: 'application/pdf', headers, body: made.value.bytes };
      }),
    },
    { method: 'GET', path: '/lecture/:link', answer: (asked) => byLink(parts, asked) },
  ];
}

async function changed(parts: Parts, asked: Asked, by: SignedIn, id: string): Promise<Reply> {
  const { bossPages } = parts;
  if (field(asked.body, 'do') === 'unshare') {
    const page = await bossPages.unshare(by.person, id);
    return page.ok
      ? shown(parts, asked, id, { page: page.value, notice: bossTexts.unshared })
      : refused(parts, asked, page.error);
  }
  const made = await bossPages.share(by.person, id, field(asked.body, 'asks'));
  return made.ok ? shown(parts, asked, id, made.value) : refused(parts, asked, made.error);
}

/** Alone on its page: no menu, no way to anything else of the site. */
async function byLink({ bossPages, assets }: Parts, { params, view }: Asked): Promise<Reply> {
  const page = await bossPages.read(field(params, 'link'));
  const { ended, endedText, foot } = bossTexts;
  const down = purchaseTexts.fr.faults.store_down;
  const [status, title, inside] = page.ok
    ? ([200, page.value.title, renderPage(page.value, view)] as const)
    : page.error.kind === 'store_down'
      ? ([503, ended, html`<h1>${ended}</h1><p role="alert">${down}</p>`] as const)
      : ([404, ended, html`<h1>${ended}</h1><p>${endedText}</p>`] as const);
  const body = html`<main id="main"><div class="demand">${inside}
    ${page.ok && html`<p class="aside">${foot(frenchDate(parisDay(new Date())))}</p>`}</div></main>`;
  const document = renderDocument({ view, assets }, title, body, { files: ['handoff.css'], wide: true });
  return { ...pageOf(status, document), headers: BY_LINK };
}

interface Shown {
  readonly page: OwnBossPage;
  readonly link?: string;
  readonly notice?: string;
}

function shown({ show }: Parts, asked: Asked, id: string, { page, link, notice }: Shown): Reply {
  const { view, origin } = asked;
  const at = view.at(bossPath(id));
  const until = page.sharedUntil === undefined ? undefined : frenchDate(parisDay(new Date(page.sharedUntil)));
  const address = link === undefined ? undefined : `${origin}${view.at(`/lecture/${link}`)}`;
  const inside = html`<div class="demand">
    <p class="crumb"><a href="${view.at('/demandes')}">${purchaseTexts[view.language].title}</a></p>
    <p class="crumb"><a href="${view.at(demandPath(id))}"${view.french}>${page.title}</a></p>
    ${notice !== undefined && html`<p class="notice" role="status">${notice}</p>`}
    ${address !== undefined && html`<div class="notice" role="status"><p>${bossTexts.link}</p><p><a href="${address}" rel="noreferrer">${address}</a></p><p>${bossTexts.linkFor(until ?? '')}</p></div>`}
    ${renderPage(page, view)}
    <div class="gestures">
      <p><a href="${at}.pdf" download>${bossTexts.pdf}</a></p>
      ${address === undefined && until !== undefined && html`<p>${bossTexts.shared(until)}</p>`}
      ${until !== undefined && html`<form method="post" action="${at}"><button class="plain" name="do" value="unshare">${bossTexts.unshare}</button></form>`}
      ${renderShare(at, until !== undefined)}
    </div></div>`;
  return show(asked, { status: 200, title: page.title, inside, headers: { 'cache-control': 'no-store' } });
}

function renderShare(at: string, isShared: boolean): Markup {
  const { asks, asksHint, share, again } = bossTexts;
  return html`<form method="post" action="${at}"><label class="field-name" for="asks">${asks}</label>
    <p class="aside" id="asks-hint">${asksHint}</p>
    <textarea id="asks" name="asks" rows="2" maxlength="300" aria-describedby="asks-hint" autocomplete="off"></textarea>
    <button class="plain" name="do" value="share">${isShared ? again : share}</button></form>`;
}

/** What was asked first: the demand, then its parts, what is asked of its reader among the first. */
function renderPage({ title, prescribers, buyers, parts }: BossPage, view: View): Markup {
  const from = bossTexts.from(prescribers.join(', '), buyers.join(', '));
  const part = (name: (typeof BOSS_PARTS)[number]) => {
    const lines = parts.find((one) => one.name === name)?.lines ?? [];
    return (
      lines.length > 0 &&
      html`<h3>${bossTexts.heads[name]}</h3>${lines.length === 1 ? html`<p>${lines[0]}</p>` : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`}`
    );
  };
  return html`<section class="boss"${view.french}><h2 data-focus tabindex="-1">${title}</h2><p>${from}</p>
    ${BOSS_PARTS.map(part)}</section>`;
}

function refused({ show }: Parts, asked: Asked, fault: PurchaseFault): Reply {
  const { faults, title } = purchaseTexts[asked.view.language];
  const text =
    fault.kind === 'too_long'
      ? faults.too_long(fault.limit)
      : fault.kind === 'store_down'
        ? faults.store_down
        : faults.unknown_purchase;
  const status = fault.kind === 'store_down' ? 503 : fault.kind === 'too_long' ? 422 : 404;
  return show(asked, { status, title, inside: renderMessage({ title, text }, asked.view) });
}
