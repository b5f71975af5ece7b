/**
 * Where a case stands. It ends `closed`, `withdrawn` or `expired`; only a closed one opens again.
 * `offered` has at least one open offer; from `accepted` to `answered` one reservist, and one alone, holds it.
 */
export type CaseStatus =
  | 'draft'
  | 'consented'
  | 'queued'
  | 'offered'
  | 'accepted'
  | 'in_progress'
  | 'answered'
  | 'closed'
  | 'withdrawn'
  | 'expired';

export type Side = 'requester' | 'reservist';

export type CaseAction =
  /** `files`: names of files sent along; they are refused. */
  | { readonly kind: 'say'; readonly text: string; readonly files?: readonly string[] }
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline'; readonly reason: string | undefined }
  | { readonly kind: 'answer' }
  | { readonly kind: 'give_back' }
  | { readonly kind: 'pass_to'; readonly reservist: string }
  | { readonly kind: 'open_identity' }
  | { readonly kind: 'close' }
  | { readonly kind: 'rate'; readonly useful: boolean; readonly comment: string | undefined }
  | { readonly kind: 'reopen'; readonly why: string }
  | { readonly kind: 'withdraw' }
  /** The solved question and its answer, without names, put forward for the corpus. */
  | { readonly kind: 'propose_fiche'; readonly question: string; readonly answer: string };

export type HelpFault =
  | { readonly kind: 'unknown_case' }
  | { readonly kind: 'not_yours' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'offer_expired' }
  | { readonly kind: 'wrong_status'; readonly status: CaseStatus }
  /** Since what was shown, the case has gone on, or the draft was changed: nothing was done. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'empty_text' }
  | { readonly kind: 'too_long'; readonly limit: number }
  /** The reading of a text was stopped: nothing was done with it. */
  | { readonly kind: 'too_slow' }
  | { readonly kind: 'unknown_reservist' }
  | { readonly kind: 'not_understood'; readonly asked: string }
  | { readonly kind: 'files_refused' }
  /** The corpus would not take it; `why` is for who wrote it. */
  | { readonly kind: 'unfit_candidate'; readonly why: string }
  /** Whoever proposed a fiche does not approve it. */
  | { readonly kind: 'second_person' }
  | { readonly kind: 'store_down' };

/** What the two sides of a case are told of. */
export type NoticeKind =
  | 'searching'
  | 'queued'
  | 'offer'
  | 'offer_over'
  | 'accepted'
  | 'yours'
  | 'relayed'
  | 'reminder'
  | 'answered'
  | 'seeking_again'
  | 'released'
  | 'identity_asked'
  | 'identity_open'
  | 'closed'
  | 'reopened'
  | 'withdrawn'
  | 'expired';

export const ENDED: ReadonlySet<CaseStatus> = new Set(['closed', 'withdrawn', 'expired']);
