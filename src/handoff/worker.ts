import { setImmediate } from 'node:timers/promises';
import type { Logger } from '../log.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { createClockWatch } from './clock-watch.ts';
import type { Courier } from './courier.ts';
import type { Heartbeat } from './heartbeat.ts';

export interface Worker {
  start(): void;
  /** Resolves when the turn under way has ended. */
  stop(): Promise<void>;
}

export interface WorkerParts {
  readonly cases: { ring(): Promise<Result<number, StoreDown>> };
  readonly courier: Courier;
  readonly heartbeat: Heartbeat;
  readonly log: Logger;
  /** Between two turns with nothing to do. */
  readonly restMs: number;
  readonly now: () => Date;
  /** Milliseconds that have gone by since some instant, whatever is done to the clock. */
  readonly elapsedMs: () => number;
}

/** Between two heartbeats: a start sooner after the last one than a leap of the clock takes waits for nothing. */
const BEAT_MS = 60_000;

/** Turns for as long as it runs: fire the timers, deliver the messages, rest. A store that is down is waited for. */
export function createWorker({ cases, courier, heartbeat, log, restMs, now, elapsedMs }: WorkerParts): Worker {
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

  const watchClock = async () => {
    const last = await heartbeat.last();
    // A store that cannot say when it last lived is one that stood still for long.
    const look = createClockWatch(now, elapsedMs, last.ok ? last.value : 0);
    const { timersWait } = look();
    if (timersWait && last.ok && last.value !== undefined)
      log.warn(
        { lastLived: new Date(last.value).toISOString() },
        'a long time since it last ran, or a clock that is ahead: nothing falls due for ten minutes',
      );
    return look;
  };

  const turns = async (): Promise<void> => {
    let wasDown = false;
    let beatAt = Number.NEGATIVE_INFINITY;
    const lookAtClock = await watchClock();
    while (!stopping) {
      const { jumpMs, timersWait } = lookAtClock();
      if (jumpMs !== 0) log.warn({ seconds: Math.round(jumpMs / 1000), timersWait }, 'the clock has jumped');
      // No clock is vouched for while it is waited for: a second start must not take it for the last good one.
      if (!timersWait && elapsedMs() - beatAt >= BEAT_MS && (await heartbeat.beat(now())).ok) beatAt = elapsedMs();
      const rung = timersWait ? ok(0) : await cases.ring();
      const delivered = await courier.deliverDue();
      const fault = rung.ok ? (delivered.ok ? undefined : delivered.error) : rung.error;
      if (fault !== undefined && !wasDown)
        log.error({ reason: fault.reason }, 'the store is down: cases wait, nothing is lost');
      if (fault === undefined && wasDown) log.info({}, 'the store is back');
      wasDown = fault !== undefined;
      const idle = !rung.ok || !delivered.ok || rung.value + delivered.value === 0;
      // Where nothing waits for anything, a store in the process would let nobody else be served between two turns.
      if (idle && !stopping) await rest();
      else await setImmediate();
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
