import type { ExchangeRecords } from '../answering/exchange-records.ts';
import { ok } from '../result.ts';
import type { Db, Run } from './run.ts';

export function createExchangeRecords(db: Db, run: Run): ExchangeRecords {
  return {
    add: (...exchanges) =>
      run(async () => {
        if (exchanges.length === 0) return ok(undefined);
        await db
          .insertInto('exchanges')
          .values(
            exchanges.map(({ question, reason, ...rest }) => ({
              ...rest,
              question: withoutNul(question),
              reason: reason ?? null,
            })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return ok(undefined);
      }),
    addFeedback: ({ exchange, at, useful, why }) =>
      run(async () => {
        const row = { at, useful: useful ? 1 : 0, why: why === undefined ? null : withoutNul(why) };
        await db
          .insertInto('feedback')
          .values({ exchange: withoutNul(exchange), ...row })
          .onConflict((conflict) => conflict.column('exchange').doUpdateSet(row))
          .execute();
        return ok(undefined);
      }),
    unanswered: (limit) =>
      run(async () => {
        const rows = await db
          .selectFrom('exchanges')
          .leftJoin('feedback', 'feedback.exchange', 'exchanges.id')
          .select(['exchanges.id', 'exchanges.at', 'exchanges.question', 'exchanges.outcome', 'exchanges.reason'])
          .where((eb) =>
            eb.or([
              eb('feedback.useful', '=', 0),
              eb.and([eb('exchanges.outcome', '=', 'refusal'), eb('exchanges.reason', '=', 'no_source')]),
            ]),
          )
          .orderBy('exchanges.at', 'desc')
          .orderBy('exchanges.id')
          .limit(limit)
          .execute();
        return ok(rows.map((row) => ({ ...row, reason: row.reason ?? undefined })));
      }),
  };
}

/** PostgreSQL refuses a NUL in any text; nobody means one. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
