import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import type { Catalogue } from '../text/catalogues.ts';
import type { WeeklySlot } from '../vocabulary/lending.ts';
import type { Reservist } from './reservist.ts';

/**
 * A reservist's calendar (RFC 5545): the weekly hours as free time that repeats, the absences and the pause as busy time.
 * A pause without an end is left out: no calendar can say it.
 */
export function exportCalendar(reservist: Reservist, now: Date, titles: Catalogue['handoff']['calendar']): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Truchement//Reserve//FR');
  calendar.updatePropertyWithValue('x-wr-calname', titles.calendar);
  calendar.addSubcomponent(zoneComponent(reservist.timeZone, now));
  for (const slot of reservist.weekly) calendar.addSubcomponent(weeklyEvent(slot, reservist, now, titles.available));
  const { pause } = reservist;
  const paused = pause?.until === undefined ? [] : [{ from: now.toISOString(), to: pause.until }];
  for (const absence of [...reservist.absences, ...paused]) {
    const event = eventOf(`absence-${Date.parse(absence.from)}-${reservist.id}@truchement`, now, titles.absent);
    event.addPropertyWithValue('dtstart', utc(absence.from));
    event.addPropertyWithValue('dtend', utc(absence.to));
    event.addPropertyWithValue('transp', 'OPAQUE');
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

function weeklyEvent(slot: WeeklySlot, { id, timeZone }: Reservist, now: Date, title: string): ICAL.Component {
  const event = eventOf(`week-${slot.day}-${slot.from}-${id}@truchement`, now, title);
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  const first = today.plus({ days: (slot.day - today.weekday + 7) % 7 });
  for (const [name, minutes] of [
    ['dtstart', slot.from],
    ['dtend', slot.to],
  ] as const) {
    const at = first.plus({ days: Math.floor(minutes / 1440) });
    const time = ICAL.Time.fromData({
      year: at.year,
      month: at.month,
      day: at.day,
      hour: Math.floor((minutes % 1440) / 60),
      minute: minutes % 60,
      second: 0,
      isDate: false,
    });
    event.addPropertyWithValue(name, time).setParameter('tzid', timeZone);
  }
  const day = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][slot.day - 1] ?? 'MO';
  event.addPropertyWithValue('rrule', ICAL.Recur.fromString(`FREQ=WEEKLY;BYDAY=${day}`));
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  return event;
}

function eventOf(uid: string, now: Date, title: string): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', uid);
  event.addPropertyWithValue('dtstamp', utc(now.toISOString()));
  event.addPropertyWithValue('summary', title);
  return event;
}

function utc(instant: string): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(instant), true);
}

/**
 * The definition that RFC 5545 (3.6.5) asks for beside a TZID: this year's changes of the clock, taken to come back every
 * year on the same weekday of the month; a zone without any has its one offset.
 */
function zoneComponent(timeZone: string, now: Date): ICAL.Component {
  const zone = new ICAL.Component('vtimezone');
  zone.addPropertyWithValue('tzid', timeZone);
  const start = DateTime.fromJSDate(now, { zone: timeZone }).startOf('year');
  const changes = clockChanges(start);
  if (changes.length === 0) zone.addSubcomponent(observance('standard', start, start.offset, start.offset, undefined));
  for (const { before, after } of changes) {
    // On the wall, as the clock stood before: the last Sunday of March at 2:00.
    const wall = after.setZone('UTC').plus({ minutes: before.offset });
    const fromEnd = (wall.daysInMonth ?? 31) - wall.day < 7;
    const nth = fromEnd ? -1 : Math.ceil(wall.day / 7);
    const day = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][wall.weekday - 1] ?? 'SU';
    const rule = `FREQ=YEARLY;BYMONTH=${wall.month};BYDAY=${nth}${day}`;
    zone.addSubcomponent(observance(after.isInDST ? 'daylight' : 'standard', wall, before.offset, after.offset, rule));
  }
  return zone;
}

/** To the minute, within a year. */
function clockChanges(start: DateTime): readonly { readonly before: DateTime; readonly after: DateTime }[] {
  const changes: { before: DateTime; after: DateTime }[] = [];
  for (let day = start; day < start.plus({ years: 1 }); day = day.plus({ days: 1 })) {
    const next = day.plus({ days: 1 });
    if (day.offset === next.offset) continue;
    let [low, high] = [day.toMillis() / 60_000, next.toMillis() / 60_000];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (atMinute(middle).offset === day.offset) low = middle;
      else high = middle;
    }
    changes.push({ before: atMinute(low), after: atMinute(high) });
  }
  return changes;

  function atMinute(minute: number): DateTime {
    return DateTime.fromMillis(minute * 60_000, { zone: start.zone });
  }
}

function observance(
  name: 'standard' | 'daylight',
  wall: DateTime,
  from: number,
  to: number,
  rule: string | undefined,
): ICAL.Component {
  const component = new ICAL.Component(name);
  const { year, month, day, hour, minute } = wall;
  component.addPropertyWithValue(
    'dtstart',
    ICAL.Time.fromData({ year, month, day, hour, minute, second: 0, isDate: false }),
  );
  component.addPropertyWithValue('tzoffsetfrom', offset(from));
  component.addPropertyWithValue('tzoffsetto', offset(to));
  if (rule !== undefined) component.addPropertyWithValue('rrule', ICAL.Recur.fromString(rule));
  return component;
}

function offset(minutes: number): ICAL.UtcOffset {
  return ICAL.UtcOffset.fromSeconds(minutes * 60);
}
