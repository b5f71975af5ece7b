import type { Outbox, OutboxEntry } from '../handoff/records/case-records.ts';
import { ok } from '../result.ts';
import type { Db, Run, Transact } from './run.ts';
import type { Tables } from './tables.ts';

/** No wait is as long: what is due later was put off by a clock that ran ahead and has been put right since. */
const NEVER_SO_LATE_MS = 6 * 3_600_000;

/** Messages that wait, over a database. `skipLocked`: the database lets several workers pick at once (PostgreSQL). */
export function createOutbox(db: Db, run: Run, transact: Transact, skipLocked: boolean): Outbox {
  return {
    take: (now, limit, leaseMs) =>
      run(() =>
        transact(async (tx) => {
          const due = tx
            .selectFrom('outbox')
            .select('id')
            // Said for SQLite: it takes the index of what waits, else looks at every message that ever left.
            .where('next_at', 'is not', null)
            .where((eb) => eb.or([eb('next_at', '<=', now), eb('next_at', '>', later(now, NEVER_SO_LATE_MS))]))
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('outbox as earlier')
                    .select('earlier.id')
                    .whereRef('earlier.case_id', '=', 'outbox.case_id')
                    .whereRef('earlier.lane', '=', 'outbox.lane')
                    .whereRef('earlier.ordinal', '<', 'outbox.ordinal')
                    .where('earlier.next_at', 'is not', null),
                ),
              ),
            )
            .orderBy('at')
            .orderBy('ordinal')
            .limit(limit)
            .$if(skipLocked, (query) => query.forUpdate().skipLocked());
          const rows = await tx
            .updateTable('outbox')
            .set((eb) => ({
              attempts: eb('attempts', '+', 1),
              next_at: later(now, leaseMs),
            }))
            .where('id', 'in', due)
            .returning(['id', 'body', 'attempts', 'at', 'ordinal'])
            .execute();
          return ok(rows.sort((a, b) => (a.at === b.at ? a.ordinal - b.ordinal : a.at < b.at ? -1 : 1)).map(entryOf));
        }),
      ),
    delivered: (id, at) =>
      run(async () => {
        await db
          .updateTable('outbox')
          .set({ delivered_at: at, next_at: null, why: null })
          .where('id', '=', id)
          .execute();
        return ok(undefined);
      }),
    failed: (id, why, retryAt) =>
      run(async () => {
        await db
          .updateTable('outbox')
          .set({ why, next_at: retryAt ?? null })
          .where('id', '=', id)
          .execute();
        return ok(undefined);
      }),
    ...createGivenUp(db, run),
  };
}

/** Those given up, and how many still wait. */
function createGivenUp(db: Db, run: Run): Pick<Outbox, 'again' | 'givenUp' | 'waiting'> {
  return {
    again: (id, at) =>
      run(async () => {
        const { numUpdatedRows } = await db
          .updateTable('outbox')
          .set({ attempts: 0, next_at: at, why: null })
          .where('id', '=', id)
          .where('next_at', 'is', null)
          .where('delivered_at', 'is', null)
          .executeTakeFirstOrThrow();
        return ok(numUpdatedRows === 1n);
      }),
    givenUp: () =>
      run(async () => {
        const rows = await db
          .selectFrom('outbox')
          .select(['id', 'body', 'attempts', 'at', 'why'])
          .where('next_at', 'is', null)
          .where('delivered_at', 'is', null)
          .orderBy('at')
          .execute();
        return ok(rows.map((row) => ({ ...entryOf(row), why: row.why ?? '' })));
      }),
    waiting: () =>
      run(async () => {
        const { n } = await db
          .selectFrom('outbox')
          .select((eb) => eb.fn.countAll().as('n'))
          .where('next_at', 'is not', null)
          .executeTakeFirstOrThrow();
        return ok(Number(n));
      }),
  };
}

function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** The row counts the attempt it is taken for; the entry, those before. */
function entryOf(row: Pick<Tables['outbox'], 'id' | 'body' | 'attempts' | 'at'>): OutboxEntry {
  return { id: row.id, notice: JSON.parse(row.body), attempts: row.attempts - 1, at: row.at };
}
