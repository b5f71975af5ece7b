import type { Result } from '../result.ts';
import type { StoreDown, VersionConflict } from '../vocabulary/record-faults.ts';
import type { Learner } from './learner.ts';

export interface TrainingEvent {
  readonly id: string;
  readonly person: string;
  readonly at: string;
  readonly kind: 'lesson' | 'answer' | 'passed' | 'failed' | 'recheck' | 'letter' | 'practice';
  readonly module: string;
  /** The fiche, the question or the path it was about. */
  readonly item: string;
  readonly right: boolean | undefined;
}

export interface Progress {
  readonly module: string;
  readonly startedAt: string;
  readonly lastAt: string;
  /** Fiches whose lesson was read to its end. */
  readonly lessons: readonly string[];
  /** Best share of right answers of a whole quiz, in percent. */
  readonly best: number | undefined;
  readonly passedAt: string | undefined;
}

export interface Attestation {
  readonly id: string;
  readonly person: string;
  readonly kind: 'module' | 'path';
  /** The module, or the path. */
  readonly subject: string;
  /** What whoever holds the paper types to check it. */
  readonly code: string;
  readonly issuedAt: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly validUntil: string;
  readonly side: 'service' | 'achat';
  /** Percent of right answers; undefined for a path. */
  readonly score: number | undefined;
  /** What the law said when it was last checked. */
  readonly facts: Readonly<Record<string, string>>;
  readonly checkedAt: string;
}

/** A missed point that comes back; `body` is the scheduler's own state. */
export interface Card {
  readonly question: string;
  readonly due: string;
  readonly body: unknown;
}

export interface Letter {
  readonly id: string;
  readonly person: string;
  readonly path: string;
  readonly at: string;
  /** Offered to the coordinator's collection; private otherwise. */
  readonly offered: boolean;
  readonly text: string;
}

/** A person's way into the reserve by one path. */
export interface Join {
  readonly person: string;
  readonly path: string;
  readonly at: string;
  /** `invited`: not answered yet. `asked`: said yes, waits for the coordinator. `paused`: the attestation has lapsed. */
  readonly status: 'invited' | 'declined' | 'asked' | 'approved' | 'refused' | 'paused';
  readonly judgedBy: string | undefined;
  readonly judgedAt: string | undefined;
  /** When the notice before a lapse was given; again after it was renewed. */
  readonly noticedAt: string | undefined;
}

/** Something that leaves: words to a person, a statement to a learning record store. */
export interface Queued {
  readonly id: string;
  readonly at: string;
  readonly person: string;
  readonly target: 'person' | 'lrs';
  readonly body: unknown;
  readonly attempts: number;
}

/** What one step of a learner makes: written in one transaction or not at all. */
export interface TrainingWrite {
  /** As changed; it was read at `version - 1`. */
  readonly learner: Learner;
  readonly nudgeAt: string | undefined;
  readonly events?: readonly TrainingEvent[];
  readonly progress?: readonly Progress[];
  /** Added to the counts of each question. */
  readonly counts?: readonly {
    readonly question: string;
    readonly module: string;
    readonly fiche: string;
    readonly missed: boolean;
  }[];
  /** Kept, or removed when `body` is undefined. */
  readonly cards?: readonly Card[];
  /** One a person and subject: a new one takes the place of the one before. */
  readonly attestations?: readonly Attestation[];
  readonly letters?: readonly Letter[];
  readonly joins?: readonly Join[];
  readonly queue?: readonly Omit<Queued, 'attempts'>[];
}

/** What is known of a body's learners, by module; those below the smallest group are left out by who reads it. */
interface GroupProgress {
  readonly organisation: string;
  readonly module: string;
  readonly learners: number;
  readonly passed: number;
  readonly lessons: number;
}

interface QuestionCount {
  readonly question: string;
  readonly module: string;
  readonly fiche: string;
  readonly asked: number;
  readonly missed: number;
}

export interface LearnerFile {
  readonly learner: Learner | undefined;
  readonly progress: readonly Progress[];
  readonly attestations: readonly Attestation[];
  readonly joins: readonly Join[];
}

export interface TrainingRecords {
  /** Of two that write one learner at once, the second is told so and reads again. */
  write(change: TrainingWrite): Promise<Result<undefined, VersionConflict | StoreDown>>;
  file(person: string): Promise<Result<LearnerFile, StoreDown>>;
  /** Missed points due at an instant, the longest due first. */
  cards(person: string, due: string, limit: number): Promise<Result<readonly Card[], StoreDown>>;
  card(person: string, question: string): Promise<Result<Card | undefined, StoreDown>>;
  attestation(code: string): Promise<Result<Attestation | undefined, StoreDown>>;
  letters(person: string): Promise<Result<readonly Letter[], StoreDown>>;
  /** Those offered to the collection, the latest first. */
  offeredLetters(limit: number): Promise<Result<readonly Letter[], StoreDown>>;
  joins(statuses: readonly Join['status'][]): Promise<Result<readonly Join[], StoreDown>>;
  saveJoin(join: Join): Promise<Result<undefined, StoreDown>>;
  /** Learners whose nudge is due. */
  nudges(at: string, limit: number): Promise<Result<readonly Learner[], StoreDown>>;
  groups(): Promise<Result<readonly GroupProgress[], StoreDown>>;
  /** Learners of each body, whatever the module. */
  learnersByBody(): Promise<Result<ReadonlyMap<string, number>, StoreDown>>;
  counts(): Promise<Result<readonly QuestionCount[], StoreDown>>;
  events(person: string): Promise<Result<readonly TrainingEvent[], StoreDown>>;
  enqueue(items: readonly Omit<Queued, 'attempts'>[]): Promise<Result<undefined, StoreDown>>;
  take(
    target: Queued['target'],
    now: string,
    limit: number,
    leaseMs: number,
  ): Promise<Result<readonly Queued[], StoreDown>>;
  delivered(ids: readonly string[], at: string): Promise<Result<undefined, StoreDown>>;
  /** Tried again at `retryAt`, or never again when undefined. */
  failed(ids: readonly string[], why: string, retryAt: string | undefined): Promise<Result<undefined, StoreDown>>;
  /** Words to a person, the latest first. */
  messagesTo(person: string, limit: number): Promise<Result<readonly Queued[], StoreDown>>;
  waiting(target: Queued['target']): Promise<Result<number, StoreDown>>;
  /** Everything of one person goes; counts of questions are nobody's and stay. */
  forget(person: string): Promise<Result<undefined, StoreDown>>;
  /** What is older goes: events, what has left, attestations over, learners inactive. How many rows. */
  purge(before: {
    readonly events: string;
    readonly queue: string;
    readonly attestations: string;
  }): Promise<Result<number, StoreDown>>;
}
