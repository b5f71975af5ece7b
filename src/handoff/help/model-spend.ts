import type { ModelUsage } from '../../model/usage-records.ts';
import type { BoardView } from '../port/views.ts';

/** What a model used over some days, by what for; the heaviest first. */
export function modelSpend(usage: readonly ModelUsage[]): NonNullable<BoardView['model']> {
  const sums = new Map<string, Omit<ModelUsage, 'day' | 'organisation' | 'purpose'>>();
  for (const { purpose, ...one } of usage) {
    const known = sums.get(purpose);
    sums.set(purpose, {
      calls: (known?.calls ?? 0) + one.calls,
      failures: (known?.failures ?? 0) + one.failures,
      promptTokens: (known?.promptTokens ?? 0) + one.promptTokens,
      completionTokens: (known?.completionTokens ?? 0) + one.completionTokens,
      ms: (known?.ms ?? 0) + one.ms,
      cost: (known?.cost ?? 0) + one.cost,
      kgCo2: (known?.kgCo2 ?? 0) + one.kgCo2,
    });
  }
  return [...sums]
    .map(([purpose, { calls, failures, promptTokens, completionTokens, ms, cost, kgCo2 }]) => ({
      purpose,
      calls,
      failures,
      tokens: promptTokens + completionTokens,
      meanMs: calls === 0 ? 0 : Math.round(ms / calls),
      cost,
      gramsCo2: kgCo2 * 1000,
    }))
    .sort((a, b) => b.tokens - a.tokens || (a.purpose < b.purpose ? -1 : 1));
}
