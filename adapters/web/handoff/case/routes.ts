import type { CaseRow, CaseView } from '../../../../src/handoff/port/views.ts';
import { ownValue } from '../../../../src/own-value.ts';
import { sayHelpFault } from '../../../../src/text/say-help-fault.ts';
import type { CaseAction } from '../../../../src/vocabulary/cases.ts';
import { html, type Markup } from '../../html.ts';
import { field } from '../../inbound.ts';
import { type HelpAsked, type HelpReply, type HelpRoute, redirect } from '../../session/route.ts';
import type { View } from '../../view.ts';
import { faultPage, statusOf } from '../faults.ts';
import { LARGEST_BODY, readAction, readOnce } from '../inbound.ts';
import type { HelpParts } from '../route.ts';
import { renderRows } from './rows.ts';
import { renderCase } from './screen.ts';

/** The page of a case asks for what is new this often. */
const REFRESH_MS = 4000;
/** Acts after which the case is no longer this reservist's. */
const GIVEN_AWAY: ReadonlySet<CaseAction['kind']> = new Set(['decline', 'give_back', 'pass_to']);

/** One's cases, and the page of each. */
export function caseRoutes({ helping, guard, show, guarded, refuse, log }: HelpParts): readonly HelpRoute[] {
  const list = (asked: HelpAsked) =>
    guard(asked, async ({ person }) => {
      const rows = await guarded(() => helping.mine(person));
      if (!rows.ok) return refuse(asked, rows.error);
      const { title } = asked.view.texts.handoffWeb.mine;
      return show(asked, { status: 200, title, inside: renderMine(rows.value, asked.view) });
    });

  const read = (asked: HelpAsked) =>
    guard(asked, async ({ person }) => {
      const id = field(asked.params, 'id');
      const shown = await guarded(() => helping.view(person, id));
      if (!shown.ok) return refuse(asked, shown.error);
      if (shown.value.status === 'draft') return redirect(asked.view.at(`/aide/${encodeURIComponent(id)}?reprise=1`));
      const { done } = asked.view.texts.handoffWeb.case;
      return give(asked, 200, shown.value, ownValue(done, field(asked.query, 'fait')), false);
    });

  const change = (asked: HelpAsked) =>
    guard(asked, async ({ person }) => {
      const id = field(asked.params, 'id');
      const action = readAction(asked.body);
      if (action === undefined) return faultPage(show, asked, 422, 'unread');
      const changed = await guarded(() => helping.act(person, id, action, readOnce(asked.body)));
      if (changed.ok) {
        log?.info({ case: id, kind: action.kind }, 'acted on a case');
        const to = GIVEN_AWAY.has(action.kind) ? '/reserve' : `/dossier/${encodeURIComponent(id)}`;
        return redirect(asked.view.at(`${to}?fait=${action.kind}`));
      }
      if (changed.error.kind === 'taken' && action.kind === 'propose_fiche')
        return faultPage(show, asked, 409, 'already_proposed');
      // The case went on meanwhile: where it stands now, unless words would be lost that way.
      const wentOn = changed.error.kind === 'wrong_status' || changed.error.kind === 'stale';
      if (!wentOn || 'text' in action) return refuse(asked, changed.error);
      const shown = await guarded(() => helping.view(person, id));
      const said = sayHelpFault(changed.error, asked.view.texts);
      if (!shown.ok) return refuse(asked, changed.error);
      return give(asked, statusOf(changed.error), shown.value, `${said.title}. ${said.text}`, true);
    });

  function give(
    asked: HelpAsked,
    status: number,
    shown: CaseView,
    notice: string | undefined,
    alert: boolean,
  ): HelpReply {
    const { case: texts } = asked.view.texts.handoffWeb;
    const title = shown.side === 'requester' ? texts.of : texts.title;
    const inside = renderCase({ shown, notice, alert }, asked.view);
    return show(asked, { status, title, inside, refresh: REFRESH_MS });
  }

  return [
    { method: 'GET', path: '/dossiers', answer: list },
    { method: 'GET', path: '/dossier/:id', answer: read },
    { method: 'POST', path: '/dossier/:id', largestBody: LARGEST_BODY, answer: change },
  ];
}

function renderMine(rows: readonly CaseRow[], view: View): Markup {
  const { mine, nav } = view.texts.handoffWeb;
  return html`<div class="head"><h2 data-focus tabindex="-1">${mine.title}</h2></div>
    ${rows.length === 0 ? html`<p>${mine.none}</p>` : renderRows(rows, view)}
    <p><a class="plain link-button" href="${view.at('/aide')}">${nav.ask}</a></p>`;
}
