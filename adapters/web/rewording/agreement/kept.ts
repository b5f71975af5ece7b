import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';
import type { Wish } from './inbound.ts';

/** What was typed on a page that could not be saved nor shown again, ready to be sent once more. */
export function renderKept(path: string, { version, name, typed }: Wish, view: View): Markup {
  const { kept } = view.texts.rewording.agreement;
  const { store_down } = view.texts.faults;
  const others = [...typed].filter(([other]) => other !== name);
  const text = typed.get(name);
  return html`<form class="message-page" method="post" action="${view.at(path)}" data-live>
    <h2 data-focus tabindex="-1">${store_down.title}</h2><p>${store_down.text}</p>
    <input type="hidden" name="version" value="${version}">
    ${text !== undefined && html`<label class="field-name" for="kept">${kept.typed}</label><textarea id="kept" name="${name}" rows="4">${'\n'}${text}</textarea>`}
    ${others.map(([other, words]) => html`<textarea name="${other}" hidden>${'\n'}${words}</textarea>`)}
    <p><button class="send" name="do" value="${name}">${kept.retry}</button></p>
  </form>`;
}
