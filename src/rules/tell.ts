import { frenchTypography } from '../french/typography.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { Case, Conclusion } from './compute.ts';
import type { FactKind } from './fact-kinds.ts';
import { type FactName, kindOf, type Situation } from './facts.ts';
import type { SaidLocal } from './local/say-local.ts';
import type { Rulebook } from './rulebook.ts';
import { sayFacts } from './text/say-facts.ts';
import { capital, sayVerdict, verdictOf } from './text/say-verdict.ts';
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
  readonly missing:
    | { readonly fact: FactName; readonly question: string; readonly choices: readonly string[] }
    | undefined;
  /** The body's own rules beside it, where it has some that the purchase reaches. */
  readonly local?: SaidLocal | undefined;
}

/** Words of the lines under the result. */
const LINE = 64;
const MOST_ARTICLES = 4;

export function tell(conclusion: Conclusion, facts: Situation, supposes: readonly string[], book: Rulebook): Told {
  const { missing, cases, explanation, articles, assumed } = conclusion;
  const [asked] = missing;
  // Where the law gives no value, what it does say is told all the same.
  const steps = cases === undefined ? explanation : explanation.slice(1);
  const said = saidFirst(conclusion);
  const granted = assumed
    .filter(({ fact }) => fact !== 'defense_securite')
    .map(({ fact, value }) => [fact, value] as const);
  const lines = linesOf(steps.filter(({ text }) => text !== said));
  const known = cases === undefined ? lines.map(({ text }) => text).join(' ') || undefined : lackOf(conclusion);
  // A result that holds whatever the fact is comes before what is asked.
  const asks = asked === undefined || asked.question === said ? [] : [asked.question];
  return {
    said,
    formula: [...(known === undefined ? [] : [known]), ...asks].join(' ') || undefined,
    articles: [...new Set([...lines.toReversed().flatMap((line) => line.articles), ...articles])].slice(
      0,
      MOST_ARTICLES,
    ),
    assumed: [...supposes, ...sayFacts(new Map(granted), book)],
    facts: sayFacts(facts, book),
    steps,
    missing: asked && { fact: asked.fact, question: asked.question, choices: choicesOf(asked) },
  };
}

/** The result; while a fact is asked for, what is known whatever it is, else its question. */
function saidFirst(conclusion: Conclusion): string {
  const { missing, cases, explanation } = conclusion;
  const [asked] = missing;
  const [first] = explanation;
  if (asked !== undefined) return cases === undefined && first !== undefined ? first.text : asked.question;
  return sayVerdict(conclusion)[0]?.text ?? first?.text ?? '';
}

/** What will be asked next, or what the cases of the one fact that lacks would give. */
function lackOf(conclusion: Conclusion): string | undefined {
  const [, ...others] = conclusion.missing;
  if (others.length === 0) return casesOf(conclusion);
  return frenchTypography(`${verdictTexts.also} ${others.map(({ question }) => question).join(' ')}`);
}

const MOST_WAYS = 4;
/** Cases named one by one; where more lead the same way, they are «dans les autres cas». */
const MOST_NAMED = 2;

/** «Travaux : permis. Fournitures : non permis.», where the ways of concluding are few; that of most cases comes last. */
function casesOf({ goal, cases = [] }: Conclusion): string | undefined {
  const ways = new Map<string, Case[]>();
  for (const one of cases) {
    const verdict = verdictOf({ goal, ...one }) ?? '';
    ways.set(verdict, [...(ways.get(verdict) ?? []), one]);
  }
  if (ways.size > MOST_WAYS || ways.has('')) return undefined;
  const told = [...ways]
    .map(([verdict, group]) => ({ verdict, names: namesOf(group, cases) }))
    .toSorted((one, other) => one.names.length - other.names.length)
    .map(({ verdict, names }, at) => {
      const name =
        at > 0 && at === ways.size - 1 && names.length > MOST_NAMED ? verdictTexts.others : names.join(' ; ');
      return `- ${capital(name)} : ${uncapital(verdict)}`;
    });
  const lines = told.join('\n');
  return lines.split(/\s+/).length > LINE ? undefined : frenchTypography(lines);
}

/** Cases by their facts, but for one whose every value leads the same way. */
function namesOf(group: readonly Case[], all: readonly Case[]): readonly string[] {
  const facts = (group[0]?.labels ?? []).map((_, at) => at);
  const decides = (at: number) => {
    const values = new Set(all.map(({ labels }) => labels[at])).size;
    const apart = new Set(group.map(({ labels }) => labels.filter((_, other) => other !== at).join()));
    return apart.size * values !== group.length;
  };
  const kept = facts.filter(decides);
  return [...new Set(group.map(({ labels }) => kept.map((at) => inBrackets(labels[at] ?? '')).join(', ')))];
}

/** «Envoi par voie électronique : oui», where a colon follows. */
function inBrackets(label: string): string {
  const [name = '', ...more] = label.split(/\s:\s/);
  return more.length === 0 ? name : `${name} (${more.join(', ')})`;
}

/** «BOAMP» keeps its capitals. */
function uncapital(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

/** The person does not know: what each case would give, or what is known all the same. */
export function tellCases(told: Told, conclusion: Conclusion): Told {
  const [first, ...others] = told.steps;
  if (conclusion.cases === undefined)
    return {
      ...told,
      said: first?.text ?? told.said,
      formula:
        linesOf(others)
          .map(({ text }) => text)
          .join(' ') || undefined,
      missing: undefined,
    };
  // Where the ways are many, what there is to find out.
  const formula = casesOf(conclusion) ?? conclusion.missing.map(({ question }) => `- ${question}`).join('\n');
  return { ...told, said: verdictTexts.depends, formula, missing: undefined };
}

/** As many lines as there is room for, in their order: those that count something, then the last ones. */
function linesOf(steps: readonly Line[]): readonly Line[] {
  const counted = steps.filter(({ text }) => /[=×]/.test(text));
  const kept = new Set<Line>();
  let length = 0;
  for (const step of [...counted, ...steps.filter((one) => !counted.includes(one)).toReversed()]) {
    length += step.text.split(/\s+/).length;
    if (kept.size === 0 || length <= LINE) kept.add(step);
  }
  return steps.filter((step) => kept.has(step));
}

function choicesOf({ fact, choices }: Conclusion['missing'][number]): readonly string[] {
  if (choices !== undefined) return choices.map(({ label }) => label);
  return isYesNo(kindOf(fact)) ? [verdictTexts.words.oui, verdictTexts.words.non].map(frenchTypography) : [];
}

export function isYesNo(kind: FactKind): boolean {
  return kind.kind === 'boolean' || (kind.kind === 'any' && kind.of.some(isYesNo));
}
