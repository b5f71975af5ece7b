import { frenchTimes } from '../../src/french/typography.ts';
import type { Language } from '../../src/vocabulary/people.ts';

const LOCALE: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** `2026-11-24` → « 24 novembre 2026 »; the first of a month is « 1er » in French. */
export function sayDay(day: string, language: Language): string {
  const said = format(`${day.slice(0, 10)}T00:00:00Z`, language, 'UTC', { dateStyle: 'long' });
  return language === 'fr' ? said.replace(/^1 /, '1er ') : said;
}

/** «25 nov., 14 h 05», in the network's time. */
export function sayShort(at: string, language: Language): string {
  return format(at, language, 'Europe/Paris', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

/** «25 novembre 2026». */
export function sayDate(at: string, language: Language): string {
  return format(at, language, 'Europe/Paris', { dateStyle: 'long' });
}

/** An instant that is none is said as it came: nothing is worth failing a message for. */
function format(at: string, language: Language, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return at;
  const said = formatter(language, timeZone, options).format(instant);
  return language === 'fr' ? frenchTimes(said) : said;
}

/** Making a formatter costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([language, timeZone, options]);
  const made = formatters.get(name) ?? new Intl.DateTimeFormat(LOCALE[language], { timeZone, ...options });
  formatters.set(name, made);
  return made;
}
