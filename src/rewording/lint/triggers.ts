import type { LintRules } from '../../corpus/lint-rules.ts';
import { compileExpression, type Expression } from '../../french/pattern/expression.ts';
import { createMatcher, type Match } from '../../french/pattern/matcher.ts';
import type { TokenText } from '../../french/pattern/tokens.ts';
import type { Sliced } from '../../sliced.ts';
import { findAmounts } from './amounts.ts';
import { endOfName } from './names.ts';

/** Words that may be at fault, before any exception is looked at. */
export interface Trigger {
  /** Index of the rule in the rules read. */
  readonly rule: number;
  readonly match: Match;
  /** Its expression holds a negation of its own («sans mise en concurrence»). */
  readonly negative: boolean;
}

interface Value {
  readonly rule: number;
  readonly negative: boolean;
  /** Counts only with a capital, and not as the first word of a sentence. */
  readonly capital: boolean;
}

type FindTriggers = (source: string, text: TokenText) => ReadonlyMap<number, readonly Trigger[]>;

/** Rules compiled in one go. */
const SLICE = 4;

/** Every trigger of a text, by sentence, in the order of the text and of the rules, the longest first at one place. */
export function* createTriggers({ rules, lists, brands }: LintRules): Sliced<FindTriggers> {
  const items: { readonly expression: Expression; readonly value: Value }[] = [];
  for (const [index, rule] of rules.entries()) {
    if (index % SLICE === 0) yield;
    items.push(
      ...rule.triggers.map((source) => ({
        expression: compileExpression(source, lists),
        value: { rule: index, negative: /\b(?:ne|n|pas|sans|jamais|aucune?)\b/.test(source), capital: false },
      })),
      ...(rule.detect === 'brands' ? brands : []).map(({ name, alsoWord }) => ({
        expression: compileExpression(name, lists),
        value: { rule: index, negative: false, capital: alsoWord },
      })),
    );
  }
  const find = createMatcher<Value>(items);
  const amountRules = rules.flatMap(({ detect }, index) => (detect === 'amounts' ? [index] : []));

  return (source, text) => {
    const amounts = amountRules.length === 0 ? [] : findAmounts(source, text);
    const bySentence = new Map<number, Trigger[]>();
    for (const [index, { first, last }] of text.sentences.entries()) {
      const here: Trigger[] = [];
      for (const { match, value } of find(text, first, last)) {
        if (value.capital && !isCapitalisedInside(text, match, first)) continue;
        here.push({ rule: value.rule, negative: value.negative, match: withWholeName(text, match, last) });
      }
      for (const match of amounts)
        if (match.first >= first && match.first < last)
          for (const rule of amountRules) here.push({ rule, match, negative: true });
      if (here.length > 0) bySentence.set(index, here.sort(byPlace));
    }
    return bySentence;
  };
}

function byPlace(a: Trigger, b: Trigger): number {
  return a.match.first - b.match.first || b.match.last - a.match.last || a.rule - b.rule;
}

function isCapitalisedInside({ tokens }: TokenText, match: Match, sentenceStart: number): boolean {
  return match.first > sentenceStart && tokens[match.first]?.capitalised === true;
}

function withWholeName(text: TokenText, match: Match, limit: number): Match {
  if (text.tokens[match.last - 1]?.name !== true) return match;
  return { ...match, last: Math.min(limit, endOfName(text, match.last - 1)) };
}
