import { AsyncLocalStorage } from 'node:async_hooks';
import { type Logger, pino } from 'pino';

export type { Logger };

/** What is being handled: an event of a platform, a message that is delivered, a request. */
const underWay = new AsyncLocalStorage<Readonly<Record<string, string>>>();

/** Every line that `work` logs, and whatever it calls, bears these ids: one message is followed from end to end. */
export function withIds<T>(ids: Readonly<Record<string, string>>, work: () => T): T {
  return underWay.run({ ...underWay.getStore(), ...ids }, work);
}

/** Logs go to standard error, so that commands keep standard output for their results; they carry ids, never texts. */
export function createLog(
  level: string,
  to: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino({ level, base: null, mixin: () => underWay.getStore() ?? {}, serializers: { err: whereNotWhat } }, to);
}

/** What begins a line, for a fault and for a mere warning. */
interface LogWords {
  readonly error: string;
  readonly warning: string;
}

/** For a person at a terminal: what goes wrong, in a line of plain words each, and nothing of what goes well. */
export function createTerminalLog(
  words: LogWords,
  to: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return createLog('warn', { write: (line) => to.write(sayEntry(line, words)) });
}

const ERROR_LEVEL = 50;

/** Its ids and the kind of its error, without where it was thrown: that is for the JSON. */
function sayEntry(line: string, { error, warning }: LogWords): string {
  const { level, time: _time, msg, err: fault, ...ids }: Record<string, unknown> = JSON.parse(line);
  const told = Object.entries({ ...ids, ...(typeof fault === 'object' ? fault : {}) })
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => ` ${name}=${value}`);
  return `${Number(level) >= ERROR_LEVEL ? error : warning}\u00a0: ${String(msg)}${told.join('')}\n`;
}

/** An error's message may quote what was being read («Unexpected token… "Mme Durand…" is not valid JSON»): where it came from says enough. */
function whereNotWhat(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? {} : { cause: whereNotWhat(error.cause) };
  return { type: error.name, ...code, ...cause, at: frames.map((line) => line.trim().slice('at '.length)) };
}
