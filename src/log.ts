import { type Logger, pino } from 'pino';

export type { Logger };

/** Logs go to standard error, so that commands keep standard output for their results; they carry ids, never texts. */
export function createLog(
  level: string,
  to: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino({ level, base: null, serializers: { err: whereNotWhat } }, to);
}

/** An error's message may quote what was being read («Unexpected token… "Mme Durand…" is not valid JSON»): where it came from says enough. */
function whereNotWhat(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? {} : { cause: whereNotWhat(error.cause) };
  return { type: error.name, ...code, ...cause, at: frames.map((line) => line.trim().slice('at '.length)) };
}
