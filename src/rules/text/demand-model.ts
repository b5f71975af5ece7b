import { join } from 'node:path';
import type { SaidValue } from '../../french/values/value.ts';
import { words } from '../../french/words.ts';
import { type LinearModel, likelihoods, readLinearModel } from '../../learned/linear-model.ts';
import { textFeatures } from '../../learned/text-features.ts';
import { ASKED_DUTIES, type AskedDuty } from '../goals/duty.ts';
import { GOALS, type GoalName, isGoalName } from '../goals.ts';

/** Which goal a sentence asks for, each duty a label of its own, the last label that of no goal at all. */
export type DemandModel = LinearModel;

/** What a sentence asks for most likely. */
export interface Demand {
  readonly goal: GoalName | undefined;
  /** The duty that is asked about, where the goal is the duties. */
  readonly duty: AskedDuty | undefined;
  /** How likely it is that anything can be worked out of it. */
  readonly any: number;
  /** Of each goal. */
  readonly shares: ReadonlyMap<GoalName, number>;
}

/** What was learnt, in `knowledge/regles`. */
export const DEMANDS_FILE = 'appris.tsv';
const NO_GOAL = 'aucun';

/** A label is one word in the file of the weights. */
const dutyLabel = (duty: AskedDuty): string => `obligations:${duty.replaceAll(' ', '_')}`;
const DUTY_OF: ReadonlyMap<string, AskedDuty> = new Map(ASKED_DUTIES.map((duty) => [dutyLabel(duty), duty]));

export function labelOf(goal: GoalName | null, duty: AskedDuty | undefined): string {
  return duty === undefined ? (goal ?? NO_GOAL) : dutyLabel(duty);
}

export const DEMAND_LABELS: readonly string[] = [
  ...Object.keys(GOALS).filter((goal) => goal !== 'obligations'),
  ...DUTY_OF.keys(),
  NO_GOAL,
];

/** The duty is known where it has so much of what all of them have. */
const KNOWN_DUTY = 0.6;

export function readDemand(model: DemandModel, features: readonly string[]): Demand {
  const likely = likelihoods(model, features);
  const shares = new Map<GoalName, number>();
  let [duty, most]: [AskedDuty | undefined, number] = [undefined, 0];
  for (const [at, label] of model.labels.entries()) {
    const share = likely[at] ?? 0;
    const one = DUTY_OF.get(label);
    const goal = one === undefined ? label : 'obligations';
    if (isGoalName(goal)) shares.set(goal, (shares.get(goal) ?? 0) + share);
    if (one !== undefined && share > most) [duty, most] = [one, share];
  }
  const [best] = [...shares].toSorted(([, one], [, other]) => other - one);
  const isKnown = best?.[0] === 'obligations' && most >= KNOWN_DUTY * best[1];
  return {
    goal: best?.[0],
    duty: isKnown ? duty : undefined,
    any: 1 - (likely[model.labels.indexOf(NO_GOAL)] ?? 1),
    shares,
  };
}

/** Words at the end of a message, where most ask what they ask. */
const LAST = 9;

/** The features of a text, its last words apart: «18 000 de clôture, … le devis n’y renvoie pas ?» asks of the CCAG, not of the sum. */
export function demandFeatures(text: string, values: readonly SaidValue[]): readonly string[] {
  const last = words(text)
    .slice(-LAST)
    .filter((word) => !/\d/.test(word));
  return [...textFeatures(text, values), ...last.map((word) => `f ${word}`)];
}

/** Throws where the file is not there: it is made by `npm run train:rules`. */
export function readDemandModel(knowledge: string): DemandModel {
  return readLinearModel(join(knowledge, 'regles', DEMANDS_FILE));
}
