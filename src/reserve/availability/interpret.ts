import { DateTime } from 'luxon';
import type { Unclear } from '../../text/reserve-texts.ts';
import type { WeeklySlot } from '../../vocabulary/lending.ts';
import type { Reservist } from '../reservist.ts';
import { joinSlots, setSlots, withoutSlots } from '../spans.ts';
import type { Clause } from './clauses.ts';
import {
  at,
  awaySlots,
  type DaysSaid,
  datesOf,
  everyDay,
  type Group,
  gatherTimes,
  isWeekly,
  type Point,
  type SaidTimes,
  type Stretch,
  slotsOf,
  stretchesOf,
} from './said-times.ts';
import { MIDNIGHT_TO_MIDNIGHT, type TimeTrouble } from './tokens.ts';

/** What a clause comes to: what the playback says of it, from which the changes follow. */
export type Meaning =
  | {
      readonly kind: 'week';
      readonly week: readonly WeeklySlot[];
      readonly said: readonly WeeklySlot[];
      readonly less: boolean;
      readonly only: boolean;
      readonly hedge: boolean;
    }
  | { readonly kind: 'away' | 'there'; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'pause'; readonly back: DateTime | undefined }
  | { readonly kind: 'resume' }
  | { readonly kind: 'ask'; readonly why: Unclear; readonly what: string; readonly day?: number };

export interface Reader {
  readonly reservist: Reservist;
  /** In the reservist's time zone. */
  readonly now: DateTime;
}

export function interpret(clause: Clause, week: readonly WeeklySlot[], reader: Reader): Meaning {
  const said = gatherTimes(clause.times.tokens);
  if (said.trouble !== undefined) return ask(TROUBLE[said.trouble.why], said.trouble.words);
  if (said.loneClock !== undefined) return ask('half_hours', said.loneClock.words);
  switch (clause.intent) {
    case 'resume':
      return resumed(said, reader);
    case 'pause':
      return paused(said, week, reader);
    case 'there_after_all':
      return thereAfterAll(said, reader);
    case 'away':
      return away(said, week, reader);
    default:
      return available(clause, said, week, reader);
  }
}

const TROUBLE: Readonly<Record<TimeTrouble, Unclear>> = {
  no_such_day: 'no_such_day',
  past: 'past',
  weekday_mismatch: 'weekday_mismatch',
  ends_before_start: 'ends_before_start',
  vague: 'vague',
  not_weekly: 'not_weekly',
  no_such_hour: 'no_such_hour',
  hours_end_before_start: 'hours_end_before_start',
};

function resumed(said: SaidTimes, { now, reservist }: Reader): Meaning {
  const today = now.startOf('day');
  const point = said.since ?? said.before ?? pointOf(said.groups);
  if (point === undefined) {
    if (said.length !== undefined)
      return { kind: 'pause', back: today.plus({ days: said.length.days, months: said.length.months }) };
    const current = absenceNow(reservist, now);
    return current === undefined
      ? { kind: 'resume' }
      : { kind: 'there', stretches: [{ start: now.startOf('minute'), end: current }] };
  }
  const back = startOf(point, today);
  if (back === undefined) return todayOrNext(today);
  return back <= now ? { kind: 'resume' } : { kind: 'pause', back };
}

/** A pause holds from now to a moment; one that begins later is an absence. */
function paused(said: SaidTimes, week: readonly WeeklySlot[], reader: Reader): Meaning {
  const { now } = reader;
  const today = now.startOf('day');
  if (said.groups.length > 0 || said.since !== undefined) return away(said, week, reader);
  const back = endOf(said, today);
  if (back === 'today') return todayOrNext(today);
  return { kind: 'pause', back };
}

