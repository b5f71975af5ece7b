import type { ModelUsageRecords } from '../model/usage-records.ts';
import { ok } from '../result.ts';
import type { Db, Run } from './run.ts';

export function createModelUsageRecords(db: Db, run: Run): ModelUsageRecords {
  return {
    add: ({ day, organisation, purpose, ...sums }) =>
      run(async () => {
        const row = {
          calls: sums.calls,
          failures: sums.failures,
          prompt_tokens: sums.promptTokens,
          completion_tokens: sums.completionTokens,
          ms: Math.round(sums.ms),
          cost: sums.cost,
          kg_co2: sums.kgCo2,
        };
        await db
          .insertInto('model_usage')
          .values({ day, organisation, purpose, ...row })
          .onConflict((conflict) =>
            conflict.columns(['day', 'organisation', 'purpose']).doUpdateSet(({ ref, eb }) => ({
              calls: eb(ref('model_usage.calls'), '+', row.calls),
              failures: eb(ref('model_usage.failures'), '+', row.failures),
              prompt_tokens: eb(ref('model_usage.prompt_tokens'), '+', row.prompt_tokens),
              completion_tokens: eb(ref('model_usage.completion_tokens'), '+', row.completion_tokens),
              ms: eb(ref('model_usage.ms'), '+', row.ms),
              cost: eb(ref('model_usage.cost'), '+', row.cost),
              kg_co2: eb(ref('model_usage.kg_co2'), '+', row.kg_co2),
            })),
          )
          .execute();
        return ok(undefined);
      }),
    tokensOn: (day, organisation) =>
      run(async () => {
        const row = await db
          .selectFrom('model_usage')
          .select(({ fn }) => [fn.sum('prompt_tokens').as('prompt'), fn.sum('completion_tokens').as('completion')])
          .where('day', '=', day)
          .where('organisation', '=', organisation)
          .executeTakeFirst();
        return ok(Number(row?.prompt ?? 0) + Number(row?.completion ?? 0));
      }),
    since: (day) =>
      run(async () => {
        const rows = await db
          .selectFrom('model_usage')
          .selectAll()
          .where('day', '>=', day)
          .orderBy('day')
          .orderBy('organisation')
          .orderBy('purpose')
          .execute();
        return ok(
          rows.map(({ prompt_tokens, completion_tokens, kg_co2, ...row }) => ({
            ...row,
            ms: Number(row.ms),
            promptTokens: Number(prompt_tokens),
            completionTokens: Number(completion_tokens),
            kgCo2: kg_co2,
          })),
        );
      }),
  };
}
