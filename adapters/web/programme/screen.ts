import { frenchDate } from '../../../src/days/iso-date.ts';
import { frenchTypography } from '../../../src/french/typography.ts';
import {
  NEED_BOXES,
  type NeedRow,
  type NeedTyped,
  type Programme,
  type ProgrammeFamily,
} from '../../../src/programming/port/programming.ts';
import { programmeTexts as texts } from '../../../src/text/programme-texts.ts';
import { html, type Markup } from '../html.ts';
import { demandPath, PROGRAMME_PATH } from '../screen/wire.ts';
import type { View } from '../view.ts';

/** A need that was typed and could not be kept. */
export interface Again {
  readonly id: string;
  readonly typed: NeedTyped;
}

interface Said {
  readonly notice?: string | undefined;
  readonly fault?: string | undefined;
  readonly words?: string | undefined;
  readonly again?: Again | undefined;
  /** Of the next sentence: sent twice, it is one need. */
  readonly key: string;
}

export function renderProgramme(programme: Programme, view: View, said: Said): Markup {
  const { year, years, body, count, sum, families } = programme;
  const path = (suffix: string) => view.at(`${PROGRAMME_PATH}${suffix}?annee=${year}`);
  return html`<div${view.french}><div class="head"><h2 data-focus tabindex="-1">${texts.title}</h2>
    <p class="intro">${count === 0 ? texts.empty(year, body) : texts.intro(year, body, count, sum)}</p></div>
    ${said.notice !== undefined && html`<p class="notice" role="status">${said.notice}</p>`}
    ${said.fault !== undefined && html`<p class="failure" role="alert">${said.fault}</p>`}
    ${years.length > 1 && html`<nav aria-label="${texts.year}"><p class="gestures">${years.map((one) => html`<a href="${view.at(`${PROGRAMME_PATH}?annee=${one}`)}"${one === year && html` aria-current="page"`}>${one}</a> `)}</p></nav>`}
    <form class="calculator" method="post" action="${view.at(PROGRAMME_PATH)}"><input type="hidden" name="key" value="${said.key}"><input type="hidden" name="annee" value="${year}">
      <label class="field-name" for="text">${texts.box}</label><p class="aside" id="text-hint">${texts.hint}</p>
      <textarea id="text" name="text" rows="2" maxlength="2000" aria-describedby="text-hint" autocomplete="off">${'\n'}${said.words ?? ''}</textarea>
      <button class="send">${texts.go}</button></form>
    ${families.map((family) => renderFamily(family, year, said.again, view))}
    ${count > 0 && html`<p class="gestures"><a href="${path('/programme.csv')}" download>${texts.csv}</a> <a href="${path('/programme.xlsx')}" download>${texts.xlsx}</a></p>`}</div>`;
}

function renderFamily(
  { name, needs, sum, unknown, rules, calendar }: ProgrammeFamily,
  year: number,
  again: Again | undefined,
  view: View,
): Markup {
  const told = (head: string, lines: ProgrammeFamily['rules'], aside?: string) =>
    lines.length > 0 &&
    html`<details class="more"><summary>${head}</summary>${aside !== undefined && html`<p class="aside">${aside}</p>`}<ul class="states">${lines.map(({ text, articles }) => html`<li>${text}${articles.length > 0 && html` <span class="aside">${frenchTypography(articles.join(', '))}</span>`}</li>`)}</ul></details>`;
  return html`<section><h3>${name ?? texts.other}</h3><p>${texts.sums(sum, unknown)}</p>
    <ul class="rows">${needs.map((need) => renderNeed(need, year, again?.id === need.id ? again.typed : undefined, view))}</ul>
    ${told(texts.rules, rules, texts.counts)}${told(texts.calendar, calendar)}</section>`;
}

function renderNeed(
  { id, version, typed, words, sum, wanted, by, mine, changes, purchase, asked }: NeedRow,
  year: number,
  again: NeedTyped | undefined,
  view: View,
): Markup {
  const at = view.at(`${PROGRAMME_PATH}/besoin/${encodeURIComponent(id)}`);
  const held = html`<input type="hidden" name="on" value="${version}"><input type="hidden" name="annee" value="${year}">`;
  return html`<li><div class="row-question"><p><strong>${typed.title}</strong></p>${words !== typed.title && html`<p class="aside">« ${words} »</p>`}
    <p class="row-facts"><span>${sum === undefined ? texts.noSum : texts.ht(sum)}</span> <span>${wanted === undefined ? texts.noDay : texts.for(frenchDate(wanted))}</span> <span>${by}</span>${asked && !mine && html` <span class="badge">${texts.isAsked}</span>`}</p>
    ${
      changes &&
      html`<details class="more"${again !== undefined && html` open`}><summary aria-label="${texts.changeOf(typed.title)}">${texts.change}</summary>
      <form class="calculator" method="post" action="${at}">${held}${NEED_BOXES.map((box) => renderBox(`${id}-${box}`, box, (again ?? typed)[box]))}
      <p class="acts"><button class="plain" name="do" value="change">${texts.save}</button> <button class="quiet" name="do" value="remove" aria-label="${texts.removeOf(typed.title)}">${texts.remove}</button></p></form></details>`
    }</div>
    ${mine && (purchase === undefined ? html`<form method="post" action="${at}">${held}<button class="plain" name="do" value="ask" aria-label="${texts.askOf(typed.title)}">${texts.ask}</button></form>` : html`<p><a href="${view.at(demandPath(purchase))}">${texts.asked}</a></p>`)}</li>`;
}

function renderBox(id: string, box: (typeof NEED_BOXES)[number], value: string): Markup {
  const hint = texts.hints[box];
  return html`<label class="field-name" for="${id}">${texts.labels[box]}</label>${hint !== '' && html`<p class="aside" id="${id}-hint">${hint}</p>`}
    <input id="${id}" name="${box}" type="text" maxlength="300" value="${value}"${box === 'amount' && html` inputmode="decimal"`}${hint !== '' && html` aria-describedby="${id}-hint"`} autocomplete="off">`;
}
