import { sayDay } from '../../../src/text/moments.ts';
import type { CohortView } from '../../../src/training/port/views.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

/** The coordinator's board of training: figures of bodies, never of people, but for who asks to join the reserve. */
export function renderCohort(cohort: CohortView, notice: string | undefined, view: View): Markup {
  const { cohort: texts } = view.texts.training.web;
  return html`<div class="head"><h2 data-focus tabindex="-1">${texts.title}</h2><p class="intro">${texts.intro(cohort.smallest)}</p>
      <p>${texts.learners(cohort.learners)} · <a href="${view.at('/animation/formation.csv')}" download>${texts.csv}</a></p></div>
    ${notice !== undefined && html`<p class="notice" role="status">${view.say(notice)}</p>`}
    <div class="course">
    ${renderJoins(cohort, view)}
    <section aria-labelledby="groups-title"><h3 id="groups-title">${texts.groups}</h3>
      ${cohort.groups.length === 0 && html`<p class="empty">${texts.noGroups}</p>`}
      ${cohort.groups.map(({ organisation, learners, modules }, index) => renderGroup({ organisation, learners, modules }, index, view))}
      ${cohort.hidden > 0 && html`<p class="aside">${texts.hidden(cohort.hidden)}</p>`}</section>
    <section aria-labelledby="hardest-title"><h3 id="hardest-title">${texts.hardest}</h3>
      ${cohort.hardest.length === 0 ? html`<p class="empty">${texts.nothing}</p>` : html`<ol class="hardest">${cohort.hardest.map(({ ask, asked, missed }) => html`<li><span${view.french}>${ask}</span> <span class="aside">${texts.missedOf(missed, asked)}</span></li>`)}</ol>`}</section>
    <section aria-labelledby="failing-title"><h3 id="failing-title">${texts.failing}</h3>
      ${cohort.failing.length === 0 ? html`<p class="empty">${texts.nothing}</p>` : html`<ol class="hardest">${cohort.failing.map(({ fiche, title, module, asked, missed }) => html`<li><a href="${view.at(`/formation/${module}/lecon/${fiche}`)}"${view.french}>${title}</a> <span class="aside">${texts.missedOf(missed, asked)}</span></li>`)}</ol>`}</section>
    <section aria-labelledby="letters-title"><h3 id="letters-title">${texts.letters}</h3>
      ${cohort.letters.length === 0 ? html`<p class="empty">${texts.noLetters}</p>` : html`<ul class="letters">${cohort.letters.map(({ at, path, text }) => html`<li class="sheet"><p class="aside"><span${view.french}>${path}</span>, ${sayDay(at.slice(0, 10), view.language)}</p><p class="letter-text"${view.french}>${text}</p></li>`)}</ul>`}</section>
    </div>`;
}

function renderGroup(
  { organisation, learners, modules }: CohortView['groups'][number],
  index: number,
  view: View,
): Markup {
  const { cohort: texts } = view.texts.training.web;
  const title = `group-${index}`;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-labelledby="${title}"><table class="cohort"><caption id="${title}"><strong${view.french}>${organisation}</strong> <span class="aside">${texts.learners(learners)}</span></caption>
    <thead><tr><th scope="col">${texts.columns.module}</th><th scope="col">${texts.columns.learners}</th><th scope="col">${texts.columns.passed}</th><th scope="col">${texts.columns.lessons}</th></tr></thead>
    <tbody>${modules.map(({ title: module, learners: following, passed, lessons }) => html`<tr><th scope="row"${view.french}>${module}</th><td>${following}</td><td>${passed}</td><td>${lessons}</td></tr>`)}</tbody></table></div>`;
}

function renderJoins({ joins }: CohortView, view: View): Markup {
  const { cohort: texts } = view.texts.training.web;
  return html`<section aria-labelledby="joins-title"><h3 id="joins-title">${texts.joins} <span class="count">(${joins.length})</span></h3>
    ${
      joins.length === 0
        ? html`<p class="empty">${texts.noJoins}</p>`
        : html`<ul class="joins">${joins.map(
            ({
              person,
              name,
              organisation,
              path,
              title,
              at,
            }) => html`<li class="sheet"><p><strong>${name}</strong>, <span${view.french}>${organisation}</span></p>
      <p class="aside"><span${view.french}>${title}</span>, ${sayDay(at.slice(0, 10), view.language)}</p>
      <form class="acts" method="post" action="${view.at('/animation/formation')}"><input type="hidden" name="person" value="${person}"><input type="hidden" name="path" value="${path}">
      <button class="send" name="do" value="approve" aria-label="${texts.approve(name)}">${texts.approveShort}</button> <button class="plain" name="do" value="refuse" aria-label="${texts.refuse(name)}">${texts.refuseShort}</button></form></li>`,
          )}</ul>`
    }</section>`;
}
