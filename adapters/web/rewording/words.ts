import { citeArticle, officialUrl } from '../../../src/french/articles.ts';
import type { Term } from '../../../src/rewording/port/rewording.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';
import type { TermMark } from './marks.ts';

/** A pair of words, one for each side, whatever the number of times it is met. */
export interface Pair {
  readonly key: number;
  readonly term: Term;
}

/** The pairs of a rewording in the order of the text, without repeats, and where they stand in the message. */
export function pairsOf(terms: readonly Term[]) {
  const keys = new Map<string, Pair>();
  const marks: TermMark[] = [];
  for (const term of terms.toSorted((one, other) => one.span[0] - other.span[0])) {
    const name = JSON.stringify([term.from.toLowerCase(), term.to]);
    const pair = keys.get(name) ?? { key: keys.size + 1, term };
    keys.set(name, pair);
    marks.push({ span: term.span, key: pair.key });
  }
  return { pairs: [...keys.values()], marks };
}

/**
 * One explanation for each pair, apart from the texts so that these stay whole. A word is a link, which breaks and is
 * copied like the text around it: without a script it leads to its explanation, the script shows it beside the word.
 */
export function renderTips(pairs: readonly Pair[], view: View): Markup {
  return html`<div class="tips"${view.french}>${pairs.map(
    ({ key, term }) => html`<div class="tip" id="tip-${key}" role="tooltip" popover="manual">
      <p class="tip-pair"><span>${term.from}</span> <span class="crossing" aria-hidden="true"></span> <span>${term.to}</span></p>
      <p>${view.say(term.explanation)}</p>
      ${term.articles.length > 0 && html`<p class="tip-articles">${term.articles.map(citeArticle).join(', ')}</p>`}
      <a class="tip-close" href="#original">${view.texts.rewording.close}</a>
    </div>`,
  )}</div>`;
}

/** The same as a list to read at leisure. */
export function renderGlossary(pairs: readonly Pair[], view: View): Markup | undefined {
  if (pairs.length === 0) return undefined;
  const { glossary, glossaryHeads: heads } = view.texts.rewording;
  return html`<details class="more glossary"><summary>${glossary} <span class="count">(${pairs.length})</span></summary>
    <table><thead><tr><th scope="col">${heads.from}</th><th scope="col">${heads.to}</th><th scope="col">${heads.means}</th></tr></thead>
    <tbody${view.french}>${pairs.map(
      ({ term }) =>
        html`<tr><td data-head="${heads.from}">${term.from}</td><td data-head="${heads.to}">${term.to}</td><td data-head="${heads.means}">${view.say(term.explanation)} ${renderArticles(term.articles, view)}</td></tr>`,
    )}</tbody></table>
  </details>`;
}

/** Articles with a link to the official text where there is one, in a new tab and saying so. */
export function renderArticles(articles: readonly string[], view: View): Markup | undefined {
  if (articles.length === 0) return undefined;
  return html`<span class="articles">${articles.map((article) => {
    const url = officialUrl(article);
    if (url === undefined) return html`<span class="article">${citeArticle(article)}</span> `;
    return html`<a class="article" href="${url}" target="_blank" rel="external noopener noreferrer">${citeArticle(article)}<span class="visually-hidden"> ${view.texts.web.newTab}</span></a> `;
  })}</span>`;
}
