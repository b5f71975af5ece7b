import { sql } from 'kysely';
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
        const columns = ['exchanges.id', 'exchanges.at', 'question', 'outcome', 'reason'] as const;
        // Each by its own index, the latest first: of a million answers few were none, or of no use.
        const unhelpful = await db
          .selectFrom('feedback')
          .innerJoin('exchanges', 'exchanges.id', 'feedback.exchange')
          .select(columns)
          .where('useful', '=', 0)
          .orderBy('feedback.at', 'desc')
          .limit(limit)
          .execute();
        const refused = await db
          .selectFrom('exchanges')
          .select(columns)
          // As the index says it.
          .where(sql<boolean>`outcome = 'refusal' and reason = 'no_source'`)
          .orderBy('at', 'desc')
          .limit(limit)
          .execute();
        const rows = new Map([...unhelpful, ...refused].map((row) => [row.id, row]));
        return ok(
          [...rows.values()]
            .sort((one, other) => other.at.localeCompare(one.at) || one.id.localeCompare(other.id))
            .slice(0, limit)
            .map((row) => ({ ...row, reason: row.reason ?? undefined })),
        );
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
