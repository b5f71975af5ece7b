import { aboutTexts } from '../../src/text/about-texts.ts';
import { html, type Markup } from './html.ts';
import type { View } from './view.ts';

/** At the foot of every page: what it is worth, and where the rest is said. */
export function renderFooter(view: View): Markup {
  const { texts, language, at, say } = view;
  const { links } = aboutTexts[language];
  const link = (id: string, label: string) => html`<a href="${at('/a-propos')}#${id}">${say(label)}</a>`;
  return html`<footer class="page-foot"><p>${texts.web.footer}</p>
    <p>${view.law && html`<a href="${at('/changements')}">${say(links.changes)}</a> · `}${link('mentions', links.legal)} · ${link('donnees', links.data)} · ${link('accessibilite', links.accessibility)}</p></footer>`;
}
