import type { TrainingReply } from '../../../src/training/port/views.ts';
import { html, type Markup } from '../html.ts';
import { renderMarkdown } from '../markdown.ts';
import { renderSaid } from '../outbound.ts';
import type { View } from '../view.ts';

/** An exchange in which the line was for training: what it says, and the replies that one click gives. */
export function renderTaught(typed: string, { text, suggestions }: TrainingReply, id: string, view: View): Markup {
  const { web } = view.texts.training;
  return html`<article class="exchange" id="${id}" data-role-is="inferred">
    ${renderSaid(typed, view)}
    <div class="reply"><div class="card taught">
      <h2 class="reply-title" id="${id}-title" tabindex="-1">${web.title}</h2>
      <div${view.french}>${renderMarkdown(text)}</div>
      ${
        suggestions.length > 0 &&
        html`<ul class="choices">${suggestions.map(
          (suggestion) =>
            html`<li><button class="choice-button" form="ask" formnovalidate name="say" value="${suggestion.text}">${suggestion.label}</button></li>`,
        )}</ul>`
      }
      <p><a href="${view.at('/formation')}">${web.title}</a></p>
    </div></div>
  </article>`;
}
