import type { Absence, WeeklySlot } from '../vocabulary/lending.ts';

/** Sorted, apart from each other, none empty: absences that overlap or touch are one. */
export function joinAbsences(absences: readonly Absence[]): readonly Absence[] {
  const joined: Absence[] = [];
  for (const { from, to } of [...absences].sort((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    const last = joined.at(-1);
    if (Date.parse(from) >= Date.parse(to)) continue;
    if (last === undefined || Date.parse(from) > Date.parse(last.to)) joined.push({ from, to });
    else if (Date.parse(to) > Date.parse(last.to)) joined[joined.length - 1] = { from: last.from, to };
  }
  return joined;
}

/** What is left of absences when someone is there after all between two instants. */
export function withoutAbsence(absences: readonly Absence[], there: Absence): readonly Absence[] {
  const [start, end] = [Date.parse(there.from), Date.parse(there.to)];
  return absences.flatMap((absence) => {
    if (Date.parse(absence.to) <= start || end <= Date.parse(absence.from)) return [absence];
    return [
      ...(Date.parse(absence.from) < start ? [{ from: absence.from, to: there.from }] : []),
      ...(end < Date.parse(absence.to) ? [{ from: there.to, to: absence.to }] : []),
    ];
  });
}

/** Monday first, then by hour; slots of one day that overlap or touch are one. */
export function joinSlots(slots: readonly WeeklySlot[]): readonly WeeklySlot[] {
  const joined: WeeklySlot[] = [];
  for (const slot of [...slots].sort((a, b) => a.day - b.day || a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || last.day !== slot.day || slot.from > last.to) joined.push(slot);
    else if (slot.to > last.to) joined[joined.length - 1] = { ...last, to: slot.to };
  }
  return joined;
}

export function withoutSlots(slots: readonly WeeklySlot[], removed: readonly WeeklySlot[]): readonly WeeklySlot[] {
  return removed.reduce<readonly WeeklySlot[]>(
    (left, { day, from, to }) =>
      left.flatMap((slot) => {
        if (slot.day !== day || slot.to <= from || to <= slot.from) return [slot];
        return [...(slot.from < from ? [{ ...slot, to: from }] : []), ...(to < slot.to ? [{ ...slot, from: to }] : [])];
      }),
    slots,
  );
}

/** A week in which what is said takes the place of the hours it touches; the rest stays. */
export function setSlots(week: readonly WeeklySlot[], said: readonly WeeklySlot[]): readonly WeeklySlot[] {
  const kept = week.filter(
    (slot) => !said.some((other) => other.day === slot.day && other.from < slot.to && slot.from < other.to),
  );
  return joinSlots([...kept, ...said]);
}
