import ICAL from 'ical.js';
import { addDays } from '../../rules/calendar.ts';
import { interviewTexts } from '../../text/interview-texts.ts';
import type { Sheet } from '../sheet.ts';

/** The days of a sheet as a calendar (RFC 5545): whole days, each replaced by the same one of a later sheet. */
export function sheetCalendar(
  { steps, verdict }: Sheet,
  { id, now }: { readonly id: string; readonly now: Date },
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Truchement//Achat//FR');
  calendar.updatePropertyWithValue('x-wr-calname', interviewTexts.fr.file.calendar);
  for (const { name, label, date } of steps) {
    const event = new ICAL.Component('vevent');
    event.addPropertyWithValue('uid', `${name}-${id}@truchement`);
    event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(date));
    event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(date, 1)));
    event.addPropertyWithValue('summary', label);
    event.addPropertyWithValue('description', verdict);
    event.addPropertyWithValue('transp', 'TRANSPARENT');
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}
