import type { Logger } from '../log.ts';
import type { Handle, Intake, PlatformEvent } from '../platform.ts';
import { err, ok, type Result } from '../result.ts';
import type { StoreDown } from '../store/faults.ts';
import type { InboundEvent, InboundRecords, Kept, TakenEvent } from '../store/inbound-records.ts';
import { createLanes } from './lanes.ts';
import { createTurns } from './turns.ts';

export interface IntakeParts {
  readonly records: InboundRecords;
  /** What each platform does with an event of its own. */
  readonly handlerOf: (platform: string) => Handle | undefined;
  readonly log: Logger;
  readonly now: () => Date;
}

export interface RunningIntake extends Intake {
  /** Takes up what an earlier process left, now and for as long as it runs. */
  start(): void;
  /** Takes no more; resolves once what is in hand is handled and written down. */
  stop(): Promise<void>;
}

/** Events that come within it are written in one transaction. */
const GATHER_MS = 50;
const MOST_AT_ONCE = 200;
/** After a crash, what was in hand waits that long; renewed meanwhile by a process that lives. */
const LEASE_MS = 8_000;
const RENEW_MS = 2_000;
const LOOK_MS = 500;
/** 2 s, 4 s, 8 s… then each minute: the last try comes about an hour after the first, which outlasts most outages. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
const MOST_ATTEMPTS = 64;
/** What the program itself fails at is not mended by waiting, and keeps back all that follows in its thread: two minutes. */
const MOST_FAULTS = 7;
const FAULT = 'a fault of the program';

interface Waiting {
  readonly event: InboundEvent;
  readonly settle: (result: Result<Kept, StoreDown>) => void;
}

/**
 * The durable door of the chat platforms. `take` resolves once an event is on disk, so that the platform may be told that it
 * was received; from then on it is handled, whatever becomes of this process, in the order of its thread.
 */
