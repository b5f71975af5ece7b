import { addOfficeMinutes, BEHAVIOUR, isOpen, type Month } from './month.ts';

/** The month as a table and two charts, for a terminal. */
export function sayMonth({ reservists, cases }: Month): string {
  const waits = cases
    .flatMap(({ openedAt, takenAt }) => (takenAt === undefined ? [] : [workingMinutes(openedAt, takenAt)]))
    .sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? 0;
  const count = (test: (one: Month['cases'][number]) => boolean) => String(cases.filter(test).length);
  const asked = reservists.map((one) => one.asked / one.monthlyMinutes);
  const taken = reservists.map((one) => one.taken / one.monthlyMinutes);
  const rows: readonly (readonly [string, string])[] = [
    ['reservists / cases', `${reservists.length} / ${cases.length}`],
    ['behaviour (made up)', `accept ${pc(BEHAVIOUR.accepts)}, decline ${pc(BEHAVIOUR.declines)}, else silent`],
    ['taken', count(({ takenAt }) => takenAt !== undefined)],
    ['  at the first wave', count(({ takenAt, waves }) => takenAt !== undefined && waves === 1)],
    ['waited in the queue', count(({ queued }) => queued)],
    ['expired without anyone', count(({ status }) => status === 'expired')],
    ['left open', String(cases.filter(isOpen).length)],
    ['wait, working minutes', `median ${at(0.5)}, p90 ${at(0.9)}, longest ${waits.at(-1) ?? 0}`],
    ['fairness of being asked', `${jain(asked).toFixed(3)} (Jain, per hour offered; 1 = all alike)`],
    ['fairness of cases taken', jain(taken).toFixed(3)],
    ['never asked', String(reservists.filter((one) => one.asked === 0).length)],
  ];
  const table = rows.map(([name, value]) => `${name.padEnd(26)}${value}`).join('\n');
  return `${table}\n\nwait before someone takes it (working minutes)\n${waitChart(waits)}\n\noffers received, by reservist\n${askedChart(reservists)}\n`;
}

const pc = (share: number) => `${Math.round(share * 100)} %`;

/** R. Jain, D. Chiu and W. Hawe, DEC-TR-301, 1984: (Σx)² / (n·Σx²), between 1/n and 1. */
function jain(values: readonly number[]): number {
  const total = values.reduce((sum, x) => sum + x, 0);
  const squares = values.reduce((sum, x) => sum + x * x, 0);
  return squares === 0 ? 1 : total ** 2 / (values.length * squares);
}

const STEPS = [15, 30, 60, 120, 240, 480, Infinity] as const;

function waitChart(waits: readonly number[]): string {
  return STEPS.map((top, i) => {
    const bottom = STEPS[i - 1] ?? 0;
    const count = waits.filter((wait) => wait >= bottom && wait < top).length;
    const label = top === Infinity ? `${bottom}+` : `${bottom}–${top}`;
    return bar(label, count, waits.length);
  }).join('\n');
}

function askedChart(reservists: Month['reservists']): string {
  const most = Math.max(0, ...reservists.map(({ asked }) => asked));
  return Array.from({ length: most + 1 }, (_, asked) =>
    bar(String(asked), reservists.filter((one) => one.asked === asked).length, reservists.length),
  ).join('\n');
}

function bar(label: string, count: number, of: number): string {
  return `${label.padStart(9)} ${'█'.repeat(Math.round((50 * count) / Math.max(1, of)))} ${count}`;
}

/** Office minutes between two instants, to the minute, by halving: the calendar only adds. */
function workingMinutes(from: string, to: string): number {
  let low = 0;
  let high = 30 * 6 * 60;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (addOfficeMinutes(from, middle + 1) <= to) low = middle + 1;
    else high = middle;
  }
  return low;
}
