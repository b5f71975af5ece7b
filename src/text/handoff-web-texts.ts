// Every text of the pages of the hand-over, in one shape for all languages: longer than the usual file.
import type { CaseStatus, Side } from '../vocabulary/cases.ts';

interface Message {
  readonly title: string;
  readonly text: string;
}

/** Steps of a case as its page shows them, in order. */
export type CaseStep = 'sent' | 'sought' | 'taken' | 'answered' | 'closed';

export interface HandoffWebTexts {
  readonly nav: Readonly<Record<'ask' | 'mine' | 'desk' | 'board' | 'data' | 'signIn' | 'signOut' | 'change', string>>;
  readonly skip: string;
  readonly refresh: string;
  readonly refreshed: string;
  readonly working: string;
  readonly failed: string;
  readonly signIn: SignInTexts;
  readonly ask: {
    readonly title: string;
    readonly intro: string;
    readonly question: string;
    readonly hint: string;
    readonly answered: string;
    readonly go: string;
    readonly empty: string;
  };
  readonly brief: BriefTexts;
  readonly case: CaseTexts;
  readonly status: Readonly<Record<CaseStatus, string>>;
  readonly mine: { readonly title: string; readonly none: string; readonly opened: string };
  /** A line of the chat that was no question. */
  readonly heard: {
    readonly title: Readonly<Record<'availability' | 'unclear' | 'my_data' | 'forget_me' | 'for_case', string>>;
    readonly toDesk: string;
    readonly wasQuestion: string;
    readonly isQuestion: string;
    /** To someone with a case under way: whom is the line for? By the side they are on. */
    readonly forCase: Readonly<Record<Side, string>>;
    readonly forOther: Readonly<Record<Side, string>>;
    /** The same where there are several cases. */
    readonly forOtherOf: (question: string) => string;
    readonly wentToOther: Readonly<Record<Side, string>>;
  };
  readonly desk: DeskTexts;
  readonly board: BoardTexts;
  readonly data: DataTexts;
  readonly fault: Readonly<
    Record<
      | 'unknown_case'
      | 'not_yours'
      | 'taken'
      | 'offer_expired'
      | 'wrong_status'
      | 'stale'
      | 'unknown_reservist'
      | 'store_down'
      | 'unknown_candidate'
      | 'already_proposed'
      | 'not_reservist'
      | 'not_coordinator'
      | 'unread'
      | 'files_refused'
      | 'second_person',
      Message
    >
  > & {
    readonly empty_text: string;
    /** Before the corpus' own reason. */
    readonly unfit_candidate: string;
    readonly too_long: (limit: number) => string;
    readonly too_slow: string;
  };
  readonly kept: { readonly typed: string; readonly retry: string; readonly back: string };
}

interface SignInTexts {
  readonly title: string;
  readonly demo: string;
  readonly twoWindows: string;
  readonly play: (name: string) => string;
  readonly parts: Readonly<Record<'requester' | 'reservist' | 'coordinator', string>>;
  readonly noDemo: string;
  readonly held: string;
  readonly provider: string;
  readonly go: string;
  readonly goProConnect: string;
  readonly back: Message;
  readonly send: string;
  readonly signedOut: Message;
  readonly signingOut: Message & { readonly link: string };
  readonly expired: string;
  readonly again: string;
  /** What the provider calls the account that was refused: whoever links it needs it. */
  readonly account: string;
  /** The link that makes an administrator, and what came of it. */
  readonly invitation: Message & { readonly go: string } & Readonly<
      Record<'done' | 'expired' | 'not_yours' | 'store_down', Message>
    >;
  readonly fault: Readonly<
    Record<
      | 'not_here'
      | 'unknown_person'
      | 'no_body'
      | 'linked_elsewhere'
      | 'provider_down'
      | 'wrong_state'
      | 'expired'
      | 'not_trusted'
      | 'refused'
      | 'down',
      Message
    >
  >;
}

interface BriefTexts {
  readonly title: string;
  readonly intro: string;
  readonly leaves: string;
  readonly question: string;
  readonly answered: string;
  readonly need: string;
  readonly competences: string;
  readonly masks: string;
  readonly masksWhy: string;
  readonly noMask: string;
  readonly kind: Readonly<Record<string, string>>;
  readonly otherKind: string;
  readonly hidden: (kind: string) => string;
  readonly shown: (kind: string) => string;
  readonly lift: (text: string) => string;
  readonly add: string;
  readonly addHint: string;
  readonly amounts: string;
  readonly sameBody: string;
  readonly sameBodyWhy: string;
  readonly update: string;
  readonly send: string;
  readonly sendWhy: string;
  readonly giveUp: string;
  readonly changed: string;
  readonly updated: string;
  readonly again: string;
}

