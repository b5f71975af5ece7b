import type { Point } from '../../../src/rewording/port/agreement.ts';
import type { PlainPoints } from '../../../src/rewording/port/rewording.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

/** What a buyer's message comes down to, as a card to act upon: what to do first, as boxes to tick off. */
export function renderPoints(
  points: readonly Point[],
  asks: PlainPoints['asks'],
  view: View,
  asked: 'asked' | 'dated' = 'asked',
): Markup {
  const { points: names } = view.texts.rewording;
  const shown = [...new Set(points.map(({ point }) => point))];
  // Where the reading is not sure as a whole the message stands alone.
  if (shown.length === 0 && asks !== 'nothing') return html``;
  return html`<dl class="points">
    ${asks === 'nothing' && html`<div class="point point-nothing"><dt>${names.asked}</dt><dd>${names.nothing}</dd></div>`}
    ${shown.map((name) => {
      const said = points.filter(({ point }) => point === name).map(({ text }) => view.say(text));
      const title = names[name === 'asked' ? asked : name];
      return html`<div class="point point-${name}"><dt>${title}</dt><dd${view.french}>${
        name === 'asked' || said.length > 1
          ? html`<ul class="${name === 'asked' ? 'todo' : 'sayings'}">${said.map((text) => html`<li>${text}</li>`)}</ul>`
          : said
      }</dd></div>`;
    })}
  </dl>`;
}
