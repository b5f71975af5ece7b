import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Db, Run } from './run.ts';

/** One question and what came of it, as it is kept: masked, and nobody's. */
export interface Exchange {
  readonly id: string;
  readonly at: string;
  readonly question: string;
  readonly outcome: string;
  readonly reason: string | undefined;
}

interface ExchangeFeedback {
  readonly exchange: string;
  readonly at: string;
  readonly useful: boolean;
  readonly why: string | undefined;
}

export interface ExchangeRecords {
  /** In one transaction; the same exchange twice is kept once. */
  add(...exchanges: readonly Exchange[]): Promise<Result<undefined, StoreDown>>;
  /** A second opinion on one answer replaces the first. */
  addFeedback(feedback: ExchangeFeedback): Promise<Result<undefined, StoreDown>>;
  /** Questions that got no answer, or an answer said to be of no use, the latest first. */
  unanswered(limit: number): Promise<Result<readonly Exchange[], StoreDown>>;
}

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
