import type { Goal } from './goal.ts';
import { advance, retention } from './goals/advance.ts';
import { backplanning } from './goals/backplanning.ts';
import { standstillEnd, tenderDeadline } from './goals/deadlines.ts';
import { durationLimit } from './goals/durations.ts';
import { legalControl } from './goals/legal-control.ts';
import { innovation, smallLot } from './goals/lots.ts';
import { missionMoe } from './goals/mission-moe.ts';
import { modification } from './goals/modification.ts';
import { needTotal } from './goals/need-total.ts';
import { obligations } from './goals/obligations.ts';
import { lateInterest, paymentDue } from './goals/payment.ts';
import { penalty } from './goals/penalty.ts';
import { procedure } from './goals/procedure.ts';
import { publicity } from './goals/publicity.ts';

/** What can be worked out, by the names that people and tools use. */
export const GOALS = {
  procedure,
  publicity,
  standstill_end: standstillEnd,
  tender_deadline: tenderDeadline,
  payment_due: paymentDue,
  late_interest: lateInterest,
  advance,
  retention,
  penalty,
  modification,
  need_total: needTotal,
  backplanning,
  obligations,
  legal_control: legalControl,
  duration_limit: durationLimit,
  innovation,
  small_lot: smallLot,
  mission_moe: missionMoe,
} as const satisfies Readonly<Record<string, Goal>>;

export type GoalName = keyof typeof GOALS;

export function isGoalName(name: string): name is GoalName {
  return Object.hasOwn(GOALS, name);
}