export function createIntake({ records, handlerOf, log, now }: IntakeParts): RunningIntake {
  const waiting: Waiting[] = [];
  const inHand = new Map<string, InboundEvent>();
  const handled: InboundEvent[] = [];
  const lanes = createLanes();
  const inTurn = createTurns();
  /** Lanes whose oldest message is to be tried again: those after it wait for it. */
  const blocked = new Set<string>();
  let arrivals = 0;
  let writing: Promise<void> | undefined;
  let timers: readonly NodeJS.Timeout[] = [];
  let stopping = false;
  let looking: Promise<void> | undefined;
  let wasDown = false;

  const leasedUntil = () => new Date(now().getTime() + LEASE_MS).toISOString();

  /** One transaction at a time; whatever comes meanwhile goes with the next. */
  const write = (): void => {
    writing ??= new Promise<void>((resolve) => setTimeout(resolve, GATHER_MS)).then(writeOnce).finally(() => {
      writing = undefined;
      if (waiting.length > 0 || (handled.length > 0 && !wasDown)) write();
    });
  };

  const writeOnce = async (): Promise<void> => {
    const batch = waiting.splice(0, MOST_AT_ONCE);
    const done = handled.splice(0, MOST_AT_ONCE);
    const kept = await records.keep(
      batch.map(({ event }) => event),
      done,
      leasedUntil(),
    );
    tellStore(kept);
    if (!kept.ok) {
      // Their leases run on: should this process die, they are handled again.
      handled.unshift(...done);
      for (const { settle } of batch) settle(kept);
      return;
    }
    for (const event of done) inHand.delete(keyOf(event));
    batch.forEach(({ event, settle }, i) => {
      const was = kept.value[i] ?? 'seen';
      const lane = laneOf(event);
      if (was === 'first') blocked.delete(lane);
      // Another process has the thread's earlier message, or it waits to be tried again: this one is taken after it.
      if (was === 'behind' && (blocked.has(lane) || !lanes.busy(lane))) leave(event);
      else if (was !== 'seen') handle({ ...event, attempts: 0 });
      settle(ok(was));
    });
  };

  const leave = (event: InboundEvent): void => {
    inHand.delete(keyOf(event));
    records.failed(event, 'behind', event.at).then(tellStore, fail);
  };

  const handle = (event: TakenEvent): void => {
    inHand.set(keyOf(event), event);
    lanes.run(laneOf(event), () => inTurn(() => handleOne(event))).catch(fail);
  };

  const handleOne = async (event: TakenEvent): Promise<void> => {
    const { platform, event: id, attempts } = event;
    if (blocked.has(laneOf(event))) return leave(event);
    const done = await answered(event);
    if (done.ok) {
      handled.push(event);
      write();
      return;
    }
    const { kind, why } = done.error;
    const last = kind !== 'later' || attempts + 1 >= (why === FAULT ? MOST_FAULTS : MOST_ATTEMPTS);
    const retryAt = last ? undefined : retryTime(done.error, attempts, now());
    if (last) log.error({ platform, event: id, attempts: attempts + 1, why }, 'an event was given up');
    else log.warn({ platform, event: id, why }, 'an event is tried again later');
    if (!last) blocked.add(laneOf(event));
    inHand.delete(keyOf(event));
    tellStore(await records.failed(event, why, retryAt));
  };

  /** A bug in handling one event is that event's, never the next one's. */
  const answered = async ({ platform, event: id, body, attempts }: TakenEvent): ReturnType<Handle> => {
    const handler = handlerOf(platform);
    if (handler === undefined) return err({ kind: 'later', why: 'this platform is not configured' });
    try {
      return await handler(body, { id, attempt: attempts });
    } catch (error) {
      log.error({ err: error, platform, event: id }, 'an event could not be handled');
      return err({ kind: 'later', why: FAULT });
    }
  };

  const look = async (): Promise<void> => {
    const taken = await records.take(now().toISOString(), MOST_AT_ONCE, leasedUntil());
    tellStore(taken);
    if (!taken.ok) return;
    for (const event of taken.value) {
      // What is in hand here and came back was only late in being renewed.
      if (inHand.has(keyOf(event))) continue;
      blocked.delete(laneOf(event));
      handle(event);
    }
  };

  const renew = async (): Promise<void> => {
    const held = [...inHand.values()];
    for (let from = 0; from < held.length; from += MOST_AT_ONCE)
      tellStore(await records.renew(held.slice(from, from + MOST_AT_ONCE), leasedUntil()));
    if (handled.length > 0) write();
  };

  function tellStore(result: Result<unknown, StoreDown>): void {
    if (!result.ok && !wasDown) log.error({ reason: result.error.reason }, 'the store is down: messages are not taken');
    if (result.ok && wasDown) log.info({}, 'the store is back');
    wasDown = !result.ok;
  }

  function fail(error: unknown): void {
    log.error({ err: error }, 'the intake failed');
  }

  return {
    take: ({ platform, id, lane, body }: PlatformEvent) => {
      if (stopping) return Promise.resolve(err({ kind: 'store_down', reason: 'closed' }));
      const at = now().toISOString();
      const arrival = `${at}-${String(arrivals++).padStart(9, '0')}`;
      const event = { platform, event: clean(id), lane: clean(lane), arrival, at, body };
      return new Promise((resolve) => {
        const settle = (kept: Result<Kept, StoreDown>) =>
          resolve(kept.ok ? ok(kept.value === 'seen' ? 'seen' : 'new') : kept);
        waiting.push({ event, settle });
        write();
      });
    },
    start: () => {
      const turn = () => {
        looking ??= look()
          .catch(fail)
          .finally(() => {
            looking = undefined;
          });
      };
      timers = [setInterval(turn, LOOK_MS), setInterval(() => renew().catch(fail), RENEW_MS)];
      turn();
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      stopping = true;
      await looking;
      while (waiting.length > 0) await writing;
      await lanes.idle();
      while (handled.length > 0 && !wasDown) {
        write();
        await writing;
      }
    },
  };
}

const keyOf = ({ platform, event }: InboundEvent) => `${platform} ${event}`;
const laneOf = ({ platform, lane }: InboundEvent) => `${platform} ${lane}`;

/** PostgreSQL refuses a NUL in any text; no platform's id holds one. */
const clean = (id: string) => id.replaceAll('\0', '');

function retryTime({ afterMs }: { readonly afterMs?: number | undefined }, attempts: number, now: Date): string {
  const wait = Math.max(afterMs ?? 0, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts));
  return new Date(now.getTime() + wait).toISOString();
}
