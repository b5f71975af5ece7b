import type { DateTime } from 'luxon';
import type { WeeklySlot } from '../../vocabulary/lending.ts';
import { joinSlots } from '../spans.ts';
import { weekdayAfter } from './calendar.ts';
import { MIDNIGHT_TO_MIDNIGHT, type Span, type Token, WHOLE_DAY } from './tokens.ts';

type Of<K extends Token['kind']> = Extract<Token, { kind: K }>;
export type DaysSaid = Of<'dates'> | Of<'weekdays'>;

/** Days and the hours said of them; one of the two may be missing. */
export interface Group {
  readonly days: readonly DaysSaid[];
  readonly hours: readonly Of<'hours'>[];
}

/** A point in time: days, and perhaps a half-day or an hour of them. */
export interface Point {
  readonly days: DaysSaid;
  readonly hours: Of<'hours'> | undefined;
  readonly clock: number | undefined;
}

export interface SaidTimes {
  readonly groups: readonly Group[];
  readonly except: readonly Group[];
  readonly until: Point | undefined;
  readonly before: Point | undefined;
  readonly since: Point | undefined;
  readonly length: Of<'length'> | undefined;
  readonly forever: boolean;
  readonly trouble: Of<'trouble'> | undefined;
  /** A time of day with nothing to end it. */
  readonly loneClock: Of<'clock'> | undefined;
}

/** The words of time as they belong together: «lundi et jeudi matin, sauf le 3» has two days for one half-day. */
export function gatherTimes(tokens: readonly Token[]): SaidTimes {
  const main: Group[] = [];
  const except: Group[] = [];
  const points: Partial<Record<'until' | 'since' | 'before', Point>> = {};
  let target: 'until' | 'since' | 'before' | undefined;
  let filled = false;
  let into = main;
  let loneClock: Of<'clock'> | undefined;
  for (const token of tokens) {
    const point = target === undefined || !filled ? undefined : points[target];
    switch (token.kind) {
      case 'until':
      case 'since':
      case 'before':
        [target, filled] = [token.kind, false];
        break;
      case 'except':
        [target, filled, into] = [undefined, false, except];
        break;
      case 'dates':
      case 'weekdays':
        if (target !== undefined && !filled) {
          points[target] = { days: token, hours: undefined, clock: undefined };
          filled = true;
        } else {
          target = undefined;
          addDays(into, token);
        }
        break;
      case 'hours':
        if (target !== undefined && point !== undefined && point.hours === undefined)
          points[target] = { ...point, hours: token };
        else addHours(into, token);
        break;
      case 'clock':
        if (target !== undefined && point !== undefined) points[target] = { ...point, clock: token.at };
        else loneClock = token;
        break;
      default:
        break;
    }
  }
  return {
    groups: main,
    except,
    until: points.until,
    before: points.before,
    since: points.since,
    // «0 jour» is no length.
    length: tokens.filter((token) => token.kind === 'length').find(({ days, months }) => days + months > 0),
    forever: tokens.some(({ kind }) => kind === 'forever'),
    trouble: tokens.find((token) => token.kind === 'trouble'),
    loneClock,
  };
}

/** Days after hours begin another group, unless the hours came first: «le matin, le lundi et le jeudi». */
function addDays(groups: Group[], days: DaysSaid): void {
  const last = groups.at(-1);
  const hoursFirst = last !== undefined && last.hours.length > 0 && (last.days.length === 0 || LED_BY_HOURS.has(last));
  if (last === undefined || (last.hours.length > 0 && !hoursFirst)) groups.push({ days: [days], hours: [] });
  else replaceLast(groups, { days: [...last.days, days], hours: last.hours }, hoursFirst);
}

function addHours(groups: Group[], hours: Of<'hours'>): void {
  const last = groups.at(-1);
  if (last === undefined || (LED_BY_HOURS.has(last) && last.days.length > 0)) groups.push({ days: [], hours: [hours] });
  else replaceLast(groups, { days: last.days, hours: [...last.hours, hours] }, last.days.length === 0);
}

const LED_BY_HOURS = new WeakSet<Group>();

function replaceLast(groups: Group[], group: Group, ledByHours: boolean): void {
  if (ledByHours) LED_BY_HOURS.add(group);
  groups[groups.length - 1] = group;
}

/** The week's hours that groups name; a day without hours is the whole of it. */
export function slotsOf(groups: readonly Group[], whole: readonly Span[] = WHOLE_DAY): readonly WeeklySlot[] {
  return joinSlots(
    groups.flatMap(({ days, hours }) => {
      const spans = hours.length === 0 ? whole : hours.flatMap(({ given }) => given);
      return days.flatMap((said) =>
        said.kind === 'weekdays' ? said.days.flatMap((day) => spans.map((span) => ({ day, ...span }))) : [],
      );
    }),
  );
}

/** Whether a week's hours are meant: «le mardi», «tous les matins». */
export function isWeekly({ days, hours }: Group): boolean {
  return (
    days.some((one) => one.kind === 'weekdays' && one.said === 'every') ||
    (days.length === 0 && hours.some(({ every }) => every))
  );
}

/** «tous les matins»: those of the working week. */
export function everyDay(group: Group): Group {
  return group.days.length > 0
    ? group
    : { ...group, days: [{ kind: 'weekdays', days: [1, 2, 3, 4, 5], said: 'every' }] };
}

/** The week's hours that an absence takes away. */
export function awaySlots(groups: readonly Group[]): readonly WeeklySlot[] {
  return groups.map(everyDay).flatMap(({ days, hours }) => {
    const spans: readonly Span[] = hours.length === 0 ? [MIDNIGHT_TO_MIDNIGHT] : hours.map(({ away: span }) => span);
    return days.flatMap((one) =>
      one.kind === 'weekdays' ? one.days.flatMap((day) => spans.map(({ from, to }) => ({ day, from, to }))) : [],
    );
  });
}

export type Stretch = { readonly start: DateTime; readonly end: DateTime };

/** The stretches of time that dated days and half-days cover. A weekday is the next one; today's name is `undefined`. */
export function stretchesOf({ days, hours }: Group, today: DateTime): readonly Stretch[] | undefined {
  const stretches: Stretch[] = [];
  for (const said of days) {
    const whole = datesOf(said, today);
    if (whole === undefined) return undefined;
    if (hours.length === 0)
      stretches.push(...whole.map(({ first, last }) => ({ start: first, end: last.plus({ days: 1 }) })));
    else
      for (const { first, last } of whole)
        for (let day = first; day <= last; day = day.plus({ days: 1 }))
          stretches.push(...hours.map(({ away }) => ({ start: at(day, away.from), end: at(day, away.to) })));
  }
  return stretches;
}

/** First and last days. */
export function datesOf(
  said: DaysSaid,
  today: DateTime,
): readonly { readonly first: DateTime; readonly last: DateTime }[] | undefined {
  if (said.kind === 'dates') return [said];
  const [start, ...others] = said.days;
  if (start === undefined) return [];
  if (said.said === 'range') {
    const first = weekdayAfter(today.minus({ days: 1 }), start);
    return [{ first, last: first.plus({ days: others.length }) }];
  }
  if (said.days.some((day) => day === today.weekday)) return undefined;
  return said.days.map((day) => weekdayAfter(today, day)).map((day) => ({ first: day, last: day }));
}

export function at(day: DateTime, minutes: number): DateTime {
  return minutes === 1440 ? day.plus({ days: 1 }) : day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
}
