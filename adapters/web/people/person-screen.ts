import type { PersonRow, PersonSheet } from '../../../src/handoff/port/animating.ts';
import { sayCompetence } from '../../../src/text/competence-names.ts';
import { excerpt } from '../handoff/case/rows.ts';
import { competenceName } from '../handoff/inbound.ts';
import { html, type Markup } from '../html.ts';
import { field } from '../inbound.ts';
import type { View } from '../view.ts';
import { personPath, renderActs, renderBox, renderHead, renderSure, type Told, textsOf, valueIn } from './parts.ts';
import { renderPersonForm } from './person-form.ts';

export interface PersonPage extends Told {
  readonly sheet: PersonSheet;
  /** The form that was refused, by its act. */
  readonly refused?: string | undefined;
  /** Whether there are links of invitation here. */
  readonly signsIn: boolean;
}

export function renderPerson(page: PersonPage, view: View): Markup {
  const { sheet, refused, typed } = page;
  const { person, mayChange, seen } = sheet;
  const texts = textsOf(view);
  const path = personPath(person.id);
  const own = refused === 'change_person' ? typed : undefined;
  return html`${renderHead(person.name, path, page, view, html`<p><a href="${view.at('/animation/personnes')}">${texts.person.back}</a></p>`)}
    ${
      mayChange
        ? html`<section class="sheet">${renderPersonForm({ network: sheet, path, act: 'change_person', person, seen, typed: own }, view)}</section>`
        : html`<p class="notice">${texts.person.readOnly}</p><p class="row-facts"><span${view.french}>${person.body}</span> <span>${person.roles.map((role) => texts.role[role]).join(', ')}</span></p>`
    }
    ${renderLends(page, view)}
    ${mayChange && renderAccounts(page, view)}
    <section aria-labelledby="acts-title"><h3 id="acts-title">${texts.person.acts}</h3>
      ${sheet.acts.length === 0 ? html`<p class="empty">${texts.person.actsNone}</p>` : renderActs(sheet.acts, view)}</section>`;
}

function renderLends({ sheet, refused, typed }: PersonPage, view: View): Markup {
  const { person: texts } = textsOf(view);
  const { person, holds, mayChange } = sheet;
  const { lends } = person;
  const path = personPath(person.id);
  const button = (act: string, label: string) =>
    html`<form class="acts" method="post" action="${view.at(path)}"><button class="plain" name="do" value="${act}">${label}</button></form>`;
  const isOpen = refused === 'lend';
  return html`<section aria-labelledby="lends-title"><h3 id="lends-title">${texts.lends}</h3>
    ${
      lends === undefined
        ? html`<p class="empty">${texts.lendsNot}</p>`
        : html`${lends.paused && html`<p class="hours-state waits">${texts.paused}</p>`}
      <p${view.french}>${lends.competences.map(sayCompetence).join(', ')}</p>
      <p class="aside">${lends.week === '' ? texts.noWeek : lends.week} · ${texts.facts(lends.hours, lends.cases)}</p>
      <p class="field-name">${texts.holds}</p>
      ${
        holds.length === 0
          ? html`<p class="empty">${texts.holdsNone}</p>`
          : html`<ul class="rows">${holds.map(
              ({ id, question }) =>
                html`<li><a href="${view.at(`/animation/demandes/${encodeURIComponent(id)}`)}"${view.french}>${view.say(excerpt(question))}</a></li>`,
            )}</ul>`
      }`
    }
    ${
      mayChange &&
      html`<details class="more"${isOpen && html` open`}><summary>${lends === undefined ? texts.lend : texts.change}</summary>${renderLendForm(sheet, isOpen ? typed : undefined, view)}</details>
      ${
        lends !== undefined &&
        html`${lends.paused ? button('resume', texts.resume) : button('pause', texts.pause)}
      ${renderSure({ act: 'stop_lending', path, label: texts.stop, why: texts.stopWhy(holds.length), yes: texts.stopYes }, view)}`
      }`
    }</section>`;
}

