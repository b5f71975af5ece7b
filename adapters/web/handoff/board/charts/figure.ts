import { html, type Markup } from '../../../html.ts';
import type { View } from '../../../view.ts';

export interface FigureParts {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in a sentence. */
  readonly description: string;
  readonly picture: Markup;
  readonly legend?: Markup;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A picture with its name, what it shows in a sentence, and the figures behind it as a table. */
export function renderFigure(
  { id, title, description, picture, legend, heads, rows }: FigureParts,
  view: View,
): Markup {
  const { table } = view.texts.handoffWeb.board;
  return html`<figure class="chart" id="${id}" aria-labelledby="${id}-title">
    <figcaption><h3 id="${id}-title">${title}</h3><p class="aside" id="${id}-desc">${view.say(description)}</p></figcaption>
    ${legend}${picture}
    <details class="more" data-key="${id}"><summary>${table}</summary><div class="table-room" tabindex="0" role="region" aria-labelledby="${id}-title">
      <table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${rows.map(
        ([first = '', ...cells]) =>
          html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td class="${typeof cell === 'number' ? 'number' : 'words'}">${cell}</td>`)}</tr>`,
      )}</tbody></table></div></details>
  </figure>`;
}
