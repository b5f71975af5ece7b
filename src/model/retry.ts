import { setTimeout as wait } from 'node:timers/promises';
import type { Complete, ModelFault, Purpose } from './complete.ts';
import { abortedBy, leftMs } from './deadline.ts';

export interface RetryPolicy {
  /** In all, the first included. */
  readonly attempts: number;
  /** Of the first wait; it doubles each time. */
  readonly firstWaitMs: number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onRetry?: (fault: ModelFault, purpose: Purpose) => void;
}

/**
 * Tries again what may go through later: 429, 5xx, a connection refused, an answer cut or empty. Waits as long as `Retry-After`
 * says, else with full jitter. Never after a first piece was heard (it would be heard twice), and not where the wait would
 * outlast the deadline: then the fault comes back at once.
 */
export function withRetry(complete: Complete, policy: RetryPolicy): Complete {
  return async (prompt, listening) => {
    const { signal, onPart } = listening;
    for (let attempt = 1; ; attempt++) {
      let heard = false;
      const given = await complete(prompt, {
        ...listening,
        ...(onPart === undefined
          ? {}
          : {
              onPart: (part) => {
                heard = true;
                onPart(part);
              },
            }),
      });
      if (given.ok || heard || attempt >= policy.attempts) return given;
      const waitMs = waitAfter(given.error, attempt, policy);
      if (waitMs === undefined || waitMs >= leftMs(signal)) return given;
      policy.onRetry?.(given.error, prompt.purpose);
      try {
        await wait(waitMs, undefined, { signal });
      } catch (error) {
        // The signal ended the wait: the call has no more time, or nobody wants it any more.
        if (signal.aborted) return { ok: false, error: abortedBy(signal) };
        throw error;
      }
    }
  };
}

/** Milliseconds to wait; undefined where trying again is of no use. */
function waitAfter(fault: ModelFault, attempt: number, { firstWaitMs, random }: RetryPolicy): number | undefined {
  const jittered = random() * firstWaitMs * 2 ** (attempt - 1);
  switch (fault.kind) {
    case 'rate_limited':
    case 'server_error':
      return fault.retryAfterMs ?? jittered;
    case 'unreachable':
    case 'cut':
    case 'empty':
      return jittered;
    default:
      return undefined;
  }
}
