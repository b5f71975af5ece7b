import type { ActLine, NetworkView } from '../../../src/handoff/port/animating.ts';
import { ownValue } from '../../../src/own-value.ts';
import { keyTexts } from '../../../src/text/key-texts.ts';
import { lawTexts } from '../../../src/text/law-texts.ts';
import { sayShort } from '../../../src/text/moments.ts';
import type { NetworkTexts } from '../../../src/text/network-fr.ts';
import { networkTexts, sayNetworkFault } from '../../../src/text/network-texts.ts';
import type { NetworkFault } from '../../../src/vocabulary/network.ts';
import { PERSON_ROLES } from '../../../src/vocabulary/people.ts';
import { timeOf } from '../handoff/times.ts';
import { html, type Markup } from '../html.ts';
import { field } from '../inbound.ts';
import { colon, type View } from '../view.ts';

/** What stands above a page: what was done, or why nothing was. */
export interface Told {
  readonly notice?: string | undefined;
  readonly fault?: NetworkFault | undefined;
  /** The form that was refused: its words stay in it. */
  readonly typed?: unknown;
}

export function textsOf({ language }: View): NetworkTexts {
  return networkTexts[language];
}

const PAGES = [
  ['/animation', 'board'],
  ['/animation/personnes', 'people'],
  ['/animation/organismes', 'bodies'],
  ['/animation/avis', 'opinions'],
  ['/animation/journal', 'journal'],
] as const;

/** The way from each page on which the network is looked after to the others. */
export function renderNetworkNav(here: string, view: View): Markup {
  const { nav } = textsOf(view);
  const link = (path: string, label: string) =>
    html`<a href="${view.at(path)}"${path === here && html` aria-current="page"`}>${label}</a>`;
  return html`<nav class="acts network-nav" aria-label="${nav.label}">${PAGES.map(([path, name]) => link(path, nav[name]))}
    ${link('/animation/cles', keyTexts[view.language].title)} ${link('/animation/loi', lawTexts.page.title)}</nav>`;
}

export function renderHead(title: string, here: string, told: Told, view: View, more?: Markup): Markup {
  const { notice, fault } = told;
  return html`${renderNetworkNav(here, view)}
    <div class="head"><h2 data-focus tabindex="-1">${title}</h2>${more}</div>
    <div data-notice>${notice !== undefined && html`<p class="notice" role="status" tabindex="-1">${notice}</p>`}
    ${fault !== undefined && html`<p class="failure" role="alert">${view.say(sayNetworkFault(fault, view.language))}</p>`}
    ${fault?.kind === 'email_taken' && html`<p><a href="${view.at(personPath(fault.person))}">${fault.name}</a></p>`}</div>`;
}

export function renderTerritory({ by }: Pick<NetworkView, 'by'>, view: View): Markup | undefined {
  if (by.territories.length === 0) return undefined;
  return html`<p class="intro">${textsOf(view).territory(by.territories.join(', '))}</p>`;
}

export function personPath(id: string): string {
  return `/animation/personnes/${encodeURIComponent(id)}`;
}

interface Box {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly list?: string;
  readonly type?: 'email' | 'text';
}

export function renderBox({ id, name, label, value, hint, list, type = 'text' }: Box): Markup {
  return html`<label class="field-name" for="${id}">${label}</label>${hint !== undefined && html`<p class="aside" id="${id}-hint">${hint}</p>`}
    <input id="${id}" name="${name}" type="${type}" maxlength="300" autocomplete="off" value="${value}"${hint !== undefined && html` aria-describedby="${id}-hint"`}${list !== undefined && html` list="${list}"`}>`;
}

/** What was typed where a form was refused, else what stands. */
export function valueIn(typed: unknown, name: string, otherwise: string): string {
  return typed === undefined ? otherwise : field(typed, name);
}

/** Something that is confirmed first: it unfolds under its name. */
export function renderSure(
  { act, path, label, why, yes }: Record<'act' | 'path' | 'label' | 'why' | 'yes', string>,
  view: View,
): Markup {
  return html`<details class="more"><summary>${label}</summary><form class="act" method="post" action="${view.at(path)}">
    <input type="hidden" name="do" value="${act}"><p>${view.say(why)}</p><button class="plain">${yes}</button></form></details>`;
}

/** The latest first: who, what, to whom, when, and from what to what. */
export function renderActs(acts: readonly ActLine[], view: View): Markup {
  const texts = textsOf(view);
  const said = (field: string, value: string | undefined) =>
    value === undefined || value === '' ? texts.nothing : field === 'roles' ? sayRoles(value, texts) : value;
  return html`<ul class="rows">${acts.map(
    ({
      at,
      by,
      kind,
      about,
      changes,
    }) => html`<li><p class="row-question"><strong>${by ?? texts.journal.someone}</strong> ${texts.act[kind]}${about !== undefined && html` ${about}`}</p>
      ${
        changes.length > 0 &&
        html`<p class="aside">${changes
          .map(({ field, from, to }) =>
            from === undefined && to === undefined
              ? (ownValue(texts.field, field) ?? field)
              : `${ownValue(texts.field, field) ?? field}${colon(view)} ${from === undefined ? '' : `${said(field, from)} → `}${said(field, to)}`,
          )
          .join(' · ')}</p>`
      }
      <p class="row-facts">${timeOf(at, sayShort(at, view.language))}</p></li>`,
  )}</ul>`;
}

function sayRoles(value: string, { role }: NetworkTexts): string {
  return PERSON_ROLES.filter((one) => value.split(' ').includes(one))
    .map((one) => role[one])
    .join(', ');
}
