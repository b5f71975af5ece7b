import type { AgreementView } from '../../../../src/rewording/port/agreement.ts';
import type { Role } from '../../../../src/vocabulary/people.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';
import { briefPath, nameSide } from './party.ts';

/** What follows keeping a brief where nobody signs in: the person's own link, and the one to give to the other side. */
export function renderLinks(
  agreement: AgreementView,
  links: Readonly<Record<Role, string>>,
  { by, origin }: { readonly by: Role; readonly origin: string },
  view: View,
): Markup {
  const { links: texts } = view.texts.rewording.agreement;
  const { copied, notCopied } = view.texts.rewording;
  const other: Role = by === 'buyer' ? 'prescriber' : 'buyer';
  const own = view.at(briefPath(agreement.id, links[by]));
  const theirs = origin + view.at(briefPath(agreement.id, links[other]));
  return html`<div class="message-page links"><h2 data-focus tabindex="-1">${texts.title}</h2>
    <p>${texts.give(nameSide(agreement, other, view))}</p>
    <p class="link-to-give"><code id="other-link">${theirs}</code>
      <button type="button" class="copy" data-copy="other-link" data-done="${copied}" data-failed="${notCopied}" hidden>${texts.copy}</button></p>
    <p>${texts.own(nameSide(agreement, by, view))}</p>
    <p class="acts"><a class="send" href="${own}">${texts.open}</a></p></div>`;
}
