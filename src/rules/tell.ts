import { frenchTypography } from '../french/typography.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import { byWord } from './by-word.ts';
import type { Case, Conclusion } from './compute.ts';
import type { FactKind } from './fact-kinds.ts';
import { type FactName, type FactValue, kindOf, type Situation } from './facts.ts';
import type { SaidLocal } from './local/say-local.ts';
import type { Rulebook } from './rulebook.ts';
import type { Sway } from './sways.ts';
import { sayFact, sayFacts, titleOf } from './text/say-facts.ts';
import { capital, type Opening, uncapital, verdictOf, withConditions } from './text/say-verdict.ts';
import type { Doubt } from './text/sum-ways.ts';
import { MOST_BRANCHES, whyOf, wordsOnly } from './why.ts';
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
    | {
        readonly fact: FactName;
        readonly question: string;
        readonly choices: readonly string[];
        readonly doubt?: Doubt | undefined;
      }
    | undefined;
  /** The body's own rules beside it, where it has some that the purchase reaches. */
  readonly local?: SaidLocal | undefined;
}

/** Words of the lines under the result. */
const LINE = 72;
const MOST_ARTICLES = 4;

export function tell(
  usual: Conclusion,
  facts: Situation,
  supposes: readonly string[],
  book: Rulebook,
  opening: Opening = {},
): Told {
  const conclusion = opening.amount === true ? usual : byWord(usual);
  const open = conclusion === usual ? [] : usual.missing.map(({ fact }) => titleOf(fact, book));
  const { cases, explanation, articles, assumed } = conclusion;
  const missing = decisiveFirst(conclusion);
  const [lacks] = missing;
  // Where the law gives no value, what it does say is told all the same.
  const steps = cases === undefined ? explanation : explanation.slice(1);
  const ways = cases === undefined ? undefined : waysOf(conclusion, book, opening);
  const conditions = [...(opening.conditions ?? []), ...sayingsOf(opening.sways ?? [], book)];
  const result = saidFirst(conclusion, ways, opening);
  const isAsked = lacks !== undefined && (result === lacks.question || cases === undefined);
  const said = isAsked ? result : withConditions(result, conditions);
  const granted = assumed
    .filter(({ fact }) => fact !== 'defense_securite')
    .map(({ fact, value }) => [fact, value] as const);
  const lines = linesOf(steps.filter(({ text }) => text !== result));
  // What each line rests on first is named before what else it leans on.
  const leads = lines.toReversed().flatMap((line) => line.articles.slice(0, 1));
  const rest = open.length === 0 ? [] : [frenchTypography(`${verdictTexts.restDepends} ${open.join(', ')}.`)];
  // A result that holds whatever the fact is comes before what is asked; so does what is counted alike in every case.
  const asks = lacks === undefined || lacks.question === result ? [] : [lacks.question];
  const alike = ways === undefined ? [] : linesOf(whyOf(conclusion));
  const formula =
    cases === undefined
      ? [...lines.map(({ text }) => text), ...rest, ...asks]
      : [
          ...alike.map(({ text }) => text),
          ...asks,
          ...[lackOf({ ...conclusion, missing }, ways)].filter((one) => one !== undefined),
        ];
  return {
    said,
    formula: formula.join(' ') || undefined,
    articles: [...new Set([...leads, ...lines.toReversed().flatMap((line) => line.articles), ...articles])].slice(
      0,
      MOST_ARTICLES,
    ),
    assumed: [...supposes, ...sayFacts(new Map(granted), book)].map(frenchTypography),
    facts: sayFacts(facts, book),
    steps,
    missing: lacks && { fact: lacks.fact, question: lacks.question, choices: choicesOf(lacks), doubt: lacks.doubt },
  };
}

/** «sauf entité adjudicatrice», «en supposant : CCAG-FCS». */
function sayingsOf(sways: readonly Sway[], book: Rulebook): readonly string[] {
  const named = (fact: FactName, values: readonly FactValue[]) =>
    values.map((value) => (value === null ? verdictTexts.noTerms : sayFact(fact, value, book))).join(' ou ');
  return sways.map(({ fact, same, other }) =>
    other.length < same.length || same.length === 0
      ? `${verdictTexts.exceptFor} ${named(fact, other)}`
      : `${verdictTexts.supposing} ${named(fact, same)}`,
  );
}

/** The result; while a fact is asked for, what each way of it gives or what is known whatever it is, else its question. */
function saidFirst(conclusion: Conclusion, ways: string | undefined, opening: Opening): string {
  const { missing, cases, explanation } = conclusion;
  const [asked] = missing;
  const [first] = explanation;
  if (asked !== undefined) return ways ?? (cases === undefined && first !== undefined ? first.text : asked.question);
  return verdictOf(conclusion, opening) ?? first?.text ?? '';
}

/** What is asked first parts the ways that are told. */
function decisiveFirst({ goal, missing, cases = [] }: Conclusion): Conclusion['missing'] {
  const parts = (at: number): boolean => {
    const seen = new Map<string, string>();
    return cases.some(({ taken = [], value, values }) => {
      const others = JSON.stringify(taken.filter((_, other) => other !== at));
      const verdict = verdictOf(value === undefined ? { goal, values } : { goal, value, values: {} }) ?? '';
      const before = seen.get(others) ?? verdict;
      seen.set(others, before);
      return before !== verdict;
    });
  };
  return missing.toSorted((one, other) => Number(parts(missing.indexOf(other))) - Number(parts(missing.indexOf(one))));
}

/** Words of the ways told in one sentence, at most. */
const BRANCHES = 75;
/** Sums tried to see whether one decides say nothing to a reader. */
const ONLY_TRIED = /_(?:ht|ttc)$|^montants|fonctionnement$|^quantite$/;

