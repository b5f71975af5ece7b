import { DateTime } from 'luxon';
import type { WeeklySlot } from '../../vocabulary/lending.ts';
import { readTimes } from './read-times.ts';
import { gatherTimes, slotsOf } from './said-times.ts';
import { plainText } from './words.ts';

const FILLERS = new Set(['le', 'les', 'et', 'de', 'a', 'd', "l'"]);

/** A week written out, as in a file: «le mardi de 9 h à 12 h, le jeudi de 14 h à 17 h». Undefined when not all is understood. */
export function readWeek(text: string): readonly WeeklySlot[] | undefined {
  const { tokens, rest } = readTimes(plainText(text), DateTime.fromISO('2026-01-05', { zone: 'UTC' }));
  if (rest.some((word) => !FILLERS.has(word))) return undefined;
  if (tokens.some(({ kind }) => kind !== 'weekdays' && kind !== 'hours')) return undefined;
  const { groups } = gatherTimes(tokens);
  if (groups.some(({ days }) => days.length === 0)) return undefined;
  return slotsOf(groups);
}
