import type { Answer, Source } from '../../src/answering/port/outcome.ts';
import type { Catalogue } from '../../src/text/catalogues.ts';
import { sayDay } from '../../src/text/moments.ts';
import { html, type Markup } from './html.ts';
import { renderInline } from './markdown.ts';
import type { View } from './view.ts';

/** What backs an answer, how fresh and how firm it is. */
export function renderSources(answer: Answer, view: View): Markup {
  const { texts } = view;
  return html`<footer class="sources">
    <h3>${texts.sources}</h3>
    ${renderSourceList(answer.sources, view)}
    <p class="freshness"><strong>${texts.asOf(sayDay(answer.asOf, view.language))}</strong>
      <span>${answer.sure}</span>
      <span>${texts.web.confidenceName}${colon(view)} ${texts.web.confidence[confidenceWord(answer.confidence)]}</span></p>
  </footer>`;
}

export function renderSourceList(sources: readonly Source[], view: View): Markup {
  return html`<ul class="source-list">${sources.map(
    (
      source,
    ) => html`<li class="source"><cite${view.french}>${renderInline(source.title)}</cite> ${renderLessonLink(source, view)}
      <span class="articles">${placesOf(source).map((place) => renderPlace(place, view))}</span></li>`,
  )}</ul>`;
}

/** From an answer to the module that teaches it; a document of one's own belongs to none. */
function renderLessonLink({ fiche }: Source, { lessonOf, texts, at, french }: View): Markup | undefined {
  const lesson = lessonOf?.(fiche);
  if (lesson === undefined) return undefined;
  const { module, moduleTitle } = lesson;
  return html`<span class="of-module">· ${texts.training.web.ofModule} <a href="${at(`/formation/${module}`)}"${french}>${moduleTitle}</a>, <a class="to-lesson" href="${at(`/formation/${module}/lecon/${fiche}`)}">${texts.training.web.follow}</a></span>`;
}

interface Place {
  readonly cited: string;
  readonly url?: string;
}

/** Where to read it: the articles, or the section of a document which cites none. */
function placesOf({ articles, section, url }: Source): readonly Place[] {
  if (articles.length > 0) return articles;
  return [{ cited: section, ...(url === undefined ? {} : { url }) }];
}

/** In a new tab, and saying so: the conversation lives in this page only. */
function renderPlace({ cited, url }: Place, view: View): Markup {
  if (url === undefined || !url.startsWith('https://'))
    return html`<span class="article"${view.french}>${cited}</span> `;
  return html`<a class="article" href="${url}" target="_blank" rel="external noopener noreferrer"><span${view.french}>${cited}</span><span class="visually-hidden"> ${view.texts.web.newTab}</span></a> `;
}

/** Cut where the fitted confidence parts answers that are nearly always right from those to be checked. */
function confidenceWord(confidence: number): keyof Catalogue['web']['confidence'] {
  return confidence >= 0.75 ? 'high' : confidence >= 0.5 ? 'medium' : 'low';
}

/** French has a no-break space before a colon. */
export function colon(view: View): string {
  return view.language === 'fr' ? '\u00a0:' : ':';
}
