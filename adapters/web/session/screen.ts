import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

interface Choice {
  /** Where to go afterwards. */
  readonly onwards: string | undefined;
  /** Something typed waits for the person. */
  readonly held: boolean;
}

/** Everyone of the demo, a card each. */
export function renderPeople(people: readonly SignedIn[], { onwards, held }: Choice, view: View): Markup {
  const { signIn } = view.texts.handoffWeb;
  return html`<div class="sign-in"><h2 data-focus tabindex="-1">${signIn.title}</h2>
    <p class="intro">${signIn.demo}</p>
    ${held && html`<p class="notice" role="status">${signIn.held}</p>`}
    <form method="post" action="${view.at('/connexion')}">${onwards !== undefined && html`<input type="hidden" name="suite" value="${onwards}">`}
      <ul class="people">${people.map((person) => renderPerson(person, view))}</ul></form>
    <p class="aside two-windows">${signIn.twoWindows}</p></div>`;
}

function renderPerson({ person, name, organisation, ...parts }: SignedIn, view: View): Markup {
  const { signIn } = view.texts.handoffWeb;
  const part = parts.coordinator ? 'coordinator' : parts.reservist ? 'reservist' : 'requester';
  return html`<li><button class="person ${part}" name="person" value="${person}">
    <span class="person-name"><span class="visually-hidden">${signIn.play('')}</span>${name}</span>
    <span class="person-part">${signIn.parts[part]} · ${view.texts.roleName[parts.role]}</span>
    <span class="person-body"${view.french}>${organisation}</span></button></li>`;
}

export function renderProvider({ onwards, held }: Choice, name: string | undefined, view: View): Markup {
  const { signIn } = view.texts.handoffWeb;
  const to = `/connexion/fournisseur${onwards === undefined ? '' : `?suite=${encodeURIComponent(onwards)}`}`;
  return html`<div class="message"><h2 data-focus tabindex="-1">${signIn.title}</h2>
    ${held && html`<p class="notice" role="status">${signIn.held}</p>`}
    <p>${signIn.provider}</p><p><a class="send" href="${view.at(to)}">${name === undefined ? signIn.go : signIn.goBy(name)}</a></p></div>`;
}
