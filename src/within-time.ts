import { createContext, Script } from 'node:vm';
import type { Logger } from './log.ts';
import { err, ok, type Result } from './result.ts';

/**
 * In milliseconds, for one reading of what a person typed. Every reader is linear and far below it; it is there for the
 * day when one is not: what people wait for next would wait behind it.
 */
const LONGEST_READING_MS = 300;
/** Of a rewording: within 300 as well once the process is warm, but the first one compiles patterns and reads weights for two seconds. */
export const LONGEST_REWORDING_MS = 3000;

/**
 * In characters. A shorter text is read without a watch, which costs as much as reading it does: every pattern was judged to
 * take time in proportion to its text, and even one that took its square would end at once.
 */
const UNWATCHED = 400;

export interface StoppedReading {
  readonly kind: 'too_slow';
  readonly limitMs: number;
}

export interface Watch {
  /** As the log names it. */
  readonly reader: string;
  readonly log: Pick<Logger, 'warn'> | undefined;
  readonly limitMs?: number;
}

/**
 * The same reader of what people type, stopped past its time; `stopped` says what it comes to then. The log has the reader and
 * the length, never the text. As in `withinTime`, what follows an `await` in `read` is not watched, and it must change nothing.
 */
export function watchReader<A extends readonly [text: string, ...rest: unknown[]], T>(
  { reader, log, limitMs }: Watch,
  read: (...given: A) => T,
  stopped: (...given: A) => T,
): (...given: A) => T {
  return (...given) => {
    if (given[0].length <= UNWATCHED) return read(...given);
    const done = withinTime(() => read(...given), limitMs);
    if (done.ok) return done.value;
    log?.warn({ reader, length: given[0].length }, 'a reading was stopped');
    return stopped(...given);
  };
}

const context = createContext(Object.create(null));
const script = new Script('read()', { filename: 'within-time' });

/** Below this share of the limit in processor time, the machine was busy with other things, and the reading is not to blame. */
const OWN_SHARE = 0.8;
/** What a reading may take, in limits, where the machine is so busy: it is begun again once. */
const BUSY_LIMITS = 10;

/** `withinTime` for what reads so many characters and no more; a few are read without a watch. */
export function readWithinTime<T>(characters: number, read: () => T): Result<T, StoppedReading> {
  return characters <= UNWATCHED ? ok(read()) : withinTime(read);
}

/**
 * Runs `read` and stops it past the limit, wherever it is: a timer never fires while a pattern is being matched, and V8's own
 * watch, which `vm` opens, does. That watch goes by the clock: a reading that was stopped while other processes had the machine
 * is begun again, so `read` must change nothing. Costs 0.06 ms of processor, for a thread is started for the watch; by the
 * clock 0.05 to 0.2 ms, and several now and then where the machine is busy. What follows an `await` in `read` is not watched.
 * What `read` throws is thrown.
 */
export function withinTime<T>(read: () => T, limitMs = LONGEST_READING_MS): Result<T, StoppedReading> {
  const before = process.cpuUsage();
  const first = runFor(read, limitMs);
  if (first.ok || spentMs(before) > OWN_SHARE * limitMs) return first.ok ? first : err({ kind: 'too_slow', limitMs });
  const second = runFor(read, BUSY_LIMITS * limitMs);
  return second.ok ? second : err({ kind: 'too_slow', limitMs });
}

function spentMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function runFor<T>(read: () => T, limitMs: number): Result<T, 'stopped'> {
  const before = context['read'];
  let value: { readonly given: T } | undefined;
  context['read'] = () => {
    value = { given: read() };
  };
  try {
    script.runInContext(context, { timeout: limitMs });
  } catch (error) {
    if (isStopped(error)) return err('stopped');
    throw error;
  } finally {
    context['read'] = before;
  }
  if (value === undefined) throw new Error('a reading ended without a value');
  return ok(value.given);
}

function isStopped(error: unknown): boolean {
  // Thrown by the other context: no `Error` of ours.
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
