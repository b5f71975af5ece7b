import { ownValue } from '../../../src/own-value.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

/** A form that could not be taken: where it was going and all it held. */
export interface HeldForm {
  /** Path within the window. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a person writes at length; the rest of a form are choices. */
const WRITTEN = ['text', 'question', 'answer', 'why', 'reason', 'comment', 'added', 'reservist'];

export function readForm(path: string, body: unknown): HeldForm {
  if (typeof body !== 'object' || body === null) return { path, fields: {} };
  const fields = Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return { path, fields: Object.fromEntries(fields) };
}

/** Whether anything typed would be lost with the form. */
export function hasWritten({ fields }: HeldForm): boolean {
  return WRITTEN.some((name) => (ownValue(fields, name) ?? '').trim() !== '');
}

/** What was typed and could be neither saved nor shown in its page, ready to be sent once more. */
export function renderKept(
  { path, fields }: HeldForm,
  said: { readonly title: string; readonly text: string; readonly button: string; readonly alert: boolean },
  view: View,
): Markup {
  const { kept } = view.texts.handoffWeb;
  const written = Object.entries(fields).filter(([name, value]) => WRITTEN.includes(name) && value.trim() !== '');
  const rest = Object.entries(fields).filter((field) => !written.some(([name]) => name === field[0]));
  return html`<form class="message" method="post" action="${view.at(path)}">
    <h2 data-focus tabindex="-1">${said.title}</h2><p${said.alert && html` role="alert"`}>${view.say(said.text)}</p>
    ${rest.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    ${written.map(
      ([name, value], index) =>
        html`<label class="field-name" for="kept-${index}">${kept.typed}</label><textarea id="kept-${index}" name="${name}" rows="5">${'\n'}${value}</textarea>`,
    )}
    <p class="acts"><button class="send">${said.button}</button> <a href="${view.at('/')}">${kept.back}</a></p>
  </form>`;
}
