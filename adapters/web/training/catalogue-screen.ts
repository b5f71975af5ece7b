import { sayCompetence } from '../../../src/text/competence-names.ts';
import { sayDay } from '../../../src/text/moments.ts';
import type { CatalogueFilter, CatalogueView, ModuleRow } from '../../../src/training/port/views.ts';
import { html, type Markup } from '../html.ts';
import { ROLES, type View } from '../view.ts';

const LENGTHS = [30, 60, 90] as const;

/** The modules à la carte, what is recommended and why, and the way to one's own training. */
export function renderCatalogue(catalogue: CatalogueView, filter: CatalogueFilter, view: View): Markup {
  const { web } = view.texts.training;
  const known = view.help?.person !== undefined;
  return html`<div class="head"><h2 data-focus tabindex="-1">${web.title}</h2><p class="intro">${web.intro}</p>
    ${view.help !== undefined && html`<p><a href="${view.at('/formation/moi')}">${web.mine}</a>${view.help.person?.coordinator === true && html` · <a href="${view.at('/animation/formation')}">${web.cohort.title}</a>`}</p>`}</div>
    ${known && renderRecommended(catalogue, view)}
    ${renderFilter(catalogue, filter, view)}
    <section aria-labelledby="modules-title"><h3 id="modules-title">${web.filter.count(catalogue.modules.length)}</h3>
    ${catalogue.modules.length === 0 && html`<p class="empty">${web.filter.none}</p>`}
    ${renderModules(catalogue.modules, view)}
    ${renderFound(catalogue, view)}</section>`;
}

export function renderModules(modules: readonly ModuleRow[], view: View): Markup {
  const { web } = view.texts.training;
  return html`<ul class="modules">${modules.map(
    (
      row,
    ) => html`<li class="sheet module"><h4><a href="${view.at(`/formation/${row.id}`)}"${view.french}>${row.title}</a></h4>
      <p class="aside">${web.minutes(row.minutes)}, ${web.lessons(row.lessons)}${row.read > 0 && html`, ${web.progress(row.read, row.lessons)}`}
      ${row.standing !== undefined && html` <span class="badge standing-${row.standing}">${web.standing[row.standing]}</span>`}</p></li>`,
  )}</ul>`;
}

function renderRecommended({ recommended, recommends }: CatalogueView, view: View): Markup {
  const { web } = view.texts.training;
  const turn = (on: boolean, label: string) =>
    html`<form method="post" action="${view.at('/formation/reglages')}"><input type="hidden" name="recommend" value="${on ? 'yes' : 'no'}"><button class="quiet">${label}</button></form>`;
  if (!recommends)
    return html`<section class="sheet recommended"><p class="aside">${web.recommendIsOff}</p>${turn(true, web.recommendOn)}</section>`;
  if (recommended.length === 0) return html``;
  return html`<section class="sheet recommended" aria-labelledby="recommended-title"><h3 id="recommended-title">${web.recommended}</h3>
    <ul>${recommended.map(
      ({ module, title, why, ficheTitle, at }) =>
        html`<li><a href="${view.at(`/formation/${module}`)}"${view.french}>${title}</a> <span class="aside">${web.because[why](ficheTitle, sayDay(at, view.language))}</span></li>`,
    )}</ul>${turn(false, web.recommendOff)}</section>`;
}

function renderFilter({ competences }: CatalogueView, filter: CatalogueFilter, view: View): Markup {
  const { filter: texts } = view.texts.training.web;
  const option = (value: string, label: string, chosen: boolean) =>
    html`<option value="${value}"${chosen && html` selected`}>${label}</option>`;
  return html`<form class="filter" method="get" action="${view.at('/formation')}" role="search" aria-label="${texts.title}">
    ${view.language === 'en' && html`<input type="hidden" name="lang" value="en">`}
    <div><label for="filter-words">${texts.words}</label><input id="filter-words" type="search" name="mots" value="${filter.words ?? ''}" maxlength="200"></div>
    <div><label for="filter-role">${texts.role}</label><select id="filter-role" name="pour">
      ${option('', texts.anyRole, filter.role === undefined)}${ROLES.map((role) => option(role, texts.roles[role], filter.role === role))}</select></div>
    <div><label for="filter-minutes">${texts.minutes}</label><select id="filter-minutes" name="minutes">
      ${option('', texts.anyLength, filter.minutes === undefined)}${LENGTHS.map((length) => option(String(length), texts.upTo(length), filter.minutes === length))}</select></div>
    <div><label for="filter-competence">${texts.competence}</label><select id="filter-competence" name="competence"${view.french}>
      ${option('', texts.anyCompetence, filter.competence === undefined)}${competences.map((name) => option(name, sayCompetence(name), filter.competence === name))}</select></div>
    <div class="acts"><button class="send">${texts.apply}</button> <a href="${view.at('/formation')}">${texts.clear}</a></div></form>`;
}

function renderFound({ found }: CatalogueView, view: View): Markup | undefined {
  if (found.length === 0) return undefined;
  return html`<ul class="found">${found.map(
    ({ module, fiche, title }) =>
      html`<li><a href="${view.at(`/formation/${module}/lecon/${fiche}`)}"${view.french}>${title}</a></li>`,
  )}</ul>`;
}
