import { IANAZone } from 'luxon';
import { assertNever, err, ok, type Result } from '../result.ts';
import type { Absence, ChangeFault, WeeklySlot } from '../vocabulary/lending.ts';
import type { Language } from '../vocabulary/people.ts';
import type { Reservist } from './reservist.ts';
import { joinAbsences, joinSlots, withoutAbsence } from './spans.ts';

/** What may change of a reservist; several are applied in order, all or none. */
export type ReserveChange =
  | {
      readonly kind: 'profile';
      readonly organisation?: string;
      readonly territories?: readonly string[];
      readonly competences?: readonly string[];
      readonly languages?: readonly Language[];
      readonly timeZone?: string;
    }
  | { readonly kind: 'weekly'; readonly weekly: readonly WeeklySlot[] }
  | { readonly kind: 'add_absences'; readonly absences: readonly Absence[] }
  | { readonly kind: 'remove_absence'; readonly absence: Absence }
  | { readonly kind: 'pause'; readonly until: string | undefined }
  | { readonly kind: 'resume' }
  | { readonly kind: 'monthly'; readonly minutes: number }
  | { readonly kind: 'cap'; readonly cases: number }
  | { readonly kind: 'substitute'; readonly reservist: string | undefined }
  | { readonly kind: 'conflicts'; readonly organisations: readonly string[]; readonly suppliers: readonly string[] };

/** What a change is checked against besides the reservist. */
export interface Known {
  readonly competences: ReadonlySet<string>;
  readonly reservists: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
}

/** A full-time month is about 151 h (35 h a week); nobody lends more. In minutes. */
export const MOST_MONTHLY_MINUTES = 151 * 60;
/** Nobody follows as many at once; a larger number is a slip of the keyboard. */
export const MOST_CASES = 50;
const MOST_ABSENCES = 500;

/** The reservist as changed, or the first thing that is wrong. Absences that are over are dropped. Pure. */
export function applyChanges(
  reservist: Reservist,
  changes: readonly ReserveChange[],
  known: Known,
  now: Date,
): Result<Reservist, ChangeFault> {
  let changed: Reservist = {
    ...reservist,
    absences: reservist.absences.filter(({ to }) => Date.parse(to) > now.getTime()),
  };
  for (const change of changes) {
    const fault = faultOf(changed, change, known, now);
    if (fault !== undefined) return err(fault);
    changed = applied(changed, change);
  }
  if (changed.absences.length > MOST_ABSENCES) return err({ kind: 'too_many_absences', limit: MOST_ABSENCES });
  return ok(changed);
}

function faultOf(reservist: Reservist, change: ReserveChange, known: Known, now: Date): ChangeFault | undefined {
  switch (change.kind) {
    case 'profile':
      return profileFault(change, known);
    case 'weekly':
      return weeklyFault(change.weekly);
    case 'add_absences':
      return change.absences.map(absenceFault).find((fault) => fault !== undefined);
    case 'remove_absence':
      return absenceFault(change.absence);
    case 'pause':
      return change.until === undefined || Date.parse(change.until) > now.getTime()
        ? undefined
        : { kind: 'pause_is_past', until: change.until };
    case 'monthly':
      return inRange(change.minutes, MOST_MONTHLY_MINUTES)
        ? undefined
        : { kind: 'monthly_out_of_range', most: MOST_MONTHLY_MINUTES };
    case 'cap':
      return change.cases >= 1 && inRange(change.cases, MOST_CASES)
        ? undefined
        : { kind: 'cap_out_of_range', most: MOST_CASES };
    case 'substitute':
      if (change.reservist === reservist.id) return { kind: 'own_substitute' };
      return change.reservist === undefined || known.reservists.has(change.reservist)
        ? undefined
        : { kind: 'unknown_substitute', what: change.reservist };
    case 'conflicts':
      return unknown(change.organisations, known.organisations, 'unknown_organisation');
    case 'resume':
      return undefined;
    default:
      return assertNever(change);
  }
}

function applied(reservist: Reservist, change: ReserveChange): Reservist {
  switch (change.kind) {
    case 'profile': {
      const { kind: _, ...profile } = change;
      return { ...reservist, ...profile };
    }
    case 'weekly':
      return { ...reservist, weekly: joinSlots(change.weekly) };
    case 'add_absences':
      return { ...reservist, absences: joinAbsences([...reservist.absences, ...change.absences]) };
    case 'remove_absence':
      return { ...reservist, absences: withoutAbsence(reservist.absences, change.absence) };
    case 'pause':
      return { ...reservist, pause: { until: change.until } };
    case 'resume':
      return { ...reservist, pause: undefined };
    case 'monthly':
      return { ...reservist, monthlyMinutes: change.minutes };
    case 'cap':
      return { ...reservist, simultaneousCases: change.cases };
    case 'substitute':
      return { ...reservist, substitute: change.reservist };
    case 'conflicts':
      return { ...reservist, conflicts: { organisations: change.organisations, suppliers: change.suppliers } };
    default:
      return assertNever(change);
  }
}

function profileFault(profile: Extract<ReserveChange, { kind: 'profile' }>, known: Known): ChangeFault | undefined {
  if (profile.competences?.length === 0) return { kind: 'no_competence' };
  if (profile.languages?.length === 0) return { kind: 'no_language' };
  if (profile.timeZone !== undefined && !IANAZone.isValidZone(profile.timeZone))
    return { kind: 'unknown_time_zone', what: profile.timeZone };
  const territory = profile.territories?.find((code) => !TERRITORY.test(code));
  if (territory !== undefined) return { kind: 'bad_territory', what: territory };
  const { organisation } = profile;
  return (
    unknown(profile.competences ?? [], known.competences, 'unknown_competence') ??
    unknown(organisation === undefined ? [] : [organisation], known.organisations, 'unknown_organisation')
  );
}

/** INSEE commune (five), EPCI by its SIREN (nine figures), département (two or three), région («R53»). */
export const TERRITORY = /^(?:\d{2}|2[AB]|9[78]\d|\d{5}|2[AB]\d{3}|\d{9}|R\d{2})$/;

function unknown(
  said: readonly string[],
  known: ReadonlySet<string>,
  kind: 'unknown_competence' | 'unknown_organisation',
): ChangeFault | undefined {
  const what = said.find((one) => !known.has(one));
  return what === undefined ? undefined : { kind, what };
}

function weeklyFault(weekly: readonly WeeklySlot[]): ChangeFault | undefined {
  for (const [index, slot] of weekly.entries()) {
    if (!inRange(slot.from, 1440) || !inRange(slot.to, 1440)) return { kind: 'slot_out_of_day', slot };
    if (slot.to <= slot.from) return { kind: 'slot_ends_before_start', slot };
    if (weekly.slice(0, index).some((one) => one.day === slot.day && one.from < slot.to && slot.from < one.to))
      return { kind: 'slots_overlap', slot };
  }
  return undefined;
}

function absenceFault(absence: Absence): ChangeFault | undefined {
  const [from, to] = [Date.parse(absence.from), Date.parse(absence.to)];
  if (Number.isNaN(from) || Number.isNaN(to)) return { kind: 'absence_unreadable', absence };
  return to <= from ? { kind: 'absence_ends_before_start', absence } : undefined;
}

function inRange(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}
