import { frenchTimes } from '../french/typography.ts';
import { ownValue } from '../own-value.ts';
import { catalogues } from '../text/catalogues.ts';
import { screenTexts } from '../text/screen-texts.ts';
import type { Language } from '../vocabulary/people.ts';

/** All that a screen says in one language. */
export function wordsOf(language: Language) {
  return WORDS[language];
}

export type Words = (typeof WORDS)[Language];

const WORDS = {
  fr: { language: 'fr' as Language, all: catalogues.fr, own: screenTexts.fr },
  en: { language: 'en' as Language, all: catalogues.en, own: screenTexts.en },
};

/** How well a source was checked, in words; a grade that the catalogue does not name is said as it is. */
export function sayStatus(status: string, { all }: Words): string {
  return ownValue(all.web.status, status) ?? status;
}

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

/** «1 h 35». */
export function sayLength(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours === 0 && rest > 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
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
