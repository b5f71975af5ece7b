import { type BoxFault, type LineFault, ROW_BOXES, type RowBoxes } from '../../../src/bodies/port/row-boxes.ts';
import type { TablePreview, TableProposals, TableWay } from '../../../src/bodies/port/tables.ts';
import { bodiesTexts } from '../../../src/text/bodies-texts.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';
import { renderBoxes, TABLE_PATH } from './screen.ts';

const { page: texts, columns, command } = bodiesTexts;

/** What a file would make of the table; nothing of it is kept yet. */
export function renderPreview(
  { added, changed, removed, same, rows, on }: TablePreview & { readonly on: number },
  way: TableWay,
  view: View,
): Markup {
  const moves = added.length + changed.length + removed.length;
  const named = (typed: RowBoxes) => typed.title || typed.family || typed.cpv || '';
  const part = (head: string, items: readonly Markup[]) =>
    items.length > 0 &&
    html`<details class="more" open><summary>${head}</summary><ul class="states">${items}</ul></details>`;
  return html`${renderHead(texts.preview, view)}<div${view.french}>
    ${moves === 0 && html`<p role="status">${texts.nothingChanges}</p>`}
    ${part(
      texts.removed(removed.length),
      removed.map((typed) => html`<li>${named(typed)}</li>`),
    )}
    ${part(
      texts.changed(changed.length),
      changed.map(
        ({ before, after }) => html`<li><strong>${named(after)}</strong><br>${cellsBetween(before, after)}</li>`,
      ),
    )}
    ${part(
      texts.added(added.length),
      added.map((typed) => html`<li>${named(typed)}${typed.buyer && html` · ${typed.buyer}`}</li>`),
    )}
    <p>${texts.same(same)}</p>
    ${moves > 0 && html`<form method="post" action="${view.at(`${TABLE_PATH}/garder`)}"><input type="hidden" name="way" value="${way}"><input type="hidden" name="on" value="${on}"><input type="hidden" name="rows" value="${rows}"><button class="send">${texts.confirm}</button></form>`}
    <p><a href="${view.at(TABLE_PATH)}">${texts.back}</a></p></div>`;
}

function cellsBetween(before: RowBoxes, after: RowBoxes): string {
  const moved = ROW_BOXES.filter((name) => before[name] !== after[name]);
  return moved
    .map((name) => texts.cell(columns[name], before[name] || texts.none, after[name] || texts.none))
    .join(' ; ');
}

export function renderRefused(faults: readonly LineFault[], view: View): Markup {
  return html`${renderHead(texts.preview, view)}<div${view.french}><p class="failure" role="alert">${texts.refused(faults.length)}</p>
    <ul class="states">${faults.slice(0, 100).map(({ line, column, message }) => html`<li>${command.fault(line, column, message)}</li>`)}</ul>
    <p><a href="${view.at(TABLE_PATH)}">${texts.back}</a></p></div>`;
}

/** @param again the one that was refused, as it was typed; @param added whether one has just been */
export function renderProposals(
  { proposed, rows }: TableProposals,
  view: View,
  again?: { readonly typed: RowBoxes; readonly faults: readonly BoxFault[] },
  added = false,
): Markup {
  return html`${renderHead(texts.proposals, view)}<div${view.french}>
    ${added && html`<p class="notice" role="status">${texts.done.ligne}</p>`}
    <p>${proposed.length === 0 ? texts.noProposals : texts.proposed(proposed.length)}</p>
    ${proposed.map(({ id, typed }) => {
      const mine = again?.typed.title === typed.title ? again : undefined;
      return html`<details class="more"${mine !== undefined && html` open`}><summary>${typed.title}</summary>
      <form class="calculator" method="post" action="${view.at(`${TABLE_PATH}/proposition`)}"><input type="hidden" name="rows" value="${rows}">
      ${renderBoxes(`${id}-`, mine?.typed ?? typed, mine?.faults ?? [])}<button class="plain">${texts.accept}</button></form></details>`;
    })}
    <p><a href="${view.at(TABLE_PATH)}">${texts.back}</a></p></div>`;
}

function renderHead(title: string, view: View): Markup {
  return html`<div${view.french}><p class="crumb"><a href="${view.at(TABLE_PATH)}">${texts.title}</a></p><h2 data-focus tabindex="-1">${title}</h2></div>`;
}
