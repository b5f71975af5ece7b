import type { ReserveChange } from '../../reserve/change.ts';
import { importBusyTimes } from '../../reserve/ical.ts';
import { exportCalendar } from '../../reserve/ical-export.ts';
import type { Person } from '../../reserve/person.ts';
import type { Organisation, Reservist } from '../../reserve/reservist.ts';
import { ok, type Result } from '../../result.ts';
import { catalogues } from '../../text/catalogues.ts';
import { sayReserveFault, saySkipped } from '../../text/reserve-faults.ts';
import type { HelpFault } from '../../vocabulary/cases.ts';
import type { ReserveFault } from '../../vocabulary/lending.ts';
import type { CalendarTaken, DeskView, LendingDeclared } from '../port/views.ts';
import { refused } from './faults.ts';
import { sameWords } from './identity.ts';
import type { HelpingParts } from './parts.ts';

type Done = Promise<Result<undefined, HelpFault>>;

/** Busy times of a calendar are taken as absences so far ahead. */
const YEAR_MS = 366 * 86_400_000;
/** Bodies or firms one person is tied to; more is a register, not a declaration. */
const MOST_DECLARED = 100;
/** Characters of a name: of a body, a firm, a person or a competence. */
const LONGEST_NAME = 200;

/** Someone who lends help. */
export interface Lending {
  readonly person: Person;
  readonly reservist: Reservist;
}

/** Everything about a reservist but their hours, in the words of the network. */
export function lentBy(
  reservist: Reservist,
  known: {
    /** The name of whoever stands in for them. */
    readonly substitute: string | undefined;
    readonly organisations: readonly Organisation[];
    readonly competences: readonly string[];
  },
): DeskView['lent'] {
  const { substitute, organisations, competences } = known;
  return {
    competences: reservist.competences,
    allCompetences: competences,
    substitute,
    conflicts: {
      organisations: reservist.conflicts.organisations.map(
        (id) => organisations.find((one) => one.id === id)?.name ?? id,
      ),
      suppliers: reservist.conflicts.suppliers,
    },
  };
}

/**
 * What a reservist declares of themselves: bodies they work for or advise, ties with firms, who stands in for them, what they
 * are trained in. All of it or nothing; the first thing that is not right comes back in words.
 */
export async function declareLending(
  { store, reserve }: HelpingParts,
  { person, reservist }: Lending,
  declared: LendingDeclared,
): Done {
  const { language } = person;
  const [reservists, people] = [await store.reserve.reservists(), await store.reserve.people()];
  const organisations = await store.reserve.organisations();
  if (!reservists.ok || !people.ok || !organisations.ok) return refused({ kind: 'store_down' });
  const unfit = (fault: ReserveFault) =>
    refused(
      fault.kind === 'store_down'
        ? { kind: 'store_down' }
        : { kind: 'not_understood', asked: sayReserveFault(fault, language) },
    );
  if (declared.organisations.length + declared.suppliers.length > MOST_DECLARED)
    return refused({ kind: 'too_long', limit: MOST_DECLARED });
  const names = [...declared.organisations, ...declared.suppliers, ...declared.competences, declared.substitute ?? ''];
  if (names.some((name) => name.length > LONGEST_NAME)) return refused({ kind: 'too_long', limit: LONGEST_NAME });
  const ids: string[] = [];
  for (const name of declared.organisations) {
    const body = organisations.value.find((one) => one.id === name || sameWords(one.name, name));
    if (body === undefined) return unfit({ kind: 'unknown_organisation', what: name });
    ids.push(body.id);
  }
  let substitute: string | undefined;
  if (declared.substitute !== undefined) {
    const named = declared.substitute;
    const found = people.value.filter((one) => sameWords(one.name, named) || sameWords(one.email ?? '', named));
    const standIn = reservists.value.find((one) => found.some(({ id }) => id === one.person));
    if (standIn === undefined || found.length > 1) return unfit({ kind: 'unknown_substitute', what: named });
    substitute = standIn.id;
  }
  const changes: readonly ReserveChange[] = [
    { kind: 'conflicts', organisations: [...new Set(ids)], suppliers: [...new Set(declared.suppliers)] },
    { kind: 'substitute', reservist: substitute },
    { kind: 'profile', competences: declared.competences },
  ];
  const changed = await reserve.change(reservist.id, changes);
  return changed.ok ? ok(undefined) : unfit(changed.error);
}

/** The weekly hours and the absences, for one's own diary. */
export function calendarOf({ now }: HelpingParts, { person, reservist }: Lending): string {
  return exportCalendar(reservist, now(), catalogues[person.language].handoff.calendar);
}

/** The busy times of the coming year become absences; what was left out is named to its owner alone. */
export async function takeCalendar(
  { reserve, now }: HelpingParts,
  { person, reservist }: Lending,
  text: string,
): Promise<Result<CalendarTaken, HelpFault>> {
  const { language } = person;
  const from = now().getTime();
  const busy = importBusyTimes(text, { from, to: from + YEAR_MS, timeZone: reservist.timeZone });
  if (!busy.ok) return refused({ kind: 'not_understood', asked: sayReserveFault(busy.error, language) });
  const { absences, skipped } = busy.value;
  const left = skipped.map((one) => saySkipped(one, language));
  if (absences.length === 0) return ok({ absences: 0, leftOut: left });
  const changed = await reserve.change(reservist.id, [{ kind: 'add_absences', absences }]);
  if (changed.ok) return ok({ absences: absences.length, leftOut: left });
  if (changed.error.kind === 'store_down') return refused({ kind: 'store_down' });
  return refused({ kind: 'not_understood', asked: sayReserveFault(changed.error, language) });
}
