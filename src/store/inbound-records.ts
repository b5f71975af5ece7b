import { sql } from 'kysely';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from './faults.ts';
import type { Db, Run, Transact } from './run.ts';

/** An event of a chat platform, as it is kept until it has been handled. */
export interface InboundEvent {
  readonly platform: string;
  /** The platform's own id: the same at each of its deliveries. */
  readonly event: string;
  /** The thread it belongs to: events of one are handled one after the other. */
  readonly lane: string;
  /** Sorts in the order of arrival. */
  readonly arrival: string;
  /** ISO instant. */
  readonly at: string;
  /** Any JSON value. */
  readonly body: unknown;
}

export interface TakenEvent extends InboundEvent {
  /** Times it was tried before. */
  readonly attempts: number;
}

type EventKey = Pick<InboundEvent, 'platform' | 'event'>;

/** `seen`: kept before, by whichever process. `behind`: kept now, and an older one of its lane is under way. */
export type Kept = 'first' | 'behind' | 'seen';

export interface InboundRecords {
  /** Keeps `events` for this process until `leasedUntil` and ends those `handled`, in one transaction; what each event was. */
  keep(
    events: readonly InboundEvent[],
    handled: readonly EventKey[],
    leasedUntil: string,
  ): Promise<Result<readonly Kept[], StoreDown>>;
  /** Those that nobody has any more and that are the oldest of their lane, for this process until `leasedUntil`. */
  take(now: string, limit: number, leasedUntil: string): Promise<Result<readonly TakenEvent[], StoreDown>>;
  renew(events: readonly EventKey[], leasedUntil: string): Promise<Result<undefined, StoreDown>>;
  /** Not handled: to be taken again from `retryAt` on, or never again when undefined. */
  failed(event: EventKey, why: string, retryAt: string | undefined): Promise<Result<undefined, StoreDown>>;
  /** How many wait or are under way. */
  underWay(): Promise<Result<number, StoreDown>>;
}

/** `skipLocked`: the database lets several processes pick at once (PostgreSQL). */
export function createInboundRecords(db: Db, run: Run, transact: Transact, skipLocked: boolean): InboundRecords {
  return {
    keep: (events, handled, leasedUntil) =>
      run(() =>
        transact(async (tx) => {
          await end(tx, handled, null);
          if (events.length === 0) return ok([]);
          const inserted = await tx
            .insertInto('inbound')
            .values(
              events.map(({ body, ...event }) => ({
                ...event,
                body: JSON.stringify(body ?? null),
                attempts: 0,
                next_at: leasedUntil,
                why: null,
              })),
            )
            .onConflict((conflict) => conflict.doNothing())
            .returning(['platform', 'event'])
            .execute();
          const lanes = await tx
            .selectFrom('inbound')
            .select(['platform', 'lane', (eb) => eb.fn.min('arrival').as('oldest')])
            .where('lane', 'in', [...new Set(events.map(({ lane }) => lane))])
            .where('next_at', 'is not', null)
            .groupBy(['platform', 'lane'])
            .execute();
          const fresh = new Set(inserted.map(({ platform, event }) => nameOf(platform, event)));
          const oldest = new Map(lanes.map((row) => [nameOf(row.platform, row.lane), row.oldest]));
          return ok(
            events.map(({ platform, event, lane, arrival }): Kept => {
              // Twice in one call: the first is the one kept.
              if (!fresh.delete(nameOf(platform, event))) return 'seen';
              return (oldest.get(nameOf(platform, lane)) ?? arrival) < arrival ? 'behind' : 'first';
            }),
          );
        }),
      ),
    take: (now, limit, leasedUntil) =>
      run(() =>
        transact(async (tx) => {
          const due = await tx
            .selectFrom('inbound as one')
            .select(['one.platform', 'one.event', 'one.lane', 'one.arrival', 'one.at', 'one.body', 'one.attempts'])
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
            .orderBy('one.arrival')
            .limit(limit)
            .$if(skipLocked, (query) => query.forUpdate('one').skipLocked())
            .execute();
          for (const { platform, event, attempts } of due)
            await tx
              .updateTable('inbound')
              .set({ next_at: leasedUntil, attempts: attempts + 1 })
              .where('platform', '=', platform)
              .where('event', '=', event)
              .execute();
          return ok(
            due.map(({ body, attempts, ...row }) => ({
              ...row,
              attempts: attempts + 1,
              body: JSON.parse(body ?? 'null'),
            })),
          );
        }),
      ),
    renew: (events, leasedUntil) =>
      run(() =>
        transact(async (tx) => {
          for (const platform of new Set(events.map((one) => one.platform)))
            await tx
              .updateTable('inbound')
              .set({ next_at: leasedUntil })
              .where('platform', '=', platform)
              .where(
                'event',
                'in',
                events.filter((one) => one.platform === platform).map(({ event }) => event),
              )
              .where('next_at', 'is not', null)
              .execute();
          return ok(undefined);
        }),
      ),
    failed: (key, why, retryAt) =>
      run(async () => {
        if (retryAt === undefined) await end(db, [key], why);
        else
          await db
            .updateTable('inbound')
            .set({ next_at: retryAt, why })
            .where('platform', '=', key.platform)
            .where('event', '=', key.event)
            .execute();
        return ok(undefined);
      }),
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

const nameOf = (platform: string, key: string) => `${platform} ${key}`;

/** The words go at once; that it was seen stays, for as long as platforms may say it again. */
async function end(db: Db, keys: readonly EventKey[], why: string | null): Promise<void> {
  for (const platform of new Set(keys.map((key) => key.platform)))
    await db
      .updateTable('inbound')
      .set({ body: null, next_at: null, why })
      .where('platform', '=', platform)
      .where(
        'event',
        'in',
        keys.filter((key) => key.platform === platform).map(({ event }) => event),
      )
      .execute();
}
