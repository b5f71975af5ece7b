import type { DeskView } from '../../../../src/handoff/port/views.ts';
import type { Field } from '../../../../src/screens/screen.ts';
import { sayDay, sayMoment } from '../../../../src/text/moments.ts';
import { lengthText } from '../../../../src/text/reserve-texts.ts';
import { html, type Markup } from '../../html.ts';
import { renderAct } from '../../screen/acts.ts';
import { renderField } from '../../screen/fields.ts';
import { colon, type View } from '../../view.ts';
import { renderRows } from '../case/rows.ts';
import { renderCaseActs, renderHandedOver } from '../case/screen.ts';
import { timeOf } from '../times.ts';
import { renderDeclaration, renderDiary } from './lending.ts';
import type { DeskPage } from './shown.ts';

export function renderDesk(screen: DeskPage, view: View): Markup {
  const { desk, notice } = screen;
  const { desk: texts, refresh, refreshed } = view.texts.handoffWeb;
  return html`<div class="head"><h2 data-focus tabindex="-1">${texts.title}</h2></div>
    <div id="desk-notice" data-notice>${notice !== undefined && html`<p class="notice" role="status">${view.say(notice)}</p>`}</div>
    <div class="desk">
      <div class="desk-work">
        <section id="offers" data-part aria-labelledby="offers-title"><h3 id="offers-title">${texts.offers} <span class="count">(${desk.offers.length})</span></h3>
          ${desk.offers.length === 0 ? html`<p class="empty">${texts.noOffer}</p>` : html`<ul class="offers">${desk.offers.map((offer) => renderOffer(offer, screen, view))}</ul>`}</section>
        <section id="cases" data-part aria-labelledby="cases-title"><h3 id="cases-title">${texts.cases} <span class="count">(${desk.cases.length})</span></h3>
          ${desk.cases.length === 0 ? html`<p class="empty">${texts.noCase}</p>` : renderRows(desk.cases, view)}</section>
        <p class="aside refresh"><a href="${view.at('/reserve')}">${refresh}</a> <span class="only-js">${refreshed}</span></p>
      </div>
      <section class="desk-hours" aria-labelledby="hours-title"><h3 id="hours-title">${texts.availability}</h3>
        <div id="hours" data-part>${renderHours(desk.availability, view)}</div>
        ${renderChange(screen, view)}
        ${renderDiary(screen, view)}
        ${renderDeclaration(screen, view)}</section>
    </div>`;
}

/** What is offered, its sealed brief, until when, and what can be said to it. */
function renderOffer(
  { id, question, expiresAt }: DeskView['offers'][number],
  { offered }: DeskPage,
  view: View,
): Markup {
  const { case: texts } = view.texts.handoffWeb;
  const one = offered.find(({ shown }) => shown.id === id);
  const brief = one?.shown.brief ?? { question, answered: undefined, need: undefined };
  return html`<li class="offer sheet">
    ${expiresAt !== undefined && html`<p class="until">${timeOf(expiresAt, texts.until(sayMoment(expiresAt, view.language)))}</p>`}
    ${renderHandedOver({ brief }, view)}
    ${one !== undefined && renderCaseActs(one.screen, () => true, view, `${id}-`)}</li>`;
}

function renderHours(availability: DeskView['availability'], view: View): Markup {
  const { desk: texts } = view.texts.handoffWeb;
  const { said, paused, pausedUntil, absences, monthlyMinutes, usedMinutes, simultaneousCases, nextAt } = availability;
  const state = !paused
    ? texts.available
    : pausedUntil === undefined
      ? texts.paused
      : texts.pausedUntil(sayDay(pausedUntil, view.language));
  return html`<p class="hours-state ${paused ? 'waits' : 'agrees'}">${state}</p>
    <p class="hours-said"${view.french}>${said === '' ? texts.noWeek : view.say(said)}</p>
    <ul class="facts">
      <li>${texts.hours(lengthText(usedMinutes), lengthText(monthlyMinutes))}</li>
      <li>${texts.atOnce(simultaneousCases)}</li>
      ${nextAt !== undefined && html`<li>${texts.next(sayMoment(nextAt, view.language))}</li>`}
      ${absences.length > 0 && html`<li>${texts.absences}${colon(view)} ${absences.map(({ from, to }) => texts.absence(sayDay(from, view.language), sayDay(lastOf(to), view.language))).join(', ')}</li>`}
    </ul>`;
}

/** Said in one's own words, played back, and made so only when confirmed. */
function renderChange({ screen, typed = '', playback, settled, hoursFault }: DeskPage, view: View): Markup {
  const { desk: texts } = view.texts.handoffWeb;
  const boxes = screen.fields.map((one) => renderField({ ...one, value: typed } as Field, 'hours-', view, hoursFault));
  const form = html`${screen.acts.map((act) => renderAct(act, { view, boxes: html`${boxes}` }))}`;
  if (playback === undefined) return form;
  if (settled === true) return html`<p class="playback" role="status"${view.french}>${view.say(playback)}</p>${form}`;
  return html`<div class="playback"><p role="status" tabindex="-1"${view.french}>${view.say(playback)}</p>
      ${renderAct({ verb: 'availability', value: { confirm: typed }, label: texts.confirm, look: 'primary' }, { view })}</div>
    <details class="more"><summary>${texts.reword}</summary>${form}</details>`;
}

/** An absence ends where the next day begins: its last day is the one before. */
function lastOf(to: string): string {
  const end = Date.parse(to);
  return Number.isNaN(end) ? to : new Date(end - 1).toISOString();
}
