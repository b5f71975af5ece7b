import { assertNever } from '../../../../src/result.ts';
import type { AgreementEvent } from '../../../../src/rewording/port/agreement.ts';
import type { Language } from '../../../../src/vocabulary/people.ts';
import { html, type Markup } from '../../html.ts';
import type { View } from '../../view.ts';
import { capital } from './exchanges.ts';
import type { AgreementScreen } from './shown.ts';

/** Who did what and how long ago, the latest first; the exact time is in the title and for machines. */
export function renderHistory({ agreement, now }: AgreementScreen, view: View): Markup {
  const { side, agreement: texts } = view.texts.rewording;
  return html`<section aria-labelledby="history-title"><h3 id="history-title">${texts.history}</h3>
    <ol class="history" reversed>${agreement.history.toReversed().map(
      (event) => html`<li><span>${capital(side[event.by])} ${sayEvent(event, view)}</span>
      <time datetime="${event.at}" title="${sayInstant(event.at, view.language)}">${sayAgo(event.at, now, view.language)}</time>
      ${event.kind === 'corrected' && html`<q class="own"${view.french}>${event.value}</q>`}
      ${event.kind === 'term_corrected' && html`<q class="own"${view.french}>${event.wording}</q>`}</li>`,
    )}</ol></section>`;
}

function sayEvent(event: AgreementEvent, view: View): string {
  const { slot, agreement } = view.texts.rewording;
  switch (event.kind) {
    case 'corrected':
      return agreement.event.corrected(slot[event.slot].toLowerCase());
    case 'term_corrected':
      return agreement.event.term_corrected(event.words);
    case 'opened':
    case 'asked':
    case 'answered':
    case 'accepted':
    case 'withdrawn':
    case 'reopened':
      return agreement.event[event.kind];
    default:
      return assertNever(event);
  }
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** « il y a 5 minutes », « hier »; under a minute « maintenant ». */
export function sayAgo(at: string, now: Date, language: Language): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const elapsed = Math.max(0, now.getTime() - Date.parse(at));
  for (const [unit, length] of UNITS) if (elapsed >= length) return format.format(-Math.floor(elapsed / length), unit);
  return format.format(0, 'second');
}

function sayInstant(at: string, language: Language): string {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' } as const;
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', options).format(new Date(at));
}
