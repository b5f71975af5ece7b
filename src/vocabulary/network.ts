import type { PersonRole } from './people.ts';

/**
 * What a coordinator does for the network. `seen` is the mark of what their page showed: where it stands otherwise now, nothing
 * is done.
 */
export type NetworkAct =
  | ({ readonly kind: 'add_person' } & PersonWritten)
  | ({ readonly kind: 'change_person'; readonly person: string; readonly seen: string } & PersonWritten)
  | ({ readonly kind: 'lend'; readonly person: string; readonly seen: string } & LendingWritten)
  | {
      readonly kind: 'pause' | 'resume' | 'stop_lending' | 'invite' | 'sign_out' | 'remove_person';
      readonly person: string;
    }
  /** All that is under the name of `other` goes under the name of `person`, and the accounts of both open it. */
  | { readonly kind: 'join'; readonly person: string; readonly other: string }
  | ({ readonly kind: 'change_body'; readonly body: string; readonly seen: string } & BodyWritten)
  /** To a reservist asked by name, whoever has it or was asked until then. */
  | { readonly kind: 'hand_to'; readonly case: string; readonly on: number; readonly reservist: string }
  /** From whoever has it, to whomever the matching finds. */
  | { readonly kind: 'seek_again'; readonly case: string; readonly on: number }
  | { readonly kind: 'retry_message'; readonly message: string }
  | { readonly kind: 'retry_aside' | 'drop_aside'; readonly what: string; readonly id: string }
  | { readonly kind: 'answer_feedback'; readonly exchange: string; readonly text: string };

export type NetworkActKind = NetworkAct['kind'];

/** As typed in a form; a list between commas. */
export interface PersonWritten {
  readonly name: string;
  readonly email: string;
  /** Its name or its SIRET; made where nobody has entered it. */
  readonly body: string;
  readonly roles: readonly PersonRole[];
  /** What a coordinator looks after; empty: the whole network. */
  readonly territories: string;
}

export interface LendingWritten {
  readonly competences: readonly string[];
  readonly territories: string;
  /** «le mardi de 9 h à 12 h». */
  readonly week: string;
  /** A month: «4», «3h30». */
  readonly hours: string;
  /** At once. */
  readonly cases: string;
}

interface BodyWritten {
  readonly name: string;
  readonly siret: string;
  readonly publicClass: string;
  readonly territories: string;
}

export type NetworkFault =
  | { readonly kind: 'store_down' }
  /** Neither a coordinator nor an administrator: nothing is said of what there is. */
  | { readonly kind: 'not_coordinator' }
  /** Of another territory, or of more powers than whoever asks. */
  | { readonly kind: 'out_of_reach' }
  | { readonly kind: 'unknown' }
  /** It is no longer what was shown, or was done already: nothing was done. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'needed'; readonly field: 'name' | 'email' | 'body' | 'text' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'no_side' | 'not_email' | 'no_siret' | 'no_week' | 'no_hours' | 'no_cases' | 'same_person' }
  | { readonly kind: 'email_taken'; readonly person: string; readonly name: string }
  /** Another body has this number already. */
  | { readonly kind: 'siret_taken'; readonly name: string }
  | { readonly kind: 'last_administrator' | 'both_lend' | 'reservist_unfit' }
  /** Of the reserve, in words. */
  | { readonly kind: 'unfit'; readonly why: string };
