import { createHash, randomUUID } from 'node:crypto';
import type { Ward } from '../attempts/ward.ts';
import { type Logger, withIds } from '../log.ts';
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

/** What the intake holds while it runs. */
function createRoom(parts: IntakeParts) {
  return {
    ...parts,
    holder: randomUUID(),
    waiting: [] as Waiting[],
    inHand: new Map<string, InboundEvent>(),
    handled: [] as InboundEvent[],
    lanes: createLanes(),
    inTurn: createTurns(),
    /** Lanes whose oldest message is to be tried again: those after it wait for it. */
    blocked: new Set<string>(),
    writing: undefined as Promise<void> | undefined,
    stopping: false,
    alone: undefined as Promise<void> | undefined,
    wasDown: false,
  };
}

type Room = ReturnType<typeof createRoom>;

/**
 * The durable door of the chat platforms. `take` resolves once an event is on disk, so that the platform may be told that it
 * was received; from then on it is handled, whatever becomes of this process, in the order of its thread.
 */
export function createIntake(parts: IntakeParts): RunningIntake {
  const room = createRoom(parts);
  const { waiting, lanes, handled, now } = room;
  let arrivals = 0;
  let timers: readonly NodeJS.Timeout[] = [];
  let looking: Promise<void> | undefined;

  return {
    take: ({ platform, id, lane, body }: PlatformEvent) => {
      if (room.stopping) return Promise.resolve(err({ kind: 'store_down', reason: 'closed' }));
      const at = now().toISOString();
      const arrival = `${at}-${String(arrivals++).padStart(9, '0')}`;
      const event = { platform, event: short(id), lane: short(lane), arrival, at, body };
      return new Promise((resolve) => {
        const settle = (kept: Result<Kept, StoreDown>) =>
          resolve(kept.ok ? ok(kept.value === 'seen' ? 'seen' : 'new') : kept);
        waiting.push({ event, settle });
        write(room);
      });
    },
    start: () => {
      const turn = () => {
        looking ??= look(room)
          .catch((error: unknown) => fail(room, error))
          .finally(() => {
            looking = undefined;
          });
      };
      timers = [
        setInterval(turn, LOOK_MS),
        setInterval(() => renew(room).catch((error: unknown) => fail(room, error)), RENEW_MS),
      ];
      turn();
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      room.stopping = true;
      await looking;
      await room.alone;
      while (waiting.length > 0) await room.writing;
      await lanes.idle();
      while (handled.length > 0 && !room.wasDown) {
        write(room);
        await room.writing;
      }
    },
  };
}

function lease(room: Room) {
  return { holder: room.holder, until: new Date(room.now().getTime() + LEASE_MS).toISOString() };
}

/** One transaction at a time; whatever comes meanwhile goes with the next. */
function write(room: Room): void {
  room.writing ??= new Promise<void>((resolve) => setTimeout(resolve, GATHER_MS))
    .then(() => writeOnce(room))
    .finally(() => {
      room.writing = undefined;
      if (room.waiting.length > 0 || (room.handled.length > 0 && !room.wasDown)) write(room);
    });
}

async function writeOnce(room: Room): Promise<void> {
  const batch = room.waiting.splice(0, MOST_AT_ONCE);
  const done = room.handled.splice(0, MOST_AT_ONCE);
  const kept = await room.records.keep(
    batch.map(({ event }) => event),
    done,
    lease(room),
  );
  tellStore(room, kept);
  if (!kept.ok) {
    // Their leases run on: should this process die, they are handled again.
    room.handled.unshift(...done);
    for (const { settle } of batch) settle(kept);
    return;
  }
  for (const event of done) room.inHand.delete(keyOf(event));
  batch.forEach(({ event, settle }, i) => {
    const was = kept.value[i] ?? 'seen';
    const lane = laneOf(event);
    if (was === 'first') room.blocked.delete(lane);
    // Another process has the thread's earlier message, or it waits to be tried again: this one is taken after it.
    if (was === 'behind' && (room.blocked.has(lane) || !room.lanes.busy(lane))) leave(room, event);
    else if (was !== 'seen') handle(room, { ...event, attempts: 0 });
    settle(ok(was));
  });
}

function leave(room: Room, event: InboundEvent): void {
  room.inHand.delete(keyOf(event));
  room.records.failed(event, 'behind', event.at).then(
    (result) => tellStore(room, result),
    (error: unknown) => fail(room, error),
  );
}

function handle(room: Room, event: TakenEvent): void {
  room.inHand.set(keyOf(event), event);
  room.lanes
    .run(laneOf(event), () => room.inTurn(() => room.ward.shared(() => handleOne(room, event))))
    .catch((error: unknown) => fail(room, error));
}

