import type { OutboundMessage } from '../../answering/port/outcome.ts';
import type { HouseSaid } from '../../bodies/port/house.ts';
import type { Clause } from '../../corpus/clauses.ts';
import type { BriefPreview, CaseRow, CaseView, DeskView, OpenTalk } from '../../handoff/port/views.ts';
import type { Typed } from '../../interviews/port/boxes.ts';
import type { Calculated, Calculator } from '../../interviews/port/calculating.ts';
import type { InterviewView } from '../../interviews/port/interviewing.ts';
import type { AlertsSaid } from '../../law/port/alerts.ts';
import type { Outgoing, Words } from '../../message/delivery.ts';
import type { Suggestion } from '../../message/message.ts';
import type { NeedRow, Programme, ProgrammeFault } from '../../programming/port/programming.ts';
import type { PurchaseAct, PurchaseFault, PurchaseRow, PurchaseView } from '../../purchases/port/purchasing.ts';
import type { SignedIn } from '../../reserve/port/signed-in.ts';
import type { AgreementFault, AgreementView, SheetLine } from '../../rewording/port/agreement.ts';
import type { Rewording } from '../../rewording/port/rewording.ts';
import type { BossShown } from '../../screens/boss-page.ts';
import type { ConsentChoices } from '../../screens/consent.ts';
import type { HomeFacts } from '../../screens/home.ts';
import type { Act, Form, Screen } from '../../screens/screen.ts';
import type { TrainingReply } from '../../training/port/views.ts';
import type { CaseAction, HelpFault } from '../../vocabulary/cases.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { FaceTraits, Heard } from './heard.ts';

