import { html, type Markup } from '../html.ts';

export function timeOf(at: string, said: string): Markup {
  return html`<time datetime="${at}">${said}</time>`;
}
