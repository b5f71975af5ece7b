import type { AgreementFault, AgreementView } from '../../../../src/rewording/port/agreement.ts';
import type { ExportFormat, Interpreting } from '../../../../src/rewording/port/interpreting.ts';
import { sayAgreementFault } from '../../../../src/rewording/port/say-fault.ts';
import { html } from '../../html.ts';
import { type Asked, pageOf, type Reply, type Route } from '../../route.ts';
import type { View } from '../../view.ts';
import { LARGEST_BODY } from '../inbound.ts';
import type { RewordingParts } from '../parts.ts';
import { actOf, readFile, readWish, type Wish } from './inbound.ts';
import { renderKept } from './kept.ts';
import { actingSide, bindSide, boundSide, briefPath, partyOf, secretOf } from './party.ts';
import { renderAgreement } from './screen.ts';

const NOTHING: Wish = { version: 0, name: '', typed: new Map() };

/** The page of one agreement, what is done on it, and its files. */
export function agreementRoutes(parts: RewordingParts): readonly Route[] {
  const readOn: Route['answer'] = (asked) => read(parts, asked);
  const changeOn = {
    method: 'POST',
    largestBody: LARGEST_BODY,
    answer: (asked: Asked) => change(parts, asked),
  } as const;
  return [
    { method: 'GET', path: '/besoin/:file', answer: readOn },
    { ...changeOn, path: '/besoin/:file' },
    { method: 'GET', path: '/besoin/:file/:secret', answer: readOn },
    { ...changeOn, path: '/besoin/:file/:secret' },
  ];
}

async function read(parts: RewordingParts, asked: Asked): Promise<Reply> {
  const { id, format } = readFile(asked.params);
  if (format !== undefined) return download(parts, asked, id, format);
  const agreement = await parts.interpreting.agreement(id);
  return agreement.ok
    ? showAgreement(parts, asked, 200, agreement.value, NOTHING)
    : cannotRead(parts, asked, agreement.error);
}

/** Nothing typed is lost: what is refused is shown again in its box, beside what stands now. */
async function change(parts: RewordingParts, asked: Asked): Promise<Reply> {
  const { interpreting, log } = parts;
  const { id } = readFile(asked.params);
  const wish = readWish(asked.body);
  const refused = (fault: AgreementFault) =>
    again(parts, asked, id, wish, statusOf(fault), sayAgreementFault(fault, asked.view.texts));
  const before = await guarded(parts, () => interpreting.agreement(id));
  if (!before.ok) return refused(before.error);
  const party = partyOf(asked);
  const by = actingSide(before.value, party, asked);
  if (by === undefined) return showAgreement(parts, asked, 403, before.value, wish, { fault: notParty(asked) });
  const act = actOf(wish, by);
  if (act === undefined) return again(parts, asked, id, wish, 422, asked.view.texts.rewording.agreement.refused.other);
  const once = { key: `v${wish.version}` };
  const changed = await guarded(parts, () => interpreting.change(id, wish.version, act, party, once));
  if (!changed.ok) return refused(changed.error);
  log?.info({ kind: act.kind, version: changed.value.version }, 'changed a brief');
  const typed = new Map([...wish.typed].filter(([name]) => name !== wish.name));
  const shown = showAgreement(parts, asked, 200, changed.value, { ...wish, typed }, { done: wish.name });
  return party.kind === 'link' ? { ...shown, cookies: [bindSide(id, by, asked)] } : shown;
}

/** Whoever may only read; or whose browser has acted for the other side. */
function notParty({ view, cookies }: Asked): string {
  const { agreement, side } = view.texts.rewording;
  const held = boundSide(cookies);
  return held === undefined ? agreement.refused.not_a_party : agreement.refused.other_side(side[held]);
}

async function again(
  parts: RewordingParts,
  asked: Asked,
  id: string,
  wish: Wish,
  status: number,
  fault: string,
): Promise<Reply> {
  const agreement = await guarded(parts, () => parts.interpreting.agreement(id));
  if (agreement.ok) return showAgreement(parts, asked, status, agreement.value, wish, { fault });
  return agreement.error.kind === 'store_down'
    ? kept(parts, asked, id, wish)
    : cannotRead(parts, asked, agreement.error);
}

function showAgreement(
  { show, now }: RewordingParts,
  asked: Asked,
  status: number,
  agreement: AgreementView,
  { typed }: Wish,
  { done, fault }: { readonly done?: string; readonly fault?: string } = {},
): Reply {
  const path = briefPath(agreement.id, secretOf(asked.params));
  const by = actingSide(agreement, partyOf(asked), asked);
  const inside = renderAgreement({ agreement, path, now: now(), by, typed, done, fault }, asked.view);
  return show(asked, status, inside, path);
}

async function download(parts: RewordingParts, asked: Asked, id: string, format: ExportFormat): Promise<Reply> {
  const file = await parts.interpreting.exportAs(id, format);
  if (!file.ok) return cannotRead(parts, asked, file.error);
  const { fileName, type, body } = file.value;
  return { status: 200, type, headers: { 'content-disposition': attachment(fileName) }, body };
}

/** A store that fails must not lose the words: without the page's script they are shown again, ready to be sent. */
function kept({ show }: RewordingParts, asked: Asked, id: string, wish: Wish): Reply {
  const { title, text } = asked.view.texts.faults.store_down;
  if (asked.fragment) return pageOf(503, `<p>${title}. ${text}</p>`);
  const path = briefPath(id, secretOf(asked.params));
  return show(asked, 503, renderKept(path, wish, asked.view), path);
}

function cannotRead({ show }: RewordingParts, asked: Asked, fault: AgreementFault): Reply {
  const { texts } = asked.view;
  return fault.kind === 'store_down'
    ? show(asked, 503, renderMessage(texts.web.fault['500'], asked.view))
    : show(asked, 404, renderMessage(texts.rewording.agreement.unknown, asked.view));
}

/** A store that throws is as good as one that is down: logged, and told as such. */
async function guarded(
  { log }: RewordingParts,
  ask: () => ReturnType<Interpreting['agreement']>,
): ReturnType<Interpreting['agreement']> {
  try {
    return await ask();
  } catch (error) {
    log?.error({ err: error }, 'an agreement could not be read or changed');
    return { ok: false, error: { kind: 'store_down', reason: 'unreachable' } };
  }
}

function renderMessage({ title, text }: { readonly title: string; readonly text: string }, view: View) {
  return html`<div class="message-page"><h2 data-focus tabindex="-1">${title}</h2><p>${text}</p>
    <p><a href="${view.at('/reformuler')}">${view.texts.rewording.nav.reword}</a></p></div>`;
}

const STATUSES: ReadonlyMap<AgreementFault['kind'], number> = new Map([
  ['stale', 409],
  ['store_down', 503],
  ['unknown_agreement', 404],
  ['not_a_party', 403],
  ['other_side', 403],
]);

function statusOf({ kind }: AgreementFault): number {
  return STATUSES.get(kind) ?? 422;
}

/** RFC 6266: a plain name for old browsers, the real one in UTF-8. */
export function attachment(fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-');
  const exact = encodeURIComponent(fileName.replace(/\p{Cs}/gu, '')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
