import type { Role } from '../vocabulary/people.ts';

/** What a person may type to open one of the bot's own cards, in any language. */
export type TeamsCommand = 'mine' | 'desk' | 'human' | 'reword' | 'data' | 'forgetMe' | 'help';

/** What Microsoft Teams' own cards, buttons and dialogs say; the rest is in the catalogue that all faces share. */
export interface TeamsTexts {
  /** The words of this language for each; the other language's are understood too. */
  readonly commands: Readonly<Record<TeamsCommand, readonly string[]>>;
  readonly answer: {
    readonly show: Readonly<Record<Role, string>>;
    /** The reply to a button whose answer is not kept any more. */
    readonly lost: string;
    readonly failed: string;
    readonly removed: string;
    /** To a message with a file: what is written is answered, the file is not read. */
    readonly filesUnread: string;
    /** Between the pieces of what does not fit one message. */
    readonly follows: (part: number, of: number) => string;
  };
  readonly welcome: {
    readonly title: string;
    readonly text: string;
    readonly group: string;
    readonly privacy: string;
    readonly suggestions: Readonly<Record<Role | 'reservist', readonly string[]>>;
  };
  readonly feedback: { readonly title: string; readonly glad: string; readonly what: string };
  readonly private: { readonly written: string; readonly notReached: string; readonly notHere: string };
  readonly human: { readonly ask: string; readonly question: string; readonly go: string; readonly shown: string };
  readonly consent: {
    readonly masks: string;
    readonly visible: string;
    readonly stale: string;
    readonly sent: string;
    readonly givenUp: string;
  };
  readonly case: {
    readonly opened: string;
    readonly open: (question: string) => string;
    readonly declined: string;
    readonly done: string;
    readonly earlier: (lines: number) => string;
  };
  readonly desk: { readonly understood: string };
  readonly reword: {
    readonly title: string;
    readonly ask: string;
    readonly hint: string;
    readonly go: string;
    readonly insert: string;
    readonly empty: string;
    readonly tooLong: (limit: number) => string;
    readonly keep: string;
    readonly kept: string;
    readonly terms: (count: number) => string;
  };
  readonly extension: { readonly none: string; readonly noText: string; readonly more: string };
  readonly data: {
    readonly export: string;
    readonly tooLong: string;
    readonly confirm: string;
    /** Shows the whole of it, as a program reads it. */
    readonly all: string;
    readonly kept: Readonly<Record<'casesAsked' | 'casesHelped' | 'fichesProposed' | 'looks' | 'platforms', string>>;
  };
  readonly fault: { readonly unknownGesture: string; readonly down: string };
}
