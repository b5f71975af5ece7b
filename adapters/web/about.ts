import { aboutTexts } from '../../src/text/about-texts.ts';
import type { Assets } from './assets.ts';
import { createShow } from './handoff/show.ts';
import { html, type Markup } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import type { Route } from './route.ts';
import type { View } from './view.ts';

/** What the body that runs the service says of it. */
export interface About {
  readonly version: string;
  /** Markdown: publisher, host, contact. */
  readonly notice: string | undefined;
  /** Months that masked questions and ended cases are kept. */
  readonly kept: { readonly exchanges: number; readonly cases: number };
  /** Whether a language model words answers. */
  readonly hasModel: boolean;
}

/** The page behind the footer's links. */
export function aboutRoute(about: About, assets: Assets): Route {
  const show = createShow(assets, ['handoff.css']);
  return {
    method: 'GET',
    path: '/a-propos',
    answer: async (asked) =>
      show(asked, {
        status: 200,
        title: aboutTexts[asked.view.language].title,
        inside: renderAbout(about, asked.view),
      }),
  };
}

function renderAbout({ version, notice, kept, hasModel }: About, view: View): Markup {
  const { say, help, at } = view;
  const { title, legal, data, accessibility, version: made } = aboutTexts[view.language];
  return html`<div class="about"><h2 tabindex="-1">${title}</h2>
    <section id="mentions"><h3>${legal.title}</h3>
      ${notice === undefined ? html`<p>${say(legal.none)}</p>` : html`<div${view.french}>${renderMarkdown(notice)}</div>`}
      <p>${say(made(version))}</p></section>
    <section id="donnees"><h3>${data.title}</h3>
      <ul><li>${say(data.dialogue)}</li><li>${say(data.exchanges(kept.exchanges))}</li>
      ${help !== undefined && html`<li>${say(data.cases(kept.cases))} <a href="${at('/mes-donnees')}">${data.own}</a></li>`}
      <li>${say(data.cookies)}</li><li>${say(hasModel ? data.model : data.noModel)}</li></ul></section>
    <section id="accessibilite"><h3>${say(accessibility.title)}</h3>
      <p>${say(accessibility.state)}</p><p>${say(accessibility.done)}</p><p>${say(accessibility.help)}</p></section></div>`;
}
