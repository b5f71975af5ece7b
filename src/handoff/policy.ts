/** How long things may take. Minutes are of working time in the network's calendar, unless they say otherwise. */
export interface HandoffPolicy {
  /** Wave after wave: how many are asked at once and how long they have. The last one is repeated from the queue. */
  readonly waves: readonly [Wave, ...Wave[]];
  /** A holder who leaves the requester without a word is reminded, then the case goes to someone else. */
  readonly reminderMinutes: number;
  readonly silenceMinutes: number;
  /** An answered case closes by itself. */
  readonly autoCloseMinutes: number;
  /** Clock days: a draft nobody consented to, and a case nobody could take. */
  readonly draftDays: number;
  readonly queueDays: number;
  /** The instant that lies so many working minutes after another (ISO 8601 UTC). */
  readonly addWorkingMinutes: (from: string, minutes: number) => string;
}

export interface Wave {
  readonly size: number;
  readonly minutes: number;
}

const HOUR = 60;
const DAY = 8 * HOUR;

export const defaultDurations = {
  waves: [
    { size: 1, minutes: HOUR },
    { size: 2, minutes: 2 * HOUR },
    { size: 4, minutes: 4 * HOUR },
  ],
  reminderMinutes: DAY,
  silenceMinutes: 2 * DAY,
  autoCloseMinutes: 5 * DAY,
  draftDays: 7,
  queueDays: 10,
} as const satisfies Omit<HandoffPolicy, 'addWorkingMinutes'>;

/** The wave after so many have gone; the last one repeats. */
export function waveAfter({ waves }: HandoffPolicy, gone: number): Wave {
  return waves[Math.min(gone, waves.length - 1)] ?? waves[0];
}

export function addDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}
