import { frenchTimes } from '../../../src/french/typography.ts';
import type { Language } from '../../../src/vocabulary/people.ts';
import { html, type Markup } from '../html.ts';

const ZONE = 'Europe/Paris';
const LOCALE: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** «mercredi 25 novembre à 14 h 05», in the network's time. */
export function sayMoment(at: string, language: Language): string {
  return format(at, language, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
}

/** «25 novembre 2026». */
export function sayDate(at: string, language: Language): string {
  return format(at, language, { dateStyle: 'long' });
}

/** «25 nov., 14 h 05», for lists and lines of talk. */
export function sayShort(at: string, language: Language): string {
  return format(at, language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

export function timeOf(at: string, said: string): Markup {
  return html`<time datetime="${at}">${said}</time>`;
}

/** An instant that is none is said as it came: nothing is worth failing a page for. */
function format(at: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return at;
  const said = new Intl.DateTimeFormat(LOCALE[language], { timeZone: ZONE, ...options }).format(instant);
  return language === 'fr' ? frenchTimes(said) : said;
}
