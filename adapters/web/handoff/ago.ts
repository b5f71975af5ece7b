import type { Language } from '../../../src/vocabulary/people.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long something has lasted: «2 jours», «5 heures»; under a minute «0 minute». */
export function sayAgo(at: string, now: Date, language: Language): string {
  const elapsed = Math.max(0, now.getTime() - Date.parse(at));
  const [unit, length] = UNITS.find(([, one]) => elapsed >= one) ?? UNITS[2];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.floor(elapsed / length),
  );
}
