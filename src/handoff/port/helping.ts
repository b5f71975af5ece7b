import type { Once } from '../../once.ts';
import type { SignedIn } from '../../reserve/port/signed-in.ts';
import type { Result } from '../../result.ts';
import type { CaseAction, HelpFault } from '../../vocabulary/cases.ts';
import type {
  BoardView,
  BriefPreview,
  BroughtBack,
  CalendarTaken,
  CaseRow,
  CaseView,
  Chosen,
  Consent,
  DeskView,
  Heard,
  HelpRequest,
  LendingDeclared,
  PreviewChoices,
  Sent,
} from './views.ts';

/**
 * What the faces use for the hand-over: the requester's request, the reservist's desk, the coordinator's board. An act that is
 * asked for again under its key is answered as it was, from what stands now, and nothing is written or told twice.
 */
export interface Helping {
  /** Everyone a demo may be played as; empty outside the demo. */
  demoPeople(): Promise<readonly SignedIn[]>;
  signedIn(person: string): Promise<SignedIn | undefined>;
  /** A draft of what would leave; nothing leaves. */
  preview(by: string, request: HelpRequest, once?: Pick<Once, 'key'>): Promise<Result<BriefPreview, HelpFault>>;
  /** The same draft under other choices. */
  revise(by: string, caseId: string, choices: PreviewChoices): Promise<Result<BriefPreview, HelpFault>>;
  /** The requester agrees to what a preview showed. What was seen leaves, once: sent again, it is answered from what stands. */
  send(by: string, caseId: string, consent: Consent): Promise<Result<Sent, HelpFault>>;
  mine(by: string): Promise<Result<readonly CaseRow[], HelpFault>>;
  view(by: string, caseId: string): Promise<Result<CaseView, HelpFault>>;
  act(by: string, caseId: string, action: CaseAction, once?: Once): Promise<Result<CaseView, HelpFault>>;
  /**
   * Every face asks this of a line typed to the assistant, before it is taken for a question; `by` is undefined for someone it
   * does not know. A person who meant a question all the same says so, and the line goes to the assistant.
   *
   * @param chosen what they said it is, for a line that was asked about; it holds for the lines that follow
   */
  hear(by: string | undefined, text: string, chosen?: Chosen): Promise<Result<Heard, HelpFault>>;
  desk(by: string): Promise<Result<DeskView, HelpFault>>;
  /** «pause jusqu'au 15»: what was understood is played back; `confirm` makes it so. */
  availability(
    by: string,
    text: string,
    confirm: boolean,
  ): Promise<Result<{ readonly playback: string; readonly done: boolean }, HelpFault>>;
  /** Competences, substitute, bodies and firms that bar a case: the whole of them. What is not right comes back in words. */
  declare(by: string, declared: LendingDeclared): Promise<Result<undefined, HelpFault>>;
  /** A reservist's hours and absences as iCalendar; and the busy times of theirs, taken as absences. */
  calendar(by: string): Promise<Result<string, HelpFault>>;
  takeCalendar(by: string, text: string): Promise<Result<CalendarTaken, HelpFault>>;
  /** @param all every open case: else of each list the fifty that have waited longest */
  board(by: string, all?: boolean): Promise<Result<BoardView, HelpFault>>;
  /** For what a case came of, and its requester with it: nobody looks at the case, and nothing is said of the reservist. */
  broughtBack(caseId: string): Promise<Result<BroughtBack, HelpFault>>;
  /** What was learnt of something else than a case (`of`), put forward for the corpus as a solved question is. */
  proposeLesson(
    by: string,
    of: string,
    lesson: {
      readonly question: string;
      readonly answer: string;
      /** It is a clause that served: its title and text stand in the two others. */
      readonly clause?: { readonly context: string; readonly became: string };
    },
  ): Promise<Result<undefined, HelpFault>>;
  /** The coordinator's second approval writes the fiche, or sets the candidate aside. */
  judgeCandidate(
    by: string,
    candidate: string,
    approve: boolean,
    /** Why it is set aside, for the record. */
    why?: string,
  ): Promise<Result<undefined, HelpFault>>;
  /** Everything kept about a person, as JSON; and its erasure. */
  exportOf(by: string): Promise<Result<string, HelpFault>>;
  forgetMe(by: string): Promise<Result<undefined, HelpFault>>;
}
