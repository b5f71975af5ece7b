import { join } from 'node:path';
import { type LinearModel, likelihoods, readLinearModel } from '../../learned/linear-model.ts';
import { GOALS, type GoalName, isGoalName } from '../goals.ts';

/** Which goal a sentence asks for, the last label that of no goal at all. */
export type DemandModel = LinearModel;

/** What a sentence asks for most likely. */
export interface Demand {
  readonly goal: GoalName | undefined;
  /** How likely it is that anything can be worked out of it. */
  readonly any: number;
  /** Of each goal. */
  readonly shares: ReadonlyMap<GoalName, number>;
}

/** What was learnt, in `knowledge/regles`. */
export const DEMANDS_FILE = 'appris.tsv';
export const NO_GOAL = 'aucun';
export const DEMAND_LABELS: readonly string[] = [...Object.keys(GOALS), NO_GOAL];

export function readDemand(model: DemandModel, features: readonly string[]): Demand {
  const shares = likelihoods(model, features);
  const named = model.labels.flatMap((goal, at) => (isGoalName(goal) ? [[goal, shares[at] ?? 0] as const] : []));
  const [best] = named.toSorted(([, one], [, other]) => other - one);
  return { goal: best?.[0], any: 1 - (shares[model.labels.indexOf(NO_GOAL)] ?? 1), shares: new Map(named) };
}

/** Throws where the file is not there: it is made by `npm run train:rules`. */
export function readDemandModel(knowledge: string): DemandModel {
  return readLinearModel(join(knowledge, 'regles', DEMANDS_FILE));
}
