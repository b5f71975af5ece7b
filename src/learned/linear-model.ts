import { readFileSync } from 'node:fs';

/** Weights of a learnt reading: a row a feature, a column a label. */
export interface LinearModel {
  readonly labels: readonly string[];
  weightsOf(feature: string): Float64Array | undefined;
}

/** Weights are written in hundredths. */
const UNIT = 100;
/** The row of what holds whatever is seen. */
export const BIAS = '';

/** Likelihoods of every label, in the order of the model; they sum to one. */
export function likelihoods({ labels, weightsOf }: LinearModel, features: readonly string[]): Float64Array {
  const scores = new Float64Array(labels.length);
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

/** One line for the labels, then one a feature: its weights in hundredths, as `column:weight`. */
export function writeLinearModel(labels: readonly string[], rows: ReadonlyMap<string, Float64Array>): string {
  const lines = [...rows]
    .map(([feature, row]) => {
      const cells = [...row]
        .map((weight) => Math.round(weight * UNIT))
        .flatMap((weight, at) => (weight === 0 ? [] : `${at}:${weight}`));
      return cells.length === 0 ? undefined : `${feature}\t${cells.join(' ')}`;
    })
    .filter((line) => line !== undefined)
    .sort();
  return `${labels.join(' ')}\n${lines.join('\n')}\n`;
}

/** Throws where the file is not there. A row is read when its feature is first seen: a sentence has some hundred of the thousands. */
export function readLinearModel(file: string): LinearModel {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const labels = head.split(' ');
  const rows = new Map<string, string | Float64Array>(
    lines.map((line) => {
      const end = line.indexOf('\t');
      return [line.slice(0, end), line.slice(end + 1)];
    }),
  );
  return {
    labels,
    weightsOf: (feature) => {
      const row = rows.get(feature);
      if (typeof row !== 'string') return row;
      const read = readRow(row, labels.length);
      rows.set(feature, read);
      return read;
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
