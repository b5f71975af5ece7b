import ICAL from 'ical.js';
import { DateTime, IANAZone } from 'luxon';
import { ownValue } from '../own-value.ts';
import { err, ok, type Result } from '../result.ts';
import type { Absence, CalendarFault, SkippedEvent } from '../vocabulary/lending.ts';
import { joinAbsences } from './spans.ts';

export interface BusyTimes {
  /** In order, joined where they touch. */
  readonly absences: readonly Absence[];
  readonly skipped: readonly SkippedEvent[];
}

/** Between two instants, in milliseconds; «floating» times and whole days are those of the zone (IANA). */
export interface Horizon {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

/** In characters: ten years of a busy diary are about half of it. */
export const LARGEST_CALENDAR = 2_000_000;
/** Of one rule, from its first day: a daily one runs for 27 years. */
const MOST_OCCURRENCES = 10_000;
/** Of the whole file. */
const MOST_OCCURRENCES_IN_ALL = 100_000;
/** What a rule costs before its first occurrence, counted as so many. */
const RULE_COST = 50;
const DAY_MS = 86_400_000;
const LONGEST_INTERVAL = 1_000;
/** A repetition that began earlier is a slip, or made to be slow. */
const EARLIEST_YEAR = 1950;

/**
 * The busy times of a calendar (RFC 5545) within a horizon: events that are neither cancelled, nor free (transparent),
 * nor without length, each with its repetitions and exceptions; and the busy periods of VFREEBUSY.
 */
export function importBusyTimes(text: string, horizon: Horizon): Result<BusyTimes, CalendarFault> {
  if (text.length > LARGEST_CALENDAR) return err({ kind: 'calendar_too_large', limit: LARGEST_CALENDAR });
  const calendars = parsed(text);
  if (calendars === undefined) return err({ kind: 'not_a_calendar' });
  const absences: Absence[] = [];
  const skipped: SkippedEvent[] = [];
  let left = MOST_OCCURRENCES_IN_ALL;
  for (const calendar of calendars) {
    for (const event of eventsOf(calendar)) {
      const read = busyOf(event, horizon, left);
      if ('why' in read) skipped.push({ event: titleOf(event), why: read.why });
      else {
        absences.push(...read.absences);
        left -= read.occurrences;
      }
      if (left <= 0) return err({ kind: 'too_many_occurrences', limit: MOST_OCCURRENCES_IN_ALL });
    }
    for (const component of calendar.getAllSubcomponents('vfreebusy')) absences.push(...periodsOf(component, horizon));
  }
  return ok({ absences: joinAbsences(absences), skipped });
}

/** The door of the library: whatever it throws on means that this is no calendar. */
function parsed(text: string): readonly ICAL.Component[] | undefined {
  try {
    const tree: unknown = ICAL.parse(text.replace(/^\uFEFF/, '').trim());
    const roots = Array.isArray(tree) && typeof tree[0] === 'string' ? [tree] : Array.isArray(tree) ? tree : [];
    const calendars = roots.map((root) => new ICAL.Component(root)).filter(({ name }) => name === 'vcalendar');
    return calendars.length === 0 ? undefined : calendars;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

interface OneEvent {
  readonly main: ICAL.Component;
  /** Single occurrences that were moved, changed or cancelled (RECURRENCE-ID). */
  readonly overrides: readonly ICAL.Component[];
}

function eventsOf(calendar: ICAL.Component): readonly OneEvent[] {
  const byUid = new Map<string, ICAL.Component[]>();
  for (const [index, component] of calendar.getAllSubcomponents('vevent').entries()) {
    const uid = String(component.getFirstPropertyValue('uid') ?? `none ${index}`);
    byUid.set(uid, [...(byUid.get(uid) ?? []), component]);
  }
  return [...byUid.values()].flatMap((all) => {
    const overrides = all.filter((one) => one.hasProperty('recurrence-id'));
    const mains = all.filter((one) => !one.hasProperty('recurrence-id'));
    if (mains.length === 0) return overrides.map((one) => ({ main: one, overrides: [] }));
    // Two events of one id are a broken export: only a single one can have exceptions.
    return mains.map((main, index) => ({ main, overrides: index === 0 ? overrides : [] }));
  });
}

type Read =
  | { readonly absences: readonly Absence[]; readonly occurrences: number }
  | { readonly why: SkippedEvent['why'] };

function busyOf({ main, overrides }: OneEvent, horizon: Horizon, left: number): Read {
  try {
    const why = ruleFault(main);
    if (why !== undefined) return { why };
    const read = occurrencesOf(main, overrides, horizon, left);
    if ('why' in read) return read;
    const moved = overrides.filter(isBusy).flatMap((one) => {
      const event = new ICAL.Event(one);
      return within(absenceOf(event, event.startDate, event.endDate, horizon.timeZone), horizon);
    });
    return { absences: [...read.absences, ...moved], occurrences: read.occurrences + overrides.length };
  } catch (error) {
    if (error instanceof Error) return { why: 'dates_unreadable' };
    throw error;
  }
}

function occurrencesOf(
  main: ICAL.Component,
  overrides: readonly ICAL.Component[],
  horizon: Horizon,
  left: number,
): Read {
  const event = new ICAL.Event(main);
  if (event.startDate === null) return { why: 'dates_unreadable' };
  const busy = isBusy(main);
  if (!event.isRecurring()) {
    const once = busy ? within(absenceOf(event, event.startDate, event.endDate, horizon.timeZone), horizon) : [];
    return { absences: once, occurrences: 1 };
  }
  if (!busy) return { absences: [], occurrences: 1 };
  const replaced = new Set(overrides.map((one) => String(one.getFirstPropertyValue('recurrence-id'))));
  if (event.startDate.year < EARLIEST_YEAR) return { why: 'too_many_occurrences' };
  endRules(main, horizon);
  const absences: Absence[] = [];
  const length = event.duration;
  const iterator = event.iterator();
  for (let count = RULE_COST; ; count++) {
    if (count > left) return { absences, occurrences: count };
    if (count > MOST_OCCURRENCES) return { why: 'too_many_occurrences' };
    const start = iterator.next();
    if (start === undefined || start === null) return { absences, occurrences: count };
    const end = start.clone();
    end.addDuration(length);
    const absence = absenceOf(event, start, end, horizon.timeZone);
    if (Date.parse(absence.from) >= horizon.to) return { absences, occurrences: count };
    if (!replaced.has(start.toString())) absences.push(...within(absence, horizon));
  }
}

/** The library looks for the next occurrence until the year 20000 where a rule has none: it need not go past the horizon. */
function endRules(component: ICAL.Component, { to }: Horizon): void {
  for (const property of component.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    const end = ICAL.Time.fromJSDate(new Date(to + DAY_MS), true);
    if (rule instanceof ICAL.Recur && (rule.until === null || rule.until === undefined || rule.until.compare(end) > 0))
      rule.until = end;
  }
}

/** Rules whose repetitions could be without number, or that the library looks for without end. */
function ruleFault(component: ICAL.Component): SkippedEvent['why'] | undefined {
  for (const property of component.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) return 'rule_not_supported';
    const { freq, interval } = rule;
    if (freq === 'SECONDLY' || freq === 'MINUTELY' || freq === 'HOURLY') return 'rule_too_frequent';
    const parts = Object.keys(rule.parts);
    if (parts.some((part) => part === 'BYSECOND' || part === 'BYMINUTE' || part === 'BYHOUR'))
      return 'rule_too_frequent';
    if (interval > LONGEST_INTERVAL) return 'rule_not_supported';
    const allowed = ownValue(ALLOWED, freq);
    if (allowed === undefined || parts.some((part) => !allowed.includes(part))) return 'rule_not_supported';
    const placed = (rule.parts['BYDAY'] ?? []).some((day) => /\d/.test(String(day)));
    if (placed && (freq === 'DAILY' || freq === 'WEEKLY')) return 'rule_not_supported';
    // A step of several that must also fall into a month, or a weekday, may never do so.
    const narrowed = parts.includes('BYMONTH') || (freq === 'DAILY' && parts.includes('BYDAY'));
    if (interval > 1 && narrowed && freq !== 'YEARLY') return 'rule_not_supported';
  }
  return component.hasProperty('exrule') ? 'rule_not_supported' : undefined;
}

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  DAILY: ['BYDAY', 'BYMONTH'],
  WEEKLY: ['BYDAY', 'BYMONTH'],
  MONTHLY: ['BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS'],
  YEARLY: ['BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'BYYEARDAY', 'BYWEEKNO'],
};

function isBusy(component: ICAL.Component): boolean {
  const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
  const outlook = value('x-microsoft-cdo-busystatus');
  return (
    value('status') !== 'CANCELLED' &&
    value('transp') !== 'TRANSPARENT' &&
    outlook !== 'FREE' &&
    outlook !== 'WORKINGELSEWHERE'
  );
}

function absenceOf(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time, timeZone: string): Absence {
  const zone = zoneOf(event.component.getFirstProperty('dtstart'), timeZone);
  const endZone = event.component.hasProperty('dtend')
    ? zoneOf(event.component.getFirstProperty('dtend'), timeZone)
    : zone;
  return { from: instantOf(start, zone), to: instantOf(end, endZone) };
}

type Zone = { readonly name: string } | { readonly defined: true };

/** The file's TZID when it is an IANA or a Windows name, else the file's own VTIMEZONE, else the reservist's zone. */
function zoneOf(property: ICAL.Property | null, timeZone: string): Zone {
  const id = property?.getFirstParameter('tzid');
  if (id === undefined || property === null) return { name: timeZone };
  if (IANAZone.isValidZone(id)) return { name: id };
  const windows = ownValue(WINDOWS_ZONES, id);
  if (windows !== undefined) return { name: windows };
  const value = property.getFirstValue();
  const definition = value instanceof ICAL.Time ? value.zone?.component : undefined;
  return definition && isPlainZone(definition) ? { defined: true } : { name: timeZone };
}

/** Zones that Outlook and Exchange name in their own way, of France and its neighbours (Unicode CLDR, windowsZones.xml). */
const WINDOWS_ZONES: Readonly<Record<string, string>> = {
  'Romance Standard Time': 'Europe/Paris',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'GMT Standard Time': 'Europe/London',
  'SA Western Standard Time': 'America/La_Paz',
  'SA Eastern Standard Time': 'America/Cayenne',
  'Mauritius Standard Time': 'Indian/Mauritius',
  'E. Africa Standard Time': 'Africa/Nairobi',
  'Saint Pierre Standard Time': 'America/Miquelon',
  'Central Pacific Standard Time': 'Pacific/Guadalcanal',
  'Hawaiian Standard Time': 'Pacific/Honolulu',
};

/** The library expands a zone's own rules before it answers: only yearly ones are let near it. */
function isPlainZone(component: ICAL.Component): boolean {
  return component.getAllSubcomponents().every((part) =>
    part.getAllProperties('rrule').every((property) => {
      const rule = property.getFirstValue();
      return rule instanceof ICAL.Recur && rule.freq === 'YEARLY' && rule.interval === 1;
    }),
  );
}

function instantOf(time: ICAL.Time, zone: Zone): string {
  if (time.zone === ICAL.Timezone.utcTimezone || ('defined' in zone && !time.isDate))
    return time.toJSDate().toISOString();
  const { year, month, day, hour, minute, second } = time;
  const name = 'name' in zone ? zone.name : 'UTC';
  const local = DateTime.fromObject(time.isDate ? { year, month, day } : { year, month, day, hour, minute, second }, {
    zone: name,
  });
  if (!local.isValid) throw new RangeError(`no such time: ${time.toString()}`);
  return local.toJSDate().toISOString();
}

function periodsOf(component: ICAL.Component, horizon: Horizon): readonly Absence[] {
  return component.getAllProperties('freebusy').flatMap((property) => {
    if (property.getFirstParameter('fbtype')?.toUpperCase() === 'FREE') return [];
    return property.getValues().flatMap((period: unknown) => {
      if (!(period instanceof ICAL.Period)) return [];
      const absence = { from: period.start.toJSDate().toISOString(), to: period.getEnd().toJSDate().toISOString() };
      return within(absence, horizon);
    });
  });
}

/** What of it lies within the horizon; nothing of what has no length. */
function within({ from, to }: Absence, horizon: Horizon): readonly Absence[] {
  const start = Math.max(Date.parse(from), horizon.from);
  const end = Math.min(Date.parse(to), horizon.to);
  return start < end ? [{ from: new Date(start).toISOString(), to: new Date(end).toISOString() }] : [];
}

function titleOf({ main }: OneEvent): string {
  const title = String(main.getFirstPropertyValue('summary') ?? '').slice(0, 80);
  return title === '' ? '(sans titre)' : title;
}
