import type { AssetName, Assets } from '../assets.ts';
import { renderFooter } from '../footer.ts';
import { html, type Markup, toText } from '../html.ts';
import { renderDocument, renderHeader } from '../page.ts';
import type { Asked, Reply } from '../route.ts';
import type { View } from '../view.ts';

interface Screen {
  readonly status: number;
  readonly title: string;
  readonly inside: Markup;
  /** Milliseconds after which the page's script asks again; never when left out. */
  readonly refresh?: number;
  readonly cookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

export type Show = (asked: Asked, screen: Screen) => Reply;

/** Shows the inside of a page: whole for a browser, alone for the page's script. */
export function createShow(assets: Assets, files: readonly AssetName[] = ['handoff.css', 'handoff.js']): Show {
  return ({ view, fragment, path }, { status, title, inside, refresh, cookies = [], headers = {} }) => {
    const { skip, working, failed } = view.texts.handoffWeb;
    const type = 'text/html; charset=utf-8';
    const screen = html`<div id="screen"${refresh !== undefined && html` data-refresh="${refresh}"`}>${inside}</div>`;
    if (fragment) return { status, type, headers, cookies, body: toText(screen) };
    const body = html`<a class="skip" href="#main">${skip}</a>
    ${renderHeader({ view, assets }, path)}
    <main id="main" tabindex="-1">${screen}</main>
    ${renderFooter(view)}
    <template id="working"><p class="working" role="status">${working}</p></template>
    <template id="failure"><p class="failure" role="alert">${failed}</p></template>`;
    const document = renderDocument({ view, assets }, `${title} · Truchement`, body, { files, wide: true });
    return { status, type, headers, cookies, body: document };
  };
}

/** A page that says one thing. */
export function renderMessage(
  { title, text }: { readonly title: string; readonly text: string },
  view: View,
  more?: Markup,
): Markup {
  return html`<div class="message"><h2 data-focus tabindex="-1">${title}</h2><p role="alert">${view.say(text)}</p>
    ${more ?? html`<p><a href="${view.at('/')}">${view.texts.web.home}</a></p>`}</div>`;
}
