import { err, ok, type Result } from '../result.ts';
import type { ReserveFault } from '../vocabulary/lending.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { applyChanges, type Known, type ReserveChange } from './change.ts';
import type { ReserveRecords } from './reserve-records.ts';
import type { Reservist } from './reservist.ts';

/** What a new reservist offers; the rest is changed later. */
export type Joining = Pick<
  Reservist,
  | 'person'
  | 'organisation'
  | 'territories'
  | 'competences'
  | 'languages'
  | 'timeZone'
  | 'weekly'
  | 'monthlyMinutes'
  | 'simultaneousCases'
>;

/**
 * A reservist leaves in two steps, so that nothing is lost if the process dies in between. While something is in their
 * hands they are paused and kept: give each of `cases` the command `forget_reservist`, then remove again.
 */
type Removal = { readonly kind: 'removed' } | { readonly kind: 'release_first'; readonly cases: readonly string[] };

export interface Reserve {
  add(joining: Joining): Promise<Result<Reservist, ReserveFault>>;
  /** All the changes or none. Of two at the same moment on one reservist, the later is kept. */
  change(reservist: string, changes: readonly ReserveChange[]): Promise<Result<Reservist, ReserveFault>>;
  remove(reservist: string): Promise<Result<Removal, ReserveFault>>;
}

export interface ReserveParts {
  readonly records: ReserveRecords;
  readonly cases: {
    /** Those that a reservist has in hand. */
    byReservist(reservist: string): Promise<Result<readonly { readonly id: string }[], StoreDown>>;
    /** Those that wait are looked at again: whoever is changed may be free for them now. */
    hurryQueue(at: string): Promise<Result<undefined, StoreDown>>;
  };
  /** Those of the corpus (knowledge/modules/<module>/module.yaml). */
  readonly competences: ReadonlySet<string>;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createReserve({ records, cases, competences, now, newId }: ReserveParts): Reserve {
  const readKnown = async (): Promise<Result<Known & { readonly all: readonly Reservist[] }, StoreDown>> => {
    const all = await records.reservists();
    if (!all.ok) return all;
    const organisations = await records.organisations();
    if (!organisations.ok) return organisations;
    return ok({
      all: all.value,
      competences,
      reservists: new Set(all.value.map(({ id }) => id)),
      organisations: new Set(organisations.value.map(({ id }) => id)),
    });
  };

  const save = async (reservist: Reservist): Promise<Result<Reservist, StoreDown>> => {
    const saved = await records.saveReservist(reservist);
    if (!saved.ok) return saved;
    // Not part of what was asked for: where it fails, the queue is looked at again within the hour.
    await cases.hurryQueue(now().toISOString());
    return ok(reservist);
  };

  const change = async (id: string, changes: readonly ReserveChange[]): Promise<Result<Reservist, ReserveFault>> => {
    const known = await readKnown();
    if (!known.ok) return known;
    const reservist = known.value.all.find((one) => one.id === id);
    if (reservist === undefined) return err({ kind: 'unknown_reservist' });
    const changed = applyChanges(reservist, changes, known.value, now());
    return changed.ok ? save(changed.value) : changed;
  };

  return {
    change,
    add: async (joining) => {
      const person = await records.person(joining.person);
      if (!person.ok) return person;
      if (person.value === undefined) return err({ kind: 'unknown_person', what: joining.person });
      const known = await readKnown();
      if (!known.ok) return known;
      const already = known.value.all.find((one) => one.person === joining.person);
      if (already !== undefined) return err({ kind: 'already_reservist', reservist: already.id });
      const { organisation, territories, competences: held, languages, timeZone } = joining;
      const { weekly, monthlyMinutes, simultaneousCases } = joining;
      const checked = applyChanges(
        bare(newId(), joining.person),
        [
          { kind: 'profile', organisation, territories, competences: held, languages, timeZone },
          { kind: 'weekly', weekly },
          { kind: 'monthly', minutes: monthlyMinutes },
          { kind: 'cap', cases: simultaneousCases },
        ],
        known.value,
        now(),
      );
      return checked.ok ? save(checked.value) : checked;
    },
    remove: async (id) => {
      // Paused first: an offer made after the cases were read would otherwise be left without its reservist.
      const paused = await change(id, [{ kind: 'pause', until: undefined }]);
      if (!paused.ok) return paused;
      const held = await cases.byReservist(id);
      if (!held.ok) return held;
      if (held.value.length > 0) return ok({ kind: 'release_first', cases: held.value.map((one) => one.id) });
      const reservists = await records.reservists();
      if (!reservists.ok) return reservists;
      for (const other of reservists.value.filter(({ substitute }) => substitute === id)) {
        const saved = await save({ ...other, substitute: undefined });
        if (!saved.ok) return saved;
      }
      const removed = await records.removeReservist(id);
      return removed.ok ? ok({ kind: 'removed' }) : removed;
    },
  };
}

/** Someone who offers nothing yet. */
export function bare(id: string, person: string): Reservist {
  return {
    id,
    person,
    organisation: '',
    territories: [],
    competences: [],
    languages: [],
    timeZone: 'Europe/Paris',
    weekly: [],
    absences: [],
    monthlyMinutes: 0,
    simultaneousCases: 1,
    substitute: undefined,
    pause: undefined,
    conflicts: { organisations: [], suppliers: [] },
  };
}
