import type { Exchange } from '../../../../src/rewording/port/agreement.ts';
import { html, type Markup } from '../../html.ts';
import { colon, type View } from '../../view.ts';
import { renderEdit } from './edit.ts';
import type { AgreementScreen } from './shown.ts';

/** What each side asked the other, with the answers, and a box for the next question. */
export function renderExchanges(screen: AgreementScreen, view: View): Markup {
  const { exchanges, status } = screen.agreement;
  const { agreement: texts } = view.texts.rewording;
  return html`<section aria-labelledby="exchanges-title"><h3 id="exchanges-title">${texts.exchanges}</h3>
    ${exchanges.length === 0 ? html`<p class="aside">${texts.noExchange}</p>` : html`<ul class="exchanges">${exchanges.map((one) => renderOne(one, screen, view))}</ul>`}
    ${status.kind === 'open' && screen.by !== undefined && renderEdit({ name: 'ask', summary: undefined, label: texts.ask, hint: undefined, value: '', send: texts.askSend }, screen, view)}
  </section>`;
}

function renderOne({ question, by, text, answer }: Exchange, screen: AgreementScreen, view: View): Markup {
  const { side, agreement: texts } = view.texts.rewording;
  const name = `answer_${question}`;
  return html`<li><p><span class="who">${capital(texts.asks(side[by]))}${colon(view)}</span>${text}</p>
    ${
      answer === undefined
        ? html`<p class="aside">${texts.unanswered}</p>${screen.agreement.status.kind === 'open' && screen.by !== undefined && screen.by !== by && renderEdit({ name, summary: texts.answerSend, label: texts.answer, hint: undefined, value: '', send: texts.answerSend }, screen, view)}`
        : html`<p class="answer-said"><span class="who">${capital(texts.answers(side[answer.by]))}${colon(view)}</span>${answer.text}</p>`
    }</li>`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
