import { aboutTexts } from '../../src/text/about-texts.ts';
import { html, type Markup } from './html.ts';
import type { View } from './view.ts';

/** At the foot of every page: what it is worth, and where the rest is said. */
export function renderFooter({ texts, language, at, say }: View): Markup {
  const { links } = aboutTexts[language];
  const link = (id: string, label: string) => html`<a href="${at('/a-propos')}#${id}">${say(label)}</a>`;
  return html`<footer class="page-foot"><p>${texts.web.footer}</p>
    <p>${link('mentions', links.legal)} · ${link('donnees', links.data)} · ${link('accessibilite', links.accessibility)}</p></footer>`;
}
