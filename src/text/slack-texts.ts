import type { Role } from '../vocabulary/people.ts';
import type { Direction } from '../vocabulary/rewording.ts';

interface Confirm {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

interface Form {
  /** At most 24 characters. */
  readonly title: string;
  /** At most 24 characters. */
  readonly submit: string;
}

/** What Slack's own buttons, forms and notes say; the rest is in the catalogue all faces share. */
export interface SlackTexts {
  readonly answer: {
    readonly more: string;
    readonly less: string;
    readonly to: Readonly<Record<Role, string>>;
    readonly toLabel: Readonly<Record<Role, string>>;
    readonly onlyYou: string;
    readonly share: string;
    readonly shared: (mention: string) => string;
    readonly sharedDone: string;
    readonly youAsked: (question: string) => string;
    readonly cut: string;
    readonly usefulLabel: string;
    readonly uselessLabel: string;
    readonly lost: string;
  };
  readonly assistant: {
    readonly hello: string;
    readonly promptsTitle: string;
    readonly working: string;
    readonly prompts: Readonly<Record<Role | 'reservist', readonly (readonly [title: string, message: string])[]>>;
  };
  readonly reword: {
    readonly complete: string;
    readonly share: string;
    readonly docx: string;
    readonly original: string;
    readonly terms: (count: number) => string;
    readonly moreTerms: (count: number) => string;
    readonly inFile: string;
    readonly lost: string;
    readonly nothing: string;
    readonly agreementIntro: string;
    readonly accept: Readonly<Record<Role, string>>;
    readonly acceptedBy: (side: string, mention: string) => string;
    readonly correct: string;
    readonly completeForm: Form & { readonly intro: string; readonly nothing: string };
    readonly shareForm: Form & { readonly where: string; readonly hint: string; readonly side: string };
    readonly correctForm: Form & { readonly intro: string };
    readonly fileComment: string;
    readonly fileFailed: string;
    readonly shareFailed: string;
    readonly posted: string;
  };
  readonly need: Form & {
    readonly text: string;
    readonly hint: string;
    readonly direction: string;
    readonly directions: Readonly<Record<Direction | 'guess', string>>;
    readonly empty: string;
  };
  readonly ask: Form & { readonly text: string; readonly hint: string };
  readonly consent: Form & {
    readonly intro: string;
    readonly changed: string;
    readonly lifted: string;
    readonly liftedHint: string;
    readonly liftedPlaceholder: string;
    readonly added: string;
    readonly addedHint: string;
    readonly options: string;
    readonly refresh: string;
    readonly maskedLine: (text: string, replacement: string, kind: string) => string;
    readonly moreMasks: (count: number) => string;
    readonly sent: string;
    readonly close: string;
  };
  readonly feedback: Form & { readonly reason: string; readonly comment: string };
  readonly offer: {
    readonly title: string;
    readonly accept: string;
    readonly decline: string;
    readonly later: string;
    readonly laterDone: string;
    readonly accepted: string;
    readonly declined: string;
    readonly over: string;
  };
  readonly case: {
    readonly title: string;
    readonly titleDesk: string;
    readonly replyHere: string;
    /** The same once both sides are known. */
    readonly replyKnown: string;
    readonly confirm: Readonly<Record<'close' | 'withdraw' | 'give_back' | 'open_identity', Confirm>>;
    readonly rateAsk: string;
    readonly useful: string;
    readonly useless: string;
    readonly rated: string;
    readonly passForm: Form & { readonly name: string; readonly hint: string };
    readonly reopenForm: Form & { readonly why: string };
    readonly proposeForm: Form;
    readonly filesRefused: string;
    readonly notHere: string;
    readonly over: string;
    readonly relayed: string;
    readonly notRelayed: (why: string) => string;
    readonly editsNotRelayed: string;
  };
  readonly home: {
    readonly hello: (name: string) => string;
    readonly intro: string;
    readonly role: string;
    readonly roles: Readonly<Record<Role, string>>;
    readonly organisation: (name: string) => string;
    readonly reservist: string;
    readonly coordinator: string;
    readonly ask: string;
    readonly need: string;
    readonly askReservist: string;
    readonly cases: string;
    readonly noCase: string;
    readonly show: string;
    readonly desk: string;
    readonly offers: string;
    readonly availability: string;
    readonly changeAvailability: string;
    readonly modules: string;
    readonly modulesText: string;
    readonly data: string;
    readonly dataText: string;
    readonly export: string;
    readonly forget: string;
    readonly forgetConfirm: Confirm;
    readonly exported: string;
    readonly updated: (at: string) => string;
    readonly down: string;
    readonly seeModules: string;
    readonly myLearning: string;
    /** Of someone who has only asked questions. */
    readonly nothingKept: string;
  };
  /** Said of a line that is no question. */
  readonly aside: {
    readonly change: string;
    readonly whichCase: string;
    readonly learnFirst: string;
    readonly learnBegin: string;
  };
  readonly availability: Form & {
    readonly text: string;
    readonly hint: string;
    readonly confirm: string;
    readonly notReservist: string;
  };
  readonly command: {
    readonly help: string;
    readonly unknown: (typed: string) => string;
    readonly channel: Readonly<Record<'public' | 'private', string>>;
    readonly channelInDm: string;
    readonly formLate: string;
    readonly openForm: string;
    readonly nothingToReword: string;
    readonly failed: string;
    readonly later: string;
    readonly tooLong: string;
    readonly filesOnly: string;
  };
  readonly cancel: string;
  readonly install: {
    readonly done: string;
    readonly refused: string;
    readonly failed: string;
    readonly expired: string;
  };
}