function away(said: SaidTimes, week: readonly WeeklySlot[], { now }: Reader): Meaning {
  const today = now.startOf('day');
  const groups = said.groups.length > 0 || said.since !== undefined ? said.groups : said.except;
  const weekly = groups.filter(isWeekly);
  if (weekly.length > 0) {
    if (weekly.length < groups.length || said.until !== undefined || said.since !== undefined)
      return ask('contradiction', '');
    const removed = slotsOf(weekly.map(everyDay), [MIDNIGHT_TO_MIDNIGHT]);
    return {
      kind: 'week',
      week: withoutSlots(week, awaySlots(weekly)),
      said: removed,
      less: true,
      only: false,
      hedge: false,
    };
  }
  const end = endOf(said, today);
  if (end === 'today') return todayOrNext(today);
  if (said.forever) return { kind: 'pause', back: undefined };
  const dated = groups.filter(({ days }) => days.length > 0);
  const first = said.since ?? (end === undefined ? undefined : pointOf(dated));
  if (first !== undefined && end !== undefined) {
    const start = startOf(first, today);
    if (start === undefined) return todayOrNext(today);
    const last =
      said.length !== undefined && said.until === undefined
        ? start.plus({ days: said.length.days, months: said.length.months })
        : end;
    return last <= start ? ask('ends_before_start', '') : { kind: 'away', stretches: [{ start, end: last }] };
  }
  if (end !== undefined) return { kind: 'away', stretches: [{ start: now.startOf('minute'), end }] };
  if (said.since !== undefined) return ask('until_when', '');
  if (dated.length === 0) {
    // «pas disponible cet après-midi» has a day; «pas disponible l'après-midi» alone could be any.
    return groups.length > 0 ? ask('which_days', '') : ask('until_when', '');
  }
  const stretches = dated.map((group) => stretchesOf(group, today));
  const excepted = said.groups.length === 0 ? [] : said.except.map((group) => stretchesOf(group, today));
  const all = flat(stretches);
  const out = flat(excepted);
  if (all === undefined || out === undefined) return todayOrNext(today);
  const left = all.flatMap((one) => less(one, out)).filter(({ end: last }) => last > now);
  return left.length === 0 ? ask('past', '') : { kind: 'away', stretches: left };
}

function thereAfterAll(said: SaidTimes, { reservist, now }: Reader): Meaning {
  const today = now.startOf('day');
  const stretches = flat(said.groups.filter(({ days }) => days.length > 0).map((group) => stretchesOf(group, today)));
  if (stretches === undefined) return todayOrNext(today);
  const absences = reservist.absences
    .map(({ from, to }) => ({ start: fromIso(from, now), end: fromIso(to, now) }))
    .filter(({ end }) => end > now);
  if (stretches.length > 0) {
    const met = stretches.filter((one) => absences.some((other) => one.start < other.end && other.start < one.end));
    return met.length === 0 ? ask('no_absence', '') : { kind: 'there', stretches: met };
  }
  const [only, ...others] = absences;
  if (only === undefined) return ask('no_absence', '');
  return others.length > 0 ? ask('which_absence', '') : { kind: 'there', stretches: [only] };
}

function available(clause: Clause, said: SaidTimes, week: readonly WeeklySlot[], reader: Reader): Meaning {
  const { reservist, now } = reader;
  const today = now.startOf('day');
  if (said.since !== undefined && said.groups.length === 0) {
    const back = startOf(said.since, today);
    if (back === undefined) return todayOrNext(today);
    return back <= now ? { kind: 'resume' } : { kind: 'pause', back };
  }
  if (said.until !== undefined || said.before !== undefined || said.length !== undefined) return ask('once', '');
  const dated = said.groups.filter(({ days }) => days.some(({ kind }) => kind === 'dates'));
  if (dated.length > 0) return oneTime(dated, reader);
  if (said.groups.length === 0 && said.except.length === 0) {
    if (reservist.pause !== undefined) return { kind: 'resume' };
    const current = absenceNow(reservist, now);
    if (current !== undefined) return { kind: 'there', stretches: [{ start: now.startOf('minute'), end: current }] };
    return ask('which_hours', '');
  }
  if (said.groups.length === 0) return ask('which_hours', '');
  if (said.groups.some(({ days, hours }) => days.length === 0 && !hours.some(({ every }) => every)))
    return ask('which_days', '');
  const groups = said.groups.map(everyDay);
  const slots = slotsOf(groups);
  const excluded = said.except.length === 0 ? [] : awaySlots(said.except);
  const kept = withoutSlots(slots, excluded);
  if (kept.length === 0) return ask('empty_week', '');
  const only = ONLY.test(clause.text);
  const added = ADDED.test(clause.text);
  const base = only ? [] : withoutSlots(week, limited(excluded, slots));
  const next = added ? joinSlots([...base, ...kept]) : setSlots(base, kept);
  const hedge = groups.some(({ days }) => days.some((one) => one.kind === 'weekdays' && one.said === 'bare')) && !only;
  return { kind: 'week', week: next, said: kept, less: false, only, hedge };
}

const ONLY =
  /\b(?:seulement|uniquement|exclusivement|que (?:le|les|du|en|tous)|rien que|mes (?:dispo\w*|horaires|creneaux)(?: (?:sont|deviennent|:)|:| :)|desormais|dorenavant)/;
const ADDED = /\b(?:aussi|en plus|egalement|ajoute[rz]?)\b/;

