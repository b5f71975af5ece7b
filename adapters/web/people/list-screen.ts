import { fold } from '../../../src/french/words.ts';
import type { BodyRow, NetworkView, PersonRow } from '../../../src/handoff/port/animating.ts';
import { PERSON_ROLES } from '../../../src/vocabulary/people.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';
import { personPath, renderBox, renderHead, renderTerritory, type Told, textsOf, valueIn } from './parts.ts';
import { renderPersonForm } from './person-form.ts';

export interface Sought {
  readonly text: string;
  /** One of `PERSON_ROLES`, `reservist`, or empty for all. */
  readonly role: string;
}

/** More are not read in one go. */
const MOST_SHOWN = 100;

export function renderPeoplePage(network: NetworkView, sought: Sought, told: Told, view: View): Markup {
  const texts = textsOf(view);
  const { people } = texts;
  const found = network.people.filter((one) => fits(one, sought));
  const isSought = sought.text !== '' || sought.role !== '';
  const roles = [...PERSON_ROLES, 'reservist'] as const;
  return html`${renderHead(people.title, '/animation/personnes', told, view, renderTerritory(network, view))}
    <form class="act find-people" method="get" action="${view.at('/animation/personnes')}">${view.language === 'en' && html`<input type="hidden" name="lang" value="en">`}
      <label class="field-name" for="q">${people.find}</label><input id="q" name="q" type="search" maxlength="120" value="${sought.text}">
      <label class="field-name" for="role">${people.role}</label><select id="role" name="role"><option value="">${people.anyRole}</option>${roles.map(
        (role) =>
          html`<option value="${role}"${role === sought.role && html` selected`}>${role === 'reservist' ? texts.reservist : texts.role[role]}</option>`,
      )}</select>
      <p class="acts"><button class="plain">${people.search}</button>${isSought && html`<a href="${view.at('/animation/personnes')}">${people.all}</a>`}</p></form>
    <p class="aside" role="status">${people.count(Math.min(found.length, MOST_SHOWN), network.people.length)}${found.length > MOST_SHOWN && html` ${people.more}`}</p>
    ${
      found.length === 0
        ? html`<p class="empty">${isSought ? people.none : people.empty}</p>`
        : html`<ul class="rows">${found.slice(0, MOST_SHOWN).map((one) => renderRow(one, view))}</ul>`
    }
    <p><a href="${view.at('/animation/personnes.csv')}" download>${people.csv}</a></p>
    <section class="sheet" aria-labelledby="add-title"><h3 id="add-title">${people.add}</h3><p class="aside">${people.addWhy}</p>
      ${renderPersonForm({ network, path: '/animation/personnes', act: 'add_person', typed: told.typed }, view)}</section>`;
}

function fits({ name, email = '', body, roles, directoryRoles, lends }: PersonRow, { text, role }: Sought): boolean {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  const held = fold(`${name} ${email} ${body}`);
  const isRole =
    role === '' ||
    [...roles, ...directoryRoles].some((one) => one === role) ||
    (role === 'reservist' && lends !== undefined);
  return isRole && words.every((word) => held.includes(word));
}

function renderRow(person: PersonRow, view: View): Markup {
  const texts = textsOf(view);
  const { id, name, body, roles, directoryRoles, lends, accounts } = person;
  const parts = [
    ...[...new Set([...roles, ...directoryRoles])].map((role) => texts.role[role]),
    ...(lends === undefined ? [] : [texts.reservist]),
  ];
  return html`<li><a href="${view.at(personPath(id))}">${name}</a>
    <p class="row-facts"><span${view.french}>${body}</span> <span>${parts.join(', ')}</span>
    ${lends?.paused === true && html`<span class="badge waits">${texts.people.paused}</span>`}
    ${accounts === 0 && html`<span class="badge waits">${texts.people.noAccount}</span>`}</p></li>`;
}

export function renderBodies(
  network: NetworkView,
  told: Told & { readonly open?: string | undefined },
  view: View,
): Markup {
  const { bodies: texts } = textsOf(view);
  const { bodies } = network;
  return html`${renderHead(texts.title, '/animation/organismes', told, view, renderTerritory(network, view))}
    <p class="aside">${texts.why}</p>
    ${bodies.length === 0 ? html`<p class="empty">${texts.none}</p>` : html`<ul class="rows">${bodies.map((body, index) => renderBody(body, `body-${index}`, told, view))}</ul>`}`;
}

function renderBody(
  body: BodyRow,
  key: string,
  { typed, open }: Told & { readonly open?: string | undefined },
  view: View,
): Markup {
  const texts = textsOf(view);
  const { id, name, siret = '', publicClass, territories, people, seen } = body;
  const isOpen = open === id;
  const own = isOpen ? typed : undefined;
  const box = (box: 'name' | 'siret' | 'publicClass' | 'territories', label: string, value: string, hint?: string) =>
    renderBox({
      id: `${key}-${box}`,
      name: box,
      label,
      value: valueIn(own, box, value),
      ...(hint === undefined ? {} : { hint }),
    });
  return html`<li><p class="row-question"${view.french}>${name}</p>
    <p class="row-facts"><span${view.french}>${publicClass}</span> <span>${texts.bodies.people(people)}</span>
    ${territories.length === 0 ? html`<span class="badge waits">${texts.bodies.noTerritory}</span>` : html`<span>${territories.join(' ')}</span>`}</p>
    <details class="more"${isOpen && html` open`}><summary aria-label="${texts.bodies.change(name)}">${texts.bodies.changeShort}</summary>
    <form class="act" method="post" action="${view.at('/animation/organismes')}"><input type="hidden" name="body" value="${id}"><input type="hidden" name="seen" value="${seen}">
      ${box('name', texts.form.body, name)}${box('siret', texts.bodies.siret, siret)}
      ${box('publicClass', texts.bodies.class, publicClass, texts.bodies.classHint)}
      ${box('territories', texts.form.territories, territories.join(' '), texts.form.codesHint)}
      <button class="plain">${texts.form.save}</button></form></details></li>`;
}
