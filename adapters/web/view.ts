import { frenchTypography } from '../../src/french/typography.ts';
import type { SignedIn } from '../../src/reserve/port/signed-in.ts';
import { type Catalogue, catalogues } from '../../src/text/catalogues.ts';
import type { Teaching } from '../../src/training/port/teaching.ts';
import type { Language, Role } from '../../src/vocabulary/people.ts';
import { html, type Markup } from './html.ts';

/** What every piece of a page needs to speak one language. */
export interface View {
  readonly language: Language;
  readonly texts: Catalogue;
  /** The `lang` attribute of what is quoted from the corpus, which is French whatever the page is in. */
  readonly french: Markup;
  /** A text of the catalogue, typeset: no-break spaces in French. */
  readonly say: (text: string) => string;
  /** An address of this site which keeps the page's language and who is played in this window. */
  readonly at: (path: string) => string;
  /** Where a fiche is taught; undefined where modules cannot be followed. */
  readonly lessonOf: Teaching['lessonOf'] | undefined;
  /** Purchases are taken stock of here. */
  readonly interviews: boolean;
  /** What changed of the law can be read here. */
  readonly law: boolean;
  /** Undefined where no case can be handed over. */
  readonly help: HelpView | undefined;
}

/** What a page shows of who is signed in. */
export interface HelpView {
  readonly person: SignedIn | undefined;
  /** What the addresses of this window begin with; empty but for a demo identity. */
  readonly base: string;
  /** Demands go from one side to the other here. */
  readonly purchases?: boolean;
  /** One is told by e-mail here, and says of what. */
  readonly mails?: boolean;
  /** Anyone of the demo may be played. */
  readonly demo: boolean;
}

export const ROLES: readonly Role[] = ['prescriber', 'buyer'];

export function createView(
  language: Language,
  help?: HelpView,
  lessonOf?: Teaching['lessonOf'],
  interviews = false,
  law = false,
): View {
  const base = help?.base ?? '';
  return {
    language,
    texts: catalogues[language],
    french: language === 'fr' ? html`` : html` lang="fr"`,
    say: (text) => (language === 'fr' ? frenchTypography(text) : text),
    at: (path) => base + path + (language === 'fr' ? '' : `${path.includes('?') ? '&' : '?'}lang=${language}`),
    lessonOf,
    interviews,
    law,
    help,
  };
}

/** The same for whoever has just left: nobody. */
export function viewOfNobody({ language, help, lessonOf, interviews, law }: View): View {
  return createView(language, { base: '', demo: help?.demo ?? false, person: undefined }, lessonOf, interviews, law);
}

/** French has a no-break space before a colon. */
export function colon(view: View): string {
  return view.language === 'fr' ? '\u00a0:' : ':';
}
