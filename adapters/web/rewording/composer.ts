import { type Direction, LONGEST_TEXT } from '../../../src/vocabulary/rewording.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

const DIRECTIONS: readonly Direction[] = ['to_buyer', 'to_prescriber'];

/** What the form holds when it is shown: what was typed is never lost. */
export interface Draft {
  readonly text: string;
  /** Undefined: to be guessed. */
  readonly direction: Direction | undefined;
  /** Why the text could not be reworded. */
  readonly fault?: string | undefined;
}

export const EMPTY: Draft = { text: '', direction: undefined };

/** The form: a text, which way to reword it, and the limit said beforehand. */
export function renderComposer({ text, direction, fault }: Draft, view: View): Markup {
  const { texts, at, french } = view;
  const { rewording } = texts;
  return html`<form class="source-form" id="reword" method="post" action="${at('/reformuler')}" data-live>
    <label class="field-name" for="text">${rewording.field}</label>
    ${fault !== undefined && html`<p class="form-fault" id="text-fault" role="alert">${fault}</p>`}
    <textarea id="text" name="text" rows="9"${text !== '' && french} aria-describedby="text-limit${fault !== undefined && ' text-fault'}"${fault !== undefined && html` aria-invalid="true"`} placeholder="${rewording.hint}" autocomplete="off">${'\n'}${text}</textarea>
    <p class="limit-line"><span id="text-limit">${rewording.limit}</span> <span class="counter" data-counts="text" data-limit="${String(LONGEST_TEXT)}" data-left="${rewording.counter}" data-over="${rewording.over}"></span></p>
    <div class="source-under">
      <fieldset class="roles"><legend>${rewording.directionName}</legend>
        <label><input type="radio" name="direction" value=""${direction === undefined && html` checked`}><span>${rewording.guess}</span></label>
        ${DIRECTIONS.map(
          (one) =>
            html`<label><input type="radio" name="direction" value="${one}"${one === direction && html` checked`}><span>${rewording.direction[one]}</span></label>`,
        )}</fieldset>
      <button class="send">${rewording.go}</button>
    </div>
  </form>`;
}

/** Texts to try with one click, a column for each side. */
export function renderExamples(view: View): Markup {
  const { rewording } = view.texts;
  return html`<section class="tries" aria-label="${rewording.examplesName}">${DIRECTIONS.map(
    (direction) => html`<div><h3>${rewording.examplesFor[direction]}</h3>
      <form method="post" action="${view.at('/reformuler')}" data-live><ul class="choices">${rewording.examples[
        direction
      ].map(
        ({ label, text }) =>
          html`<li><button class="choice-button" name="example_${direction}" value="${text}"><span><strong>${label}</strong> <span class="taste">${text}</span></span></button></li>`,
      )}</ul></form></div>`,
  )}</section>`;
}
