import type { Goal } from './goal.ts';
import { procedure } from './goals/procedure.ts';

/** What can be worked out, by the names that people and tools use. */
export const GOALS = { procedure } as const satisfies Readonly<Record<string, Goal>>;

export type GoalName = keyof typeof GOALS;

export function isGoalName(name: string): name is GoalName {
  return Object.hasOwn(GOALS, name);
}
