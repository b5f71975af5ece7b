import type { NetworkView, PersonRow } from '../../../src/handoff/port/animating.ts';
import { html, type Markup } from '../html.ts';
import { field } from '../inbound.ts';
import type { View } from '../view.ts';
import { renderBox, textsOf, valueIn } from './parts.ts';

interface PersonForm {
  readonly network: Pick<NetworkView, 'bodies' | 'by'>;
  readonly path: string;
  readonly act: 'add_person' | 'change_person';
  /** Whom it changes; left out for somebody new. */
  readonly person?: PersonRow;
  readonly seen?: string;
  readonly typed: unknown;
}

/** Who somebody is: the same boxes for somebody new and for somebody known. */
export function renderPersonForm({ network, path, act, person, seen, typed }: PersonForm, view: View): Markup {
  const texts = textsOf(view);
  const { form, role } = texts;
  const { bodies, by } = network;
  const has = (name: 'prescriber' | 'buyer' | 'coordinator' | 'administrator') =>
    typed === undefined
      ? person?.roles.includes(name) === true
      : field(typed, name) !== '' || field(typed, 'side') === name;
  const side = has('buyer') ? 'buyer' : has('prescriber') || person === undefined ? 'prescriber' : undefined;
  const powers = by.administrator ? (['coordinator', 'administrator'] as const) : (['coordinator'] as const);
  const choice = (type: 'radio' | 'checkbox', name: string, value: string, label: string, checked: boolean) =>
    html`<label class="choice"><input type="${type}" name="${name}" value="${value}"${checked && html` checked`}> <span>${label}</span></label>`;
  const territories = person?.territories ?? by.territories;
  return html`<form class="act" method="post" action="${view.at(path)}"><input type="hidden" name="do" value="${act}">
    ${seen !== undefined && html`<input type="hidden" name="seen" value="${seen}">`}
    ${renderBox({ id: 'name', name: 'name', label: form.name, value: valueIn(typed, 'name', person?.name ?? '') })}
    ${renderBox({ id: 'email', name: 'email', label: form.email, type: 'email', value: valueIn(typed, 'email', person?.email ?? '') })}
    ${renderBox({ id: 'body', name: 'body', label: form.body, hint: form.bodyHint, list: 'bodies', value: valueIn(typed, 'body', person?.body ?? '') })}
    <datalist id="bodies">${bodies.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
    <fieldset><legend>${form.side}</legend>${(['prescriber', 'buyer'] as const).map((one) => choice('radio', 'side', one, role[one], one === side))}</fieldset>
    <fieldset><legend>${form.powers}</legend>${powers.map((one) => choice('checkbox', one, '1', role[one], has(one)))}</fieldset>
    ${person !== undefined && person.directoryRoles.length > 0 && html`<p class="aside">${form.directory(person.directoryRoles.map((one) => role[one]).join(', '))}</p>`}
    ${renderBox({ id: 'looks-after', name: 'territories', label: form.looksAfter, hint: form.looksAfterHint, value: valueIn(typed, 'territories', territories.join(' ')) })}
    <button class="send">${act === 'add_person' ? form.addIt : form.save}</button></form>`;
}
