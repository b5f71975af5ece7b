import type { CaseAction, CaseStatus, Side } from '../../vocabulary/cases.ts';

/** A piece of a brief that is hidden, or could be. `text` is shown to its own writer alone. */
export interface MaskChoice {
  /** Stable within one preview. */
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly replacement: string;
  readonly masked: boolean;
}

/** What will leave, exactly, before anything does. */
export interface BriefPreview {
  readonly case: string;
  /** A mark of the very text that leaves: sent back with the consent, so that nothing else leaves than what was seen. */
  readonly seen: string;
  readonly question: string;
  /** The question before masking, for its own writer to correct. */
  readonly typed: string;
  readonly answered: string | undefined;
  /** Whether there is an answer of the assistant's that could go with it. */
  readonly hasAnswer: boolean;
  /** By when an answer is wanted, in the requester's own words; it leaves with the question. */
  readonly deadline?: string | undefined;
  readonly need: string | undefined;
  readonly competences: readonly string[];
  readonly masks: readonly MaskChoice[];
}

/** What a requester asks help for: the question as typed, and what the assistant had answered. */
export interface HelpRequest {
  readonly question: string;
  readonly answered: string | undefined;
  readonly need: string | undefined;
}

export interface PreviewChoices {
  /** Ids of masks the requester lifts. */
  readonly lifted: readonly string[];
  /** Words the requester hides besides. */
  readonly added: readonly string[];
  readonly amountsAsRanges: boolean;
  /** The question in other words; as it stood last when left out. */
  readonly question?: string | undefined;
  /** Whether the assistant's answer goes with it; as it stood last when left out. */
  readonly withAnswer?: boolean | undefined;
  /** By when an answer is wanted, empty for no matter when; as it stood last when left out. */
  readonly deadline?: string | undefined;
}

/** What a requester agrees to: the text whose mark is `seen`, made again by these choices. */
export interface Consent {
  readonly seen: string;
  readonly choices: PreviewChoices;
  readonly sameBodyPreferred: boolean;
}

/** It left as it was seen; or it would now read otherwise (other choices, other masking), and is to be seen again first. */
export type Sent =
  | { readonly kind: 'sent'; readonly view: CaseView }
  | { readonly kind: 'changed'; readonly preview: BriefPreview };

/** One line of a case as one side may see it. */
export type CaseLine = { readonly at: string } & (
  | {
      readonly kind: 'message';
      readonly from: Side | 'you';
      readonly text: string;
      /** Of one's own words: in a sentence, what the other side does not read of them; left out when they read it all. */
      readonly hidden?: string;
    }
  | { readonly kind: 'step'; readonly text: string }
);

export interface CaseView {
  readonly id: string;
  /** What is decided on it is sent back with this. */
  readonly version: number;
  readonly status: CaseStatus;
  /** In one sentence, where it stands and what comes next, for this reader. */
  readonly standing: string;
  readonly side: Side;
  /** The brief as it left: the same for both sides. */
  readonly brief: {
    readonly question: string;
    readonly answered: string | undefined;
    readonly need: string | undefined;
  };
  readonly lines: readonly CaseLine[];
  /** Named only when both have agreed. */
  readonly other: { readonly name: string | undefined; readonly organisation: string };
  readonly identity: { readonly you: boolean; readonly other: boolean };
  readonly expectedAt: string | undefined;
  readonly openedAt: string;
  /** What this reader may do now. */
  readonly may: readonly CaseAction['kind'][];
}

/** What was said at a case, as its requester reads it, without anything of who said it. */
export interface BroughtBack {
  /** Who may read it. */
  readonly requester: string;
  /** Someone took it. */
  readonly taken: boolean;
  readonly said: readonly string[];
}

export interface CaseRow {
  readonly id: string;
  readonly question: string;
  readonly status: CaseStatus;
  readonly openedAt: string;
  readonly since: string;
  /** For an offer: until when. */
  readonly expiresAt: string | undefined;
}

/** The reservist's desk. */
export interface DeskView {
  readonly offers: readonly CaseRow[];
  readonly cases: readonly CaseRow[];
  readonly availability: {
    /** «le mardi et le jeudi de 9 h à 12 h». */
    readonly said: string;
    readonly pausedUntil: string | undefined;
    readonly paused: boolean;
    readonly absences: readonly { readonly from: string; readonly to: string }[];
    readonly monthlyMinutes: number;
    readonly usedMinutes: number;
    readonly simultaneousCases: number;
    readonly nextAt: string | undefined;
  };
  /** What else they lend, and what keeps a case from them, by the names the network knows. */
  readonly lent: {
    readonly competences: readonly string[];
    /** All there are in the corpus, to choose from. */
    readonly allCompetences: readonly string[];
    readonly substitute: string | undefined;
    readonly conflicts: { readonly organisations: readonly string[]; readonly suppliers: readonly string[] };
  };
}

