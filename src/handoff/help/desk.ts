import type { Reservist } from '../../reserve/reservist.ts';
import { availabilityBetween } from '../../reserve/working-time.ts';
import { assertNever, ok, type Result } from '../../result.ts';
import { catalogues } from '../../text/catalogues.ts';
import { weekText } from '../../text/reserve-texts.ts';
import type { HelpFault } from '../../vocabulary/cases.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { Case } from '../case.ts';
import { MINUTES_PER_CASE } from '../match.ts';
import type { DeskView } from '../port/views.ts';
import type { Look } from '../records/help-records.ts';
import { type Seat, seatOf } from './case-file.ts';
import { refused } from './faults.ts';
import { type Lending, lentBy } from './lending.ts';
import { takeBackBarred } from './no-colleague.ts';
import type { HelpingParts } from './parts.ts';
import { readCases, rowOf } from './rows.ts';

const HORIZON_MS = 21 * 86_400_000;

/** What is offered to a reservist, what they hold, and when they are there. */
export async function readDesk(
  parts: HelpingParts,
  { person, reservist }: Lending,
): Promise<Result<DeskView, HelpFault>> {
  const { store, competences, isHoliday, now } = parts;
  const at = now();
  const list = await store.cases.byReservist(reservist.id);
  if (!list.ok) return refused({ kind: 'store_down' });
  const cases = await readCases(store, list.value);
  const loads = await store.cases.loads(`${at.toISOString().slice(0, 7)}-01T00:00:00.000Z`, reservist.id);
  const [organisations, substitute] = [await store.reserve.organisations(), await readSubstitute(parts, reservist)];
  if (!cases.ok || !loads.ok || !organisations.ok || !substitute.ok) return refused({ kind: 'store_down' });
  const shown: { readonly state: Case; readonly seat: Exclude<Seat, { kind: 'requester' }> }[] = [];
  for (const state of cases.value) {
    const seat = seatOf(state, person.id, reservist.id, at);
    if (seat === undefined || seat.kind === 'requester') continue;
    const takenBack = await takeBackBarred(parts, state, seat, reservist);
    if (!takenBack.ok) return refused({ kind: 'store_down' });
    if (!takenBack.value) shown.push({ state, seat });
  }
  const looked = await store.help.look(
    ...shown.map(
      ({ state, seat }): Look => ({
        at: at.toISOString(),
        person: person.id,
        case: state.id,
        what: seat.kind === 'offered' ? 'offered' : 'holder',
      }),
    ),
  );
  if (!looked.ok) return refused({ kind: 'store_down' });
  const offers: DeskView['offers'][number][] = [];
  const held: DeskView['cases'][number][] = [];
  for (const { state, seat } of shown)
    if (seat.kind === 'offered') offers.push(rowOf(state, seat.offer.expiresAt));
    else held.push(rowOf(state));
  const from = at.getTime();
  const [next] = availabilityBetween(reservist, from, from + HORIZON_MS, isHoliday);
  const { pause } = reservist;
  const paused = pause !== undefined && (pause.until === undefined || Date.parse(pause.until) > from);
  return ok({
    offers,
    cases: held,
    availability: {
      said: weekText(reservist.weekly, person.language) || catalogues[person.language].handoff.availability.none,
      paused,
      pausedUntil: paused ? pause.until : undefined,
      absences: reservist.absences.filter(({ to }) => Date.parse(to) > from),
      monthlyMinutes: reservist.monthlyMinutes,
      usedMinutes: (loads.value.get(reservist.id)?.takenSince ?? 0) * MINUTES_PER_CASE,
      simultaneousCases: reservist.simultaneousCases,
      nextAt: next === undefined ? undefined : new Date(next.start).toISOString(),
    },
    lent: lentBy(reservist, { substitute: substitute.value, organisations: organisations.value, competences }),
  });
}

/** By what name whoever stands in for them goes. */
async function readSubstitute(
  { store }: HelpingParts,
  { substitute }: Reservist,
): Promise<Result<string | undefined, StoreDown>> {
  const one = substitute === undefined ? ok(undefined) : await store.reserve.reservist(substitute);
  if (!one.ok || one.value === undefined) return one.ok ? ok(undefined) : one;
  const person = await store.reserve.person(one.value.person);
  return person.ok ? ok(person.value?.name) : person;
}

type Understood = { readonly playback: string; readonly done: boolean };

/** What a reservist says of their hours: played back, and kept once they confirm the same words. */
export async function sayAvailability(
  { reserve, readAvailability, now }: HelpingParts,
  { person, reservist }: Lending,
  text: string,
  confirm: boolean,
): Promise<Result<Understood, HelpFault>> {
  const { language } = person;
  const texts = catalogues[language].handoff.availability;
  const reading = readAvailability(text, reservist, now());
  switch (reading.kind) {
    case 'none':
      return refused({ kind: 'not_understood', asked: texts.notUnderstood });
    case 'ask':
      return refused({ kind: 'not_understood', asked: reading.question[language] });
    case 'show':
      return ok({ playback: reading.text[language], done: false });
    case 'changes': {
      if (!confirm) return ok({ playback: reading.playback[language], done: false });
      const changed = await reserve.change(reservist.id, reading.changes);
      if (!changed.ok)
        return refused(
          changed.error.kind === 'store_down'
            ? { kind: 'store_down' }
            : { kind: 'not_understood', asked: texts.notUnderstood },
        );
      return ok({ playback: `${texts.done} ${reading.playback[language]}`, done: true });
    }
    default:
      return assertNever(reading);
  }
}
