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

/** «1 h 35». */
export function sayLength(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours === 0 && rest > 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}
