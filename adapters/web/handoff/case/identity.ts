import type { CaseView } from '../../../../src/handoff/port/views.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';
import { actFields } from './acts.ts';
import { otherName } from './talk.ts';

/** Who has agreed to open their name; once both have, who they are. */
export function renderIdentity(shown: CaseView, view: View): Markup {
  const { id, identity, other, may } = shown;
  const { case: texts } = view.texts.handoffWeb;
  const both = identity.you && identity.other && other.name !== undefined;
  const state = (agreed: boolean, said: Readonly<Record<'yes' | 'no', string>>) =>
    html`<li class="${agreed ? 'agrees' : 'waits'}">${view.say(agreed ? said.yes : said.no)}</li>`;
  return html`<h3>${texts.identity}</h3>
    ${
      both
        ? html`<p>${texts.identityOpen(other.name ?? '', other.organisation)}</p>`
        : html`<p>${otherName(shown, view)}<span class="aside"${view.french}>, ${other.organisation}</span></p><p class="aside">${texts.identityWhy}</p><ul class="states">${state(identity.you, texts.identityYou)}${state(identity.other, texts.identityOther)}</ul>`
    }
    ${
      may.includes('open_identity') &&
      html`<form class="act" method="post" action="${view.at(`/dossier/${encodeURIComponent(id)}`)}" data-live data-key="open_identity">${actFields('open_identity', shown)}<button class="plain">${texts.openIdentity}</button></form>`
    }`;
}
