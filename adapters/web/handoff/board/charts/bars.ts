import { html, type Markup } from '../../../html.ts';
import { percent } from './scale.ts';

export interface Bar {
  readonly name: Markup;
  /** What the bar says, in words and figures. */
  readonly said: string;
  readonly value: number;
  /** What it could be at most; the greatest of all values when left out. */
  readonly of?: number;
}

/**
 * Lying bars under their names: names stay text, so that they wrap and are read in order. The picture adds nothing to what
 * is written beside it, so it is passed over in silence.
 */
export function renderBars(bars: readonly Bar[]): Markup {
  const longest = Math.max(1, ...bars.map(({ value, of = 0 }) => Math.max(value, of)));
  return html`<ul class="bars">${bars.map(
    ({ name, said, value, of }) => html`<li><p class="bar-name">${name}</p>
      <svg class="bar" width="100%" height="14" aria-hidden="true" focusable="false">${of !== undefined && html`<rect class="opened" x="1" y="1" width="${percent((of / longest) * 0.99)}" height="12" rx="2"/>`}
      <rect class="taken" x="1" y="1" width="${percent((value / longest) * 0.99)}" height="12" rx="2"/></svg>
      <p class="bar-said">${said}</p></li>`,
  )}</ul>`;
}
