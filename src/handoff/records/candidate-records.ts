import type { Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';

/** What is said of a clause that served, beside its title and text. */
export interface OfferedClause {
  readonly context: string;
  readonly became: string;
  /** The kind of body that it served, never its name. */
  readonly origin: string;
}

/** A solved question put forward for the corpus, without names. */
export interface Candidate {
  readonly id: string;
  readonly case: string;
  /** The person who answered; never the one who judges. */
  readonly proposedBy: string;
  readonly at: string;
  readonly question: string;
  readonly answer: string;
  readonly competences: readonly string[];
  /** It is no question but a clause that served: `question` is its title, `answer` its text. */
  readonly clause?: OfferedClause;
  readonly status: 'proposed' | 'approved' | 'rejected';
  readonly judgedBy: string | undefined;
  readonly judgedAt: string | undefined;
  /** Why it was rejected. */
  readonly why: string | undefined;
}

interface Judgement {
  readonly status: 'approved' | 'rejected';
  readonly by: string;
  readonly at: string;
  readonly why: string | undefined;
}

export interface CandidateRecords {
  /** One a case: a second one is `already`. */
  propose(
    candidate: Omit<Candidate, 'status' | 'judgedBy' | 'judgedAt' | 'why'>,
  ): Promise<Result<undefined, { readonly kind: 'already' } | StoreDown>>;
  candidate(id: string): Promise<Result<Candidate | undefined, StoreDown>>;
  ofCase(caseId: string): Promise<Result<Candidate | undefined, StoreDown>>;
  /** Those of one state, the oldest first. */
  withStatus(status: Candidate['status']): Promise<Result<readonly Candidate[], StoreDown>>;
  proposedBy(person: string): Promise<Result<readonly Candidate[], StoreDown>>;
  /** Once: of two that judge at the same moment, the second is told `already`. */
  judge(id: string, judgement: Judgement): Promise<Result<undefined, { readonly kind: 'already' } | StoreDown>>;
}
