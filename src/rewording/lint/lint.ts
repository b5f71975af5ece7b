import type { LintCommon, LintRules } from '../../corpus/lint-rules.ts';
import { compileExpression, type Lists } from '../../french/pattern/expression.ts';
import { createMatcher, type Match } from '../../french/pattern/matcher.ts';
import { readTokens, type Sentence, type TokenText } from '../../french/pattern/tokens.ts';
import { frenchTypography } from '../../french/typography.ts';
import { atOnce, type Sliced } from '../../sliced.ts';
import type { LintCode } from '../../vocabulary/rewording.ts';
import type { LintFinding } from '../port/rewording.ts';
import { createIsName } from './names.ts';
import { createPlaces } from './places.ts';
import { createTriggers, type Trigger } from './triggers.ts';

/** How many words before the words at fault a negation still bears on them. */
const NEGATION_REACH = 5;
/** Rules compiled in one go. */
const SLICE = 4;

/**
 * The lawful-wording check: what in a text the code does not allow, or would make an offer impossible to compare.
 * Never throws; findings come in the order of the text, at most one for a code at a place.
 */
export function createLint(rules: LintRules): Lint {
  return atOnce(createLintSliced(rules));
}

/** The same, a little at a time. */
export function* createLintSliced(rules: LintRules): Sliced<Lint> {
  const lint = lints.get(rules) ?? (yield* compileLint(rules));
  lints.set(rules, lint);
  return lint;
}

type Lint = (text: string) => readonly LintFinding[];

/** A thousand expressions are compiled once, whoever asks for them: rewordings, quizzes, the check of the corpus. */
const lints = new WeakMap<LintRules, Lint>();

function* compileLint(rules: LintRules): Sliced<Lint> {
  const { lists, common } = rules;
  const checkOf = (rule: LintRules['rules'][number]) => ({
    rule,
    shown: {
      code: rule.code,
      articles: rule.articles,
      message: frenchTypography(rule.message),
      suggestion: frenchTypography(rule.suggestion),
    },
    isExcused: createPlaces(rule.unless, lists),
    isCalledFor: rule.only_if.map((places) => createPlaces(places, lists)),
  });
  const checks: ReturnType<typeof checkOf>[] = [];
  for (const [place, rule] of rules.rules.entries()) {
    if (place % SLICE === 0) yield;
    checks.push(checkOf(rule));
  }
  const findTriggers = yield* createTriggers(rules);
  yield;
  const isName = createIsName(common.not_names);
  const isExcusedForAll = createPlaces(common.unless, lists);
  const asksWhetherAllowed = createAsks(common, lists);
  const isNegated = createIsNegated(common.negations, lists);

  return (source) => {
    const text = readTokens(source, isName);
    const findings: { match: Match; shown: Omit<LintFinding, 'span'> }[] = [];
    const triggers = findTriggers(source, text);
    for (const [index, sentence] of text.sentences.entries()) {
      const here = triggers.get(index);
      if (here === undefined || asksWhetherAllowed(text, sentence)) continue;
      /** First token where the code may be said again: past the sentence unless it is said of each place. */
      const free = new Map<LintCode, number>();
      for (const trigger of here) {
        const check = checks[trigger.rule];
        if (check === undefined) continue;
        const { match } = trigger;
        if (match.first < (free.get(check.rule.code) ?? 0)) continue;
        if (!check.isCalledFor.every((stands) => stands(text, index, match)) || check.isExcused(text, index, match))
          continue;
        if (check.rule.negatable && (isNegated(text, sentence, trigger) || isExcusedForAll(text, index, match)))
          continue;
        findings.push({ match, shown: check.shown });
        free.set(check.rule.code, check.rule.each ? match.last : sentence.last);
      }
    }
    return findings.map(({ match, shown }) => ({ ...shown, span: spanOf(text, match) }));
  };
}

function spanOf({ tokens }: TokenText, { first, last }: Match): readonly [number, number] {
  return [tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0];
}

/** «Peut-on couper en deux ?»: asking is no fault. Some turns ask without a question mark, when they open the sentence. */
function createAsks({ questions, marked_questions }: LintCommon, lists: Lists) {
  const find = createMatcher(
    [...questions, ...marked_questions].map((source, index) => ({
      expression: compileExpression(source, lists),
      value: index >= questions.length,
    })),
  );
  return (text: TokenText, { first, last, question }: Sentence) =>
    find(text, first, question ? last : Math.min(last, first + 10)).some(
      ({ match, value: needsMark }) => question || (!needsMark && match.first <= first + 3),
    );
}

function createIsNegated(negations: readonly string[], lists: Lists) {
  const find = createMatcher(
    negations.map((source) => ({ expression: compileExpression(source, lists), value: source })),
  );
  return (text: TokenText, { first }: Sentence, { match, negative }: Trigger): boolean => {
    let from = match.first;
    while (from > first && from > match.first - NEGATION_REACH && !isBreak(text.tokens[from - 1]?.text)) from -= 1;
    if (find(text, from, match.first).length > 0) return true;
    return !negative && isNegatedInside(text, { ...match, first: withItsNe(text, match.first, first) });
  };
}

function isBreak(word: string | undefined): boolean {
  return word === undefined || /^(?:[,;:()]|mais|donc|alors|car)$/.test(word);
}

/** «Nous ne privilégions pas…»: the «ne» just before the words at fault, or before their pronoun. */
function withItsNe({ tokens }: TokenText, at: number, sentenceStart: number): number {
  for (let before = at - 1; before >= Math.max(sentenceStart, at - 2); before -= 1)
    if (/^(?:ne|n)$/.test(tokens[before]?.text ?? '')) return before;
  return at;
}

/** «Le siège ne doit pas être dans le département»: the words at fault hold «ne … pas» that their expression does not ask for. */
function isNegatedInside({ tokens }: TokenText, { first, last }: Match): boolean {
  for (let index = first; index < last; index += 1)
    if (/^(?:ne|n)$/.test(tokens[index]?.text ?? ''))
      for (let next = index + 1; next < Math.min(last, index + 5); next += 1)
        if (/^(?:pas|jamais|aucun|aucune|plus)$/.test(tokens[next]?.text ?? '')) return true;
  return false;
}
