import type { FactName, FactValue } from '../../rules/facts.ts';
import type { GoalName } from '../../rules/goals.ts';

/** A case as the rules were given it. */
export interface WorkedOut {
  readonly goal: GoalName;
  readonly facts: readonly (readonly [FactName, FactValue])[];
}
