import { existsSync } from 'node:fs';
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

/** The weights are read at the first message. In a folder without them each reader is followed as it is. */
export function createJudgeLines(knowledge: string): JudgeLine {
  const file = join(knowledge, LINES_FILE);
  let model: LinearModel | undefined;
  return (candidate, text) => {
    if (model === undefined && !existsSync(file)) return candidate.by === 'value' ? undefined : candidate.by;
    model ??= readLinearModel(file);
    return surestLine(model, candidate, text);
  };
}

function surestLine(model: LinearModel, candidate: LineCandidate, text: LineText): Slot | undefined {
  const shares = likelihoods(model, lineFeatures(candidate, text));
  const best = shares.indexOf(Math.max(...shares));
  const label = model.labels[best] ?? NO_LINE;
  if (!isSlot(label)) return undefined;
  const isShort = text.folded.length <= SHORT && candidate.by === label;
  const from = Math.min(SURE_FROM[label], (isShort ? SHORT_FROM[label] : undefined) ?? 1);
  return (shares[best] ?? 0) >= from ? label : undefined;
}

/** Characters of a message that says one need in a sentence or two. */
const SHORT = 220;
/**
 * From which likelihood its reader is followed in a short message, where there is little to confuse («30 chaises, CP, pour la
 * rentrée»): right nine times in ten on those that the readers know, eight in ten on a dozen that they do not.
 */
const SHORT_FROM: Partial<Readonly<Record<Slot, number>>> = {
  object: 0.4,
  budget: 0.4,
  quantity: 0.5,
  deadline: 0.5,
  duration: 0.5,
  place: 0.7,
};

/** From which likelihood a line is right 95 times in a hundred, an object and a deadline nine in ten, on messages that the weights have not seen (`train:lines -- --folds 4`). */
export const SURE_FROM: Readonly<Record<Slot, number>> = {
  object: 0.8,
  quantity: 0.92,
  budget: 0.77,
  deadline: 0.8,
  place: 0.93,
  duration: 0.74,
  users: 0.85,
  existing_contract: 0.86,
  constraints: 0.89,
  criteria: 0.56,
  environment: 0.91,
  social: 0.66,
};
