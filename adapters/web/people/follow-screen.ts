import type { ActLine, CaseSheet, OpinionRow } from '../../../src/handoff/port/animating.ts';
import { sayShort } from '../../../src/text/moments.ts';
import { excerpt } from '../handoff/case/rows.ts';
import { timeOf } from '../handoff/times.ts';
import { html, type Markup } from '../html.ts';
import { field } from '../inbound.ts';
import type { View } from '../view.ts';
import { renderActs, renderBox, renderHead, type Told, textsOf } from './parts.ts';

export function renderHanded(sheet: CaseSheet, told: Told, view: View): Markup {
  const { handed: texts, person } = textsOf(view);
  const { id, question, status, holder, mayMove, reservists, on, acts } = sheet;
  const path = `/animation/demandes/${encodeURIComponent(id)}`;
  const standing =
    holder === undefined
      ? texts.nobody
      : { there: texts.holder(holder.name), away: texts.away(holder.name), gone: texts.gone }[holder.state];
  return html`${renderHead(texts.title, path, told, view)}
    <blockquote class="sheet"${view.french}>${view.say(question)}</blockquote>
    <p class="row-facts"><span class="badge status-${status}">${view.texts.handoffWeb.status[status]}</span> <span>${standing}</span></p><p class="aside">${texts.why}</p>
    ${
      !mayMove
        ? html`<p class="empty">${texts.ended}</p>`
        : reservists.length === 0
          ? html`<p class="empty">${texts.none}</p>`
          : html`<form class="act" method="post" action="${view.at(path)}"><input type="hidden" name="do" value="hand_to"><input type="hidden" name="on" value="${on}">
      <fieldset><legend>${texts.to}</legend>${reservists.map(
        (one) =>
          html`<label class="choice"><input type="radio" name="reservist" value="${one.id}" required> <span>${one.name}, <span${view.french}>${one.body}</span> ${one.free && html`<span class="badge agrees">${texts.free}</span>`}</span></label>`,
      )}</fieldset><p class="aside">${texts.goWhy}</p><button class="send">${texts.go}</button></form>`
    }
    ${mayMove && holder !== undefined && html`<form class="acts" method="post" action="${view.at(path)}"><input type="hidden" name="on" value="${on}"><button class="plain" name="do" value="seek_again">${texts.seek}</button></form>`}
    ${acts.length > 0 && html`<section aria-labelledby="acts-title"><h3 id="acts-title">${person.acts}</h3>${renderActs(acts, view)}</section>`}`;
}

export function renderOpinions(opinions: readonly OpinionRow[], told: Told, view: View): Markup {
  const { opinions: texts } = textsOf(view);
  return html`${renderHead(texts.title, '/animation/avis', told, view)}
    <p class="aside">${texts.why}</p>
    ${opinions.length === 0 ? html`<p class="empty">${texts.none}</p>` : html`<ul class="rows">${opinions.map((one, index) => renderOpinion(one, `opinion-${index}`, told, view))}</ul>`}`;
}

function renderOpinion(
  { exchange, at, useful, why, question, answer }: OpinionRow,
  id: string,
  { typed }: Told,
  view: View,
) {
  const { opinions: texts } = textsOf(view);
  const isTyped = field(typed, 'exchange') === exchange;
  const asked = question === undefined ? texts.noQuestion : view.say(excerpt(question));
  return html`<li><p class="row-question"${view.french}>${asked}</p>
    <p class="row-facts"><span class="badge ${useful ? 'agrees' : 'waits'}">${useful ? texts.useful : texts.notUseful}</span> ${timeOf(at, sayShort(at, view.language))}</p>
    ${why !== undefined && html`<p class="opinion"${view.french}>${why}</p>`}
    ${
      answer !== undefined && !isTyped
        ? html`<p class="aside">${texts.answered}${view.language === 'fr' ? '\u00a0:' : ':'} ${answer}</p>`
        : html`<details class="more"${isTyped && html` open`}><summary aria-label="${texts.answerOf(asked)}">${texts.answer}</summary>
      <form class="act" method="post" action="${view.at('/animation/avis')}"><input type="hidden" name="exchange" value="${exchange}">
      ${renderBox({ id, name: 'text', label: texts.answer, value: isTyped ? field(typed, 'text') : '' })}<button class="plain">${texts.go}</button></form></details>`
    }</li>`;
}

export function renderJournal(acts: readonly ActLine[], view: View): Markup {
  const { journal } = textsOf(view);
  return html`${renderHead(journal.title, '/animation/journal', {}, view)}
    ${acts.length === 0 ? html`<p class="empty">${journal.none}</p>` : renderActs(acts, view)}`;
}
