import type { Language, Role } from '../vocabulary/people.ts';
import type { HandoffReason, RefusalReason } from '../vocabulary/reasons.ts';
import type { HandoffTexts } from './handoff-texts.ts';
import type { HandoffWebTexts } from './handoff-web-texts.ts';
import type { RewordingTexts } from './rewording-texts.ts';
import type { TrainingTexts } from './training-texts.ts';

/** Every text the assistant itself says, one catalogue per language; the corpus stays French. */
export interface Catalogue {
  readonly register: Readonly<Record<Role, string>>;
  readonly roleName: Readonly<Record<Role, string>>;
  readonly roleInferred: Readonly<Record<Role, string>>;
  readonly roleSet: Readonly<Record<Role, string>>;
  readonly asOf: (day: string) => string;
  readonly sources: string;
  readonly nextSteps: string;
  readonly nearby: string;
  readonly pitfalls: string;
  readonly also: string;
  readonly yourCase: string;
  readonly limit: string;
  readonly offer: string;
  readonly known: string;
  readonly frenchSources: string | undefined;
  readonly figuresAt: (day: string, verified: string) => string;
  readonly reviewOverdue: (day: string) => string;
  readonly weakSource: string;
  /** Where a language model words the answers. */
  readonly model: {
    readonly worded: string;
    readonly understood: string;
    readonly doubt: string;
    readonly human: string;
    readonly budgetSpent: string;
  };
  readonly handoffWhy: Readonly<Record<HandoffReason, string>>;
  readonly askReservist: string;
  readonly refusal: Readonly<Record<RefusalReason, { readonly text: string; readonly next: string }>>;
  readonly outside: Readonly<Record<'supplier' | 'foreign' | 'action', string>>;
  readonly clarify: Readonly<Record<'objet' | 'acheteur', string>>;
  readonly clarifyTopic: string;
  readonly choice: Readonly<Record<string, string>>;
  readonly depends: string;
  readonly smalltalk: Readonly<Record<'hello' | 'thanks' | 'bye' | 'help' | 'identity' | 'ok', string>>;
  readonly examples: Readonly<Record<Role, readonly string[]>>;
  readonly web: WebTexts;
  readonly rewording: RewordingTexts;
  readonly handoff: HandoffTexts;
  readonly handoffWeb: HandoffWebTexts;
  readonly training: TrainingTexts;
}

/** How sure an answer is, in three words. */
export type ConfidenceWord = 'high' | 'medium' | 'low';
/** Why an answer was not useful. */
export const FEEDBACK_CHOICES = ['off_topic', 'unclear', 'incomplete', 'wrong', 'other'] as const;
export type FeedbackChoice = (typeof FEEDBACK_CHOICES)[number];
/** What a page says when a request cannot be served, by HTTP status; `other` for the rest. */
export type WebFault = '403' | '404' | '413' | '429' | '500' | 'other';

/** What the web page says around the outcomes. `{n}` stands for a number that the page's script fills in. */
interface WebTexts {
  readonly title: string;
  readonly skip: string;
  readonly toAnswer: string;
  /** The link to the other language, written in that language. */
  readonly otherLanguage: { readonly code: Language; readonly label: string; readonly hint: string };
  readonly headline: string;
  readonly intro: string;
  readonly promises: readonly string[];
  /** Where a case can be handed over. */
  readonly promisedReservist: string;
  readonly examplesFor: Readonly<Record<Role, string>>;
  readonly iAm: string;
  readonly roleChoice: Readonly<Record<Role, string>>;
  readonly question: string;
  readonly questionHint: string;
  readonly keys: string;
  readonly send: string;
  readonly searching: string;
  readonly charactersLeft: string;
  readonly charactersOver: string;
  readonly conversation: string;
  readonly you: string;
  readonly forget: string;
  readonly forgotten: string;
  readonly versions: string;
  readonly newTab: string;
  readonly askReservistText: string;
  readonly followUps: string;
  readonly branches: string;
  readonly clarificationTitle: string;
  readonly handoffTitle: string;
  /** Said to who has just asked for a human, in place of the offer. */
  readonly handoffAsked: string;
  readonly refusalTitle: Readonly<Record<RefusalReason, string>>;
  readonly confidenceName: string;
  readonly confidence: Readonly<Record<ConfidenceWord, string>>;
  readonly statusName: string;
  /** The corpus' grades of a source, from read in full to unchecked. */
  readonly status: Readonly<Record<string, string>>;
  readonly feedback: {
    readonly ask: string;
    readonly yes: string;
    readonly no: string;
    readonly why: string;
    readonly choices: Readonly<Record<FeedbackChoice, string>>;
    readonly comment: string;
    readonly send: string;
    readonly thanks: string;
  };
  readonly failed: string;
  readonly retry: string;
  readonly fault: Readonly<Record<WebFault, { readonly title: string; readonly text: string }>>;
  readonly home: string;
  readonly footer: string;
  readonly start: {
    readonly listening: (address: string) => string;
    readonly portInUse: (port: number) => string;
    readonly exposed: (host: string) => string;
  };
}
