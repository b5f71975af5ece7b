import { DateTime } from 'luxon';
import type { IsHoliday } from '../days/public-holidays.ts';
import { lengthText } from '../text/reserve-texts.ts';
import type { Everyone } from './csv.ts';
import type { Reservist } from './reservist.ts';
import { availabilityBetween } from './working-time.ts';

/** How far ahead the next free moment is looked for. */
const AHEAD_DAYS = 60;
const HEAD = ['id', 'name', 'organisation', 'competences', 'a month', 'at once', 'free'] as const;
const WIDEST_CELL = 40;

/** The reserve as a table for a terminal, whoever is free first on top. */
export function reserveTable({ people, organisations, reservists }: Everyone, now: Date, isHoliday: IsHoliday): string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const bodies = new Map(organisations.map(({ id, name }) => [id, name]));
  const rows = reservists
    .map((one) => ({ one, free: nextFree(one, now, isHoliday) }))
    .sort((a, b) => (a.free ?? Infinity) - (b.free ?? Infinity) || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one, free }) => [
      one.id,
      names.get(one.person) ?? '?',
      bodies.get(one.organisation) ?? '?',
      one.competences.join(' '),
      lengthText(one.monthlyMinutes),
      String(one.simultaneousCases),
      freeText(one, free, now),
    ]);
  const cells = [HEAD, ...rows].map((row) => row.map((cell) => shortened(cell)));
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const freeNow = rows.filter((row) => row.at(-1) === 'now').length;
  return [...lines, '', `${rows.length} reservist(s), ${freeNow} free now`].join('\n');
}

/** In milliseconds; undefined when not within the days looked at. */
function nextFree(reservist: Reservist, now: Date, isHoliday: IsHoliday): number | undefined {
  const from = now.getTime();
  return availabilityBetween(reservist, from, from + AHEAD_DAYS * 86_400_000, isHoliday)[0]?.start;
}

function freeText({ pause, timeZone, weekly }: Reservist, free: number | undefined, now: Date): string {
  if (free === undefined) {
    if (pause !== undefined && pause.until === undefined) return 'paused';
    return weekly.length === 0 ? 'never: no weekly hours' : `not within ${AHEAD_DAYS} days`;
  }
  return free <= now.getTime() ? 'now' : DateTime.fromMillis(free, { zone: timeZone }).toFormat('ccc yyyy-MM-dd HH:mm');
}

function shortened(cell: string): string {
  return cell.length <= WIDEST_CELL ? cell : `${cell.slice(0, WIDEST_CELL - 1)}…`;
}
