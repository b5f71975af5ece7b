import { fold } from '../../french/words.ts';
import { isOverMillions, type SaidSum } from './said-sums.ts';

/** What a body lives on, told beside what it buys: «1,1 milliard de fonctionnement», «lycée (budget 1,8 million par an)». */
export interface BodySpending {
  /** The sums that are left. */
  readonly sums: readonly SaidSum[];
  /** What it spends to run, or the most that it may. */
  readonly spent: number | undefined;
}

const RUNNING = /^[^.;?!,]{0,4}\b(?:de |d'|en |pour le )?(?:depenses? (?:de |reelles? de )?)?fonctionnement\b/;
const RUNNING_BEFORE = /\b(?:fonctionnement|charges courantes)\b[^.;?!,\d]{0,24}$/;
const BUDGET = /^(?: ?(?:€|euros?))? ?(?:de |d')?(?:budget|recettes|depenses)\b/;
const BUDGET_BEFORE =
  /\bbudget(?: (?:annuel|global|total|communal|general|primitif|de la ville|de la commune))?[^.;?!,\d]{0,12}$/;

/** A body's budget is so many times what it buys. */
const TIMES_MORE = 8;
const LEAST = 100_000;
/** What runs it is a part of its budget: under this, surely not what the code sets for a large one (60 M€). */
const SURELY_UNDER = 60_000_000;

export function withoutSpending(text: string, all: readonly SaidSum[]): BodySpending {
  const most = (sum: SaidSum) => sum.high * (sum.times ?? 1);
  const saidOf = ({ span: [start, end] }: SaidSum) => ({
    before: fold(text.slice(Math.max(0, start - 48), start)),
    inside: fold(text.slice(start, end)),
    after: fold(text.slice(end, end + 40)),
  });
  const isRunning = (sum: SaidSum) => {
    const { before, inside, after } = saidOf(sum);
    return (
      sum.high >= LEAST && (RUNNING.test(after) || /\bfonctionnement$/.test(inside) || RUNNING_BEFORE.test(before))
    );
  };
  const isBudget = (sum: SaidSum) => {
    const { before, inside, after } = saidOf(sum);
    const isNamed =
      BUDGET.test(after) || /\b(?:budget|recettes?|depenses?)$/.test(inside) || BUDGET_BEFORE.test(before);
    return isNamed && sum.high >= LEAST && all.some((one) => one !== sum && most(one) * TIMES_MORE <= sum.high);
  };
  const running = all.filter(isRunning);
  const budgets = all.filter((sum) => !running.includes(sum) && isBudget(sum));
  const [run] = running;
  const [budget] = budgets;
  const known = budget !== undefined && budget.high < SURELY_UNDER ? budget.high : undefined;
  return {
    sums: all.filter((sum) => !running.includes(sum) && !budgets.includes(sum)),
    // It is said by what it lies past: the law's own figure is asked of it, strictly more.
    spent: run === undefined ? known : run.high + Number(isOverMillions(text, run)),
  };
}
