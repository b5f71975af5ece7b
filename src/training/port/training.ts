import type { Result } from '../../result.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { LetterDone } from '../path-steps.ts';
import type { Join } from '../training-records.ts';
import type { AskedQuestion } from './asked-question.ts';
import type { MicroLesson } from './lesson.ts';
import type {
  CatalogueFilter,
  CatalogueView,
  CohortView,
  Marked,
  MineView,
  ModuleView,
  PathRow,
  QuizStep,
  QuizView,
  TrainingFault,
  TrainingReply,
  Verified,
} from './views.ts';

type Asked<T> = Promise<Result<T, TrainingFault>>;

/** A file to hand over. */
export interface TrainingFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** Where a fiche is taught; titles typeset. */
export interface LessonOf {
  readonly module: string;
  readonly moduleTitle: string;
  readonly title: string;
}

/**
 * Training as the faces use it. `by` is the person signed in; undefined for a reader nobody knows, who may browse, read and
 * try questions, and of whom nothing is kept.
 */
export interface Training {
  catalogue(by: string | undefined, filter: CatalogueFilter): Asked<CatalogueView>;
  module(by: string | undefined, module: string): Asked<ModuleView>;
  /** The lesson with its questions, as of today. */
  lesson(
    by: string | undefined,
    module: string,
    fiche: string,
    role: Role,
  ): Asked<{ readonly lesson: MicroLesson; readonly questions: readonly AskedQuestion[] }>;
  /** The lesson that a fiche is, with its module: what an answer names, and what «leçon FICHE» follows. Undefined: none is. */
  lessonOf(fiche: string): LessonOf | undefined;
  finishLesson(by: string, module: string, fiche: string): Asked<undefined>;
  /** One question by itself. */
  practise(by: string | undefined, question: string, chosen: readonly string[]): Asked<Marked>;
  startQuiz(by: string, purpose: QuizView['purpose'], module: string): Asked<QuizView>;
  quiz(by: string): Asked<QuizView | undefined>;
  answerQuiz(by: string, question: string, chosen: readonly string[]): Asked<QuizStep>;
  /** The result of the last quiz of a module, for who comes back to it. */
  quitQuiz(by: string): Asked<undefined>;
  mine(by: string): Asked<MineView>;
  paths(by: string | undefined): Asked<readonly PathRow[]>;
  writeLetter(by: string, path: string, text: string, offered: boolean): Asked<LetterDone>;
  offerLetter(by: string, letter: string, offered: boolean): Asked<undefined>;
  answerInvitation(by: string, path: string, yes: boolean): Asked<Join['status']>;
  settings(by: string, change: { readonly recommend?: boolean; readonly nudgeHour?: number | null }): Asked<undefined>;
  /**
   * What a question of theirs led to (fiches), or which of their words had to be translated (concepts of the lexicon): for
   * their recommendations alone; nothing is kept when they are off.
   */
  noted(by: string, why: 'asked' | 'worded', met: readonly string[]): Promise<void>;
  paper(by: string, attestation: string): Asked<TrainingFile>;
  badge(by: string, attestation: string): Asked<TrainingFile>;
  /** The public key that badges are signed with, as the site publishes it. */
  issuerDocument(): TrainingFile;
  /** What a code vouches for; undefined when it vouches for nothing. */
  verify(code: string): Asked<Verified | undefined>;
  /** A module as a package that another platform plays. */
  exportModule(module: string, format: 'scorm12' | 'cmi5', role: Role): Asked<TrainingFile>;
  cohort(by: string): Asked<CohortView>;
  cohortFile(by: string): Asked<TrainingFile>;
  judgeJoin(by: string, person: string, path: string, approve: boolean): Asked<undefined>;
  /**
   * One line typed in a chat. Undefined: it is not for training, and goes to the assistant. A question being asked takes a
   * letter for its answer and leaves any other sentence alone, so that one may ask in the middle of a lesson.
   */
  hear(by: string | undefined, text: string, on?: string | undefined): Promise<TrainingReply | undefined>;
  /** Everything kept about a person, and its erasure. */
  exportOf(by: string): Asked<unknown>;
  forget(by: string): Asked<undefined>;
}
