import { sql } from 'kysely';
import type { EventKey, InboundEvent, InboundRecords, Kept, Lease } from '../intake/inbound-records.ts';
import { ok } from '../result.ts';
import type { Db, Run, Transact } from './run.ts';
import { fromStorable, toStorable } from './storable.ts';
import type { Tables } from './tables.ts';
import { count, eventTrial, forget } from './trial-records.ts';

/** `skipLocked`: the database lets several processes pick at once (PostgreSQL). */
export function createInboundRecords(db: Db, run: Run, transact: Transact, skipLocked: boolean): InboundRecords {
  return {
    ...createLeases(db, run, transact, skipLocked),
    keep: (events, handled, lease) =>
      run(() =>
        transact(async (tx) => {
          await end(tx, handled, null);
          return ok(events.length === 0 ? [] : await insert(tx, events, lease));
        }),
      ),
    failed: (key, why, retryAt) =>
      run(async () => {
        if (retryAt === undefined) await end(db, [key], why);
        else await change(db, key, { next_at: retryAt, why, holder: null });
        return ok(undefined);
      }),
    threw: (key, why, now, retryAt) =>
      run(() =>
        transact(async (tx) => {
          const counted = await count(tx, 'event', trialOf(key), 'faults', now);
          await change(tx, key, { next_at: counted === 'set_aside' ? null : retryAt, why, holder: null });
          return ok(counted);
        }),
      ),
    underWay: () =>
      run(async () => {
        const { n } = await db
          .selectFrom('inbound')
          .select((eb) => eb.fn.countAll().as('n'))
          .where('next_at', 'is not', null)
          .executeTakeFirstOrThrow();
        return ok(Number(n));
      }),
  };
}

/** Who has what in hand, and until when. */
function createLeases(
  db: Db,
  run: Run,
  transact: Transact,
  skipLocked: boolean,
): Pick<InboundRecords, 'take' | 'hasSuspects' | 'renew' | 'mourn'> {
  return {
    take: (now, limit, { holder, until }, suspects = false) =>
      run(() =>
        transact(async (tx) => {
          const due = await dueOnes(tx, now, suspects)
            .select(['one.platform', 'one.event', 'one.lane', 'one.arrival', 'one.at', 'one.body', 'one.attempts'])
            .where(({ or, eb }) => or([eb('one.holder', 'is', null), eb('one.holder', '=', holder)]))
            .orderBy('one.arrival')
            .limit(limit)
            .$if(skipLocked, (query) => query.forUpdate('one').skipLocked())
            .execute();
          const taken = due.map(({ body, attempts, event, lane, ...row }) => ({
            ...row,
            event: fromStorable(event),
            lane: fromStorable(lane),
            attempts: attempts + 1,
            body: JSON.parse(body ?? 'null'),
          }));
          for (const { attempts, ...event } of taken) await change(tx, event, { next_at: until, holder, attempts });
          return ok(taken);
        }),
      ),
    renew: (events, { holder, until }) =>
      run(() =>
        transact(async (tx) => {
          for (const [platform, ids] of byPlatform(events))
            await tx
              .updateTable('inbound')
              .set({ next_at: until })
              .where('platform', '=', platform)
              .where('event', 'in', ids)
              .where('holder', '=', holder)
              .where('next_at', 'is not', null)
              .execute();
          return ok(undefined);
        }),
      ),
    hasSuspects: (now) =>
      run(async () => ok((await dueOnes(db, now, true).select('one.event').limit(1).executeTakeFirst()) !== undefined)),
    mourn: (now, holder) =>
      run(() =>
        transact(async (tx) => {
          const left = await tx
            .selectFrom('inbound')
            .select(['platform', 'event', 'holder'])
            .where('next_at', '<=', now)
            .where('holder', 'is not', null)
            .where('holder', '!=', holder)
            .$if(skipLocked, (query) => query.forUpdate().skipLocked())
            .execute();
          const setAside: EventKey[] = [];
          for (const row of left) {
            const key = { platform: row.platform, event: fromStorable(row.event) };
            const counted = await count(tx, 'event', trialOf(key), 'deaths', now);
            await change(tx, key, { holder: null, ...(counted === 'set_aside' ? { next_at: null, why: DIED } : {}) });
            if (counted === 'set_aside') setAside.push(key);
          }
          return ok(setAside);
        }),
      ),
  };
}

