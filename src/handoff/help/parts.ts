import type { SolvedQuestion, Unfit } from '../../corpus/write-fiche.ts';
import type { IsHoliday } from '../../days/public-holidays.ts';
import type { Hours } from '../../days/working-hours.ts';
import type { Masker } from '../../masking/finding.ts';
import type { Reserve } from '../../reserve/manage.ts';
import type { ReadAvailability } from '../../reserve/watch-availability.ts';
import type { Result } from '../../result.ts';
import type { Cases } from '../cases.ts';
import type { HandoffPolicy } from '../policy.ts';
import type { Candidate, OfferedClause } from '../records/candidate-records.ts';
import type { HandoffStore } from '../records/handoff-store.ts';

export interface HelpingParts {
  readonly cases: Cases;
  readonly store: HandoffStore;
  readonly reserve: Pick<Reserve, 'change' | 'remove'>;
  readonly masker: Masker;
  readonly readAvailability: ReadAvailability;
  /** All those of the corpus, in its order. */
  readonly competences: readonly string[];
  /** Competences of the corpus that a question calls for, the likeliest first; none when nothing is near. */
  readonly competencesFor: (question: string) => Promise<readonly string[]>;
  /** Whether the corpus takes it, as a fiche that nobody has approved yet; writes nothing. */
  readonly fitFiche: (solved: SolvedQuestion) => Result<unknown, Unfit>;
  /** Puts an approved candidate into the corpus, checked first; again with the same candidate changes nothing. */
  readonly writeFiche: (candidate: Candidate) => Result<{ readonly file: string }, Unfit>;
  /** What a rereader would find wrong in a clause's wording; undefined where nothing is. Left out where none is offered. */
  readonly clauseFault?: (text: string) => string | undefined;
  /** Keeps an approved clause where it is found; again with the same candidate changes nothing. */
  readonly writeClause?: (candidate: Candidate & { readonly clause: OfferedClause }) => void;
  /** Takes back what `writeFiche` wrote. */
  readonly removeFiche: (file: string) => void;
  readonly policy: HandoffPolicy;
  /** The network's working hours: for the time zone of what is said, and for waiting times. */
  readonly hours: Hours;
  readonly isHoliday: IsHoliday;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Whether people are played rather than signed in. */
  readonly demo: boolean;
}
