import { citeArticle, officialUrl } from '../../../src/french/articles.ts';
import type { AlertRow } from '../../../src/law/port/alerts.ts';
import type { Period, ToldChange, ToRead } from '../../../src/law/port/law-pages.ts';
import { alertTexts } from '../../../src/text/alert-texts.ts';
import { lawTexts } from '../../../src/text/law-texts.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

interface ChangesShown {
  readonly period: Period;
  readonly changes: readonly ToldChange[];
  readonly today: string;
  /** Undefined where nobody is signed in. */
  readonly alerts: readonly AlertRow[] | undefined;
  readonly notice: string | undefined;
}

/** What changed in a period, the latest first, and what one is told of. French, as the law is. */
export function renderChanges({ period, changes, today, alerts, notice }: ChangesShown, view: View): Markup {
  const { list: texts } = alertTexts;
  const day = (name: string, label: string, value: string) =>
    html`<p><label for="${name}">${label}</label> <input type="date" id="${name}" name="${name}" value="${value}"></p>`;
  return html`<div class="head"${view.french}><h2 data-focus tabindex="-1">${texts.title}</h2><p class="intro">${texts.intro}</p></div>
    ${notice !== undefined && html`<p class="failure" role="alert"${view.french}>${notice}</p>`}
    <form class="acts" method="get" action="${view.at('/changements')}"${view.french}>${day('depuis', texts.from, period.from)} ${day('jusque', texts.to, period.to)} <button class="plain">${texts.show}</button></form>
    ${
      changes.length === 0
        ? html`<p class="empty"${view.french}>${texts.nothing}</p>`
        : html`<ul class="rows"${view.french}>${changes.map(
            ({ said, article, on }) =>
              html`<li><p class="row-question">${said}</p><p class="row-facts">${on > today && html`<span class="badge">${texts.toCome}</span> `}${renderArticle(article)}</p></li>`,
          )}</ul>`
    }
    ${alerts !== undefined && renderAlerts(alerts, view)}`;
}

function renderArticle(article: string): Markup {
  const url = officialUrl(article);
  return url === undefined
    ? html`<span>${citeArticle(article)}</span>`
    : html`<a href="${url}" rel="noreferrer">${citeArticle(article)}</a>`;
}

function renderAlerts(alerts: readonly AlertRow[], view: View): Markup {
  const { page, stop, stopOf, noneYet } = alertTexts;
  return html`<section class="sheet" aria-labelledby="alerts-title"${view.french}><h3 id="alerts-title">${page.title}</h3>
    ${
      alerts.length === 0
        ? html`<p class="empty">${noneYet}</p>`
        : html`<ul class="rows">${alerts.map(
            ({ kind, id, label }) =>
              html`<li><p class="row-question">${label}</p><form class="acts" method="post" action="${view.at('/changements')}"><button class="plain" name="retirer" value="${kind} ${id}" aria-label="${stopOf(label)}">${stop}</button></form></li>`,
          )}</ul>`
    }
    <form method="post" action="${view.at('/changements')}"><p><label for="sujet">${page.what}</label><input id="sujet" name="sujet" required maxlength="100" aria-describedby="sujet-hint"> <span id="sujet-hint" class="aside">${page.hint}</span></p>
    <p class="acts"><button class="send">${page.add}</button></p></form></section>`;
}

interface ToReadShown {
  readonly open: readonly ToRead[];
  readonly today: string;
  readonly notice: string | undefined;
  /** What was pressed is no more to be read, or its day is none. */
  readonly refused: boolean;
}

/** What is to be read again, for whoever looks after the corpus. */
export function renderToRead({ open, today, notice, refused }: ToReadShown, view: View): Markup {
  const { page, command } = lawTexts;
  return html`<div class="head"${view.french}><h2 data-focus tabindex="-1">${page.title}</h2><p class="intro">${page.intro}</p></div>
    ${notice !== undefined && html`<p class="notice" role="status">${notice}</p>`}
    ${refused && html`<p class="failure" role="alert">${page.refused}</p>`}
    ${open.length === 0 ? html`<p class="empty">${command.open(0)}</p>` : open.map((one, index) => renderOne(one, index, today, view))}`;
}

function renderOne({ id, said, diff, leaning, url }: ToRead, index: number, today: string, view: View): Markup {
  const { page, notAtHand, same, nothingLeans } = lawTexts;
  const { removed = [], added = [] } = diff ?? {};
  const name = `lu-${index}`;
  return html`<section class="sheet" aria-labelledby="change-${index}"${view.french}><h3 id="change-${index}">${said}</h3>
    ${diff === undefined ? html`<p>${notAtHand}</p>` : removed.length + added.length === 0 && html`<p>${same}</p>`}
    ${removed.map((sentence) => html`<p><del>${sentence}</del></p>`)}
    ${added.map((sentence) => html`<p><ins>${sentence}</ins></p>`)}
    ${url !== undefined && html`<p><a href="${url}" rel="noreferrer">${page.official}</a></p>`}
    ${
      leaning.length === 0
        ? html`<p class="aside">${nothingLeans}</p>`
        : leaning.map(
            ({ label, titles }) =>
              html`<details><summary>${label}</summary><ul>${titles.map((title) => html`<li>${title}</li>`)}</ul></details>`,
          )
    }
    <form class="acts" method="post" action="${view.at('/animation/loi')}"><input type="hidden" name="id" value="${id}">
    <p><label for="${name}">${page.readOn}</label> <input type="date" id="${name}" name="lu" value="${today}" max="${today}" required></p>
    <button class="send">${page.read}</button></form></section>`;
}