/** Dated availability: it can lift an absence, or be in the week already; else only a weekly hour could hold it. */
function oneTime(groups: readonly Group[], { reservist, now }: Reader): Meaning {
  const today = now.startOf('day');
  const stretches = flat(groups.map((group) => stretchesOf(group, today)));
  if (stretches === undefined) return todayOrNext(today);
  const lifted = stretches.filter(({ start, end }) =>
    reservist.absences.some(({ from, to }) => Date.parse(from) < end.toMillis() && start.toMillis() < Date.parse(to)),
  );
  if (lifted.length > 0) return { kind: 'there', stretches: lifted };
  const [first] = stretches;
  if (first === undefined) return ask('which_hours', '');
  const { pause } = reservist;
  if (pause !== undefined && (pause.until === undefined || Date.parse(pause.until) > first.start.toMillis()))
    return first.start <= now ? { kind: 'resume' } : { kind: 'pause', back: first.start };
  const usual = reservist.weekly.some(
    ({ day, from, to }) =>
      day === first.start.weekday &&
      at(first.start.startOf('day'), from) < first.end &&
      first.start < at(first.start.startOf('day'), to),
  );
  return { kind: 'ask', why: usual ? 'already' : 'once', what: '', day: first.start.weekday };
}

/** «tous les matins sauf le mercredi» takes Wednesday's morning away and leaves its afternoon. */
function limited(excluded: readonly WeeklySlot[], said: readonly WeeklySlot[]): readonly WeeklySlot[] {
  const [from, to] = [Math.min(...said.map((slot) => slot.from)), Math.max(...said.map((slot) => slot.to))];
  return excluded
    .map((slot) => ({ ...slot, from: Math.max(slot.from, from), to: Math.min(slot.to, to) }))
    .filter((slot) => slot.from < slot.to);
}

/** The moment a stay, or a pause, is over: what is named is included, unless it was «avant». */
function endOf(said: SaidTimes, today: DateTime): DateTime | undefined | 'today' {
  if (said.before !== undefined) return startOf(said.before, today) ?? 'today';
  if (said.until !== undefined) {
    const { days, hours, clock } = said.until;
    const dates = datesOf(days, today);
    if (dates === undefined) return 'today';
    const last = dates.at(-1)?.last ?? today;
    if (clock !== undefined) return at(last, clock);
    // «jusqu'à lundi matin», «vendredi midi» are when someone is back; «vendredi soir» is when the day is over.
    if (hours === undefined) return last.plus({ days: 1 });
    return hours.away.from < 13 * 60 ? at(last, hours.away.from) : at(last, hours.away.to);
  }
  return said.length === undefined ? undefined : today.plus({ days: said.length.days, months: said.length.months });
}

function startOf({ days, hours, clock }: Point, today: DateTime): DateTime | undefined {
  const first = datesOf(days, today)?.[0]?.first;
  if (first === undefined) return undefined;
  return at(first, clock ?? hours?.away.from ?? 0);
}

function pointOf(groups: readonly Group[]): Point | undefined {
  const days: DaysSaid | undefined = groups.flatMap((group) => group.days)[0];
  const hours = groups.flatMap((group) => group.hours)[0];
  return days === undefined ? undefined : { days, hours, clock: undefined };
}

function absenceNow({ absences }: Reservist, now: DateTime): DateTime | undefined {
  const current = absences.find(
    ({ from, to }) => Date.parse(from) <= now.toMillis() && now.toMillis() < Date.parse(to),
  );
  return current === undefined ? undefined : fromIso(current.to, now);
}

function fromIso(instant: string, now: DateTime): DateTime {
  return DateTime.fromISO(instant, { zone: now.zone });
}

function less(stretch: Stretch, out: readonly Stretch[]): readonly Stretch[] {
  return out.reduce<readonly Stretch[]>(
    (left, { start, end }) =>
      left.flatMap((one) =>
        end <= one.start || one.end <= start
          ? [one]
          : [
              ...(one.start < start ? [{ start: one.start, end: start }] : []),
              ...(end < one.end ? [{ start: end, end: one.end }] : []),
            ],
      ),
    [stretch],
  );
}

/** Undefined when one of them is. */
function flat(all: readonly (readonly Stretch[] | undefined)[]): readonly Stretch[] | undefined {
  const known = all.filter((one) => one !== undefined);
  return known.length < all.length ? undefined : known.flat();
}

function todayOrNext(today: DateTime): Meaning {
  return { kind: 'ask', why: 'today_or_next', what: '', day: today.weekday };
}

function ask(why: Unclear, what: string): Meaning {
  return { kind: 'ask', why, what };
}
