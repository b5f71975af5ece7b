import type { Figures } from '../corpus/figures.ts';
import type { CorpusProblem } from '../corpus/problem.ts';
import { createEvaluate, type Evaluate } from './engine.ts';
import { type Example, engineRule, isWorkedOut, type Rule, type Rulebook } from './rulebook.ts';

const FEWEST_EXAMPLES = 3;

/** Publicodes reads a date plus a duration as a text, silently, and does not know months: the calendar is ours. */
const DATE_ARITHMETIC =
  /\b(?:date|jour d'envoi)\b|\d{2}\/\d{2}\/\d{4}|\d\s?(?:jours?|mois|ans?|années?)\b|date du jour/;
const COMPUTED = new Set([
  'valeur',
  'somme',
  'variations',
  'plafond',
  'plancher',
  'toutes ces conditions',
  'une de ces conditions',
]);

/** Everything wrong in the rules: form, examples, arithmetic that the engine gets wrong. */
export function checkRulebook(book: Rulebook, figures: Figures): readonly CorpusProblem[] {
  const evaluate = createEvaluate(book, figures);
  return [...book.problems, ...[...book.rules].flatMap(([name, rule]) => checkRule(name, rule, evaluate))];
}

function checkRule(name: string, rule: Rule, evaluate: Evaluate): readonly CorpusProblem[] {
  if (!isWorkedOut(rule)) return [];
  const problem = (field: string, message: string) => ({
    file: rule.file,
    line: 1,
    field: `${name}.${field}`,
    message,
  });
  const examples = rule.exemples ?? [];
  const computed = JSON.stringify(Object.entries(engineRule(rule)).filter(([key]) => COMPUTED.has(key)));
  return [
    ...(DATE_ARITHMETIC.test(computed)
      ? [problem('valeur', 'counts with dates or units of time: that is done in src/rules')]
      : []),
    ...(rule.question === undefined ? [problem('question', 'has no question in both registers')] : []),
    ...(rule.références === undefined ? [problem('références', 'names no article')] : []),
    ...(examples.length < FEWEST_EXAMPLES || !examples.some(({ faux }) => faux === true)
      ? [problem('exemples', `needs ${FEWEST_EXAMPLES} examples, one of them wrong on purpose (faux: true)`)]
      : []),
    ...examples.flatMap((example, index) => {
      const said = sayExample(name, example, evaluate);
      return said === undefined ? [] : [problem(`exemples.${index + 1}`, said)];
    }),
  ];
}

/** What is wrong with an example; what Publicodes cannot parse is told in its own words. */
function sayExample(name: string, example: Example, evaluate: Evaluate): string | undefined {
  try {
    return sayDifference(example, evaluate(name, example.situation, example.le).value);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function sayDifference({ valeur, faux }: Example, given: number | boolean | string | undefined): string | undefined {
  const same =
    typeof valeur === 'number' && typeof given === 'number' ? Math.abs(valeur - given) < 0.005 : valeur === given;
  if (given === undefined) return 'gives nothing: a fact or a figure of that day is not there';
  if (same === (faux !== true)) return undefined;
  return faux === true ? `gives ${given}, which is said to be wrong` : `gives ${given}, not ${valeur}`;
}
