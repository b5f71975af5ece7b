import type { IsoDate } from '../../days/iso-date.ts';
import type { Role } from '../../vocabulary/people.ts';

/** One fiche as a lesson of three to six minutes: Markdown, typeset, right for a day. */
export interface MicroLesson {
  readonly module: string;
  readonly fiche: string;
  readonly title: string;
  /** Where it stands in its module, from 1. */
  readonly place: number;
  readonly of: number;
  readonly situation: string;
  readonly brief: string;
  readonly registers: Readonly<Record<Role, string>>;
  readonly pitfalls: string;
  readonly example: string;
  /** Ids of the questions that end it, at most three. */
  readonly questions: readonly string[];
  readonly minutes: number;
  readonly articles: readonly string[];
  readonly verifiedOn: IsoDate;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}
