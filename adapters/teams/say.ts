import { frenchTypography } from '../../src/french/typography.ts';
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
