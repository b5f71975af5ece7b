import { frenchTimes, frenchTypography } from '../../src/french/typography.ts';
import { ownValue } from '../../src/own-value.ts';
import { type Catalogue, catalogues } from '../../src/text/catalogues.ts';
import type { Language } from '../../src/vocabulary/people.ts';

/** What every card and message needs to speak one language. */
export interface Say {
  readonly language: Language;
  readonly texts: Catalogue;
  readonly teams: Catalogue['teams'];
  /** A text of the catalogue, typeset: no-break spaces in French. */
  readonly set: (text: string) => string;
}

const says: Readonly<Record<Language, Say>> = { fr: sayIn('fr'), en: sayIn('en') };

export function createSay(language: Language): Say {
  return says[language];
}

function sayIn(language: Language): Say {
  const set = language === 'fr' ? frenchTypography : (text: string) => text;
  return { language, texts: catalogues[language], teams: catalogues[language].teams, set };
}

/** How well a source was checked, in words; a grade that the catalogue does not name is said as it is. */
export function sayStatus({ status }: { readonly status: string }, { texts }: Say): string {
  const names = texts.web.status;
  return ownValue(names, status) ?? status;
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

/** «25 novembre 2026»; the first of a month is «1er» in French. */
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
