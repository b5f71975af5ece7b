import type { Catalogue } from '../../src/text/catalogue.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { slackEn } from '../../src/text/slack-en.ts';
import { slackFr } from '../../src/text/slack-fr.ts';
import type { SlackTexts } from '../../src/text/slack-texts.ts';
import type { Language } from '../../src/vocabulary/people.ts';

/** All that is said in one language: what every face says, and what Slack's own buttons and forms say. */
export interface Texts {
  readonly language: Language;
  readonly all: Catalogue;
  readonly slack: SlackTexts;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  fr: { language: 'fr', all: catalogues.fr, slack: slackFr },
  en: { language: 'en', all: catalogues.en, slack: slackEn },
};

export function textsOf(language: Language): Texts {
  return TEXTS[language];
}
