import { sayDay } from '../../../src/text/moments.ts';
import type { AttestationRow, Verified } from '../../../src/training/port/views.ts';
import { html, type Markup } from '../html.ts';
import { colon, type View } from '../view.ts';

/** An attestation in a few lines, with its paper and its badge. */
export function renderAttestation(attestation: AttestationRow, view: View): Markup {
  const { web } = view.texts.training;
  const { attestation: texts } = web;
  const { id, title, code, issuedOn, standing } = attestation;
  return html`<div class="attestation"><p><span class="badge standing-${standing.state}">${web.standing[standing.state]}</span>
      <span class="aside">${texts.issued(sayDay(issuedOn, view.language))}, ${texts.until(sayDay(standing.until, view.language))}</span></p>
    ${standing.changed.length > 0 && html`<p class="aside">${texts.changed}</p>`}
    <p>${texts.code}${colon(view)} <strong class="code">${code}</strong></p>
    <p class="acts"><a href="${view.at(`/formation/attestation/${encodeURIComponent(id)}/papier`)}" download aria-label="${texts.pdf(title)}">${texts.pdfShort}</a>
      <a href="${view.at(`/formation/attestation/${encodeURIComponent(id)}/badge`)}" download aria-label="${texts.badge(title)}">${texts.badgeShort}</a></p></div>`;
}

export interface VerifyScreen {
  readonly typed: string;
  /** Undefined where nothing was asked; null where the code vouches for nothing. */
  readonly found: Verified | null | undefined;
}

/** Where whoever holds a paper checks its code; open to everyone. */
export function renderVerify({ typed, found }: VerifyScreen, view: View): Markup {
  const { web } = view.texts.training;
  const { verify: texts } = web.attestation;
  return html`<div class="head"><h2 data-focus tabindex="-1">${texts.title}</h2><p class="intro">${texts.intro}</p></div>
    <form class="filter verify" method="get" action="${view.at('/attestation')}">
      ${view.language === 'en' && html`<input type="hidden" name="lang" value="en">`}
      <div><label for="code">${texts.code}</label><input id="code" name="code" value="${typed}" autocomplete="off" spellcheck="false" maxlength="40" required></div>
      <div class="acts"><button class="send">${texts.check}</button></div></form>
    ${found === null && html`<p class="form-fault" role="alert">${texts.unknown}</p>`}
    ${
      found !== undefined &&
      found !== null &&
      html`<section class="sheet" role="status"><h3${view.french}>${found.title}</h3>
        <p>${texts.kind[found.kind]}${colon(view)} ${texts.of(found.name, found.organisation)}</p>
        <p><span class="badge standing-${found.standing.state}">${web.standing[found.standing.state]}</span>
        ${web.attestation.issued(sayDay(found.issuedOn, view.language))}, ${web.attestation.until(sayDay(found.standing.until, view.language))}</p></section>`
    }
    <p class="aside">${texts.key} <a href="/.well-known/did.json">/.well-known/did.json</a></p>`;
}
