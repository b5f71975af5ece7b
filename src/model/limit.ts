import { err } from '../result.ts';
import type { Complete } from './complete.ts';
import { abortedBy } from './deadline.ts';

/** At most `running` calls at once and `waiting` in the queue, first come first served; beyond, `busy` at once. */
export function withLimit(complete: Complete, { running, waiting }: { running: number; waiting: number }): Complete {
  let busy = 0;
  const queue: (() => void)[] = [];
  /** A place is handed on without being freed: a call that comes meanwhile cannot slip in. */
  const leave = (): void => {
    const next = queue.shift();
    if (next === undefined) busy--;
    else next();
  };
  return async (prompt, listening) => {
    const { signal } = listening;
    if (signal.aborted) return err(abortedBy(signal));
    if (busy >= running) {
      if (queue.length >= waiting) return err({ kind: 'busy' });
      if (!(await turn(queue, signal))) return err(abortedBy(signal));
    } else busy++;
    try {
      return await complete(prompt, listening);
    } finally {
      leave();
    }
  };
}

/** Resolves when it is one's turn; with false when the time ran out first, the place in the queue given up. */
function turn(queue: (() => void)[], signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const called = (): void => {
      signal.removeEventListener('abort', gone);
      resolve(true);
    };
    const gone = (): void => {
      const place = queue.indexOf(called);
      if (place >= 0) queue.splice(place, 1);
      resolve(false);
    };
    signal.addEventListener('abort', gone, { once: true });
    queue.push(called);
  });
}
