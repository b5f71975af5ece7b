import { createHash } from 'node:crypto';
import type { Figures } from '../../corpus/figures.ts';
import { fillFigures } from '../../corpus/prose.ts';
import { conditionsHold, figureOptions } from '../../corpus/quiz/figure-options.ts';
import type { QuizQuestion } from '../../corpus/quiz/quiz.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import { frenchTypography } from '../../french/typography.ts';
import { assertNever } from '../../result.ts';
import { catalogues } from '../../text/catalogues.ts';
import type { AskedChoice, AskedQuestion } from '../port/asked-question.ts';

/** A choice with what is true of it; never shown before the answer. */
export interface SettledChoice extends AskedChoice {
  readonly right: boolean;
  readonly why: string | undefined;
}

/**
 * Every choice of a question on a day, in the order of the file; undefined when it cannot be asked that day: the table has
 * no value, or the amounts of its case are on the other side of the law.
 */
export function settledChoices(
  question: QuizQuestion,
  figures: Figures,
  at: IsoDate,
): readonly SettledChoice[] | undefined {
  if (!conditionsHold(question.true_while ?? [], figures, at)) return undefined;
  const say = (text: string) => frenchTypography(fillFigures(text, figures, at));
  const why = (text: string | undefined) => (text === undefined ? undefined : say(text));
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.map((choice, index) => ({
        key: letterOf(index),
        text: say(choice.text),
        right: choice.right,
        why: why(choice.why),
      }));
    case 'figure':
      return figureOptions(question, figures, at)?.map((option) => ({ ...option, why: why(option.why) }));
    case 'reword':
      return question.wordings.map((wording, index) => ({
        key: letterOf(index),
        text: say(wording.text),
        right: wording.fault === undefined,
        why: why(wording.why),
      }));
    case 'lint': {
      const { lint: names } = catalogues.fr.rewording;
      const choice = (code: typeof question.code, right: boolean, reason: string | undefined) => ({
        key: code,
        text: code === 'none' ? catalogues.fr.training.noFinding : names[code],
        right,
        why: why(reason),
      });
      return [
        choice(question.code, true, undefined),
        ...question.wrong.map(({ code, why: reason }) => choice(code, false, reason)),
      ];
    }
    default:
      return assertNever(question);
  }
}

/**
 * The question as put on a day; figures in their order, other choices in an order that `seed` decides: the same seed gives
 * the same order, so that a letter typed later means the same choice.
 */
export function askQuestion(
  question: QuizQuestion,
  module: string,
  figures: Figures,
  at: IsoDate,
  seed: string,
): AskedQuestion | undefined {
  const settled = settledChoices(question, figures, at);
  if (settled === undefined) return undefined;
  const say = (text: string) => frenchTypography(fillFigures(text, figures, at));
  const { training: texts } = catalogues.fr;
  const choices = settled.map(({ key, text }) => ({ key, text }));
  return {
    id: question.id,
    module,
    fiche: question.fiche,
    kind: question.kind,
    situation: question.situation === undefined ? undefined : say(question.situation),
    ask:
      question.kind === 'reword'
        ? texts.rewordAsk[question.from]
        : question.kind === 'lint'
          ? texts.lintAsk
          : say(question.ask),
    quoted:
      question.kind === 'reword' ? say(question.need) : question.kind === 'lint' ? say(question.sentence) : undefined,
    choices: question.kind === 'figure' ? byAmount(choices) : shuffled(choices, `${seed}|${question.id}`),
    several: question.kind === 'multiple',
  };
}

function letterOf(index: number): string {
  return String.fromCharCode(97 + index);
}

function byAmount(choices: readonly AskedChoice[]): readonly AskedChoice[] {
  const amount = ({ key }: AskedChoice) => Number(/^value:(-?[\d.]+)/.exec(key)?.[1] ?? 0);
  return choices.toSorted((one, other) => amount(one) - amount(other) || one.key.localeCompare(other.key));
}

/** An order that looks like chance and is not: sorted by a hash of seed and key. */
export function shuffled<T extends { readonly key: string }>(items: readonly T[], seed: string): readonly T[] {
  const mark = ({ key }: T) => createHash('sha256').update(`${seed}|${key}`).digest('hex');
  return items
    .map((item) => ({ item, at: mark(item) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ item }) => item);
}