/** What came of something heard, whole: each is drawn by a face as it can. Nothing here is a text but people's words and the core's. */
export type Happened =
  /** It could not be done. `view`: where the case stands now, when it can be read. */
  | {
      readonly name: 'refused';
      readonly fault: HelpFault;
      readonly act?: CaseAction | undefined;
      readonly view?: CaseView | undefined;
    }
  | { readonly name: 'home'; readonly facts: HomeFacts }
  /** A case as it stands. `did`: what was just done at it; `hidden`: what the other side does not read of one's own words. */
  | {
      readonly name: 'case';
      readonly view: CaseView;
      readonly did?: CaseAction['kind'] | 'send';
      readonly hidden?: string | undefined;
    }
  /** What would leave; nothing has. */
  | {
      readonly name: 'consent';
      readonly preview: BriefPreview;
      readonly choices: ConsentChoices;
      readonly why?: 'updated' | 'changed' | 'again';
    }
  /** It has left already, or was given up: what it has become, where it can be read. */
  | { readonly name: 'stale_draft'; readonly fault: HelpFault; readonly view: CaseView | undefined }
  | { readonly name: 'given_up' }
  /** The question to a reservist is asked for first. */
  | { readonly name: 'ask'; readonly question?: string; readonly reply?: string }
  /** What a button needs first: its form, and what is pressed once that is filled in. */
  | { readonly name: 'needs'; readonly form: Form; readonly act: Act }
  /** Whom a line is for is asked, once; `goesOn`: it is answered as a question all the same. */
  | {
      readonly name: 'for_case';
      readonly cases: readonly [OpenTalk, ...OpenTalk[]];
      readonly text: string;
      readonly key: string;
      readonly goesOn: boolean;
    }
  /** What one's own body has, and who buys for it. `text`: the line that asked. */
  | ({ readonly name: 'house'; readonly text: string } & HouseSaid)
  /** What one's body announces for a year. `added`: what was just added to it; `page`: where all of it is. */
  | {
      readonly name: 'programme';
      readonly programme: Programme;
      readonly added?: NeedRow | undefined;
      readonly page?: string | undefined;
    }
  | { readonly name: 'no_programme'; readonly fault: ProgrammeFault }
  /** It went to the other side, as they had said. */
  | { readonly name: 'went'; readonly view: CaseView; readonly hidden?: string | undefined; readonly text: string }
  | { readonly name: 'was_question' }
  /** Hours as they were understood, to be kept after a yes. */
  | {
      readonly name: 'hours';
      readonly playback: string;
      readonly confirms: boolean;
      readonly text: string;
      /** Where they were said on it. */
      readonly desk?: DeskView;
    }
  | { readonly name: 'hours_unclear'; readonly asked: string; readonly text: string }
  | { readonly name: 'hours_kept'; readonly done: boolean; readonly playback: string; readonly desk?: DeskView }
  | { readonly name: 'not_reservist' }
  | { readonly name: 'desk'; readonly desk: DeskView }
  | { readonly name: 'rows'; readonly mine: readonly CaseRow[]; readonly desk: DeskView | undefined }
  /** Words that end a case, said outside it: which one is meant. */
  | { readonly name: 'which_case'; readonly rows: readonly CaseRow[]; readonly text: string }
  /** What is kept about them, as JSON; left out, it is offered. `text`: the line that asked for it. */
  | {
      readonly name: 'data';
      readonly kept: { readonly person: SignedIn; readonly json: string } | undefined;
      readonly text: string | undefined;
    }
  | { readonly name: 'forget_asked'; readonly text: string | undefined }
  | { readonly name: 'nothing_kept'; readonly text: string | undefined }
  | { readonly name: 'forgotten' }
  | { readonly name: 'taught'; readonly reply: TrainingReply }
  | { readonly name: 'learn_first'; readonly text: string }
  /** For a conversation of one's own alone. */
  | { readonly name: 'not_here' }
  | {
      readonly name: 'answer';
      readonly reply: OutboundMessage;
      readonly question: string;
      /** The lesson it comes from, which one press follows; `said`: where nothing can be pressed. */
      readonly lesson: (Suggestion & { readonly said: string }) | undefined;
      /** It is about a purchase, of which one press takes stock. */
      readonly purchase?: boolean;
    }
  /** A choice that was put back was made: what offered it stands without its buttons. `again`: it had been made before. */
  | {
      readonly name: 'chosen';
      readonly reply: OutboundMessage;
      readonly question: string;
      readonly chosen: string;
      readonly again: boolean;
    }
  | { readonly name: 'reworded'; readonly rewording: Rewording; readonly key: string }
  /** `text`: what was not reworded; it is not lost. */
  | { readonly name: 'no_rewording'; readonly why: 'empty' | 'too_long' | 'too_slow'; readonly text: string }
  /** A brief as it stands. `by`: the side of whoever reads. */
  | {
      readonly name: 'agreement';
      readonly view: AgreementView;
      readonly by: Role;
      readonly did: 'kept' | 'changed';
    }
  | {
      readonly name: 'no_brief';
      readonly fault: AgreementFault;
      readonly view?: AgreementView;
      readonly by?: Role;
    }
  | {
      readonly name: 'file';
      readonly file: { readonly name: string; readonly bytes: Uint8Array };
      /** A need brief, where it is not said. */
      readonly what?: 'interview' | 'purchase' | 'boss';
    }
  /** What is to be bought is asked for first. */
  | { readonly name: 'interview_start' }
  /** A purchase as it stands. `why`: what was pressed or typed did nothing to it. */
  | {
      readonly name: 'interview';
      readonly view: InterviewView;
      readonly why?: 'stale' | 'not_read' | 'no_file' | 'empty' | 'joined';
      /** What was typed, where it was no answer. */
      readonly text?: string;
    }
  /** A demand as it stands for whoever reads. `typed`: the line that opened it, which may have been a question. */
  | {
      readonly name: 'purchase';
      readonly view: PurchaseView;
      readonly did?: PurchaseAct['kind'];
      readonly typed?: string;
      /** What happened to it, told where they are. */
      readonly told?: string;
    }
  /** Its half page for whoever decides. */
  | ({ readonly name: 'boss' } & BossShown)
  | { readonly name: 'purchases'; readonly rows: readonly PurchaseRow[] }
  /** Someone who bids asked for what a body is writing. */
  | { readonly name: 'bidder'; readonly text: string }
  /** What came of asking to be told of changes of the law; undefined where nobody is known. */
  | { readonly name: 'alerts'; readonly said: AlertsSaid | undefined; readonly text: string }
  /** Clauses that served elsewhere. */
  | { readonly name: 'clauses'; readonly found: readonly Clause[]; readonly text: string }
  /** Where those asked about stand. */
  | { readonly name: 'where'; readonly rows: readonly PurchaseRow[] }
  | {
      readonly name: 'no_purchase';
      readonly fault: PurchaseFault | { readonly kind: 'signed_out' };
      /** Where it stands now, when it can be read. */
      readonly view?: PurchaseView;
    }
  /** What can be calculated. `given`: known already, by the name of each box. */
  | { readonly name: 'calculators'; readonly calculators: readonly Calculator[]; readonly given: Typed }
  /** A calculator with what its boxes hold, and what that comes to once it was asked. */
  | {
      readonly name: 'calculator';
      readonly calculator: Calculator;
      readonly typed: ReadonlyMap<string, string>;
      readonly calculated: Calculated | undefined;
    }
  | { readonly name: 'no_interview'; readonly fault: 'store_down' | 'unknown_interview' | 'stale' }
  /** An offer, by whoever wants to think it over. */
  | { readonly name: 'left_open' }
  /** What it stood under is not at hand any more, and cannot be made again. */
  | { readonly name: 'lost' }
  | { readonly name: 'thanked' }
  | { readonly name: 'forgot_dialogue' }
  /** Of a case, to whom it is for. */
  | { readonly name: 'told'; readonly message: Outgoing; readonly view: CaseView | undefined }
  | { readonly name: 'words'; readonly words: Words };

export interface Shown {
  /** Where it is seen: a conversation of the face, or the person's own. */
  readonly to: { readonly kind: 'here' } | { readonly kind: 'person'; readonly person: string };
  /** Of what brought it: shown once, whatever dies meanwhile. */
  readonly key: string;
  readonly happened: Happened;
  readonly screen: Screen;
  /** It takes the place of what was pressed; else it is said beside, and what was typed there stays. */
  readonly instead: boolean;
  /** A second press of the same button, before what the first one brought could be seen, brings the same again. */
  readonly again: boolean;
}

/** Timers, offers, the other side: what comes by itself. */
export type DeskEvent =
  | { readonly kind: 'message'; readonly message: Outgoing }
  | { readonly kind: 'words'; readonly words: Words };

/** The one flow of a dialogue, whatever was said or pressed, on whatever face. */
export interface Desk {
  hear(heard: Heard, signal?: AbortSignal): AsyncIterable<Shown>;
  tell(event: DeskEvent, face: FaceTraits): AsyncIterable<Shown>;
  /** What the sheet of the purchase that stands in a dialogue says, for a brief that is kept elsewhere than here. */
  sheetOf(seat: Pick<Heard, 'conversation' | 'actor'>): Promise<{ readonly sheet?: readonly SheetLine[] }>;
}
