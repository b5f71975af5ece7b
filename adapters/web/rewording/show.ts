import type { Assets } from '../assets.ts';
import { renderFooter } from '../footer.ts';
import { html, type Markup, toText } from '../html.ts';
import { renderDocument, renderHeader } from '../page.ts';
import { type Asked, pageOf, type Reply } from '../route.ts';

/** Shows the inside of a page, of an agreement when its path is given: whole for a browser, alone for the page's script. */
export type Show = (asked: Asked, status: number, inside: Markup, brief?: string) => Reply;

export function createShow(assets: Assets): Show {
  return ({ view, fragment }, status, inside, brief) => {
    const { skip, title } = view.texts.rewording;
    const own = view.texts.rewording.agreement;
    const { working, failed } = brief === undefined ? view.texts.rewording : own;
    const here = brief ?? '/reformuler';
    const name = brief === undefined ? title : `${own.title} · Truchement`;
    const screen = html`<div id="screen">${inside}</div>`;
    if (fragment) return pageOf(status, toText(screen));
    const body = html`<a class="skip" href="#main">${skip}</a>
    ${renderHeader({ view, assets }, here)}
    <main id="main" tabindex="-1">${screen}</main>
    ${renderFooter(view)}
    <template id="working"><p class="searching" role="status">${working}</p></template>
    <template id="failure"><p class="failure" role="alert">${failed}</p></template>`;
    const files = ['card.css', 'rewording.css', 'agreement.css', 'rewording.js'] as const;
    return pageOf(status, renderDocument({ view, assets }, name, body, { files, wide: true }));
  };
}
