import type { Heard } from '../../../src/handoff/port/views.ts';
import { assertNever } from '../../../src/result.ts';
import { html, type Markup } from '../html.ts';
import { renderSaid } from '../outbound.ts';
import type { View } from '../view.ts';

export type HeardAside = Exclude<Heard, { readonly kind: 'question' }>;

/** An exchange in which the line was about the person's own hours or data; whoever meant a question says so in one click. */
export function renderHeard(typed: string, heard: HeardAside, id: string, view: View): Markup {
  const { heard: texts } = view.texts.handoffWeb;
  return html`<article class="exchange" id="${id}" data-role-is="inferred">
    ${renderSaid(typed, view)}
    <div class="reply"><div class="card heard">
      <h2 class="reply-title" id="${id}-title" tabindex="-1">${texts.title[heard.kind]}</h2>
      ${renderWords(typed, heard, id, view)}
      <p><button class="plain" form="ask" formnovalidate name="say_question" value="${typed}">${heard.kind === 'for_case' ? texts.isQuestion : texts.wasQuestion}</button></p>
    </div></div>
  </article>`;
}

function renderWords(typed: string, heard: HeardAside, id: string, view: View): Markup {
  const { heard: texts, desk, data } = view.texts.handoffWeb;
  switch (heard.kind) {
    case 'availability':
      return html`<p class="played-back"${view.french}>${view.say(heard.playback)}</p>
        ${
          heard.confirms
            ? html`<form method="post" action="${view.at('/reserve/disponibilite')}"><input type="hidden" name="text" value="${typed}"><input type="hidden" name="confirm" value="1">
          <button class="send">${desk.confirm}</button></form>`
            : html`<p><a href="${view.at('/reserve')}">${texts.toDesk}</a></p>`
        }`;
    case 'unclear':
      return html`<p${view.french}>${view.say(heard.asked)}</p><p><a href="${view.at('/reserve')}">${texts.toDesk}</a></p>`;
    case 'my_data':
      return html`<p>${data.intro}</p><p><a class="send" href="${view.at('/mes-donnees/export')}" download>${data.download}</a></p>`;
    case 'forget_me':
      return html`<p>${data.forgetWhy}</p><form method="post" action="${view.at('/mes-donnees')}"><button class="send">${data.forget}</button></form>`;
    case 'for_case':
      return html`<p>${texts.forCase[heard.cases[0].side]}</p>${heard.cases.map(
        (one) =>
          html`<form method="post" action="${view.at(`/dossier/${encodeURIComponent(one.id)}`)}"><input type="hidden" name="do" value="say"><input type="hidden" name="key" value="${id}"><input type="hidden" name="text" value="${typed}">
          <button class="send">${heard.cases.length === 1 ? texts.forOther[one.side] : texts.forOtherOf(one.question)}</button></form>`,
      )}`;
    default:
      return assertNever(heard);
  }
}
