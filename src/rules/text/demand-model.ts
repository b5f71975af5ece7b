import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoalName, isGoalName } from '../goals.ts';

/** Weights of the learnt reading: a row a feature, a column a goal, the last that of no goal at all. */
export interface DemandModel {
  readonly goals: readonly (GoalName | undefined)[];
  weightsOf(feature: string): Float64Array | undefined;
}

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
const NONE = 'aucun';
/** Weights are written in hundredths. */
const UNIT = 100;
const BIAS = '';

/** Likelihoods of every goal, in the order of the model. */
export function likelihoods({ goals, weightsOf }: DemandModel, features: readonly string[]): Float64Array {
  const scores = new Float64Array(goals.length);
  const scale = 1 / Math.sqrt(Math.max(1, features.length));
  for (const feature of features) {
    const row = weightsOf(feature);
    if (row !== undefined)
      for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + (row[at] ?? 0) * scale;
  }
  const bias = weightsOf(BIAS);
  let sum = 0;
  const most = Math.max(...scores);
  for (let at = 0; at < scores.length; at++) {
    scores[at] = Math.exp((scores[at] ?? 0) + (bias?.[at] ?? 0) - most);
    sum += scores[at] ?? 0;
  }
  return scores.map((score) => score / sum);
}

export function readDemand(model: DemandModel, features: readonly string[]): Demand {
  const shares = likelihoods(model, features);
  let best = 0;
  for (let at = 1; at < shares.length - 1; at++) if ((shares[at] ?? 0) > (shares[best] ?? 0)) best = at;
  const named = model.goals.flatMap((goal, at) => (goal === undefined ? [] : [[goal, shares[at] ?? 0] as const]));
  return { goal: model.goals[best], any: 1 - (shares.at(-1) ?? 1), shares: new Map(named) };
}

/** One line for the goals, then one a feature: its weights in hundredths, as `column:weight`. */
export function writeDemandModel(goals: DemandModel['goals'], rows: ReadonlyMap<string, Float64Array>): string {
  const lines = [...rows]
    .map(([feature, row]) => {
      const cells = [...row]
        .map((weight) => Math.round(weight * UNIT))
        .flatMap((weight, at) => (weight === 0 ? [] : `${at}:${weight}`));
      return cells.length === 0 ? undefined : `${feature}\t${cells.join(' ')}`;
    })
    .filter((line) => line !== undefined)
    .sort();
  return `${goals.map((goal) => goal ?? NONE).join(' ')}\n${lines.join('\n')}\n`;
}

/** Throws where the file is not there: it is made by `npm run train:rules`. */
export function readDemandModel(knowledge: string): DemandModel {
  return parseDemandModel(readFileSync(join(knowledge, 'regles', DEMANDS_FILE), 'utf8'));
}

/** A row is read when its feature is first seen: a sentence has some hundred of the thousands. */
function parseDemandModel(text: string): DemandModel {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const goals = head.split(' ').map((name) => (isGoalName(name) ? name : undefined));
  const written = new Map(
    lines.map((line) => {
      const end = line.indexOf('\t');
      return [line.slice(0, end), line.slice(end + 1)] as const;
    }),
  );
  const rows = new Map<string, Float64Array>();
  return {
    goals,
    weightsOf: (feature) => {
      const cells = written.get(feature);
      if (cells === undefined) return undefined;
      const row = rows.get(feature) ?? readRow(cells, goals.length);
      rows.set(feature, row);
      return row;
    },
  };
}

function readRow(cells: string, length: number): Float64Array {
  const row = new Float64Array(length);
  for (const cell of cells.split(' ')) {
    const [at, weight] = cell.split(':').map(Number);
    if (at !== undefined && weight !== undefined) row[at] = weight / UNIT;
  }
  return row;
}
