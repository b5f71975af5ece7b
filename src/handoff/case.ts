import type { Address } from '../message/message.ts';
import type { CaseStatus, Side } from '../vocabulary/cases.ts';
import type { Language, Role } from '../vocabulary/people.ts';

/** What leaves the requester's body: made by the redaction, seen and edited by the requester. */
export interface SealedBrief {
  readonly question: string;
  /** What the assistant had answered, with its sources. */
  readonly answered: string | undefined;
  /** The need brief, when there is one. */
  readonly need: string | undefined;
  /** Competences wanted, by their names in the corpus. */
  readonly competences: readonly string[];
  readonly language: Language;
}

export interface Requester {
  readonly person: string;
  readonly organisation: string;
  readonly role: Role;
  readonly address: Address;
}

export interface Offer {
  readonly id: string;
  readonly reservist: string;
  /** Instant, ISO 8601 UTC, as everywhere here. */
  readonly expiresAt: string;
}

/** Everything that happened, in order; a case is the fold of its events, which are only ever added to. */
export type CaseEvent = { readonly at: string } & (
  | { readonly kind: 'drafted'; readonly requester: Requester; readonly brief: SealedBrief }
  | { readonly kind: 'brief_edited'; readonly brief: SealedBrief }
  /** `masked`: what was hidden in the brief; it never goes to a reservist, in no later message either. */
  | {
      readonly kind: 'consented';
      readonly masked: readonly string[];
      readonly suppliers: readonly string[];
      readonly sameBodyPreferred: boolean;
    }
  | { readonly kind: 'offered'; readonly wave: number; readonly offers: readonly [Offer, ...Offer[]] }
  | { readonly kind: 'queued'; readonly retryAt: string; readonly expectedAt: string | undefined }
  | {
      readonly kind: 'declined';
      readonly offer: string;
      readonly reservist: string;
      readonly reason: string | undefined;
    }
  | { readonly kind: 'offer_expired'; readonly offer: string; readonly reservist: string }
  | { readonly kind: 'accepted'; readonly offer: string; readonly reservist: string }
  | { readonly kind: 'messaged'; readonly from: Side; readonly text: string }
  | { readonly kind: 'reminded' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'released'; readonly reservist: string; readonly why: 'returned' | 'silent' | 'gone' | 'moved' }
  | { readonly kind: 'transferred'; readonly from: string; readonly offers: readonly [Offer] }
  | { readonly kind: 'identity_consented'; readonly by: Side }
  | { readonly kind: 'closed'; readonly by: Side | 'clock' }
  | { readonly kind: 'rated'; readonly useful: boolean; readonly comment: string | undefined }
  | { readonly kind: 'reopened'; readonly why: string }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'expired' }
);

export interface Case {
  readonly id: string;
  /** Number of events folded: the next one is written at this version, once. */
  readonly version: number;
  readonly status: CaseStatus;
  readonly requester: Requester;
  readonly brief: SealedBrief;
  readonly masked: readonly string[];
  /** Firms the case is about, as the requester named them: for conflicts of interest, never shown. */
  readonly suppliers: readonly string[];
  readonly sameBodyPreferred: boolean;
  readonly wave: number;
  readonly offers: readonly Offer[];
  /** Reservists who were offered it since it was last (re)opened and did not take or keep it: not asked again soon. */
  readonly passedBy: readonly string[];
  readonly holder: string | undefined;
  /** Whoever answered it, for a reopening: asked first. */
  readonly lastHolder: string | undefined;
  readonly identity: Readonly<Record<Side, boolean>>;
  readonly retryAt: string | undefined;
  readonly expectedAt: string | undefined;
  /** When a requester began to wait for the holder, and whether the holder was reminded. */
  readonly waitingSince: string | undefined;
  readonly reminded: boolean;
  readonly openedAt: string;
  /** Since when it stands where it stands. */
  readonly since: string;
}

export const HELD: ReadonlySet<CaseStatus> = new Set(['accepted', 'in_progress', 'answered']);

/** Whether a reservist must be sought: nobody holds it and no offer is open. */
export function isSeeking({ status }: Case): boolean {
  return status === 'consented' || status === 'queued';
}
