import type { SaidCode } from '../french/values/read-values.ts';
import type { SaidValue } from '../french/values/value.ts';
import { ownValue } from '../own-value.ts';
import type { Side, SideValue } from './side.ts';
import { nounOf } from './value-equality.ts';

/** How often in a year, and in an hour; weeks and days make no whole number of months. */
const A_YEAR: Readonly<Record<string, readonly [since: string, times: number]>> = {
  an: ['an', 1],
  semestre: ['an', 2],
  trimestre: ['an', 4],
  mois: ['an', 12],
  heure: ['heure', 1],
  minute: ['heure', 60],
  seconde: ['heure', 3600],
};

/** «deux fois par trimestre» and «huit fois par an»: the values of the two lists that come to the same over a year. */
export function equalRates(left: readonly SideValue[], added: readonly SideValue[]): ReadonlySet<SideValue> {
  const same = new Set<SideValue>();
  for (const from of left) {
    const yearly = yearlyOf(from.value);
    if (yearly === undefined) continue;
    const to = added.find((other) => !same.has(other) && yearlyOf(other.value) === yearly);
    if (to !== undefined) for (const value of [from, to]) same.add(value);
  }
  return same;
}

function yearlyOf(value: SaidValue): string | undefined {
  if (value.kind !== 'quantity' && value.kind !== 'amount') return undefined;
  const rate = value.per === undefined ? undefined : ownValue(A_YEAR, value.per);
  if (rate === undefined) return undefined;
  const [since, times] = rate;
  return [value.kind, nounOf(value) ?? '', since, value.low * times, value.high * times].join(' ');
}

/** «4 jours sur 7» in one text, «4 jours par semaine» in the other. */
export function saysDaysOfWeek(side: Side, code: SaidCode): boolean {
  const days = /^(\d)\/7$/.exec(code.key)?.[1];
  return days !== undefined && side.values.some(({ value }) => daysOfWeek(value) === Number(days));
}

/** The other way round. */
export function isDaysOfWeekSaid(value: SaidValue, side: Side): boolean {
  const days = daysOfWeek(value);
  return days !== undefined && side.codes.some((code) => code.key === `${days}/7`);
}

const daysOfWeek = (value: SaidValue): number | undefined =>
  value.kind === 'duration' && value.unit === 'day' && value.per === 'semaine' && value.low === value.high
    ? value.low
    : undefined;
