import { frenchTimes } from '../french/typography.ts';
import type { Language } from '../vocabulary/people.ts';

const ZONE = 'Europe/Paris';
const LOCALE: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** «mercredi 25 novembre à 14 h 05», in the network's time; an instant that is none is said as it came. */
export function sayMoment(at: string, language: Language): string {
  return format(at, language, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
}

/** «25 nov., 14 h 05», for lines of talk. */
export function sayShort(at: string, language: Language): string {
  return format(at, language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

/** «25 novembre 2026»; the first of a month is «1er» in French. Of a day or of an instant. */
export function sayDay(at: string, language: Language): string {
  const said = format(at, language, { dateStyle: 'long' });
  return language === 'fr' ? said.replace(/^1 /, '1er ') : said;
}

function format(at: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00Z` : at);
  if (Number.isNaN(instant.getTime())) return at;
  const said = formatter(language, options).format(instant);
  return language === 'fr' ? frenchTimes(said) : said;
}

/** Making one costs more than using it a hundred times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.keys(options).join(' ')}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], { timeZone: ZONE, ...options });
  formatters.set(key, known);
  return known;
}