async function handleOne(room: Room, event: TakenEvent): Promise<void> {
  const { platform, event: id, attempts } = event;
  if (room.blocked.has(laneOf(event))) return leave(room, event);
  const done = await answered(room, event);
  if (done.ok) {
    room.handled.push(event);
    write(room);
    return;
  }
  const { kind, why } = done.error;
  if (why === FAULT) return countFault(room, event);
  // A platform that says when to come back is there: nothing is given up for that.
  const last = kind !== 'later' || (done.error.afterMs === undefined && attempts + 1 >= MOST_ATTEMPTS);
  const retryAt = last ? undefined : retryTime(done.error, attempts, room.now());
  if (last) room.log.error({ platform, event: id, attempts: attempts + 1, why }, 'an event was given up');
  else room.log.warn({ platform, event: id, why }, 'an event is tried again later');
  if (!last) room.blocked.add(laneOf(event));
  room.inHand.delete(keyOf(event));
  tellStore(room, await room.records.failed(event, why, retryAt));
}

async function countFault(room: Room, event: TakenEvent): Promise<void> {
  const { platform, event: id, attempts } = event;
  room.blocked.add(laneOf(event));
  const counted = await room.records.threw(event, FAULT, room.now().toISOString(), retryTime({}, attempts, room.now()));
  room.inHand.delete(keyOf(event));
  tellStore(room, counted);
  if (counted.ok && counted.value === 'set_aside') room.log.error({ platform, event: id, why: FAULT }, SET_ASIDE);
}

/** A bug in handling one event is that event's, never the next one's. */
async function answered(room: Room, { platform, event: id, body, attempts }: TakenEvent): ReturnType<Handle> {
  const handler = room.handlerOf(platform);
  if (handler === undefined) return err({ kind: 'later', why: 'this platform is not configured' });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it never ended')), LONGEST_MS);
  });
  try {
    const handled = withIds({ platform, event: id }, () => handler(body, { id, attempt: attempts }));
    return await Promise.race([handled, tooLong]);
  } catch (error) {
    room.log.error({ err: error, platform, event: id }, 'an event could not be handled');
    return err({ kind: 'later', why: FAULT });
  } finally {
    clearTimeout(timer);
  }
}

async function look(room: Room): Promise<void> {
  const at = room.now().toISOString();
  const dead = await room.records.mourn(at, room.holder);
  if (dead.ok) for (const key of dead.value) room.log.error({ ...key, why: 'the process died of it' }, SET_ASIDE);
  const taken = await room.records.take(at, MOST_AT_ONCE, lease(room));
  tellStore(room, taken);
  if (!taken.ok) return;
  for (const event of taken.value) {
    // What is in hand here and came back was only late in being renewed.
    if (room.inHand.has(keyOf(event))) continue;
    room.blocked.delete(laneOf(event));
    handle(room, event);
  }
  if (room.alone !== undefined || room.stopping) return;
  const suspects = await room.records.hasSuspects(at);
  if (suspects.ok && suspects.value)
    room.alone = tryAlone(room)
      .catch((error: unknown) => fail(room, error))
      .finally(() => {
        room.alone = undefined;
      });
}

/** One after the other, and written down before the next: only what kills the process is in hand at each of its deaths. */
async function tryAlone(room: Room): Promise<void> {
  for (let more = true; more && !room.stopping; ) {
    more = await room.ward.alone(async () => {
      const taken = await room.records.take(room.now().toISOString(), 1, lease(room), true);
      const [event] = taken.ok ? taken.value : [];
      if (event === undefined) return false;
      room.blocked.delete(laneOf(event));
      room.inHand.set(keyOf(event), event);
      await room.lanes.run(laneOf(event), () => handleOne(room, event));
      while (room.inHand.has(keyOf(event)) && room.writing !== undefined) await room.writing;
      return true;
    });
  }
}

async function renew(room: Room): Promise<void> {
  const held = [...room.inHand.values()];
  for (let from = 0; from < held.length; from += MOST_AT_ONCE)
    tellStore(room, await room.records.renew(held.slice(from, from + MOST_AT_ONCE), lease(room)));
  if (room.handled.length > 0) write(room);
}

function tellStore(room: Room, result: Result<unknown, StoreDown>): void {
  if (!result.ok && !room.wasDown)
    room.log.error({ reason: result.error.reason }, 'the store is down: messages are not taken');
  if (result.ok && room.wasDown) room.log.info({}, 'the store is back');
  room.wasDown = !result.ok;
}

function fail(room: Room, error: unknown): void {
  room.log.error({ err: error }, 'the intake failed');
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
