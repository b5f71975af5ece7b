import type { Absence, WeeklySlot } from '../vocabulary/lending.ts';
import type { Language } from '../vocabulary/people.ts';

/** A public body of the network. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Fourteen figures, where known: the body's one identity, whatever way it came. */
  readonly siret?: string | undefined;
  /**
   * What somebody said of their own body when signing in, and nobody has confirmed: such a body is theirs alone, has no number, and
   * opens nothing of the one they named. A coordinator moves them, or gives it its number.
   */
  readonly declared?: { readonly name: string; readonly siret?: string | undefined } | undefined;
  /** What may be said of it while it stays unnamed: «commune, 5 000–10 000 hab.». */
  readonly publicClass: string;
  /** Codes of its territory, the smallest first: INSEE commune, EPCI (SIREN), département («35»), région («R53»). */
  readonly territories: readonly string[];
}

/** A trained buyer who lends help to other bodies of the territory. */
export interface Reservist {
  readonly id: string;
  /** The person, whose name and addresses stay closed until both sides agree. */
  readonly person: string;
  readonly organisation: string;
  readonly territories: readonly string[];
  /** Names of the corpus' competences (knowledge/modules/<module>/module.yaml). */
  readonly competences: readonly string[];
  readonly languages: readonly Language[];
  /** IANA name. */
  readonly timeZone: string;
  readonly weekly: readonly WeeklySlot[];
  readonly absences: readonly Absence[];
  readonly monthlyMinutes: number;
  readonly simultaneousCases: number;
  readonly substitute: string | undefined;
  /** Until an instant, until told otherwise, or not at all. */
  readonly pause: { readonly until: string | undefined } | undefined;
  readonly conflicts: { readonly organisations: readonly string[]; readonly suppliers: readonly string[] };
}
