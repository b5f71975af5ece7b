// One thing: the sums of a sentence as they count for what is asked, each told once, with its tax and its sign.
import type { SaidValue } from '../../french/values/value.ts';
import type { GoalName } from '../goals.ts';
import type { Role } from '../roles/role-names.ts';
import type { UnitPrices } from '../words.ts';
import { withoutSpending } from './body-spending.ts';
import { isTakenAway, SIGNED } from './count-by-words.ts';
import { settleCounts } from './count-or-total.ts';
import { NEED_GOALS } from './money-facts.ts';
import { readSums, type SaidSum } from './said-sums.ts';
import { isGross } from './sum-ways.ts';
import { toldOnce } from './told-once.ts';

interface Told {
  readonly text: string;
  readonly values: readonly SaidValue[];
  readonly goal: GoalName;
}

/** What was said since of sums: of their tax, and of what each is. */
interface Since {
  readonly tax?: SaidSum['tax'];
  readonly settled?: ReadonlyMap<string, Role> | undefined;
}

export function sumsTold({ text, values, goal }: Told, { tax, settled }: Since, prices: UnitPrices) {
  const { sums: all, wholes } = settleCounts(text, readSums(text, values), settled, prices);
  const { sums: bought, spent } = withoutSpending(text, all);
  const { sums: once, rate: paired } = toldOnce(bought, isGross(goal));
  const sums = once.map((sum) => ({
    ...(SIGNED.has(goal) && isTakenAway(text, sum) ? { ...sum, low: -sum.low, high: -sum.high } : sum),
    tax: sum.tax ?? tax,
  }));
  /** Sums after a count taken for that of all of them, in words. */
  return { sums, wholes: NEED_GOALS.has(goal) ? wholes : [], spent, paired };
}
