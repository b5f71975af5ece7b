import { ok } from '../result.ts';
import type { CaseStatus } from '../vocabulary/cases.ts';
import type { StandingRecords } from '../watching/standing-records.ts';
import type { Db, Run } from './run.ts';

/** How the store stands, in four counts. */
export function createStandingRecords(db: Db, run: Run): StandingRecords {
  return {
    standing: (now) =>
      run(async () => {
        const [outbox, givenUp, inbound, cases] = [
          await outboxWaiting(db, now),
          await db
            .selectFrom('outbox')
            .select((eb) => eb.fn.countAll().as('n'))
            .where('next_at', 'is', null)
            .where('delivered_at', 'is', null)
            .executeTakeFirstOrThrow(),
          await inboundWaiting(db, now),
          await db
            .selectFrom('cases')
            .select(['status', (eb) => eb.fn.countAll().as('n'), (eb) => eb.fn.min('since').as('since')])
            .groupBy('status')
            .orderBy('status')
            .execute(),
        ];
        return ok({
          outbox,
          givenUp: Number(givenUp.n),
          inbound,
          cases: cases.map(({ status, n, since }) => ({ status: status as CaseStatus, count: Number(n), since })),
        });
      }),
  };
}

/** One that waits for the message before it in its lane is not late. */
async function outboxWaiting(db: Db, now: string) {
  const { n } = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('next_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const { due } = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.min('next_at').as('due'))
    .where('next_at', '<=', now)
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
    .executeTakeFirstOrThrow();
  return { count: Number(n), dueSince: due ?? undefined };
}

async function inboundWaiting(db: Db, now: string) {
  const { n } = await db
    .selectFrom('inbound')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('next_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const { due } = await db
    .selectFrom('inbound')
    .select((eb) => eb.fn.min('next_at').as('due'))
    .where('next_at', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('inbound as earlier')
            .select('earlier.event')
            .whereRef('earlier.platform', '=', 'inbound.platform')
            .whereRef('earlier.lane', '=', 'inbound.lane')
            .whereRef('earlier.arrival', '<', 'inbound.arrival')
            .where('earlier.next_at', 'is not', null),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return { count: Number(n), dueSince: due ?? undefined };
}
