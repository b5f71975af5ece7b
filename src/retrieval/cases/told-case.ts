import type { Opening, Question } from '../../corpus/question.ts';
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
  readTurned,
  type ToldMessage,
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
  depend: 0.4,
  valeur: 0.8,
  oui: 0.9,
  non: 0.9,
  etape: 0.9,
};

/** … and where the sums said are on its side of a figure, and on no other's. */
const TOLD_BY_VALUE = 0.15;

/**
 * From here a question may be asked turned round: never surely, so that it is named above its yes or its no. Where that stood
 * alone, of twelve of the sets to learn from eight were wrong.
 */
const TURNED = 0.65;

/** Questions whose cases, or ways turned round, are kept read. */
const KEPT = 400;

/** One message is held against several questions. */
const MESSAGES = 8;

/** What was learnt of both. */
export interface OpeningModels {
  readonly cases: CaseModel;
  readonly turned: CaseModel;
}

/** What a message makes of a question: one of its cases is told, or it is asked turned round. */
export interface Told {
  readonly opening: Opening;
  /** Else it may only be what was asked. */
  readonly isSure: boolean;
}

/** Undefined where neither is likely. */
export type ToldCase = (question: Question, text: string, at: IsoDate) => Promise<Told | undefined>;

export function createToldCase(parts: CaseParts, models: OpeningModels = fitted): ToldCase {
  const cases = createLatest<Promise<CasesReading>>(KEPT);
  const turned = createLatest<Promise<CasesReading>>(KEPT);
  const messages = createLatest<Promise<ToldMessage>>(MESSAGES);

  /** Of those that a question has, which is told, and how surely. */
  const tell = (reading: CasesReading, message: ToldMessage, at: IsoDate, model: CaseModel) => {
    const rows = caseRows(message, reading, at, parts);
    const shares = caseShares(rows, model).map((share, place) => (isOutOfBounds(rows[place], rows.length) ? 0 : share));
    const best = shares.indexOf(Math.max(...shares));
    return { best, share: shares[best] ?? 0, byValue: featureOf(rows[best], 'valueTells') > 0 };
  };

  return async (question, text, at) => {
    if (question.cases.length + question.turned.length === 0) return undefined;
    const read = messages.get(text) ?? readToldMessage(text, parts);
    messages.set(text, read);
    const message = await read;
    const told = question.cases.length > 0 && tell(await kept(cases, question, readCases), message, at, models.cases);
    const asked =
      question.turned.length > 0 && tell(await kept(turned, question, readTurned), message, at, models.turned);
    const isTold = told !== false && told.share >= (told.byValue ? TOLD_BY_VALUE : TOLD[question.verdict]);
    const isTurned = asked !== false && asked.share >= TURNED;
    // A fact that was told says more than the way in which it is asked.
    const opening = isTold ? question.cases[told.best] : isTurned ? question.turned[asked.best] : undefined;
    return opening && { opening, isSure: isTold };
  };

  function kept(
    readings: typeof cases,
    question: Question,
    read: (question: Question, parts: CaseParts) => Promise<CasesReading>,
  ): Promise<CasesReading> {
    const reading = readings.get(question.ask) ?? read(question, parts);
    readings.set(question.ask, reading);
    return reading;
  }
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