function renderLendForm({ person, seen, competences, bodies }: PersonSheet, typed: unknown, view: View): Markup {
  const { person: texts, form } = textsOf(view);
  const { lends } = person;
  const near = bodies.find(({ name }) => name === person.body)?.territories ?? [];
  const value = (name: string, stands: string) => valueIn(typed, name, stands);
  const has = (one: string) =>
    typed === undefined ? lends?.competences.includes(one) === true : field(typed, competenceName(one)) !== '';
  return html`<form class="act" method="post" action="${view.at(personPath(person.id))}"><input type="hidden" name="do" value="lend"><input type="hidden" name="seen" value="${seen}">
    <fieldset class="competences"><legend>${texts.competences}</legend>${competences.map(
      (one) =>
        html`<label class="choice"><input type="checkbox" name="${competenceName(one)}" value="1"${has(one) && html` checked`}> <span${view.french}>${sayCompetence(one)}</span></label>`,
    )}</fieldset>
    ${renderBox({ id: 'lend-territories', name: 'territories', label: form.territories, hint: form.codesHint, value: value('territories', (lends?.territories ?? near).join(' ')) })}
    ${renderBox({ id: 'week', name: 'week', label: texts.week, hint: texts.weekHint, value: value('week', lends?.week ?? '') })}
    ${renderBox({ id: 'hours', name: 'hours', label: texts.hours, value: value('hours', lends?.hours ?? '4 h') })}
    ${renderBox({ id: 'cases', name: 'cases', label: texts.cases, value: value('cases', String(lends?.cases ?? 2)) })}
    <button class="send">${form.save}</button></form>`;
}

function renderAccounts({ sheet, signsIn, refused, typed }: PersonPage, view: View): Markup {
  const { person: texts } = textsOf(view);
  const { person, holds, asks } = sheet;
  const path = personPath(person.id);
  const isOpen = refused === 'join';
  return html`<section aria-labelledby="account-title"><h3 id="account-title">${texts.account}</h3><p>${texts.accounts(person.accounts)}</p>
    <form class="acts" method="post" action="${view.at(path)}">${
      person.accounts > 0
        ? html`<button class="plain" name="do" value="sign_out">${texts.signOut}</button>`
        : signsIn && html`<button class="send" name="do" value="invite">${texts.invite}</button>`
    }</form>${!signsIn && person.accounts === 0 && html`<p class="aside">${texts.noSignIn}</p>`}
    <details class="more"${isOpen && html` open`}><summary>${texts.join}</summary><form class="act" method="post" action="${view.at(path)}"><input type="hidden" name="do" value="join">
      <p>${texts.joinWhy}</p>${renderBox({ id: 'other', name: 'other', label: texts.joinOther, value: isOpen ? field(typed, 'other') : '' })}<button class="plain">${texts.joinGo}</button></form></details>
    ${renderSure({ act: 'remove_person', path, label: texts.leave, why: texts.leaveWhy(holds.length, asks), yes: texts.leaveYes }, view)}</section>`;
}

/** The one time that the link is seen. */
export function renderInvited(person: PersonRow, link: string, view: View): Markup {
  const { person: texts } = textsOf(view);
  return html`${renderHead(texts.invited, personPath(person.id), {}, view)}
    <p role="status">${view.say(texts.invitedWhy(person.name))}</p>
    <p><input readonly aria-label="${texts.invited}" value="${link}"></p>
    <p><a href="${view.at(personPath(person.id))}">${person.name}</a></p>`;
}

/** Two entries that become one: said whole before it is done. */
export function renderJoining(kept: PersonRow, gone: PersonRow, view: View): Markup {
  const { person: texts } = textsOf(view);
  const path = personPath(kept.id);
  return html`${renderHead(view.say(texts.joinSure(kept.name, gone.name)), path, {}, view)}
    <p role="alert">${view.say(texts.joinSureWhy(`${kept.name} (${kept.email ?? kept.body})`, `${gone.name} (${gone.email ?? gone.body})`))}</p>
    <form class="acts" method="post" action="${view.at(path)}"><input type="hidden" name="do" value="join"><input type="hidden" name="sure" value="${gone.id}">
    <button class="send">${texts.joinYes}</button> <a href="${view.at(path)}">${kept.name}</a></form>`;
}
