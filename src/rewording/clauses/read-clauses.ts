import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readValues } from '../../french/values/read-values.ts';
import { type LinearModel, likelihoods, readLinearModel } from '../../learned/linear-model.ts';
import { readSourceText, type SourceText } from '../brief/source-text.ts';
import { type ClauseText, clauseFeatures, type Hint } from './clause-features.ts';
import { type Clause, opens, splitClauses } from './split-clauses.ts';

/** Clauses of one sentence that say the same, in folded positions; with how likely that is. */
export interface Passage<Label extends string> {
  readonly label: Label;
  readonly share: number;
  /** How likely it is that it is of those weighed as one. */
  readonly together: number;
  readonly start: number;
  readonly end: number;
  readonly clauses: readonly Clause[];
}

export type ReadPassages<Label extends string> = (text: ClauseText) => readonly Passage<Label>[];

/** What was learnt of clauses, in `knowledge`: made by `npm run train:clauses`. */
export const fileOf = (set: 'besoins' | 'actes'): string => join('fiche', `${set}.tsv`);

export function clauseTextOf(
  source: string,
  hints: readonly Hint[] = [],
): ClauseText & { readonly source: SourceText } {
  const text = readSourceText(source);
  const values = readValues(source).map((value) => ({ value, span: text.locate(value.span) }));
  return { source: text, folded: text.folded, clauses: splitClauses(text.folded), values, hints };
}

/** The weights are read at the first message; in a folder without them nothing is told of a clause. */
export function createReadPassages<Label extends string>(
  knowledge: string,
  set: 'besoins' | 'actes',
  isLabel: (label: string) => label is Label,
  together: readonly string[] = [],
): ReadPassages<Label> {
  const file = join(knowledge, fileOf(set));
  let model: LinearModel | undefined;
  return (text) => {
    if (model === undefined && !existsSync(file)) return [];
    model ??= readLinearModel(file);
    return passagesIn(model, text, isLabel, together);
  };
}

/**
 * @param together labels that are weighed as one against the others: an act is an act whichever it is
 */
export function passagesIn<Label extends string>(
  model: LinearModel,
  text: ClauseText,
  isLabel: (label: string) => label is Label,
  together: readonly string[] = [],
): readonly Passage<Label>[] {
  const all = clauseFeatures(text).map((features) => likelihoods(model, features));
  const columns = model.labels.map((label) =>
    together.includes(label) ? model.labels.indexOf(together[0] ?? '') : model.labels.indexOf(label),
  );
  const one = model.labels.indexOf(together[0] ?? '');
  const grouped = all.map((shares) => {
    const row = new Float64Array(shares.length);
    for (const [at, share] of shares.entries()) row[columns[at] ?? at] = (row[columns[at] ?? at] ?? 0) + share;
    return row;
  });
  const path = likeliestPath(grouped, text.clauses);
  const out: Passage<Label>[] = [];
  for (let from = 0, to = 0; from < path.length; from = to) {
    const column = path[from] ?? 0;
    for (to = from + 1; to < path.length && path[to] === column; to += 1) if (opens(text.clauses[to] as Clause)) break;
    const sums = model.labels.map((_, at) =>
      columns[at] === column ? all.slice(from, to).reduce((sum, shares) => sum + (shares[at] ?? 0), 0) : 0,
    );
    const label = model.labels[sums.indexOf(Math.max(...sums))] ?? '';
    const clauses = text.clauses.slice(from, to);
    const [first] = clauses;
    if (first === undefined || !isLabel(label)) continue;
    const likely = (at: number) => Math.max(...grouped.slice(from, to).map((row) => row[at] ?? 0));
    out.push({
      label,
      share: likely(column),
      together: likely(one),
      start: first.start,
      end: clauses.at(-1)?.end ?? first.end,
      clauses,
    });
  }
  return out;
}

/** What a comma costs the change from one label to another, beside what words say: parts of a list go together. */
const STAY: Readonly<Record<Clause['after'], number>> = {
  start: 0,
  line: 0,
  stop: 0,
  join: 0.4,
  colon: 0.3,
  comma: 1.2,
};

/** The likeliest labels of all clauses together (Viterbi). */
function likeliestPath(shares: readonly Float64Array[], clauses: readonly Clause[]): readonly number[] {
  const back: number[][] = [];
  let scores: number[] = [];
  for (const [at, row] of shares.entries()) {
    const stay = STAY[clauses[at]?.after ?? 'stop'];
    const best = scores.indexOf(Math.max(...scores));
    const from: number[] = [];
    scores = [...row].map((share, label) => {
      const same = (scores[label] ?? 0) + stay;
      const other = scores[best] ?? 0;
      from[label] = same >= other ? label : best;
      return Math.log(share + 1e-9) + Math.max(same, other);
    });
    back.push(from);
  }
  const path: number[] = [];
  let label = scores.indexOf(Math.max(...scores));
  for (let at = shares.length - 1; at >= 0; at -= 1) {
    path[at] = label;
    label = back[at]?.[label] ?? 0;
  }
  return path;
}
