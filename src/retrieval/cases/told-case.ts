import type { Question, QuestionCase } from '../../corpus/question.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import { createLatest } from '../../latest.ts';
import {
  CASE_FEATURES,
  type CaseFeature,
  type CaseParts,
  type CasesReading,
  caseRows,
  readCases,
  readToldMessage,
} from './case-features.ts';
import fitted from './fitted.json' with { type: 'json' };

/** What was learnt of messages and the case that they tell: `npm run train:cases`. */
export interface CaseModel {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<CaseFeature, number>>>;
}

/**
 * From here a case is told, by the verdict of the question. Of what depends most people say on what; of a value or a yes, few
 * are in another case than the ordinary one.
 */
const TOLD: Readonly<Record<Question['verdict'], number>> = {
  depend: 0.6,
  valeur: 0.8,
  oui: 0.9,
  non: 0.9,
  etape: 0.9,
};

/** … and where the sums said are on its side of a figure, and on no other's. */
const TOLD_BY_VALUE = 0.15;

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
    const shares = caseShares(rows, model).map((share, place) => (isOutOfBounds(rows[place], rows.length) ? 0 : share));
    const best = shares.indexOf(Math.max(...shares));
    const least = featureOf(rows[best], 'valueTells') > 0 ? TOLD_BY_VALUE : TOLD[question.verdict];
    return (shares[best] ?? 0) >= least ? question.cases[best] : undefined;
  };
}

/** As far from the other case in what the file is silent about, it is the other that is told. */
const SILENT = -0.4;

/** A sum, a rate or a delay is said that the case does not hold, or the silence of a file which in this case speaks. */
function isOutOfBounds(row: Float64Array | undefined, cases: number): boolean {
  const otherwise = cases === 1 ? featureOf(row, 'silent') - 1 : featureOf(row, 'silentLead');
  return featureOf(row, 'value') === -1 || otherwise <= SILENT;
}

function featureOf(row: Float64Array | undefined, feature: CaseFeature): number {
  return row?.[CASE_FEATURES.indexOf(feature)] ?? 0;
}

/** How likely each case is the one told; what is left of one is that none is. */
export function caseShares(rows: readonly Float64Array[], { bias, weights }: CaseModel): readonly number[] {
  const powers = rows.map((row) =>
    Math.exp(row.reduce((sum, value, place) => sum + value * (weights[CASE_FEATURES[place] ?? 'near'] ?? 0), bias)),
  );
  const total = powers.reduce((sum, power) => sum + power, 1);
  return powers.map((power) => power / total);
}
