import type { Outgoing, Words } from '../../src/message/delivery.ts';
import { ownValue } from '../../src/own-value.ts';
import { escapeMarkdown } from '../../src/screens/make.ts';
import { noteScreen } from '../../src/screens/note.ts';
import type { Screen } from '../../src/screens/screen.ts';
import { mailTexts } from '../../src/text/mail-texts.ts';
import { signInLinkTexts } from '../../src/text/sign-in-link-texts.ts';
import type { Language } from '../../src/vocabulary/people.ts';
import type { ToldKind } from '../../src/vocabulary/told.ts';

/** An e-mail before it is drawn. Nothing sealed stands in it: it passes through hands that nobody here knows. */
export interface Letter {
  /** The same at each attempt: a mailbox that knows it shows the second no more. */
  readonly id: string;
  /** What the mails of one case or demand have in common: a mailbox shows them together. */
  readonly thread?: string | undefined;
  readonly subject: string;
  readonly screen: Screen;
  readonly open: Link;
  /** How to stop; left out of what was asked for a moment ago. */
  readonly stop?: Link;
  readonly language: Language;
}

export interface Link {
  readonly label: string;
  /** Whole. */
  readonly href: string;
}

/** Where the pages are, and where one stops what comes. */
export interface Places {
  readonly site: string;
  readonly stop: (kind: ToldKind) => string;
}

/** What a notice of a case is stopped by. */
export function kindOf({ kind }: Pick<Outgoing, 'kind'>): ToldKind {
  return kind === 'offer' ? 'offers' : 'cases';
}

export function aboutOf({ about, purchase }: Words): ToldKind {
  return about ?? (purchase === undefined ? 'training' : 'purchases');
}

/** Undefined: not worth an e-mail, the page shows it. */
export function letterOfCase(message: Outgoing, places: Places): Letter | undefined {
  const { id, kind, side, language, text } = message;
  const said = ownValue(mailTexts[language].cases[side], kind);
  if (said === undefined) return undefined;
  // Of an offer the first paragraph tells from what kind of body and until when; the question itself stays on the page.
  const line = said.line ?? text.split('\n\n', 1)[0] ?? '';
  return letter(
    { id, language, about: kindOf(message), subject: said.subject, line, page: `/dossier/${message.case}` },
    places,
  );
}

/** The one e-mail that is asked for: it says nothing of how to stop. @param href whole */
export function letterOfLink(id: string, href: string, language: Language): Letter {
  const { subject, line, enter } = signInLinkTexts[language];
  return { id, language, subject, screen: noteScreen(line, language), open: { label: enter.go, href } };
}

const PAGES: Readonly<Record<ToldKind, string>> = {
  offers: '/reserve',
  cases: '/dossiers',
  purchases: '/demandes',
  training: '/formation/moi',
  law: '/',
  network: '/animation',
};

export function letterOfWords(words: Words, places: Places): Letter {
  const { id, language, purchase, text, brief = text } = words;
  const about = aboutOf(words);
  const page = words.page ?? (purchase === undefined ? PAGES[about] : `/demande/${purchase}`);
  // Of a demand it is plain text: titles and names that people wrote.
  const line = purchase === undefined ? brief : escapeMarkdown(brief);
  return letter({ id, language, about, subject: mailTexts[language].subjects[about], line, page }, places);
}

function letter(
  {
    id,
    language,
    about,
    subject,
    line,
    page,
  }: Pick<Letter, 'id' | 'language' | 'subject'> & {
    readonly about: ToldKind;
    readonly line: string;
    readonly page: string;
  },
  { site, stop }: Places,
): Letter {
  const { kinds, open, stop: sayStop } = mailTexts[language];
  return {
    id,
    thread: page,
    language,
    subject,
    screen: noteScreen(line, language),
    open: { label: open[about], href: `${site}${page}` },
    stop: { label: sayStop(kinds[about]), href: stop(about) },
  };
}
