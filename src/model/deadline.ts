import type { ModelFault } from './complete.ts';

/** The time one exchange may take: a signal, and what is left of it. */
export interface Deadline {
  readonly signal: AbortSignal;
  leftMs(): number;
  /** Frees the timer. */
  end(): void;
}

const deadlines = new WeakMap<AbortSignal, number>();

/** @param cancelled the person took the question back */
export function startDeadline(ms: number, cancelled: AbortSignal | undefined): Deadline {
  const until = performance.now() + ms;
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(timeUp()), ms);
  const cancel = () => ended.abort(cancelled?.reason);
  if (cancelled?.aborted === true) cancel();
  cancelled?.addEventListener('abort', cancel, { once: true });
  deadlines.set(ended.signal, until);
  return {
    signal: ended.signal,
    leftMs: () => until - performance.now(),
    end: () => {
      clearTimeout(timer);
      cancelled?.removeEventListener('abort', cancel);
    },
  };
}

/** A signal that more than one thing ends, with the deadline of the first. */
export function joinSignals(signal: AbortSignal, other: AbortSignal): AbortSignal {
  const joined = AbortSignal.any([signal, other]);
  const until = deadlines.get(signal);
  if (until !== undefined) deadlines.set(joined, until);
  return joined;
}

/** Milliseconds left to what listens to a signal: without end where it is not a deadline's. */
export function leftMs(signal: AbortSignal): number {
  const until = deadlines.get(signal);
  return until === undefined ? Number.POSITIVE_INFINITY : until - performance.now();
}

function timeUp(): Error {
  return Object.assign(new Error('the time for this exchange is up'), { name: 'TimeoutError' });
}

/** What a signal that has fired comes down to. */
export function abortedBy(signal: AbortSignal): ModelFault {
  return signal.reason instanceof Error && signal.reason.name === 'TimeoutError'
    ? { kind: 'timeout' }
    : { kind: 'cancelled' };
}
