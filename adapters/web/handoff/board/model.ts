import type { BoardView } from '../../../../src/handoff/port/views.ts';
import { ownValue } from '../../../../src/own-value.ts';
import type { Language } from '../../../../src/vocabulary/people.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';

/** What a language model used: calls, tokens, time, cost and carbon, by what it was asked for. */
export function renderModel(model: NonNullable<BoardView['model']>, view: View): Markup {
  const { model: texts } = view.texts.handoffWeb.board;
  const number = numbersIn(view.language);
  const reported = (value: number, said: string) => (value === 0 ? texts.unsaid : said);
  return html`<section id="model" aria-labelledby="model-title"><h3 id="model-title">${texts.title}</h3>
    <div class="table-room" tabindex="0" role="region" aria-labelledby="model-title"><table>
      <thead><tr>${texts.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${model.map(
        ({ purpose, calls, failures, tokens, meanMs, cost, gramsCo2 }) => html`<tr>
          <th scope="row">${ownValue(texts.purposes, purpose) ?? purpose}</th>
          <td class="number">${number(calls)}</td><td class="number">${number(failures)}</td><td class="number">${number(tokens)}</td>
          <td class="number">${number(meanMs / 1000, 1)}\u00a0s</td><td class="number">${reported(cost, number(cost, 2))}</td>
          <td class="number">${reported(gramsCo2, `${number(gramsCo2, 1)}\u00a0g`)}</td></tr>`,
      )}</tbody></table></div></section>`;
}

function numbersIn(language: Language): (value: number, decimals?: number) => string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  return (value, decimals = 0) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}
