import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { windowsBetween } from '../../../src/days/working-hours.ts';
import { type Horizon, importBusyTimes, LARGEST_CALENDAR } from '../../../src/reserve/ical.ts';
import { exportCalendar } from '../../../src/reserve/ical-export.ts';
import { joinAbsences } from '../../../src/reserve/spans.ts';
import type { Absence, WeeklySlot } from '../../../src/vocabulary/lending.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';
import { NIGHTLY, runs } from '../../fixtures/runs.ts';
import { NOW, reservist } from './reading.ts';

const HORIZON: Horizon = {
  from: Date.parse('2026-11-25T09:00:00Z'),
  to: Date.parse('2027-11-25T09:00:00Z'),
  timeZone: 'Europe/Paris',
};
const TITLES = { calendar: 'Réserve', available: 'Disponible', absent: 'Absence' };

const calendar = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//t//t//FR', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]) =>
  ['BEGIN:VEVENT', 'UID:u1', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
const read = (text: string, horizon = HORIZON) => {
  const busy = importBusyTimes(text, horizon);
  if (!busy.ok) throw new Error(busy.error.kind);
  return busy.value;
};
const spans = (text: string, horizon = HORIZON) =>
  read(text, horizon).absences.map(({ from, to }) => `${from.slice(0, 16)}>${to.slice(0, 16)}`);

describe('busy times of a calendar', () => {
  it.each([
    [
      'a time in UTC',
      event('DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z'),
      ['2026-12-01T09:00>2026-12-01T10:00'],
    ],
    [
      'a time in a named zone, none defined in the file',
      event('DTSTART;TZID=America/Martinique:20261201T090000', 'DTEND;TZID=America/Martinique:20261201T100000'),
      ['2026-12-01T13:00>2026-12-01T14:00'],
    ],
    [
      'a time in a zone by its Windows name',
      event('DTSTART;TZID=Romance Standard Time:20270701T090000', 'DURATION:PT90M'),
      ['2027-07-01T07:00>2027-07-01T08:30'],
    ],
    [
      'a time without zone, in the reservist’s',
      event('DTSTART:20261201T090000', 'DTEND:20261201T100000'),
      ['2026-12-01T08:00>2026-12-01T09:00'],
    ],
    ['a whole day', event('DTSTART;VALUE=DATE:20261224'), ['2026-12-23T23:00>2026-12-24T23:00']],
    [
      'whole days over the change of the clock',
      event('DTSTART;VALUE=DATE:20270327', 'DTEND;VALUE=DATE:20270330'),
      ['2027-03-26T23:00>2027-03-29T22:00'],
    ],
    ['a cancelled event', event('DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z', 'STATUS:CANCELLED'), []],
    ['a transparent event', event('DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z', 'TRANSP:TRANSPARENT'), []],
    [
      'an event that Outlook calls free',
      event('DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'),
      [],
    ],
    ['a reminder without length', event('DTSTART:20261201T090000Z'), []],
    ['an event that is over', event('DTSTART:20251201T090000Z', 'DTEND:20251201T100000Z'), []],
    [
      'an event under way',
      event('DTSTART:20261125T080000Z', 'DTEND:20261125T100000Z'),
      ['2026-11-25T09:00>2026-11-25T10:00'],
    ],
    [
      'a repetition that keeps the hour on the wall over the change of the clock',
      event(
        'DTSTART;TZID=Europe/Paris:20270320T090000',
        'DTEND;TZID=Europe/Paris:20270320T100000',
        'RRULE:FREQ=WEEKLY;COUNT=3',
      ),
      ['2027-03-20T08:00>2027-03-20T09:00', '2027-03-27T08:00>2027-03-27T09:00', '2027-04-03T07:00>2027-04-03T08:00'],
    ],
    [
      'a repetition with an exception and an end',
      event(
        'DTSTART:20261201T090000Z',
        'DTEND:20261201T100000Z',
        'RRULE:FREQ=DAILY;UNTIL=20261203T235959Z',
        'EXDATE:20261202T090000Z',
      ),
      ['2026-12-01T09:00>2026-12-01T10:00', '2026-12-03T09:00>2026-12-03T10:00'],
    ],
    [
      'one of a repetition that was moved, and one that was cancelled',
      [
        event('DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z', 'RRULE:FREQ=DAILY;COUNT=3'),
        event('RECURRENCE-ID:20261202T090000Z', 'DTSTART:20261202T150000Z', 'DTEND:20261202T160000Z'),
        event(
          'RECURRENCE-ID:20261203T090000Z',
          'DTSTART:20261203T090000Z',
          'DTEND:20261203T100000Z',
          'STATUS:CANCELLED',
        ),
      ].join('\r\n'),
      ['2026-12-01T09:00>2026-12-01T10:00', '2026-12-02T15:00>2026-12-02T16:00'],
    ],
    [
      'the last Friday of the month, begun long ago',
      event(
        'DTSTART:20150130T090000Z',
        'DTEND:20150130T100000Z',
        'RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270101T000000Z',
      ),
      ['2026-11-27T09:00>2026-11-27T10:00', '2026-12-25T09:00>2026-12-25T10:00'],
    ],
    [
      'busy periods without events, as servers give them',
      'BEGIN:VFREEBUSY\r\nUID:f\r\nDTSTAMP:20261101T000000Z\r\nFREEBUSY;FBTYPE=BUSY:20261201T090000Z/20261201T100000Z,20261202T090000Z/PT1H\r\nFREEBUSY;FBTYPE=FREE:20261203T090000Z/PT1H\r\nEND:VFREEBUSY',
      ['2026-12-01T09:00>2026-12-01T10:00', '2026-12-02T09:00>2026-12-02T10:00'],
    ],
  ])('take in, or leave out, %s', (_, lines, expected) => {
    expect(spans(calendar(lines))).toEqual(expected);
  });

  it('read a zone that the file defines under a name of its own', () => {
    const zone =
      'BEGIN:VTIMEZONE\r\nTZID:Mairie\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE';
    const meeting = event('DTSTART;TZID=Mairie:20261201T090000', 'DTEND;TZID=Mairie:20261201T100000');
    expect(spans(calendar(zone, meeting))).toEqual(['2026-12-01T06:00>2026-12-01T07:00']);
  });

  it('refuse what is no calendar, and what is too large, by name', () => {
    for (const text of ['', 'hello', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR', '\ud800', '[]'])
      expect(importBusyTimes(text, HORIZON)).toEqual({ ok: false, error: { kind: 'not_a_calendar' } });
    const large = calendar(event('DTSTART:20261201T090000Z', `DESCRIPTION:${'x'.repeat(5_000_000)}`));
    expect(importBusyTimes(large, HORIZON)).toEqual({
      ok: false,
      error: { kind: 'calendar_too_large', limit: LARGEST_CALENDAR },
    });
  });

  it.each([
    ['FREQ=SECONDLY', 'rule_too_frequent'],
    ['FREQ=MINUTELY;INTERVAL=5', 'rule_too_frequent'],
    ['FREQ=DAILY;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,10,20,30', 'rule_too_frequent'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'rule_not_supported'],
    ['FREQ=WEEKLY;INTERVAL=1000000000', 'rule_not_supported'],
    ['FREQ=DAILY;BYDAY=1MO', 'rule_not_supported'],
    ['FREQ=DAILY;INTERVAL=7;BYDAY=TU', 'rule_not_supported'],
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTH=3', 'rule_not_supported'],
  ])('leave an event with %s out, in no time, and keep the others', (rule, why) => {
    const spent = startProcessorClock();
    const bad = event('SUMMARY:Point', 'DTSTART:20240101T090000Z', 'DTEND:20240101T100000Z', `RRULE:${rule}`);
    const good = event('DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z').replace('UID:u1', 'UID:u2');
    const busy = read(calendar(bad, good));
    expect(busy.skipped).toEqual([{ event: 'Point', why }]);
    expect(busy.absences).toHaveLength(1);
    expect(spent()).toBeLessThan(500);
  });

  it('bound what the definition of a zone may repeat', () => {
    const zone =
      'BEGIN:VTIMEZONE\r\nTZID:Piege\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE';
    const meeting = event('DTSTART;TZID=Piege:20261201T090000', 'DTEND;TZID=Piege:20261201T100000');
    const spent = startProcessorClock();
    expect(spans(calendar(zone, meeting))).toEqual(['2026-12-01T08:00>2026-12-01T09:00']);
    expect(spent()).toBeLessThan(500);
  });

  it('bound the occurrences of one event and of all', () => {
    const old = event('DTSTART:19600101T090000Z', 'DTEND:19600101T100000Z', 'RRULE:FREQ=DAILY');
    expect(read(calendar(old)).skipped[0]?.why).toBe('too_many_occurrences');
    const daily = Array.from({ length: 40 }, (_, i) =>
      event('DTSTART:20100101T090000Z', 'DTEND:20100101T100000Z', 'RRULE:FREQ=DAILY').replace('UID:u1', `UID:d${i}`),
    );
    const spent = startProcessorClock();
    expect(importBusyTimes(calendar(...daily), HORIZON)).toMatchObject({ error: { kind: 'too_many_occurrences' } });
    expect(spent()).toBeLessThan(5_000);
  });

  it('come to an end on any rule', { timeout: 30_000 }, () => {
    const freq = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY');
    const list = (low: number, high: number) =>
      fc.array(
        fc.integer({ min: low, max: high }).filter((n) => n !== 0),
        { minLength: 1, maxLength: 3 },
      );
    const part = fc.oneof(
      fc.integer({ min: 0, max: 1000 }).map((n) => `INTERVAL=${n}`),
      list(1, 12).map((all) => `BYMONTH=${all}`),
      list(-31, 31).map((all) => `BYMONTHDAY=${all}`),
      list(-366, 366).map((all) => `BYYEARDAY=${all}`),
      list(-53, 53).map((all) => `BYWEEKNO=${all}`),
      list(-5, 5).map((all) => `BYSETPOS=${all}`),
      fc
        .array(fc.constantFrom('MO', 'TU', '1MO', '-1FR', '5SU', 'SA', '53WE', '-5TH'), { minLength: 1, maxLength: 3 })
        .map((all) => `BYDAY=${all}`),
    );
    fc.assert(
      fc.property(freq, fc.uniqueArray(part, { maxLength: 3, selector: (one) => one.split('=')[0] }), (name, parts) => {
        const rule = [`FREQ=${name}`, ...parts].join(';');
        const spent = startProcessorClock();
        importBusyTimes(
          calendar(event('DTSTART:20240131T090000Z', 'DTEND:20240131T100000Z', `RRULE:${rule}`)),
          HORIZON,
        );
        if (spent() > 1_000) throw new Error(`${rule} is slow`);
      }),
      { numRuns: runs(500), examples: [['YEARLY', ['BYSETPOS=-2', 'BYDAY=-1FR', 'BYMONTH=1']]] },
    );
  });
});

describe('a reservist’s calendar', () => {
  const minute = 60_000;
  const absence = fc
    .tuple(fc.integer({ min: 0, max: 300 * 1440 }), fc.integer({ min: 1, max: 20 * 1440 }))
    .map(([start, length]): Absence => {
      const from = HORIZON.from + start * minute;
      return { from: new Date(from).toISOString(), to: new Date(from + length * minute).toISOString() };
    });

  it('gives back its absences when it is read again', () => {
    fc.assert(
      fc.property(fc.array(absence, { maxLength: 12 }), (all) => {
        const absences = joinAbsences(all);
        expect(read(exportCalendar({ ...reservist, absences }, NOW, TITLES)).absences).toEqual(absences);
      }),
      { numRuns: runs(60) },
    );
  });

  it.each(['Europe/Paris', 'America/Miquelon', 'Indian/Reunion', 'Pacific/Noumea'])(
    'shows the weekly hours of %s in any calendar, by the zone it defines itself',
    (timeZone) => {
      const slot = fc
        .tuple(
          fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
          fc.integer({ min: 0, max: 1380 }),
          fc.integer({ min: 15, max: 600 }),
        )
        .map(([day, from, length]) => ({ day, from, to: Math.min(1440, from + length) }) as WeeklySlot);
      fc.assert(
        fc.property(slot, (one) => {
          const text = exportCalendar({ ...reservist, timeZone, weekly: [one] }, NOW, TITLES);
          const component = new ICAL.Component(ICAL.parse(text));
          const weekly = new ICAL.Event(component.getFirstSubcomponent('vevent') ?? undefined);
          const iterator = weekly.iterator();
          const starts = Array.from({ length: 52 }, () => iterator.next().toJSDate().getTime());
          const hours = { timeZone, departement: undefined, weekly: [one] };
          const from = (starts[0] ?? 0) - minute;
          const windows = windowsBetween(hours, from, from + 52 * 7 * 86_400_000, () => false);
          // Skipped and doubled hours of the two Sundays are each program's to place.
          const same = starts.filter((start, i) => windows[i]?.start === start).length;
          expect(same).toBeGreaterThanOrEqual(50);
        }),
        { numRuns: NIGHTLY ? 15 : 5 },
      );
    },
  );

  it('holds a pause that has an end, and says what is free', () => {
    const text = exportCalendar({ ...reservist, pause: { until: '2026-12-15T23:00:00.000Z' } }, NOW, TITLES);
    expect(spans(text)).toEqual(['2026-11-25T09:00>2026-12-15T23:00']);
    expect(text).toMatch(/RRULE:FREQ=WEEKLY;BYDAY=TU/);
    expect(text).toMatch(/TRANSP:TRANSPARENT/);
  });
});
