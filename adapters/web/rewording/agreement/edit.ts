import { html, type Markup } from '../../html.ts';
import { colon, type View } from '../../view.ts';
import type { AgreementScreen } from './shown.ts';

interface Edit {
  /** Of the field, and of the change its button asks for. */
  readonly name: string;
  /** What opens it; always open without. */
  readonly summary: string | undefined;
  readonly label: string;
  readonly hint: string | undefined;
  /** What it holds before anything is typed. */
  readonly value: string;
  readonly send: string;
}

/**
 * A box that opens where it is needed. Boxes are text areas, never one-line fields: Enter in one of those would press some
 * button of the page's one form. What was typed and not taken is still in it, and shows.
 */
export function renderEdit(
  { name, summary, label, hint, value, send }: Edit,
  screen: AgreementScreen,
  view: View,
): Markup {
  const typed = screen.typed.get(name);
  const kept = typed !== undefined && typed !== value;
  const id = idOf(name);
  const done = screen.done === name;
  const box = html`<label class="field-name" for="${id}">${label}</label>${hint !== undefined && html`<p class="aside" id="${id}-hint">${hint}</p>`}
    <textarea id="${id}" name="${name}" rows="2"${hint !== undefined && html` aria-describedby="${id}-hint"`} autocomplete="off">${'\n'}${kept ? typed : value}</textarea>
    <button class="plain" name="do" value="${name}">${send}</button>`;
  return html`${done && html`<span class="done" role="status" data-focus tabindex="-1">${view.texts.rewording.agreement.done}</span>`}
    ${
      summary === undefined
        ? html`<div class="edit">${box}</div>`
        : html`<details class="edit"${kept && html` open`}><summary aria-label="${summary}${colon(view)} ${label}">${summary}</summary>${box}</details>`
    }`;
}

/** A name as an id: letters of a term may hold spaces, which an id may not. */
function idOf(name: string): string {
  return `f-${encodeURIComponent(name).replace(/%/g, '.')}`;
}
