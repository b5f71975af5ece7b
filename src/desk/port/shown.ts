import type { OutboundMessage } from '../../answering/port/outcome.ts';
import type {
  BriefPreview,
  CaseRow,
  CaseView,
  DeskView,
  HelpRequest,
  OpenTalk,
  PreviewChoices,
} from '../../handoff/port/views.ts';
import type { Outgoing, Words } from '../../message/delivery.ts';
import type { Suggestion } from '../../message/message.ts';
import type { TrainingReply } from '../../training/port/views.ts';
import type { CaseAction, HelpFault, Side } from '../../vocabulary/cases.ts';
import type { Heard } from './heard.ts';

/** What the requester chose on a preview. */
export interface ConsentChoices extends PreviewChoices {
  readonly sameBodyPreferred: boolean;
}

/** What came of something heard, whole: each is drawn by a face as it can. Nothing here is a text but people's words and the core's. */
export type Happened =
  /** It could not be done. `view`: where the case stands now, when it can be read. */
  | {
      readonly name: 'refused';
      readonly fault: HelpFault;
      readonly act?: CaseAction | undefined;
      readonly view?: CaseView | undefined;
    }
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
  | { readonly name: 'given_up' }
  /** The question to a reservist is asked for first. */
  | { readonly name: 'ask' }
  /** Whom a line is for is asked, once; `goesOn`: it is answered as a question all the same. */
  | {
      readonly name: 'for_case';
      readonly cases: readonly [OpenTalk, ...OpenTalk[]];
      readonly text: string;
      readonly key: string;
      readonly goesOn: boolean;
    }
  /** It went to the other side, as they had said. */
  | { readonly name: 'went'; readonly side: Side; readonly hidden: string | undefined; readonly text: string }
  | { readonly name: 'was_question' }
  /** Hours as they were understood, to be kept after a yes. */
  | { readonly name: 'hours'; readonly playback: string; readonly confirms: boolean; readonly text: string }
  | { readonly name: 'hours_unclear'; readonly asked: string; readonly text: string }
  | { readonly name: 'hours_kept'; readonly done: boolean; readonly playback: string }
  | { readonly name: 'not_reservist' }
  | { readonly name: 'desk'; readonly desk: DeskView }
  | { readonly name: 'rows'; readonly mine: readonly CaseRow[]; readonly desk: DeskView | undefined }
  /** Words that end a case, said outside it: which one is meant. */
  | { readonly name: 'which_case'; readonly rows: readonly CaseRow[]; readonly text: string }
  /** What is kept about them, as JSON; left out, it is offered as a file. */
  | { readonly name: 'data'; readonly json: string | undefined; readonly text: string | undefined }
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
    }
  | { readonly name: 'thanked' }
  | { readonly name: 'nothing_to_rate' }
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
}

/** Timers, offers, the other side: what comes by itself. */
export type DeskEvent =
  | { readonly kind: 'message'; readonly message: Outgoing }
  | { readonly kind: 'words'; readonly words: Words };

/** The one flow of a dialogue, whatever was said or pressed, on whatever face. */
export interface Desk {
  hear(heard: Heard, signal?: AbortSignal): AsyncIterable<Shown>;
  tell(event: DeskEvent): AsyncIterable<Shown>;
  /** What someone last asked in a conversation, as a human would be asked it; gone when the process is. */
  lastAsked(conversation: string, account: string): HelpRequest | undefined;
}
