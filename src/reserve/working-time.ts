import type { IsHoliday } from '../days/public-holidays.ts';
import { type Window, windowsBetween } from '../days/working-hours.ts';
import type { Reservist } from './reservist.ts';

/** When a reservist can be asked, between two instants: their week less holidays, absences and pause. */
export function availabilityBetween(reservist: Reservist, from: number, to: number, isHoliday: IsHoliday) {
  const pause = reservist.pause;
  const absences = [
    ...reservist.absences.map((absence) => ({ start: Date.parse(absence.from), end: Date.parse(absence.to) })),
    ...(pause === undefined
      ? []
      : [{ start: -Infinity, end: pause.until === undefined ? Infinity : Date.parse(pause.until) }]),
  ];
  const hours = { ...reservist, departement: departementOf(reservist) };
  return absences.reduce<readonly Window[]>(
    (windows, absence) => windows.flatMap((window) => without(window, absence)),
    windowsBetween(hours, from, to, isHoliday),
  );
}

function without(window: Window, absence: Window): readonly Window[] {
  if (absence.end <= window.start || window.end <= absence.start) return [window];
  return [
    ...(window.start < absence.start ? [{ start: window.start, end: absence.start }] : []),
    ...(absence.end < window.end ? [{ start: absence.end, end: window.end }] : []),
  ];
}

/** The département among the codes of a territory: two figures, 2A, 2B, or three overseas. */
function departementOf({ territories }: Reservist): string | undefined {
  return territories.find((code) => /^(?:\d{2}|2[AB]|97\d)$/.test(code));
}