const DIED = 'the process died with it in hand';
const nameOf = (platform: string, key: string) => `${platform} ${key}`;
const trialOf = ({ platform, event }: EventKey) => eventTrial(platform, event);

/** What each event was; `behind` when an older one of its lane is under way. */
async function insert(tx: Db, events: readonly InboundEvent[], { holder, until }: Lease): Promise<readonly Kept[]> {
  const rows = events.map(({ body, event, lane, ...row }) => ({
    ...row,
    event: toStorable(event),
    lane: toStorable(lane),
    body: JSON.stringify(body ?? null),
    attempts: 0,
    next_at: until,
    why: null,
    holder,
  }));
  const inserted = await tx
    .insertInto('inbound')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['platform', 'event'])
    .execute();
  const lanes = await tx
    .selectFrom('inbound')
    .select(['platform', 'lane', (eb) => eb.fn.min('arrival').as('oldest')])
    .where('lane', 'in', [...new Set(rows.map(({ lane }) => lane))])
    .where('next_at', 'is not', null)
    .groupBy(['platform', 'lane'])
    .execute();
  const fresh = new Set(inserted.map(({ platform, event }) => nameOf(platform, event)));
  const oldest = new Map(lanes.map((row) => [nameOf(row.platform, row.lane), row.oldest]));
  return rows.map(({ platform, event, lane, arrival }): Kept => {
    // Twice in one call: the first is the one kept.
    if (!fresh.delete(nameOf(platform, event))) return 'seen';
    return (oldest.get(nameOf(platform, lane)) ?? arrival) < arrival ? 'behind' : 'first';
  });
}

/** Due and the oldest of their lane: those that were in hand at a death, or the others. */
function dueOnes(db: Db, now: string, suspects: boolean) {
  return db
    .selectFrom('inbound as one')
    .where('one.next_at', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('inbound as older')
            .select(sql<number>`1`.as('found'))
            .whereRef('older.platform', '=', 'one.platform')
            .whereRef('older.lane', '=', 'one.lane')
            .where('older.next_at', 'is not', null)
            .whereRef('older.arrival', '<', 'one.arrival'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) => {
      const died = exists(
        selectFrom('trials')
          .select(sql<number>`1`.as('found'))
          .where('trials.kind', '=', 'event')
          .where(sql<string>`trials.id`, '=', sql<string>`one.platform || ' ' || one.event`)
          .where('trials.deaths', '>', 0),
      );
      return suspects ? died : not(died);
    });
}

async function change(db: Db, { platform, event }: EventKey, set: Partial<Tables['inbound']>): Promise<void> {
  await db
    .updateTable('inbound')
    .set(set)
    .where('platform', '=', platform)
    .where('event', '=', toStorable(event))
    .execute();
}

/** The words go at once; that it was seen stays, for as long as platforms may say it again. */
async function end(db: Db, keys: readonly EventKey[], why: string | null): Promise<void> {
  for (const [platform, ids] of byPlatform(keys))
    await db
      .updateTable('inbound')
      .set({ body: null, next_at: null, why, holder: null })
      .where('platform', '=', platform)
      .where('event', 'in', ids)
      .execute();
  await forget(db, 'event', keys.map(trialOf));
}

function byPlatform(keys: readonly EventKey[]): ReadonlyMap<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { platform, event } of keys) ids.set(platform, [...(ids.get(platform) ?? []), toStorable(event)]);
  return ids;
}
