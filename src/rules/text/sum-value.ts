import type { GoalName } from '../goals.ts';
import type { SaidSum } from './said-sums.ts';

/** Interest and retention are counted on sums with tax; the rest without. A missing rate leaves the sum as it was said. */
export function valueIn(sum: SaidSum, goal: GoalName, rate: number | undefined): number {
  const whole = sum.high * (sum.times ?? 1);
  const gross = goal === 'late_interest' || goal === 'retention';
  if (rate === undefined || sum.tax === undefined || (sum.tax === 'TTC') === gross) return whole;
  return Math.round(whole * (gross ? 1 + rate / 100 : 1 / (1 + rate / 100)) * 100) / 100;
}

/** «5 lots à 30 000 chacun» are five. */
export function eachIn(sum: SaidSum, goal: GoalName, rate: number | undefined): readonly number[] {
  const { times = 1, ...one } = sum;
  return Array.from({ length: Math.min(times, MOST_LOTS) }, () => valueIn(one, goal, rate));
}

const MOST_LOTS = 100;
