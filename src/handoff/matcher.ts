import type { IsHoliday } from '../reserve/public-holidays.ts';
import type { Organisation, Reservist } from '../reserve/reservist.ts';
import { availabilityBetween, type Window } from '../reserve/working-time.ts';
import { ok, type Result } from '../result.ts';
import type { CaseRecords } from '../store/case-records.ts';
import type { StoreDown } from '../store/faults.ts';
import type { ReserveRecords } from '../store/reserve-records.ts';
import type { Case } from './case.ts';
import { type Match, MINUTES_PER_CASE, matchCase } from './match.ts';

export interface MatcherParts {
  readonly cases: Pick<CaseRecords, 'loads'>;
  readonly reserve: Pick<ReserveRecords, 'reservists' | 'organisations' | 'stamp'>;
  readonly isHoliday: IsHoliday;
  readonly promisedMinutes: number;
}

interface Prepared {
  readonly stamp: string;
  readonly until: number;
  readonly reservists: readonly { readonly reservist: Reservist; readonly windows: readonly Window[] }[];
  readonly organisations: ReadonlyMap<string, Organisation>;
}

/** How far ahead availability is computed, and when it is computed anew: an expected time is promised no further. */
const HORIZON_MS = 21 * 86_400_000;
const RENEW_MS = 7 * 86_400_000;

/** Who may be asked for a case, from the reserve and the loads as the store has them now. */
export function createMatcher({ cases, reserve, isHoliday, promisedMinutes }: MatcherParts) {
  let prepared: Prepared | undefined;

  /** Computing three weeks of everyone takes a moment: done again only when someone changed, or as the weeks go by. */
  const prepare = async (now: number): Promise<Result<Prepared, StoreDown>> => {
    const stamp = await reserve.stamp();
    if (!stamp.ok) return stamp;
    if (prepared?.stamp === stamp.value && now < prepared.until) return ok(prepared);
    const reservists = await reserve.reservists();
    if (!reservists.ok) return reservists;
    const organisations = await reserve.organisations();
    if (!organisations.ok) return organisations;
    prepared = {
      stamp: stamp.value,
      until: now + RENEW_MS,
      reservists: reservists.value.map((reservist) => ({
        reservist,
        windows: availabilityBetween(reservist, now, now + HORIZON_MS, isHoliday),
      })),
      organisations: new Map(organisations.value.map((one) => [one.id, one])),
    };
    return ok(prepared);
  };

  return async (state: Case, now: number): Promise<Result<Match, StoreDown>> => {
    const current = await prepare(now);
    if (!current.ok) return current;
    const loads = await cases.loads(startOfMonth(now));
    if (!loads.ok) return loads;
    const ready = current.value.reservists.map(({ reservist, windows }) => {
      const load = loads.value.get(reservist.id);
      return {
        reservist,
        windows,
        load: {
          cases: load?.cases ?? 0,
          minutesThisMonth: (load?.takenSince ?? 0) * MINUTES_PER_CASE,
          askedThisMonth: load?.askedSince ?? 0,
        },
      };
    });
    const territories = current.value.organisations.get(state.requester.organisation)?.territories ?? [];
    return ok(matchCase({ case: state, territories, promisedMinutes }, ready, now));
  };
}

function startOfMonth(now: number): string {
  return `${new Date(now).toISOString().slice(0, 7)}-01T00:00:00.000Z`;
}
