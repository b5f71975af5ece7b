import type { CaseRow } from '../../../../src/handoff/port/views.ts';
import { ownValue } from '../../../../src/own-value.ts';
import { VERBS } from '../../../../src/screens/verbs.ts';
import { html, type Markup } from '../../html.ts';
import { field } from '../../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../../route.ts';
import { draftPath } from '../../screen/wire.ts';
import type { View } from '../../view.ts';
import { faultPage } from '../faults.ts';
import { LARGEST_BODY } from '../inbound.ts';
import { press, pressed } from '../press.ts';
import type { HelpParts } from '../route.ts';
import { renderRows } from './rows.ts';
import { showCase } from './show.ts';

/** One's cases, and the page of each. */
export function caseRoutes(parts: HelpParts): readonly Route[] {
  const { guard } = parts;
  return [
    { method: 'GET', path: '/dossiers', answer: (asked) => guard(asked, () => list(parts, asked)) },
    { method: 'GET', path: '/dossier/:id', answer: (asked) => guard(asked, () => read(parts, asked)) },
    {
      method: 'POST',
      path: '/dossier/:id',
      largestBody: LARGEST_BODY,
      answer: (asked) => guard(asked, () => change(parts, asked)),
    },
  ];
}

async function list(parts: HelpParts, asked: Asked): Promise<Reply> {
  const happened = (await press(parts, asked, { verb: 'mine', value: {} }))?.happened;
  if (happened?.name !== 'rows')
    return parts.refuse(asked, happened?.name === 'refused' ? happened.fault : { kind: 'store_down' });
  const { title } = asked.view.texts.handoffWeb.mine;
  return parts.show(asked, { status: 200, title, inside: renderMine(happened.mine, asked.view) });
}

async function read(parts: HelpParts, asked: Asked): Promise<Reply> {
  const id = field(asked.params, 'id');
  const opened = await press(parts, asked, { verb: 'open', value: { case: id } });
  const happened = opened?.happened;
  if (opened === undefined || happened?.name !== 'case')
    return parts.refuse(asked, happened?.name === 'refused' ? happened.fault : { kind: 'unknown_case' });
  if (happened.view.status === 'draft') return redirect(asked.view.at(`${draftPath(id)}?reprise=1`));
  const notice = ownValue(asked.view.texts.handoffWeb.case.done, field(asked.query, 'fait'));
  return showCase(parts, asked, { status: 200, shown: happened.view, screen: opened.screen, notice, alert: false });
}

async function change(parts: HelpParts, asked: Asked): Promise<Reply> {
  const { body } = asked;
  const id = field(asked.params, 'id');
  const kind = field(body, 'do');
  if (kind === 'to_case') {
    const value = { case: id, text: field(body, 'text'), key: field(body, 'key') || undefined };
    return pressed(parts, asked, { verb: 'to_case', value });
  }
  const useful = field(body, 'useful');
  const rated = useful === '' ? {} : { useful: useful === 'yes' };
  const value = VERBS.act.safeParse({ case: id, act: kind, ...rated });
  if (!value.success || !['', 'yes', 'no'].includes(useful)) return faultPage(parts.show, asked, 422, 'unread');
  return pressed(parts, asked, { verb: 'act', value: value.data });
}

function renderMine(rows: readonly CaseRow[], view: View): Markup {
  const { mine, nav } = view.texts.handoffWeb;
  return html`<div class="head"><h2 data-focus tabindex="-1">${mine.title}</h2></div>
    ${rows.length === 0 ? html`<p>${mine.none}</p>` : renderRows(rows, view)}
    <p><a class="plain link-button" href="${view.at('/aide')}">${nav.ask}</a></p>`;
}
