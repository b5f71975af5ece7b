import { err } from '../result.ts';
import type { Complete, ModelFault } from './complete.ts';

export type BreakerState = 'closed' | 'open' | 'half_open';

export interface BreakerPolicy {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** How long it stays open before one call is let through to see. */
  readonly openMs: number;
  /** Milliseconds. */
  readonly now: () => number;
  readonly onChange?: (state: BreakerState) => void;
}

/** Faults of the endpoint itself; a busy queue, a budget or a person who leaves say nothing of its health. */
const COUNTED: ReadonlySet<ModelFault['kind']> = new Set([
  'rate_limited',
  'server_error',
  'unreachable',
  'timeout',
  'unauthorised',
  'rejected',
  'cut',
  'empty',
]);

/**
 * After several failures in a row nothing is asked for a while: the person has the answer without a model at once, instead of
 * waiting for a deadline each time. Then one call alone is let through, whose outcome closes it or opens it again.
 */
export function withBreaker(complete: Complete, { failures, openMs, now, onChange }: BreakerPolicy): Complete {
  let state: BreakerState = 'closed';
  let inARow = 0;
  let openedAt = 0;
  const become = (next: BreakerState): void => {
    if (state === next) return;
    state = next;
    onChange?.(next);
  };
  const open = (): void => {
    openedAt = now();
    become('open');
  };
  return async (prompt, listening) => {
    if (state === 'half_open' || (state === 'open' && now() - openedAt < openMs)) return err({ kind: 'circuit_open' });
    const trial = state === 'open';
    if (trial) become('half_open');
    const given = await complete(prompt, listening);
    if (given.ok) {
      inARow = 0;
      if (trial) become('closed');
    } else if (COUNTED.has(given.error.kind)) {
      inARow++;
      if (trial || (state === 'closed' && inARow >= failures)) open();
    } else if (trial) {
      // Nothing learnt: the next call is the trial.
      become('open');
    }
    return given;
  };
}