function namesTried({ cases = [], missing, bounded }: Conclusion): boolean {
  const isTried = cases.some(({ taken }) => taken !== undefined) && missing.some(({ fact }) => ONLY_TRIED.test(fact));
  return isTried && bounded !== true;
}

/** «Travaux : achat direct ; fournitures ou services : procédure adaptée.»; undefined where the ways are many. */
function waysOf(conclusion: Conclusion, book: Rulebook, opening: Opening): string | undefined {
  const { goal, cases = [], missing } = conclusion;
  if (namesTried(conclusion)) return undefined;
  const short = (value: FactValue, at: number, label: string) => {
    const fact = missing[at]?.fact;
    if (fact === 'acheteur' && value === 'collectivite' && standsForOthers(cases, at)) return verdictTexts.anyOther;
    if (value === null) return verdictTexts.noTerms;
    return fact === undefined || typeof value === 'number' ? label : sayFact(fact, value, book);
  };
  const named = cases.map((one) => ({
    ...one,
    labels: one.taken === undefined ? one.labels : one.taken.map((value, at) => short(value, at, one.labels[at] ?? '')),
  }));
  // The word alone where it tells them apart: the sums are the same in all.
  const bare = named.map((one) => ({
    ...one,
    values: one.value === undefined ? one.values : wordsOnly(one.values, opening),
  }));
  const ways = [bare, named].map((some) => groupedWays(goal, some, opening)).find((some) => (some?.length ?? 0) > 1);
  if (ways === undefined || ways.length > MOST_BRANCHES || ways.some(isTangled)) return undefined;
  const said = ways.map(({ verdict, names }) => `${names.join(' ou ')} : ${uncapital(verdict).replace(/\.$/, '')}`);
  const sentence = `${capital(said.join(' ; '))}.`;
  return sentence.split(/\s+/).length > BRANCHES ? undefined : frenchTypography(sentence);
}

/** Of two buyers tried, the one that is told for all but the other. */
function standsForOthers(cases: readonly Case[], at: number): boolean {
  return new Set(cases.map(({ taken }) => taken?.[at])).size === 2;
}

/** What will be asked next, or what the cases of the one fact that lacks would give. */
function lackOf(conclusion: Conclusion, ways: string | undefined): string | undefined {
  const [, ...others] = conclusion.missing;
  if (others.length === 0) return ways === undefined ? casesOf(conclusion) : undefined;
  return frenchTypography(`${verdictTexts.also} ${others.map(({ question }) => question).join(' ')}`);
}

const MOST_WAYS = 4;
/** Cases named one by one; where more lead the same way, they are «dans les autres cas». */
const MOST_NAMED = 2;

/** «Travaux : permis. Fournitures : non permis.», where the ways of concluding are few; that of most cases comes last. */
function casesOf(conclusion: Conclusion): string | undefined {
  const { goal, cases = [] } = conclusion;
  if (namesTried(conclusion)) return undefined;
  const ways = groupedWays(goal, cases, {});
  if (ways === undefined || ways.length > MOST_WAYS) return undefined;
  const lines = ways.map(({ verdict, names }) => `- ${capital(names.join(' ; '))} : ${uncapital(verdict)}`).join('\n');
  return lines.split(/\s+/).length > LINE ? undefined : frenchTypography(lines);
}

/** «État, neuf ou collectivité, neuf ou …»: cases of several facts each are read no more in one sentence. */
const isTangled = ({ names }: Way): boolean => names.filter((name) => name.includes(', ')).length > 2;

interface Way {
  readonly verdict: string;
  readonly names: readonly string[];
}

/** Ways of concluding, each with its cases, that of most cases last; undefined where one concludes nothing. */
function groupedWays(goal: Conclusion['goal'], cases: readonly Case[], opening: Opening): readonly Way[] | undefined {
  const ways = new Map<string, Case[]>();
  for (const one of cases) {
    const verdict = verdictOf({ goal, ...one }, opening) ?? '';
    ways.set(verdict, [...(ways.get(verdict) ?? []), one]);
  }
  // Without standard terms the contract alone says.
  if (ways.get('')?.every(({ taken }) => taken?.includes(null)) && ways.size > 1) ways.delete('');
  if (ways.has('')) return undefined;
  return [...ways]
    .map(([verdict, group]) => ({ verdict, names: namesOf(group, cases) }))
    .toSorted((one, other) => breadth(one.names) - breadth(other.names))
    .map(({ verdict, names }, at) => {
      const others = at > 0 && at === ways.size - 1 && names.length > MOST_NAMED;
      return { verdict, names: others ? [verdictTexts.others] : names };
    });
}

function breadth(names: readonly string[]): number {
  return names.includes(verdictTexts.anyOther) ? Number.POSITIVE_INFINITY : names.length;
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
  if (more[0] === 'oui' || more[0] === 'non') return `${more[0] === 'oui' ? 'avec' : 'sans'} ${uncapital(name)}`;
  return more.length === 0 ? name : `${name} (${more.join(', ')})`;
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

/** What a sum is set against. */
const SET_AGAINST = /\b(?:atteinte?s?|est sous|reste sous|[Ss]ous les deux)\b/;

/** As many lines as there is room for, in their order: those that count something, those that decide, then the last ones. */
function linesOf(steps: readonly Line[]): readonly Line[] {
  const counted = steps.filter(({ text }) => /[=×]/.test(text));
  const kept = new Set<Line>();
  let length = 0;
  const decisive = steps.filter((one) => !counted.includes(one) && SET_AGAINST.test(one.text));
  const others = steps.filter((one) => !counted.includes(one) && !decisive.includes(one));
  for (const step of [...counted, ...decisive, ...others.toReversed()]) {
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
