import { randomUUID } from 'node:crypto';
import type { Pressed } from '../../../src/desk/port/heard.ts';
import type { Desk, Happened, Shown } from '../../../src/desk/port/shown.ts';
import { sayDone } from '../../../src/screens/purchase.ts';
import type { Screen } from '../../../src/screens/screen.ts';
import { VERBS } from '../../../src/screens/verbs.ts';
import { purchaseTexts } from '../../../src/text/purchase-texts.ts';
import type { Assets } from '../assets.ts';
import { commonOf, filledOf } from '../face.ts';
import { unreadable } from '../form.ts';
import { readOnce } from '../handoff/inbound.ts';
import { createShow, type Show } from '../handoff/show.ts';
import { html, type Markup } from '../html.ts';
import { field, readConversation } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import { renderAct } from '../screen/acts.ts';
import { renderBlocks } from '../screen/blocks.ts';
import { demandPath, draftPath, interviewPath } from '../screen/wire.ts';
import type { Guard } from '../session/guard.ts';
import type { View } from '../view.ts';

interface PurchaseParts {
  readonly desk: Desk;
  readonly show: Show;
  /** What stands under the list: pages of one's body. */
  readonly links: readonly PageLink[];
}

interface PageLink {
  readonly path: string;
  readonly label: string;
}

type PurchaseVerb = 'purchase' | 'purchases' | 'purchase_open' | 'purchase_do';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Bytes: the longest message, however it is encoded. */
const LARGEST_BODY = 256 * 1024;

/** One's demands, and the page of each: what is pressed goes to the desk. For whoever is signed in. */
export function purchaseRoutes({
  desk,
  assets,
  guard,
  links,
}: {
  readonly links: readonly PageLink[];
  readonly desk: Desk;
  readonly assets: Assets;
  readonly guard: Guard;
}): readonly Route[] {
  const parts = { desk, show: createShow(assets), links };
  const at = (verb: PurchaseVerb, names: readonly string[]): Route['answer'] => {
    return (asked) => guard(asked, () => press(parts, asked, verb, names));
  };
  return [
    { method: 'GET', path: '/demandes', answer: at('purchases', []) },
    { method: 'POST', path: '/demandes', largestBody: LARGEST_BODY, answer: at('purchase', ['text', 'as']) },
    { method: 'GET', path: '/demande/:id', answer: at('purchase_open', []) },
    {
      method: 'POST',
      path: '/demande/:id',
      largestBody: LARGEST_BODY,
      answer: at('purchase_do', ['do', 'on', 'question']),
    },
  ];
}

/** @param names of what the form says besides its boxes; what is empty is not said */
async function press(parts: PurchaseParts, asked: Asked, verb: PurchaseVerb, names: readonly string[]): Promise<Reply> {
  const { happened, screen } = await hear(parts, asked, verb, names);
  const { view, method } = asked;
  // What was done has an address of its own: opened again, it does nothing again.
  if (method === 'POST' && happened.name === 'purchase') {
    const { did } = happened;
    return redirect(view.at(`${demandPath(happened.view.id)}${did === undefined ? '' : `?fait=${did}`}`));
  }
  if (happened.name === 'file') {
    const { name, bytes } = happened.file;
    return {
      status: 200,
      type: DOCX,
      headers: { 'content-disposition': `attachment; filename="${name}"` },
      body: bytes,
    };
  }
  // A question of the rules stands on the page of its interview, and the demand has what it comes to.
  if (happened.name === 'interview') return redirect(view.at(interviewPath(happened.view.id)));
  // What would leave to a reservist is read, and agreed to, on the page of the brief.
  if (happened.name === 'consent') return redirect(view.at(draftPath(happened.preview.case)));
  const title = screen.title ?? purchaseTexts[view.language].title;
  const inside = renderPurchase(screen, noticeOf(asked, happened), view, parts.links);
  return parts.show(asked, { status: statusOf(happened), title, inside });
}

/** What was just done, said once more on the page it led to. */
function noticeOf({ query, view }: Asked, happened: Happened): string | undefined {
  const did = field(query, 'fait');
  return happened.name !== 'purchase' || did === '' ? undefined : sayDone(happened.view, did, view.language).text;
}

/** @param links under the list */
function renderPurchase(
  { title = '', blocks, acts }: Screen,
  notice: string | undefined,
  view: View,
  links: readonly PageLink[],
): Markup {
  const { title: list } = purchaseTexts[view.language];
  const isList = title === list;
  return html`<div class="demand">${!isList && html`<p class="crumb"><a href="${view.at('/demandes')}">${list}</a></p>`}
    ${notice !== undefined && html`<p class="notice" role="status">${notice}</p>`}
    <h2 data-focus autofocus tabindex="-1"${!isList && view.french}>${title}</h2>
    ${renderBlocks(blocks, view)}
    <div class="gestures">${acts.map((act) => renderAct(act, { view }))}</div>
    ${isList && links.map(({ path, label }) => html`<p><a href="${view.at(path)}"${view.french}>${label}</a></p>`)}</div>`;
}

async function hear(
  { desk }: PurchaseParts,
  asked: Asked,
  verb: PurchaseVerb,
  names: readonly string[],
): Promise<Shown> {
  const { view, visit, cookies, body, params } = asked;
  const said = names.map((name) => [name, field(body, name)] as const).filter(([, text]) => text !== '');
  const id = field(params, 'id');
  const value = VERBS[verb].safeParse({ ...Object.fromEntries(said), ...(id === '' ? {} : { purchase: id }) });
  if (!value.success) throw unreadable('a demand');
  const seated = {
    visit,
    language: view.language,
    conversation: readConversation(cookies) ?? '',
    role: visit.person?.role,
  };
  const key = field(body, 'key');
  const heard = {
    ...commonOf(seated, randomUUID()),
    kind: 'pressed',
    verb,
    value: value.data,
    filled: filledOf(body),
    ...(key === '' ? {} : { once: readOnce(body) }),
  } as Pressed;
  for await (const shown of desk.hear(heard)) return shown;
  throw unreadable('a demand');
}

function statusOf(happened: Happened): number {
  if (happened.name === 'refused') return happened.fault.kind === 'store_down' ? 503 : 422;
  if (happened.name !== 'no_purchase') return 200;
  switch (happened.fault.kind) {
    case 'store_down':
      return 503;
    case 'unknown_purchase':
      return 404;
    case 'stale':
      return 409;
    default:
      return 422;
  }
}
