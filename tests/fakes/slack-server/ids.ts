import type { Clock } from './clock.ts';

/** Ids as Slack forms them, none given twice by one server. */
export interface Ids {
  next(prefix: string): string;
  /** `seconds.micros`, rising: message timestamps order a channel. */
  ts(): string;
}

export function createIds(clock: Clock): Ids {
  let counted = 0;
  let last = 0;
  return {
    next(prefix) {
      counted += 1;
      return `${prefix}0${counted.toString(36).toUpperCase().padStart(8, '0')}`;
    },
    ts() {
      // In microseconds a number still holds every integer of our time.
      last = Math.max(last + 1, clock.now() * 1_000);
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
  };
}
