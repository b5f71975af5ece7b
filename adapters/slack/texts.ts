import { type Catalogue, catalogues } from '../../src/text/catalogues.ts';
import type { Language } from '../../src/vocabulary/people.ts';

/** All that is said in one language: what every face says, and what Slack's own buttons and forms say. */
export interface Texts {
  readonly language: Language;
  readonly all: Catalogue;
  readonly slack: Catalogue['slack'];
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  fr: { language: 'fr', all: catalogues.fr, slack: catalogues.fr.slack },
  en: { language: 'en', all: catalogues.en, slack: catalogues.en.slack },
};

export function textsOf(language: Language): Texts {
  return TEXTS[language];
}
