import type { AgreementView } from '../../../../src/rewording/port/agreement.ts';
import { catalogues } from '../../../../src/text/catalogues.ts';
import { SLOTS } from '../../../../src/vocabulary/rewording.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';

/**
 * A brief becomes a demand of whoever asks for it, for the department: what will leave is shown first, as of any sentence. A brief
 * that was kept without a name has nobody else who could be meant.
 */
export function renderDemand(agreement: AgreementView, view: View): Markup | undefined {
  const { person, purchases } = view.help ?? {};
  if (purchases !== true || person?.role !== 'prescriber' || agreement.direction !== 'to_buyer') return undefined;
  const { demand, demandWhy } = view.texts.rewording.agreement;
  // Pressed twice, it is one demand; once more has been said, it is another.
  return html`<form class="share" method="post" action="${view.at('/demandes')}">
    <input type="hidden" name="text" value="${wordsOf(agreement)}"><input type="hidden" name="key" value="brief ${agreement.id}">
    <button class="plain">${demand}</button> <span>${demandWhy}</span></form>`;
}

/** All that the department said in it: the message, what it put right since, what it answered. French. */
function wordsOf({ source, needs, exchanges }: AgreementView): string {
  const { slot: names } = catalogues.fr.rewording;
  const corrected = needs.flatMap(({ slots }) =>
    SLOTS.flatMap((slot) =>
      slots[slot]?.correctedBy === 'prescriber'
        ? [`${names[slot]} : ${slots[slot].said.map(({ value }) => value).join(' ; ')}`]
        : [],
    ),
  );
  const answers = exchanges.flatMap(({ answer }) => (answer?.by === 'prescriber' ? [answer.text] : []));
  return [source, ...corrected, ...answers].join('\n');
}
