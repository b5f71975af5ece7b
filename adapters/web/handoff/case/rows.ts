import type { CaseRow } from '../../../../src/handoff/port/views.ts';
import { sayShort } from '../../../../src/text/moments.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';
import { timeOf } from '../times.ts';

/** Cases as a list to open, the state in words. */
export function renderRows(rows: readonly CaseRow[], view: View): Markup {
  const { mine, status } = view.texts.handoffWeb;
  return html`<ul class="rows">${rows.map(
    (
      row,
    ) => html`<li><a href="${view.at(`/dossier/${encodeURIComponent(row.id)}`)}"${view.french}>${view.say(excerpt(row.question))}</a>
      <p class="row-facts"><span class="badge status-${row.status}">${status[row.status]}</span> <span>${mine.opened} ${timeOf(row.openedAt, sayShort(row.openedAt, view.language))}</span></p></li>`,
  )}</ul>`;
}

const LONGEST_EXCERPT = 160;

export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_EXCERPT ? line : `${line.slice(0, LONGEST_EXCERPT).replace(/\s\S*$/, '')}…`;
}
