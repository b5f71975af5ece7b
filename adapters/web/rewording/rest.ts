import { html, type Markup } from '../html.ts';

/** A list whose end unfolds: a text of many pages makes a page that can be looked over. */
export function renderRest(
  items: readonly Markup[],
  most: number,
  { list, label }: { readonly list: (items: readonly Markup[]) => Markup; readonly label: (rest: number) => string },
): Markup {
  const rest = items.slice(most);
  if (rest.length === 0) return list(items);
  return html`${list(items.slice(0, most))}<details class="more"><summary>${label(rest.length)}</summary>${list(rest)}</details>`;
}
