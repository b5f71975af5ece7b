import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIsHoliday } from '../../../src/days/public-holidays.ts';
import { addWorkingMinutes, type Hours, windowsBetween } from '../../../src/days/working-hours.ts';
import type { Reservist } from '../../../src/reserve/reservist.ts';
import { availabilityBetween } from '../../../src/reserve/working-time.ts';
import { runs } from '../../fixtures/runs.ts';

const isHoliday = createIsHoliday();
const office: Hours = {
  timeZone: 'Europe/Paris',
  departement: '35',
  weekly: ([1, 2, 3, 4, 5] as const).flatMap((day) => [
    { day, from: 9 * 60, to: 12 * 60 },
    { day, from: 14 * 60, to: 17 * 60 },
  ]),
};
const add = (from: string, minutes: number) => addWorkingMinutes(office, from, minutes, isHoliday);
const reservist: Reservist = {
  id: 'r',
  person: 'p',
  organisation: 'o',
  territories: ['35238', '35', 'R53'],
  competences: [],
  languages: ['fr'],
  timeZone: 'Europe/Paris',
  weekly: office.weekly,
  absences: [],
  monthlyMinutes: 600,
  simultaneousCases: 2,
  substitute: undefined,
  pause: undefined,
  conflicts: { organisations: [], suppliers: [] },
};

describe('public holidays', () => {
  it('are those of the département', () => {
    expect(isHoliday('2026-12-26', '67')).toBe(true);
    expect(isHoliday('2026-12-26', '35')).toBe(false);
    expect(isHoliday('2027-03-29', '35')).toBe(true);
    expect(isHoliday('2026-05-22', '972')).toBe(true);
    expect(isHoliday('2026-05-22', '35')).toBe(false);
    expect(isHoliday('2026-05-31', undefined)).toBe(false);
  });
});

describe('working time', () => {
  it('skips the lunch break, the night, the week-end and the public holiday', () => {
    expect(add('2026-11-25T10:30:00Z', 60)).toBe('2026-11-25T13:30:00.000Z');
    expect(add('2026-11-27T15:30:00Z', 60)).toBe('2026-11-30T08:30:00.000Z');
    expect(add('2026-12-24T15:30:00Z', 60)).toBe('2026-12-28T08:30:00.000Z');
  });

  it('keeps the hour on the wall when the clocks change', () => {
    expect(add('2026-03-27T15:00:00Z', 120)).toBe('2026-03-30T08:00:00.000Z');
    expect(add('2026-10-23T14:00:00Z', 120)).toBe('2026-10-26T09:00:00.000Z');
  });

  it('refuses a week without hours by name', () => {
    expect(() => addWorkingMinutes({ ...office, weekly: [] }, '2026-11-25T10:30:00Z', 1, isHoliday)).toThrow(
      /working time/,
    );
  });

  it('is additive: two waits one after the other end where the whole does', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 3000 }),
        (from, a, b) => {
          const start = from.toISOString();
          expect(add(add(start, a), b)).toBe(add(start, a + b));
          expect(add(start, a) > start).toBe(true);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe('availability', () => {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

  it('is the week less holidays, absences and pause', () => {
    const absent = { ...reservist, absences: [{ from: '2026-11-25T09:00:00Z', to: '2026-11-25T14:00:00Z' }] };
    const windows = availabilityBetween(absent, day('2026-11-25'), day('2026-11-26'), isHoliday);
    expect(windows.map(({ start, end }) => [new Date(start).toISOString(), new Date(end).toISOString()])).toEqual([
      ['2026-11-25T08:00:00.000Z', '2026-11-25T09:00:00.000Z'],
      ['2026-11-25T14:00:00.000Z', '2026-11-25T16:00:00.000Z'],
    ]);
    const week = [day('2026-11-23'), day('2026-11-30')] as const;
    expect(availabilityBetween({ ...reservist, pause: { until: undefined } }, ...week, isHoliday)).toEqual([]);
    expect(
      availabilityBetween({ ...reservist, pause: { until: '2026-11-27T11:00:00Z' } }, ...week, isHoliday),
    ).toHaveLength(1);
  });

  it('never leaves the range, never overlaps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 40 }), (start, length) => {
        const from = day('2026-01-01') + start * 3_600_000;
        const to = from + length * 3_600_000;
        const windows = windowsBetween(office, from, to, isHoliday);
        for (const [i, window] of windows.entries()) {
          expect(window.start).toBeLessThan(window.end);
          expect(window.start).toBeGreaterThanOrEqual(windows[i - 1]?.end ?? from);
          expect(window.end).toBeLessThanOrEqual(to);
        }
      }),
    );
  });
});
