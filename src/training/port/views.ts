import type { IsoDate } from '../../days/iso-date.ts';
import type { Suggestion } from '../../message/message.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { Marking } from '../question/mark-answer.ts';
import type { Standing } from '../standing.ts';
import type { Attestation, Join } from '../training-records.ts';
import type { AskedQuestion } from './asked-question.ts';

export interface CatalogueFilter {
  /** Whom a module is meant for. */
  readonly role?: Role | undefined;
  readonly competence?: string | undefined;
  /** At most so many minutes, lessons and quiz. */
  readonly minutes?: number | undefined;
  /** Words looked for in titles, objectives and fiches. */
  readonly words?: string | undefined;
}

export interface ModuleRow {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly lessons: number;
  readonly questions: number;
  readonly for: readonly Role[];
  readonly competences: readonly string[];
  /** Lessons this learner read to the end; 0 for nobody in particular. */
  readonly read: number;
  readonly standing: Standing['state'] | undefined;
}

export interface Recommendation {
  readonly module: string;
  readonly title: string;
  readonly fiche: string;
  readonly ficheTitle: string;
  /** Why: a question of theirs led to the fiche, or a word of theirs had to be translated. */
  readonly why: 'asked' | 'worded';
  readonly at: IsoDate;
}

export interface CatalogueView {
  readonly modules: readonly ModuleRow[];
  readonly competences: readonly string[];
  /** Empty when switched off, or when nothing was asked yet. */
  readonly recommended: readonly Recommendation[];
  readonly recommends: boolean;
  /** What the words looked for found inside the modules. */
  readonly found: readonly { readonly module: string; readonly fiche: string; readonly title: string }[];
}

export interface ModuleView extends ModuleRow {
  readonly objectives: readonly string[];
  readonly contents: readonly {
    readonly fiche: string;
    readonly title: string;
    readonly minutes: number;
    readonly read: boolean;
  }[];
  readonly best: number | undefined;
  readonly attestation: AttestationRow | undefined;
  /** Where to go on: the first lesson not read; undefined when all are. */
  readonly resume: string | undefined;
  readonly paths: readonly { readonly id: string; readonly title: string }[];
}

export interface AttestationRow {
  readonly id: string;
  readonly kind: Attestation['kind'];
  readonly subject: string;
  readonly title: string;
  readonly code: string;
  readonly issuedOn: IsoDate;
  readonly score: number | undefined;
  readonly standing: Standing;
}

/** An answer marked; the fiche is where to read on. */
export interface Marked {
  readonly question: AskedQuestion;
  readonly marking: Marking;
  readonly fiche: { readonly id: string; readonly title: string; readonly module: string };
}

export interface QuizView {
  readonly purpose: 'attest' | 'recheck' | 'review';
  readonly module: string | undefined;
  readonly title: string;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly right: number;
  readonly question: AskedQuestion;
}

export interface QuizResult {
  readonly purpose: QuizView['purpose'];
  readonly module: string | undefined;
  readonly title: string;
  readonly right: number;
  readonly of: number;
  readonly needed: number;
  readonly passed: boolean;
  readonly missed: readonly {
    readonly question: string;
    readonly fiche: string;
    readonly module: string;
    readonly title: string;
  }[];
  readonly attestation: AttestationRow | undefined;
  /** Paths that only lack their letter now. */
  readonly letters: readonly { readonly path: string; readonly title: string }[];
}

export interface QuizStep {
  readonly marked: Marked;
  readonly next: QuizView | undefined;
  readonly result: QuizResult | undefined;
}

export interface PathRow {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly for: Role;
  readonly competences: readonly string[];
  readonly modules: readonly { readonly id: string; readonly title: string; readonly passed: boolean }[];
  readonly letter: boolean;
  readonly done: boolean;
  readonly join: Join['status'] | undefined;
}

export interface MineView {
  readonly modules: readonly ModuleRow[];
  readonly attestations: readonly AttestationRow[];
  readonly paths: readonly PathRow[];
  readonly due: number;
  readonly seat:
    | { readonly kind: 'lesson' | 'quiz' | 'letter'; readonly title: string; readonly module: string }
    | undefined;
  readonly recommends: boolean;
  readonly nudgeHour: number | undefined;
  readonly messages: readonly { readonly at: string; readonly text: string }[];
  readonly letters: readonly {
    readonly id: string;
    readonly at: string;
    readonly path: string;
    readonly text: string;
    readonly offered: boolean;
  }[];
}

/** What a code vouches for. */
export interface Verified {
  readonly kind: Attestation['kind'];
  readonly title: string;
  readonly name: string;
  readonly organisation: string;
  readonly issuedOn: IsoDate;
  readonly standing: Pick<Standing, 'state' | 'until'>;
}

export interface CohortView {
  readonly smallest: number;
  readonly learners: number;
  readonly groups: readonly {
    readonly organisation: string;
    readonly learners: number;
    readonly modules: readonly {
      readonly module: string;
      readonly title: string;
      readonly learners: number;
      readonly passed: number;
      readonly lessons: number;
    }[];
  }[];
  /** Bodies too small to be told apart. */
  readonly hidden: number;
  readonly hardest: readonly {
    readonly question: string;
    readonly ask: string;
    readonly module: string;
    readonly asked: number;
    readonly missed: number;
  }[];
  readonly failing: readonly {
    readonly fiche: string;
    readonly title: string;
    readonly module: string;
    readonly asked: number;
    readonly missed: number;
  }[];
  readonly joins: readonly {
    readonly person: string;
    readonly name: string;
    readonly organisation: string;
    readonly path: string;
    readonly title: string;
    readonly at: string;
  }[];
  readonly letters: readonly {
    readonly id: string;
    readonly at: string;
    readonly path: string;
    readonly text: string;
  }[];
}

/** What training says in a chat: Markdown, and the replies that one click gives. */
export interface TrainingReply {
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
}

export type TrainingFault =
  | { readonly kind: 'store_down' }
  | { readonly kind: 'not_signed_in' }
  | { readonly kind: 'not_coordinator' }
  | { readonly kind: 'unknown_module' }
  | { readonly kind: 'unknown_lesson' }
  | { readonly kind: 'unknown_question' }
  | { readonly kind: 'unknown_path' }
  | { readonly kind: 'unknown_attestation' }
  | { readonly kind: 'no_quiz' }
  | { readonly kind: 'nothing_due' }
  | { readonly kind: 'nothing_chosen' }
  | { readonly kind: 'empty_text' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'path_not_passed' }
  | { readonly kind: 'already_judged' };
