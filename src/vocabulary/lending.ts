import type { StoreDown } from './record-faults.ts';

/** Minutes from midnight in the reservist's own time zone, on an ISO weekday (1 = Monday). */
export interface WeeklySlot {
  readonly day: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly from: number;
  readonly to: number;
}

/** Instants in ISO 8601 UTC; half-open. */
export interface Absence {
  readonly from: string;
  readonly to: string;
}

/** Why a change is refused; `what` is the word that is not right, for the sentence that says so. */
export type ChangeFault =
  | {
      readonly kind:
        | 'unknown_competence'
        | 'unknown_time_zone'
        | 'unknown_substitute'
        | 'unknown_organisation'
        | 'bad_territory';
      readonly what: string;
    }
  | { readonly kind: 'no_competence' | 'no_language' | 'own_substitute' }
  | { readonly kind: 'slot_ends_before_start' | 'slot_out_of_day' | 'slots_overlap'; readonly slot: WeeklySlot }
  | { readonly kind: 'absence_ends_before_start' | 'absence_unreadable'; readonly absence: Absence }
  | { readonly kind: 'too_many_absences'; readonly limit: number }
  | { readonly kind: 'pause_is_past'; readonly until: string }
  | { readonly kind: 'monthly_out_of_range' | 'cap_out_of_range'; readonly most: number };

export type ReserveFault =
  | ChangeFault
  | StoreDown
  | { readonly kind: 'unknown_person'; readonly what: string }
  | { readonly kind: 'unknown_reservist' }
  /** That person lends help already. */
  | { readonly kind: 'already_reservist'; readonly reservist: string };

/** Why a whole calendar is refused. */
export type CalendarFault =
  | { readonly kind: 'calendar_too_large'; readonly limit: number }
  | { readonly kind: 'not_a_calendar' }
  /** More occurrences than anyone's diary has: the file is broken or hostile. */
  | { readonly kind: 'too_many_occurrences'; readonly limit: number };

/** An event that was left out; `event` is its title, which only its owner is shown. */
export interface SkippedEvent {
  readonly event: string;
  readonly why: 'rule_too_frequent' | 'rule_not_supported' | 'dates_unreadable' | 'too_many_occurrences';
}