interface CaseTexts {
  readonly title: string;
  readonly of: string;
  readonly steps: string;
  readonly step: Readonly<Record<CaseStep, string>>;
  readonly stepIs: Readonly<Record<'done' | 'now' | 'todo', string>>;
  readonly expected: (at: string) => string;
  readonly brief: string;
  readonly talk: string;
  readonly noTalk: string;
  readonly you: string;
  readonly requester: string;
  readonly reservist: string;
  readonly say: Readonly<Record<'requester' | 'reservist', string>>;
  readonly sayWhy: string;
  readonly send: string;
  readonly accept: string;
  readonly decline: string;
  readonly declineWhy: string;
  readonly until: (at: string) => string;
  readonly answer: string;
  readonly answerWhy: string;
  readonly giveBack: string;
  readonly giveBackWhy: string;
  readonly passTo: string;
  readonly passToWhom: string;
  readonly passSend: string;
  readonly identity: string;
  readonly identityWhy: string;
  readonly identityYou: Readonly<Record<'yes' | 'no', string>>;
  readonly identityOther: Readonly<Record<'yes' | 'no', string>>;
  readonly identityOpen: (name: string, organisation: string) => string;
  readonly openIdentity: string;
  readonly withdraw: string;
  readonly withdrawWhy: string;
  readonly close: string;
  readonly rate: string;
  readonly rateYes: string;
  readonly rateNo: string;
  readonly rateComment: string;
  readonly reopen: string;
  readonly reopenWhy: string;
  readonly reopenSend: string;
  readonly propose: string;
  readonly proposeWhy: string;
  readonly proposeQuestion: string;
  readonly proposeAnswer: string;
  readonly proposeSend: string;
  readonly done: Readonly<Record<string, string>>;
}

interface DeskTexts {
  readonly title: string;
  readonly offers: string;
  readonly noOffer: string;
  readonly cases: string;
  readonly noCase: string;
  readonly availability: string;
  readonly paused: string;
  readonly pausedUntil: (at: string) => string;
  readonly available: string;
  readonly noWeek: string;
  readonly absences: string;
  readonly absence: (from: string, to: string) => string;
  readonly hours: (used: string, monthly: string) => string;
  readonly atOnce: (cases: number) => string;
  readonly next: (at: string) => string;
  readonly change: string;
  readonly changeHint: string;
  readonly understand: string;
  readonly confirm: string;
  readonly reword: string;
  readonly changed: string;
  readonly calendar: string;
  readonly calendarOut: string;
  readonly calendarFile: string;
  readonly calendarIn: string;
  readonly calendarHint: string;
  readonly calendarTake: string;
  readonly calendarMissing: string;
  readonly calendarTaken: (absences: number) => string;
  readonly lent: string;
  readonly nothing: string;
  readonly competences: string;
  readonly organisations: string;
  readonly suppliers: string;
  readonly substitute: string;
  readonly substituteHint: string;
  readonly oneALine: string;
  readonly declare: string;
  readonly declareWhy: string;
  readonly declareSave: string;
}

interface BoardTexts {
  readonly title: string;
  readonly model: {
    readonly title: string;
    readonly heads: readonly [string, string, string, string, string, string, string];
    /** By what a call was for. */
    readonly purposes: Readonly<Record<string, string>>;
    readonly unsaid: string;
  };
  readonly figures: Readonly<Record<'queue' | 'open' | 'free' | 'toRead' | 'undelivered', string>>;
  readonly queue: string;
  readonly noQueue: string;
  readonly open: string;
  readonly noOpen: string;
  readonly columns: Readonly<
    Record<
      | 'waiting'
      | 'week'
      | 'openedCount'
      | 'taken'
      | 'median'
      | 'theme'
      | 'cases'
      | 'reservist'
      | 'organisation'
      | 'following'
      | 'asked'
      | 'minutes'
      | 'offered'
      | 'free',
      string
    >
  >;
  readonly yes: string;
  readonly no: string;
  readonly table: string;
  readonly noData: string;
  readonly weeks: string;
  readonly weekName: (week: number) => string;
  readonly weeksDesc: (weeks: number, opened: number, taken: number) => string;
  readonly legendOpened: string;
  readonly legendTaken: string;
  readonly waits: string;
  readonly waitsDesc: (shortest: string, longest: string, last: string) => string;
  readonly noWait: string;
  readonly themes: string;
  readonly themesDesc: (first: string, cases: number) => string;
  readonly load: string;
  readonly loadDesc: (reservists: number, used: string, monthly: string) => string;
  readonly loadRow: (used: string, monthly: string, cases: number, asked: number) => string;
  readonly freeNow: string;
  readonly notFree: string;
  readonly candidates: string;
  readonly candidatesWhy: string;
  readonly noCandidate: string;
  readonly approvedBy: Readonly<Record<'nobody' | 'reservist' | 'coordinator', string>>;
  readonly approve: (question: string) => string;
  readonly approveShort: string;
  readonly setAside: (question: string) => string;
  readonly setAsideShort: string;
  readonly approved: string;
  readonly asideDone: string;
  readonly unanswered: string;
  readonly noUnanswered: string;
  readonly undelivered: string;
  readonly noUndelivered: string;
  /** What is no longer tried. */
  readonly putAside: {
    readonly title: string;
    readonly why: string;
    readonly kinds: Readonly<Record<'event' | 'message' | 'timer' | 'words', string>>;
    readonly died: string;
    readonly failed: string;
  };
}

interface DataTexts {
  readonly title: string;
  readonly intro: string;
  readonly download: string;
  readonly downloadWhy: string;
  readonly file: string;
  readonly forget: string;
  readonly forgetWhy: string;
  readonly forgetAsk: Message;
  readonly forgetYes: string;
  readonly forgetNo: string;
  readonly forgotten: Message;
}
