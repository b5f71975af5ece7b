import type { Logger } from '../log.ts';
import { ok } from '../result.ts';
import type { Cases } from './cases.ts';
import { createClockWatch } from './clock-watch.ts';
import type { Courier } from './courier.ts';

export interface Worker {
  start(): void;
  /** Resolves when the turn under way has ended. */
  stop(): Promise<void>;
}

export interface WorkerParts {
  readonly cases: Pick<Cases, 'ring'>;
  readonly courier: Courier;
  readonly log: Logger;
  /** Between two turns with nothing to do. */
  readonly restMs: number;
  readonly now: () => Date;
  /** Milliseconds that have gone by since some instant, whatever is done to the clock. */
  readonly elapsedMs: () => number;
}

/** Turns for as long as it runs: fire the timers, deliver the messages, rest. A store that is down is waited for. */
export function createWorker({ cases, courier, log, restMs, now, elapsedMs }: WorkerParts): Worker {
  let running: Promise<void> | undefined;
  let stopping = false;
  let wake: (() => void) | undefined;

  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, restMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const turns = async (): Promise<void> => {
    let wasDown = false;
    const lookAtClock = createClockWatch(now, elapsedMs);
    while (!stopping) {
      const { jumpMs, timersWait } = lookAtClock();
      if (jumpMs !== 0) log.warn({ seconds: Math.round(jumpMs / 1000), timersWait }, 'the clock has jumped');
      const rung = timersWait ? ok(0) : await cases.ring();
      const delivered = await courier.deliverDue();
      const fault = rung.ok ? (delivered.ok ? undefined : delivered.error) : rung.error;
      if (fault !== undefined && !wasDown)
        log.error({ reason: fault.reason }, 'the store is down: cases wait, nothing is lost');
      if (fault === undefined && wasDown) log.info({}, 'the store is back');
      wasDown = fault !== undefined;
      const idle = !rung.ok || !delivered.ok || rung.value + delivered.value === 0;
      if (idle && !stopping) await rest();
    }
  };

  return {
    start: () => {
      running ??= turns().catch((error: unknown) => {
        log.fatal({ err: error }, 'the hand-over worker stopped');
        throw error;
      });
    },
    stop: async () => {
      stopping = true;
      wake?.();
      await running;
    },
  };
}
