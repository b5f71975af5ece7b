import type { FeedbackChoice } from '../../src/vocabulary/reasons.ts';
import { html, type Markup } from './html.ts';
import type { View } from './view.ts';

/** « Utile » in one click; « Pas utile » opens the reasons first, so that what is stored can be acted upon. */
export function renderFeedback(messageId: string, { texts, at }: View): Markup {
  const { feedback } = texts.web;
  const choices = Object.entries(feedback.choices) as readonly [FeedbackChoice, string][];
  return html`<div class="feedback">
    <form class="feedback-form" method="post" action="${at('/feedback')}">
      <input type="hidden" name="message" value="${messageId}">
      <span class="feedback-ask" id="f-${messageId}">${feedback.ask}</span>
      <button class="quiet" name="useful" value="yes" aria-describedby="f-${messageId}">${feedback.yes}</button>
    </form>
    <details class="feedback-no"><summary class="quiet">${feedback.no}</summary>
      <form class="feedback-form" method="post" action="${at('/feedback')}">
        <input type="hidden" name="message" value="${messageId}"><input type="hidden" name="useful" value="no">
        <fieldset><legend>${feedback.why}</legend>${choices.map(
          ([choice, label]) =>
            html`<label class="choice"><input type="radio" name="why" value="${choice}"> <span>${label}</span></label>`,
        )}</fieldset>
        <label class="comment"><span>${feedback.comment}</span><textarea name="comment" rows="2" maxlength="1000"></textarea></label>
        <button class="plain">${feedback.send}</button>
      </form>
    </details>
  </div>`;
}

/** What takes the place of the form; `tabindex` lets the focus stay where the person was. */
export function renderThanks({ texts }: View): Markup {
  return html`<p class="thanks" role="status" tabindex="-1">${texts.web.feedback.thanks}</p>`;
}
