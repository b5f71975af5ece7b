import { DateTime } from 'luxon';
import type { Reservist } from '../../../src/reserve/reservist.ts';
import { readAvailability } from '../../../src/reserve/say-availability.ts';

/** A Wednesday, ten in the morning in Paris. */
export const NOW = new Date('2026-11-25T09:00:00Z');

/** Free on Tuesday mornings and Thursday afternoons. */
export const reservist: Reservist = {
  id: 'r1',
  person: 'p1',
  organisation: 'rennes',
  territories: ['35238', '35', 'R53'],
  competences: ['execution'],
  languages: ['fr'],
  timeZone: 'Europe/Paris',
  weekly: [
    { day: 2, from: 540, to: 720 },
    { day: 4, from: 840, to: 1020 },
  ],
  absences: [],
  monthlyMinutes: 240,
  simultaneousCases: 2,
  substitute: undefined,
  pause: undefined,
  conflicts: { organisations: [], suppliers: [] },
};

const DAYS = ['', 'lu', 'ma', 'me', 'je', 've', 'sa', 'di'];

/** A reading in one short line, in the reservist's time: what the tables of examples expect. */
export function reading(text: string, who: Reservist = reservist, now = NOW): string {
  const read = readAvailability(text, who, now);
  if (read.kind === 'ask') return `ask ${read.why}`;
  if (read.kind !== 'changes') return read.kind;
  return read.changes
    .map((change) => {
      switch (change.kind) {
        case 'weekly':
          return `week ${change.weekly.map(({ day, from, to }) => `${DAYS[day]} ${hour(from)}-${hour(to)}`).join(' ')}`.trim();
        case 'add_absences':
          return `away ${change.absences.map(({ from, to }) => `${local(from)}>${local(to)}`).join(' ')}`;
        case 'remove_absence':
          return `there ${local(change.absence.from)}>${local(change.absence.to)}`;
        case 'pause':
          return `pause ${change.until === undefined ? '-' : local(change.until)}`;
        case 'monthly':
          return `monthly ${change.minutes}`;
        case 'cap':
          return `cap ${change.cases}`;
        default:
          return change.kind;
      }
    })
    .join('; ');

  function local(instant: string): string {
    const at = DateTime.fromISO(instant, { zone: who.timeZone });
    const day = at.toFormat(at.year === 2026 ? 'dd/MM' : 'dd/MM/yy');
    return at.hour === 0 && at.minute === 0 ? day : `${day} ${at.toFormat('HH:mm')}`;
  }
}

function hour(minutes: number): string {
  return minutes % 60 === 0 ? String(minutes / 60) : `${Math.floor(minutes / 60)}:${minutes % 60}`;
}
