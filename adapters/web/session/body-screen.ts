import { BODY_KINDS } from '../../../src/vocabulary/people.ts';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';
import type { SaidBody } from './oidc.ts';

/** The one question that the directory left open: for which body somebody works. */
export function renderBody(
  { typed, fault }: { readonly typed?: SaidBody; readonly fault?: 'noName' | 'noSiret' },
  view: View,
): Markup {
  const { body: texts } = view.texts.handoffWeb.signIn;
  const wrong = (which: 'noName' | 'noSiret') =>
    fault === which && html`<p class="form-fault" id="${which}" role="alert">${texts[which]}</p>`;
  const about = (hint: string, which: 'noName' | 'noSiret') =>
    html` aria-describedby="${hint}${fault === which ? ` ${which}` : ''}"${fault === which && html` aria-invalid="true"`}`;
  return html`<div class="message"><h2 data-focus tabindex="-1">${texts.title}</h2><p>${texts.text}</p>
    <form class="calculator" method="post" action="${view.at('/connexion/organisme')}">
      <label class="field-name" for="nom">${texts.name}</label><p class="aside" id="nom-hint">${texts.nameHint}</p>${wrong('noName')}
      <input id="nom" name="nom" required maxlength="200" autocomplete="organization" value="${typed?.name ?? ''}"${about('nom-hint', 'noName')}>
      <label class="field-name" for="genre">${texts.kind}</label><p class="aside" id="genre-hint">${texts.kindHint}</p>
      <select id="genre" name="genre" aria-describedby="genre-hint"><option value="">${texts.unknown}</option>${BODY_KINDS.map((kind) => html`<option value="${kind}"${kind === typed?.kind && html` selected`}>${texts.kinds[kind]}</option>`)}</select>
      <label class="field-name" for="siret">${texts.siret}</label><p class="aside" id="siret-hint">${texts.siretHint}</p>${wrong('noSiret')}
      <input id="siret" name="siret" inputmode="numeric" maxlength="40" autocomplete="off" value="${typed?.siret ?? ''}"${about('siret-hint', 'noSiret')}>
      <button class="send">${texts.go}</button>
    </form><p class="aside">${texts.later}</p></div>`;
}
