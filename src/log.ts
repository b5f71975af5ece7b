import { type Logger, pino } from 'pino';

export type { Logger };

/** Logs go to standard error, so that commands keep standard output for their results; they carry ids, never texts. */
export function createLog(level: string): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