/** What a reservist declares: the whole of it takes the place of what was declared before. */
export interface LendingDeclared {
  readonly competences: readonly string[];
  /** By name or e-mail. */
  readonly substitute: string | undefined;
  /** Bodies they work for or advise, by name. */
  readonly organisations: readonly string[];
  /** Firms they have ties with. */
  readonly suppliers: readonly string[];
}

export interface CalendarTaken {
  readonly absences: number;
  /** What was left out, each in a sentence. */
  readonly leftOut: readonly string[];
}

/** What people asked in the same words, accents and capitals left aside, and nobody could answer. */
export interface Gap {
  readonly question: string;
  readonly asked: number;
  /** The latest. */
  readonly at: string;
}

/** The coordinator's board. Weeks are ISO weeks, the oldest first. */
/** An event of a chat platform, a message or a timer of a case, words to a person. */
type PutAside = 'event' | 'message' | 'timer' | 'words';

/** How many there are, and of them those that have waited longest. */
export interface WaitingCases {
  readonly cases: number;
  readonly rows: readonly CaseRow[];
}

export interface BoardView {
  /** Nobody has taken them yet. */
  readonly queue: WaitingCases;
  readonly open: WaitingCases;
  readonly reservists: readonly {
    readonly name: string;
    readonly organisation: string;
    readonly cases: number;
    readonly askedThisMonth: number;
    readonly minutesThisMonth: number;
    readonly monthlyMinutes: number;
    readonly available: boolean;
  }[];
  readonly weeks: readonly {
    readonly week: string;
    readonly opened: number;
    readonly taken: number;
    /** Working minutes before someone took it, median; undefined when none was taken. */
    readonly medianWait: number | undefined;
  }[];
  /** Asked to the assistant and found without an answer, or answered to no use; masked. The most asked first. */
  readonly unanswered: readonly Gap[];
  readonly themes: readonly { readonly competence: string; readonly cases: number }[];
  readonly undelivered: readonly { readonly id: string; readonly at: string; readonly why: string }[];
  /** What killed the process, or threw, three times: no longer tried. */
  readonly putAside: readonly {
    readonly id: string;
    readonly at: string;
    readonly kind: PutAside;
    readonly died: boolean;
  }[];
  /** What a language model used over the last thirty days, by purpose; left out where none ever answered. */
  readonly model?: readonly {
    readonly purpose: string;
    readonly calls: number;
    readonly failures: number;
    readonly tokens: number;
    readonly meanMs: number;
    /** In the endpoint's own currency; 0 where it says nothing of it. */
    readonly cost: number;
    readonly gramsCo2: number;
  }[];
  readonly candidates: readonly {
    readonly id: string;
    readonly question: string;
    readonly answer: string;
    readonly approvedBy: 'nobody' | 'reservist' | 'coordinator';
  }[];
}

/** What a line typed to the assistant is to the hand-over, before it is taken for a question. */
export type Heard =
  | { readonly kind: 'question' }
  /**
   * Someone with a case under way: whether the line is for its other side, or a question, is theirs to say (`Chosen`), and it
   * goes nowhere before. `goes`: they have said so already; it is passed on, and they are told that it was.
   */
  | {
      readonly kind: 'for_case';
      readonly cases: readonly [OpenTalk, ...OpenTalk[]];
      readonly goes: OpenTalk | undefined;
    }
  /** A reservist's own hours, played back. `confirms`: to be kept by `availability` with the same text once they say yes. */
  | { readonly kind: 'availability'; readonly playback: string; readonly confirms: boolean }
  /** About their hours, but not clear enough to act on. */
  | { readonly kind: 'unclear'; readonly asked: string }
  /** «mes données», «oublie-moi»: `exportOf`, and `forgetMe` after a second yes. */
  | { readonly kind: 'my_data' | 'forget_me' };

/** A case at which someone may write now. */
export interface OpenTalk {
  readonly id: string;
  /** The one they are on. */
  readonly side: Side;
  /** Masked. */
  readonly question: string;
}

/** What its author said of a line: it is for the other side of this case; without one, a question. */
export interface Chosen {
  readonly case: string | undefined;
}
