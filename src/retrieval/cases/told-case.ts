import type { Question, QuestionCase } from '../../corpus/question.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import { createLatest } from '../../latest.ts';
import { type CaseParts, type CasesReading, caseRows, readCases, readToldMessage } from './case-features.ts';
import fitted from './fitted.json' with { type: 'json' };

/** What was learnt of messages and the case that they tell: `npm run train:cases`. */
export interface CaseModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** From here a case is told: what a person says of their purchase settles what the answer leaves open. */
const TOLD = 0.7;

/** Questions whose cases are kept read. */
const KEPT = 100;

/** The case of a question that a message tells; undefined where it tells none, or not surely. */
export type ToldCase = (question: Question, text: string, at: IsoDate) => Promise<QuestionCase | undefined>;

export function createToldCase(parts: CaseParts, model: CaseModel = fitted): ToldCase {
  const readings = createLatest<Promise<CasesReading>>(KEPT);
  return async (question, text, at) => {
    if (question.cases.length === 0) return undefined;
    const reading = readings.get(question.ask) ?? readCases(question, parts);
    readings.set(question.ask, reading);
    const rows = caseRows(await readToldMessage(text, parts), await reading, at, parts);
    const shares = caseShares(rows, model);
    const best = shares.indexOf(Math.max(...shares));
    return (shares[best] ?? 0) >= TOLD ? question.cases[best] : undefined;
  };
}

/** How likely each case is the one told; what is left of one is that none is. */
export function caseShares(rows: readonly Float64Array[], { bias, weights }: CaseModel): readonly number[] {
  const powers = rows.map((row) =>
    Math.exp(row.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), bias)),
  );
  const total = powers.reduce((sum, power) => sum + power, 1);
  return powers.map((power) => power / total);
}
