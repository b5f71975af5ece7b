import { frenchTypography } from '../french/typography.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { Conclusion } from './compute.ts';
import type { FactKind } from './fact-kinds.ts';
import { type FactName, kindOf, type Situation } from './facts.ts';
import type { Rulebook } from './rulebook.ts';
import { sayFacts } from './text/say-facts.ts';
import { sayVerdict, verdictOf } from './text/say-verdict.ts';
import type { Line } from './work.ts';

/** A conclusion as it is told to a person: the result first, or the one question that decides. French, typeset. */
export interface Told {
  readonly said: string;
  /** How it comes, in a line or two. */
  readonly formula: string | undefined;
  readonly articles: readonly string[];
  readonly assumed: readonly string[];
  readonly facts: readonly string[];
  readonly steps: readonly Line[];
  /** The fact asked for, with the words that answer it where they are few. */
  readonly missing: { readonly fact: FactName; readonly choices: readonly string[] } | undefined;
}

/** Words of the lines under the result. */
const LINE = 75;
const MOST_ARTICLES = 4;

export function tell(conclusion: Conclusion, facts: Situation, supposes: readonly string[], book: Rulebook): Told {
  const { missing, explanation, articles, assumed } = conclusion;
  const [asked] = missing;
  // Where the law gives no value, what it does say is told all the same.
  const steps = conclusion.cases === undefined ? explanation : explanation.slice(1);
  const said = asked?.question ?? sayVerdict(conclusion)[0]?.text ?? explanation[0]?.text ?? '';
  const granted = assumed
    .filter(({ fact }) => fact !== 'defense_securite')
    .map(({ fact, value }) => [fact, value] as const);
  return {
    said,
    formula: conclusion.cases === undefined ? lineOf(steps.filter(({ text }) => text !== said)) : lackOf(conclusion),
    articles: leadFirst(steps, articles).slice(0, MOST_ARTICLES),
    assumed: [...supposes, ...sayFacts(new Map(granted), book)],
    facts: sayFacts(facts, book),
    steps,
    missing: asked && { fact: asked.fact, choices: choicesOf(asked) },
  };
}

/** What will be asked next, or what the cases of the one fact that lacks would give. */
function lackOf(conclusion: Conclusion): string | undefined {
  const [, ...others] = conclusion.missing;
  if (others.length === 0) return casesOf(conclusion);
  return frenchTypography(`${verdictTexts.also} ${others.map(({ question }) => question).join(' ')}`);
}

const MOST_WAYS = 4;

/** «Si travaux : permis. Si fournitures : non permis.», where the ways of concluding are few. */
function casesOf({ goal, cases = [] }: Conclusion): string | undefined {
  const ways = new Map<string, string[]>();
  for (const { label, ...done } of cases) {
    const verdict = verdictOf({ goal, ...done }) ?? '';
    ways.set(verdict, [...(ways.get(verdict) ?? []), label]);
  }
  if (ways.size > MOST_WAYS || ways.has('')) return undefined;
  const told = [...ways].map(([verdict, labels]) => `- ${verdictTexts.when} ${labels.join(' ; ')} : ${verdict}`);
  return frenchTypography(told.join('\n'));
}

/** The person does not know: what each case would give. */
export function tellCases(told: Told): Told {
  return {
    ...told,
    said: verdictTexts.depends,
    formula: told.steps.map(({ text }) => `- ${text}`).join('\n'),
    missing: undefined,
  };
}

/** Lines that count something first, as long as there is room. */
function lineOf(steps: readonly Line[]): string | undefined {
  const counted = steps.filter(({ text }) => /[=×]/.test(text));
  const kept: string[] = [];
  let length = 0;
  for (const { text } of [...counted, ...steps.filter((step) => !counted.includes(step)).toReversed()]) {
    length += text.split(/\s+/).length;
    if (kept.length > 0 && length > LINE) continue;
    kept.push(text);
  }
  return kept.length === 0
    ? undefined
    : steps
        .map(({ text }) => text)
        .filter((text) => kept.includes(text))
        .join(' ');
}

/** The articles of the lines that are said come first. */
function leadFirst(steps: readonly Line[], articles: readonly string[]): readonly string[] {
  const last = steps.at(-1)?.articles ?? [];
  return [...new Set([...last, ...articles])];
}

function choicesOf({ fact, choices }: Conclusion['missing'][number]): readonly string[] {
  if (choices !== undefined) return choices.map(({ label }) => label);
  return isYesNo(kindOf(fact)) ? [verdictTexts.words.oui, verdictTexts.words.non].map(frenchTypography) : [];
}

export function isYesNo(kind: FactKind): boolean {
  return kind.kind === 'boolean' || (kind.kind === 'any' && kind.of.some(isYesNo));
}
