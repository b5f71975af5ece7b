import { join } from 'node:path';
import { type LinearModel, likelihoods, readLinearModel } from '../../learned/linear-model.ts';
import { isSlot, SLOTS, type Slot } from '../../vocabulary/rewording.ts';
import { type LineCandidate, type LineText, lineFeatures } from './line-features.ts';

/** The line that words stand on; undefined where that is not sure, and they stay in the message. */
export type JudgeLine = (candidate: LineCandidate, text: LineText) => Slot | undefined;

/** What a candidate may be: a line, or nothing that stands on one. */
export const NO_LINE = 'none';
export const LINE_LABELS: readonly string[] = [...SLOTS, NO_LINE];

/** What was learnt, in `knowledge`: made by `npm run train:lines`. */
export const LINES_FILE = join('fiche', 'appris.tsv');

/** The weights are read at the first message; it throws where they are not there. */
export function createJudgeLines(knowledge: string): JudgeLine {
  let model: LinearModel | undefined;
  return (candidate, text) => {
    model ??= readLinearModel(join(knowledge, LINES_FILE));
    return surestLine(model, lineFeatures(candidate, text));
  };
}

function surestLine(model: LinearModel, features: readonly string[]): Slot | undefined {
  const shares = likelihoods(model, features);
  const best = shares.indexOf(Math.max(...shares));
  const label = model.labels[best] ?? NO_LINE;
  return isSlot(label) && (shares[best] ?? 0) >= SURE_FROM[label] ? label : undefined;
}

/** From which likelihood a line is right 95 times in a hundred, on messages that the weights have not seen (`train:lines -- --folds 4`). */
export const SURE_FROM: Readonly<Record<Slot, number>> = {
  object: 0.87,
  quantity: 0.92,
  budget: 0.77,
  deadline: 0.9,
  place: 0.93,
  duration: 0.74,
  users: 0.85,
  existing_contract: 0.86,
  constraints: 0.89,
  criteria: 0.56,
  environment: 0.91,
  social: 0.66,
};
