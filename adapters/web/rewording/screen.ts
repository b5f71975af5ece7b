import { pointsAbove } from '../../../src/rewording/port/points.ts';
import type { Rewording } from '../../../src/rewording/port/rewording.ts';
import { askedLine } from '../../../src/rewording/port/say-form.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import type { Direction } from '../../../src/vocabulary/rewording.ts';
import { html, type Markup } from '../html.ts';
import { ROLES, type View } from '../view.ts';
import { type Draft, EMPTY, renderComposer, renderExamples } from './composer.ts';
import { renderFindings } from './findings.ts';
import { LONGEST_NAME } from './inbound.ts';
import { renderPoints } from './points.ts';
import { renderCarried, renderQuestions } from './questions.ts';
import { renderSpread } from './spread.ts';
import { pairsOf, renderGlossary } from './words.ts';

/** Before anything is reworded: what the page does, the form, texts to try. */
export function renderStart(view: View, draft: Draft = EMPTY): Markup {
  const { rewording } = view.texts;
  return html`<div class="start">
    <div class="start-head"><h2 data-focus tabindex="-1">${rewording.headline}</h2><p class="intro">${rewording.intro}</p></div>
    ${renderComposer(draft, view)}
    <ul class="does">${rewording.does.map(({ name, text }) => html`<li><strong>${name}</strong> ${text}</li>`)}</ul>
    ${renderExamples(view)}
  </div>`;
}

export interface Shown {
  readonly rewording: Rewording;
  readonly guessed: boolean;
  /** Said above all when something went wrong, with the side that was chosen. */
  readonly notice?: string | undefined;
  readonly by?: Role | undefined;
  /** Of the form that keeps the brief: sent twice, it keeps one. */
  readonly key: string;
}

/** A rewording: the message and what faces it, then the remarks, the words explained and the questions, then how to agree. */
export function renderResult(shown: Shown, view: View): Markup {
  const { rewording, guessed, notice } = shown;
  const { texts } = view;
  const { source, direction, lint } = rewording;
  const { pairs } = pairsOf(direction === 'to_buyer' ? [] : rewording.terms);
  return html`<div class="result">
    ${notice !== undefined && html`<p class="notice" role="alert">${notice}</p>`}
    <div class="result-head"><h2 data-focus tabindex="-1">${texts.rewording.resultTitle}</h2>
      ${renderDirection(source, direction, guessed, view)}</div>
    ${rewording.direction === 'to_buyer' ? html`${renderAsked(rewording, view)}${renderSpread(rewording, view)}` : renderTold(rewording, view)}
    <div class="beneath">
      ${renderFindings(lint, source, view)}
      ${renderGlossary(pairs, view)}
      ${renderQuestions(rewording, guessed, view)}
    </div>
    ${renderSave(shown, view)}
    <details class="more again"><summary>${texts.rewording.again}</summary>${renderComposer({ text: source, direction: guessed ? undefined : direction }, view)}</details>
  </div>`;
}

/** The questions that a long message hides. */
function renderAsked({ asked }: Extract<Rewording, { direction: 'to_buyer' }>, view: View): Markup {
  if (asked.length === 0) return html``;
  const { name, said } = askedLine(asked);
  return html`<dl class="points"><div class="point point-asked"><dt>${name}</dt><dd${view.french}>${said.join(' ')}</dd></div></dl>`;
}

/** What to do first; the message in both its states is folded below only where nothing else may be asked. */
function renderTold(rewording: Extract<Rewording, { direction: 'to_prescriber' }>, view: View): Markup {
  const { points, source } = rewording;
  const above = pointsAbove(points, source);
  const told = renderPoints(above.points, points.asks, view, above.title);
  if (above.title === 'dated') return html`${told}${renderSpread(rewording, view)}`;
  return html`${told}
    <details class="more message"><summary>${view.texts.rewording.points.message}</summary>${renderSpread(rewording, view)}</details>`;
}

/** Which way it was read, and one click to turn it over. */
function renderDirection(source: string, direction: Direction, guessed: boolean, view: View): Markup {
  const { rewording } = view.texts;
  const other: Direction = direction === 'to_buyer' ? 'to_prescriber' : 'to_buyer';
  return html`<form class="turn" method="post" action="${view.at('/reformuler')}" data-live>${renderCarried(source, other)}
    <span>${(guessed ? rewording.guessed : rewording.chosen)[direction]}</span>
    <button class="quiet">${rewording.turn[other]}</button></form>`;
}

function renderSave({ rewording, guessed, by, key }: Shown, view: View): Markup {
  const { save, side } = view.texts.rewording;
  const author: Role = by ?? (rewording.direction === 'to_buyer' ? 'prescriber' : 'buyer');
  const signsIn = view.help !== undefined;
  return html`<section class="save" aria-labelledby="save-title">
    <div><h3 id="save-title">${save.title}</h3><p>${signsIn ? save.text : save.textByName}</p></div>
    <form method="post" action="${view.at('/besoin')}">${renderCarried(rewording.source, rewording.direction)}
      ${guessed && html`<input type="hidden" name="guessed" value="1">`}<input type="hidden" name="key" value="${key}">
      ${
        !signsIn &&
        html`<fieldset class="roles"><legend>${save.as}</legend>${ROLES.map(
          (role) =>
            html`<label><input type="radio" name="by" value="${role}"${role === author && html` checked`}><span>${side[role]}</span></label>`,
        )}</fieldset>
        <label class="field-name" for="own-name">${save.ownName}</label><input id="own-name" name="own_name" maxlength="${LONGEST_NAME}" autocomplete="name" required>
        <label class="field-name" for="other-name">${save.otherName}</label><input id="other-name" name="other_name" maxlength="${LONGEST_NAME}" autocomplete="off" required>`
      }
      <button class="send">${save.send}</button>
    </form>
  </section>`;
}
