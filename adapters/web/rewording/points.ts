import type { PlainPoints } from '../../../src/rewording/port/rewording.ts';
import { html, type Markup } from '../html.ts';
import { renderMarkdown } from '../markdown.ts';
import type { View } from '../view.ts';

/** What a buyer's message comes down to, as a card to act upon. What it does not say is said to be missing, where it matters. */
export function renderPoints(points: PlainPoints, view: View): Markup {
  const { points: names } = view.texts.rewording;
  return html`<dl class="points">
    ${renderList('asked', points.asked, view)}
    ${renderList('send', points.send, view)}
    <div class="point point-when"><dt>${names.byWhen}</dt><dd>${renderOwn(points.byWhen, view)}</dd></div>
    <div class="point point-otherwise"><dt>${names.otherwise}</dt><dd>${renderOwn(points.otherwise, view)}</dd></div>
    ${renderKnown('why', points.why, view)}
    ${renderKnown('example', points.example, view)}
  </dl>`;
}

function renderList(name: 'asked' | 'send', items: readonly string[], view: View): Markup {
  const { points: names } = view.texts.rewording;
  const shown =
    items.length === 0
      ? renderOwn(undefined, view)
      : html`<ul class="todo"${view.french}>${items.map((item) => html`<li>${view.say(item)}</li>`)}</ul>`;
  return html`<div class="point point-${name}"><dt>${names[name]}</dt><dd>${shown}</dd></div>`;
}

function renderOwn(text: string | undefined, view: View): Markup {
  if (text === undefined) return html`<span class="unsaid">${view.texts.rewording.points.none}</span>`;
  return html`<span${view.french}>${view.say(text)}</span>`;
}

/** From the corpus, never from the message: left out when there is nothing. */
function renderKnown(name: 'why' | 'example', text: string | undefined, view: View): Markup | undefined {
  if (text === undefined) return undefined;
  return html`<div class="point point-${name}"><dt>${view.texts.rewording.points[name]}</dt><dd${view.french}>${renderMarkdown(view.say(text))}</dd></div>`;
}
