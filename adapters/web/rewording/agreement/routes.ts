import type { AgreementFault, AgreementView } from '../../../../src/rewording/port/agreement.ts';
import type { ExportFormat, Interpreting } from '../../../../src/rewording/port/interpreting.ts';
import { sayAgreementFault } from '../../../../src/rewording/port/say-fault.ts';
import type { Role } from '../../../../src/vocabulary/people.ts';
import { html } from '../../html.ts';
import type { View } from '../../view.ts';
import { LARGEST_BODY } from '../inbound.ts';
import type { Asked, Reply, Route, RouteParts } from '../route.ts';
import { createShow } from '../show.ts';
import { actOf, readFile, readWish, type Wish } from './inbound.ts';
import { renderKept } from './kept.ts';
import { actingSide, bindSide, boundSide, briefPath, partyOf, secretOf } from './party.ts';
import { renderAgreement } from './screen.ts';

const NOTHING: Wish = { version: 0, name: '', typed: new Map() };

/** The page of one agreement, what is done on it, and its files. */
export function agreementRoutes({ interpreting, assets, log, now }: RouteParts): readonly Route[] {
  const show = createShow(assets);

  async function read(asked: Asked): Promise<Reply> {
    const { id, format } = readFile(asked.params);
    if (format !== undefined) return download(asked, id, format);
    const agreement = await interpreting.agreement(id);
    return agreement.ok ? showAgreement(asked, 200, agreement.value, NOTHING) : cannotRead(asked, agreement.error);
  }

  /** Nothing typed is lost: what is refused is shown again in its box, beside what stands now. */
  async function change(asked: Asked): Promise<Reply> {
    const { id } = readFile(asked.params);
    const wish = readWish(asked.body);
    const { agreement: texts } = asked.view.texts.rewording;
    const before = await guarded(() => interpreting.agreement(id));
    if (!before.ok)
      return again(asked, id, wish, statusOf(before.error), sayAgreementFault(before.error, asked.view.texts));
    const party = partyOf(asked);
    const by = actingSide(before.value, party, asked);
    if (by === undefined) {
      const held = boundSide(asked.cookies);
      const fault = held === undefined ? texts.refused.not_a_party : sayOther(held, asked.view);
      return showAgreement(asked, 403, before.value, wish, { fault });
    }
    const act = actOf(wish, by);
    if (act === undefined) return again(asked, id, wish, 422, texts.refused.other);
    const once = { key: `v${wish.version}` };
    const changed = await guarded(() => interpreting.change(id, wish.version, act, party, once));
    if (!changed.ok)
      return again(asked, id, wish, statusOf(changed.error), sayAgreementFault(changed.error, asked.view.texts));
    log?.info({ kind: act.kind, version: changed.value.version }, 'changed a brief');
    const typed = new Map([...wish.typed].filter(([name]) => name !== wish.name));
    const shown = showAgreement(asked, 200, changed.value, { ...wish, typed }, { done: wish.name });
    return party.kind === 'link' ? { ...shown, headers: { 'set-cookie': bindSide(id, by, asked) } } : shown;
  }

  async function again(asked: Asked, id: string, wish: Wish, status: number, fault: string): Promise<Reply> {
    const agreement = await guarded(() => interpreting.agreement(id));
    if (agreement.ok) return showAgreement(asked, status, agreement.value, wish, { fault });
    return agreement.error.kind === 'store_down' ? kept(asked, id, wish) : cannotRead(asked, agreement.error);
  }

  function showAgreement(
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

  async function download(asked: Asked, id: string, format: ExportFormat): Promise<Reply> {
    const file = await interpreting.exportAs(id, format);
    if (!file.ok) return cannotRead(asked, file.error);
    const { fileName, type, body } = file.value;
    return { status: 200, type, headers: { 'content-disposition': attachment(fileName) }, body };
  }

  /** A store that fails must not lose the words: without the page's script they are shown again, ready to be sent. */
  function kept(asked: Asked, id: string, wish: Wish): Reply {
    const { title, text } = asked.view.texts.faults.store_down;
    if (asked.fragment) return { status: 503, type: 'text/html; charset=utf-8', body: `<p>${title}. ${text}</p>` };
    const path = briefPath(id, secretOf(asked.params));
    return show(asked, 503, renderKept(path, wish, asked.view), path);
  }

  function cannotRead(asked: Asked, fault: AgreementFault): Reply {
    if (fault.kind === 'store_down')
      return show(asked, 503, renderMessage(asked.view.texts.web.fault['500'], asked.view));
    return show(asked, 404, renderMessage(asked.view.texts.rewording.agreement.unknown, asked.view));
  }

  /** A store that throws is as good as one that is down: logged, and told as such. */
  async function guarded(read: () => ReturnType<Interpreting['agreement']>): ReturnType<Interpreting['agreement']> {
    try {
      return await read();
    } catch (error) {
      log?.error({ err: error }, 'an agreement could not be read or changed');
      return { ok: false, error: { kind: 'store_down', reason: 'unreachable' } };
    }
  }

  return [
    { method: 'GET', path: '/besoin/:file', answer: read },
    { method: 'POST', path: '/besoin/:file', largestBody: LARGEST_BODY, answer: change },
    { method: 'GET', path: '/besoin/:file/:secret', answer: read },
    { method: 'POST', path: '/besoin/:file/:secret', largestBody: LARGEST_BODY, answer: change },
  ];
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

function sayOther(side: Role, { texts }: View): string {
  return texts.rewording.agreement.refused.other_side(texts.rewording.side[side]);
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
