import { createHash, randomUUID } from 'node:crypto';
import type { Ward } from '../attempts/ward.ts';
import type { Logger } from '../log.ts';
import { err, ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { InboundEvent, InboundRecords, Kept, TakenEvent } from './inbound-records.ts';
import { createLanes } from './lanes.ts';
import type { Handle, Intake, PlatformEvent } from './port/events.ts';
import { createTurns } from './turns.ts';

export interface IntakeParts {
  readonly records: InboundRecords;
  /** What each platform does with an event of its own. */
  readonly handlerOf: (platform: string) => Handle | undefined;
  readonly ward: Ward;
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
/** What the program itself fails at is not mended by waiting: three times, and it is set aside. */
const FAULT = 'a fault of the program';
/** No answer takes as long: what never ends would hold its thread for ever. */
const LONGEST_MS = 600_000;
/** PostgreSQL takes no longer text into an index. */
const LONGEST_ID = 400;

interface Waiting {
  readonly event: InboundEvent;
  readonly settle: (result: Result<Kept, StoreDown>) => void;
}

/**
 * The durable door of the chat platforms. `take` resolves once an event is on disk, so that the platform may be told that it
 * was received; from then on it is handled, whatever becomes of this process, in the order of its thread.
 */
export function createIntake({ records, handlerOf, ward, log, now }: IntakeParts): RunningIntake {
  const holder = randomUUID();
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
  let alone: Promise<void> | undefined;
  let wasDown = false;

  const lease = () => ({ holder, until: new Date(now().getTime() + LEASE_MS).toISOString() });

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
      lease(),
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
    lanes.run(laneOf(event), () => inTurn(() => ward.shared(() => handleOne(event)))).catch(fail);
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
    if (why === FAULT) return countFault(event);
    // A platform that says when to come back is there: nothing is given up for that.
    const last = kind !== 'later' || (done.error.afterMs === undefined && attempts + 1 >= MOST_ATTEMPTS);
    const retryAt = last ? undefined : retryTime(done.error, attempts, now());
    if (last) log.error({ platform, event: id, attempts: attempts + 1, why }, 'an event was given up');
    else log.warn({ platform, event: id, why }, 'an event is tried again later');
    if (!last) blocked.add(laneOf(event));
    inHand.delete(keyOf(event));
    tellStore(await records.failed(event, why, retryAt));
  };

  const countFault = async (event: TakenEvent): Promise<void> => {
    const { platform, event: id, attempts } = event;
    blocked.add(laneOf(event));
    const counted = await records.threw(event, FAULT, now().toISOString(), retryTime({}, attempts, now()));
    inHand.delete(keyOf(event));
    tellStore(counted);
    if (counted.ok && counted.value === 'set_aside') log.error({ platform, event: id, why: FAULT }, SET_ASIDE);
  };

  /** A bug in handling one event is that event's, never the next one's. */
  const answered = async ({ platform, event: id, body, attempts }: TakenEvent): ReturnType<Handle> => {
    const handler = handlerOf(platform);
    if (handler === undefined) return err({ kind: 'later', why: 'this platform is not configured' });
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('it never ended')), LONGEST_MS);
    });
    try {
      return await Promise.race([handler(body, { id, attempt: attempts }), tooLong]);
    } catch (error) {
      log.error({ err: error, platform, event: id }, 'an event could not be handled');
      return err({ kind: 'later', why: FAULT });
    } finally {
      clearTimeout(timer);
    }
  };

  const look = async (): Promise<void> => {
    const at = now().toISOString();
    const dead = await records.mourn(at, holder);
    if (dead.ok) for (const key of dead.value) log.error({ ...key, why: 'the process died of it' }, SET_ASIDE);
    const taken = await records.take(at, MOST_AT_ONCE, lease());
    tellStore(taken);
    if (!taken.ok) return;
    for (const event of taken.value) {
      // What is in hand here and came back was only late in being renewed.
      if (inHand.has(keyOf(event))) continue;
      blocked.delete(laneOf(event));
      handle(event);
    }
    if (alone !== undefined || stopping) return;
    const suspects = await records.hasSuspects(at);
    if (suspects.ok && suspects.value)
      alone = tryAlone()
        .catch(fail)
        .finally(() => {
          alone = undefined;
        });
  };

  /** One after the other, and written down before the next: only what kills the process is in hand at each of its deaths. */
  const tryAlone = async (): Promise<void> => {
    for (let more = true; more && !stopping; ) {
      more = await ward.alone(async () => {
        const taken = await records.take(now().toISOString(), 1, lease(), true);
        const [event] = taken.ok ? taken.value : [];
        if (event === undefined) return false;
        blocked.delete(laneOf(event));
        inHand.set(keyOf(event), event);
        await lanes.run(laneOf(event), () => handleOne(event));
        while (inHand.has(keyOf(event)) && writing !== undefined) await writing;
        return true;
      });
    }
  };

  const renew = async (): Promise<void> => {
    const held = [...inHand.values()];
    for (let from = 0; from < held.length; from += MOST_AT_ONCE)
      tellStore(await records.renew(held.slice(from, from + MOST_AT_ONCE), lease()));
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
      const event = { platform, event: short(id), lane: short(lane), arrival, at, body };
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
      await alone;
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

const SET_ASIDE = 'an event was set aside: npm run doctor';

/** An id of no platform's own length stands for itself by its digest. */
const short = (id: string) =>
  id.length > LONGEST_ID ? `sha256:${createHash('sha256').update(id, 'utf16le').digest('hex')}` : id;

function retryTime({ afterMs }: { readonly afterMs?: number | undefined }, attempts: number, now: Date): string {
  const wait = afterMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
  return new Date(now.getTime() + wait).toISOString();
}
