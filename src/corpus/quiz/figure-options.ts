import { frenchDate, type IsoDate } from '../../days/iso-date.ts';
import { type Figure, type Figures, type FigureValue, figureAt, sayValue } from '../figures.ts';
import type { Condition, FigureQuestion } from './quiz.ts';

/** One figure offered as an answer. */
export interface FigureOption {
  /** Stable over dates: `value:40000`. */
  readonly key: string;
  readonly text: string;
  readonly right: boolean;
  /** Why it is wrong; the question's own explanation stands for the right one. */
  readonly why: string | undefined;
}

/**
 * What may be answered to a figure question on a day, the right value first: that in force on the day, then the values of
 * other periods of the same figure, then the wrong ones of the question that say something else.
 * Undefined when the table has no value in force that day: the question is not asked.
 */
export function figureOptions(
  question: FigureQuestion,
  figures: Figures,
  at: IsoDate,
): readonly FigureOption[] | undefined {
  const figure = figures.get(question.figure);
  const right = figure && figureAt(figure, at);
  if (figure === undefined || right === undefined) return undefined;
  const options: FigureOption[] = [{ ...said(figure, right.value), right: true, why: undefined }];
  const add = (option: FigureOption) => {
    if (!options.some(({ text }) => text === option.text)) options.push(option);
  };
  for (const value of figure.values)
    add({ ...said(figure, value.value), right: false, why: whyNotThatDay(figure, value, at) });
  for (const wrong of question.wrong) {
    const shown = wrongValue(wrong, figure, figures, at);
    if (shown !== undefined) add({ ...shown, right: false, why: wrong.why });
  }
  return options;
}

/** A wrong answer that is another figure follows the law too, in its own unit. */
function wrongValue(
  wrong: FigureQuestion['wrong'][number],
  figure: Figure,
  figures: Figures,
  at: IsoDate,
): Pick<FigureOption, 'key' | 'text'> | undefined {
  if ('value' in wrong) return said(figure, wrong.value);
  const other = figures.get(wrong.figure);
  const value = other && figureAt(other, at);
  return other === undefined || value === undefined ? undefined : said(other, value.value);
}

function said(figure: Figure, value: number): Pick<FigureOption, 'key' | 'text'> {
  return { key: `value:${value}${figure.unit}`, text: sayValue(figure, value) };
}

function whyNotThatDay(figure: Figure, value: FigureValue, at: IsoDate): string {
  const shown = sayValue(figure, value.value);
  if (value.announced === 'dropped')
    return `${shown} avait été annoncé au ${frenchDate(value.valid_from)} ; ce n'est jamais devenu la règle.`;
  if (value.announced === 'pending')
    return `${shown} est annoncé au ${frenchDate(value.valid_from)}, à confirmer sur Légifrance : ce n'est pas en vigueur au ${frenchDate(at)}.`;
  const from = `${shown} vaut depuis le ${frenchDate(value.valid_from)} (${value.article})`;
  if (value.valid_to !== undefined && value.valid_to < at)
    return `${shown} a valu du ${frenchDate(value.valid_from)} au ${frenchDate(value.valid_to)} (${value.article}) ; ce n'est plus la règle.`;
  return `${from} ; au ${frenchDate(at)}, ce n'est pas encore la règle.`;
}

/** Whether the amounts of a question's case are, on a day, on the side of the law on which its answer is right. */
export function conditionsHold(conditions: readonly Condition[], figures: Figures, at: IsoDate): boolean {
  return conditions.every((condition) => {
    const figure = figures.get(condition.figure);
    const value = figure && figureAt(figure, at)?.value;
    if (value === undefined) return false;
    return 'above' in condition ? value > condition.above : value <= condition.at_most;
  });
}
