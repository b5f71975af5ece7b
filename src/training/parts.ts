import type { IsoDate } from '../days/iso-date.ts';
import type { Reserve } from '../reserve/manage.ts';
import type { Person } from '../reserve/person.ts';
import type { Role } from '../vocabulary/people.ts';
import type { Badges } from './badge/badge.ts';
import type { Course } from './course.ts';
import type { ReadLine } from './read-line.ts';
import type { Queued, TrainingEvent } from './training-records.ts';
import type { TrainingStore } from './training-store.ts';

export interface TrainingParts {
  readonly course: Course;
  readonly store: TrainingStore;
  readonly reserve: Pick<Reserve, 'add' | 'change'>;
  readonly badges: Badges;
  readonly now: () => Date;
  /** The day of the law, in Paris: today, but in tests and for who looks ahead. */
  readonly day: () => IsoDate;
  readonly newId: () => string;
  /** A code that nobody guesses. */
  readonly newCode: () => string;
  /** What a line typed in a chat is to training. */
  readonly readLine: ReadLine;
  /** Ids of fiches that a search finds, best first. */
  readonly search: (words: string) => Promise<readonly string[]>;
  /** Statements about what was just done, for a learning record store; nothing where none is configured. */
  readonly statements: (person: string, events: readonly TrainingEvent[]) => readonly Omit<Queued, 'attempts'>[];
  /** Bodies with fewer learners are not told apart on the coordinator's board. */
  readonly smallestGroup: number;
  /** Where the pages are, for what is sent elsewhere. */
  readonly site: string;
  /** Who vouches for an attestation, as it is printed. */
  readonly issuer: string;
}

/** Who learns, as the rest of training needs them. */
export interface Who {
  readonly person: Person;
  readonly role: Role;
}
