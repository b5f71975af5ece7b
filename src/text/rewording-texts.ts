import type { Role } from '../vocabulary/people.ts';
import type { DefectKind, Direction, LintCode, Slot } from '../vocabulary/rewording.ts';

/** What the pages of rewording and of agreement say. `{n}` stands for a number that the page's script fills in. */
export interface RewordingTexts {
  /** In the head of every page. */
  readonly nav: { readonly label: string; readonly ask: string; readonly reword: string };
  readonly title: string;
  readonly headline: string;
  readonly intro: string;
  /** What it does, in four: a name and a sentence each. */
  readonly does: readonly { readonly name: string; readonly text: string }[];
  readonly field: string;
  readonly hint: string;
  readonly limit: string;
  readonly counter: string;
  readonly over: string;
  readonly skip: string;
  readonly directionName: string;
  readonly guess: string;
  readonly direction: Readonly<Record<Direction, string>>;
  readonly go: string;
  readonly working: string;
  readonly failed: string;
  readonly examplesName: string;
  readonly examplesFor: Readonly<Record<Direction, string>>;
  /** Own sentences; the first is short, the second says more. */
  readonly examples: Readonly<Record<Direction, readonly { readonly label: string; readonly text: string }[]>>;
  readonly fault: {
    readonly empty: string;
    readonly tooLong: (over: string) => string;
    readonly tooLarge: { readonly title: string; readonly text: string };
    readonly failed: string;
    /** Its reading was stopped. */
    readonly tooSlow: string;
    readonly store: string;
  };
  readonly resultTitle: string;
  readonly again: string;
  readonly guessed: Readonly<Record<Direction, string>>;
  readonly chosen: Readonly<Record<Direction, string>>;
  readonly turn: Readonly<Record<Direction, string>>;
  readonly originalBy: Readonly<Record<Direction, string>>;
  readonly rewordedFor: Readonly<Record<Direction, string>>;
  /** Under a rewording in the chat: opens the page that shows all of it. */
  readonly sideBySide: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly readability: (score: number) => string;
  readonly termsHint: string;
  readonly close: string;
  readonly glossary: string;
  readonly glossaryHeads: { readonly from: string; readonly to: string; readonly means: string };
  readonly faithful: string;
  readonly unfaithful: (count: number) => string;
  readonly defect: Readonly<Record<DefectKind, string>>;
  readonly inSource: string;
  readonly inTarget: string;
  readonly nowhere: string;
  readonly findings: (count: number) => string;
  readonly noFinding: string;
  readonly finding: (index: number) => string;
  readonly toText: string;
  readonly instead: string;
  readonly lint: Readonly<Record<LintCode, string>>;
  readonly questions: string;
  readonly questionsWhy: string;
  readonly answer: string;
  readonly answerSend: string;
  readonly forNeed: (need: number) => string;
  readonly brief: string;
  readonly briefAim: string;
  readonly need: (index: number, of: number) => string;
  readonly slot: Readonly<Record<Slot, string>>;
  readonly understood: string;
  readonly toSay: string;
  readonly conflict: string;
  readonly untouched: string;
  readonly functions: string;
  readonly functionHeads: { readonly what: string; readonly level: string; readonly flexibility: string };
  readonly flexibility: Readonly<Record<'firm' | 'negotiable' | 'unsaid', string>>;
  readonly lots: string;
  readonly lotsWhy: string;
  readonly risks: string;
  readonly proof: string;
  readonly points: Readonly<Record<'asked' | 'why' | 'send' | 'byWhen' | 'otherwise' | 'example' | 'none', string>>;
  readonly save: {
    readonly title: string;
    /** Where people sign in, and where two people are named. */
    readonly text: string;
    readonly textByName: string;
    readonly as: string;
    readonly ownName: string;
    readonly otherName: string;
    readonly send: string;
  };
  readonly side: Readonly<Record<Role, string>>;
  readonly agreement: AgreementTexts;
}

/** What the page of a brief to agree on says. `who` is a side by its name («l’acheteur»). */
interface AgreementTexts {
  readonly title: string;
  readonly working: string;
  readonly failed: string;
  /** What this address is for: with someone signed in, by a link of one's own, or to read only (where people sign in or not). */
  readonly share: Readonly<Record<'both' | 'own' | 'signIn' | 'link', string>>;
  readonly copyAddress: string;
  readonly links: Readonly<Record<'title' | 'copy' | 'open', string>> &
    Readonly<Record<'give' | 'own', (who: string) => string>>;
  /** A side with the name of who acts for it. */
  readonly named: (side: string, name: string) => string;
  readonly version: (version: number) => string;
  readonly actingFor: (who: string) => string;
  readonly state: Readonly<Record<'open' | 'agreed', string>> & { readonly withdrawn: (who: string) => string };
  readonly accepted: (who: string) => string;
  readonly waiting: (who: string) => string;
  readonly accept: string;
  readonly acceptWhy: string;
  readonly withdraw: string;
  readonly reopen: string;
  readonly edit: string;
  readonly fill: string;
  readonly newValue: (slot: string) => string;
  readonly oneByLine: string;
  readonly save: string;
  readonly correctedBy: (who: string) => string;
  readonly terms: string;
  readonly termsAim: string;
  readonly newTerm: (from: string) => string;
  readonly preferredBy: (who: string) => string;
  readonly exchanges: string;
  readonly noExchange: string;
  readonly ask: string;
  readonly askSend: string;
  readonly asks: (who: string) => string;
  readonly answers: (who: string) => string;
  readonly unanswered: string;
  readonly answer: string;
  readonly answerSend: string;
  readonly history: string;
  readonly event: Readonly<Record<'opened' | 'asked' | 'answered' | 'accepted' | 'withdrawn' | 'reopened', string>> & {
    readonly corrected: (slot: string) => string;
    readonly term_corrected: (words: string) => string;
  };
  readonly originals: string;
  readonly downloads: string;
  readonly download: Readonly<Record<'docx' | 'md' | 'json', string>>;
  readonly done: string;
  readonly stale: string;
  readonly unknown: { readonly title: string; readonly text: string };
  readonly refused: Readonly<
    Record<
      | 'side'
      | 'names'
      | 'not_signed_in'
      | 'not_a_party'
      | 'empty'
      | 'agreed'
      | 'withdrawn'
      | 'unchanged'
      | 'own_question'
      | 'already_accepted'
      | 'other',
      string
    >
  > & { readonly too_long: (limit: number) => string; readonly other_side: (side: string) => string };
  readonly kept: { readonly title: string; readonly text: string; readonly typed: string; readonly retry: string };
}
