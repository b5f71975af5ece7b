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
    ...createOpinions(db, run),
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

/** What people say of answers, and what is answered to it. */
function createOpinions(db: Db, run: Run): Pick<ExchangeRecords, 'opinions' | 'answerOpinion'> {
  return {
    opinions: (limit) =>
      run(async () => {
        const rows = await db
          .selectFrom('feedback')
          .leftJoin('exchanges', 'exchanges.id', 'feedback.exchange')
          .leftJoin('feedback_answers', 'feedback_answers.exchange', 'feedback.exchange')
          .select(['feedback.exchange', 'feedback.at', 'feedback.useful', 'feedback.why', 'exchanges.question'])
          .select(['feedback_answers.text as answer'])
          .where((eb) => eb.or([eb('feedback.useful', '=', 0), eb('feedback.why', 'is not', null)]))
          .orderBy((eb) => eb.case().when('feedback_answers.text', 'is', null).then(0).else(1).end())
          .orderBy('feedback.at', 'desc')
          .orderBy('feedback.exchange')
          .limit(limit)
          .execute();
        return ok(
          rows.map(({ useful, why, question, answer, ...row }) => ({
            ...row,
            useful: useful === 1,
            why: why ?? undefined,
            question: question ?? undefined,
            answer: answer ?? undefined,
          })),
        );
      }),
    answerOpinion: ({ exchange, ...row }) =>
      run(async () => {
        await db
          .insertInto('feedback_answers')
          .values({ exchange, ...row })
          .onConflict((conflict) => conflict.column('exchange').doUpdateSet(row))
          .execute();
        return ok(undefined);
      }),
  };
}

/** PostgreSQL refuses a NUL in any text; nobody means one. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
