import { frenchTypography } from '../french/typography.ts';
import { ownValue } from '../own-value.ts';
import { err, ok, type Result } from '../result.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import { decide } from './decide.ts';
import type { FactName, FactValue, Situation } from './facts.ts';
import type { Ask, Done, Goal } from './goal.ts';
import { GOALS, type GoalName } from './goals.ts';
import { beforeHistory, type Request, type RuleFault } from './read-request.ts';
import { sayFact } from './text/say-facts.ts';
import type { Doubt } from './text/sum-ways.ts';
import { type Line, type Plain, type Rules, startWork, type Trace } from './work.ts';

export type Reader = 'service' | 'achat';

interface MissingFact {
  /** The words of a value that may be one thing or another, which is what is asked. */
  readonly doubt?: Doubt;
  readonly fact: FactName;
  readonly question: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export interface Case extends Pick<Conclusion, 'value' | 'values'> {
  /** Of each missing fact, in their order. */
  readonly labels: readonly string[];
  /** What each missing fact is taken to be, in their order. */
  readonly taken?: readonly FactValue[];
  /** How it is worked out then. */
  readonly explanation: readonly Line[];
}

/** What a goal concludes on a day. */
export interface Conclusion {
  readonly goal: GoalName;
  /** null while a fact that decides is missing; left out where only `values` answer. */
  readonly value?: Plain | null;
  /** All that is worked out, by name; while a fact is missing, only what it cannot change. */
  readonly values: Readonly<Record<string, Plain>>;
  readonly missing: readonly MissingFact[];
  readonly assumed: Trace['assumed'];
  /** What each value of the missing facts would give. */
  readonly branches?: Readonly<Record<string, unknown>>;
  /** The same in words: each case of the missing facts, with what it would conclude. */
  readonly cases?: readonly Case[];
  /** The cases of a number are named by where it turns the conclusion. */
  readonly bounded?: true;
  readonly explanation: readonly Line[];
  readonly articles: readonly string[];
  readonly figures: Trace['figures'];
  /** Facts that it looked for, that nobody gave and that it asks for no more. */
  readonly unknown: readonly FactName[];
}

/** Works a goal out: what decides is asked for, what does not is left alone. */
function compute({ goal: name, situation, at }: Request, rules: Rules, reader: Reader): Result<Conclusion, RuleFault> {
  const goal: Goal = GOALS[name];
  const dayField = goal.day !== undefined && situation.has(goal.day) ? goal.day : undefined;
  const day = dayField === undefined ? at : String(situation.get(dayField));
  const run = (filled: Situation, supposed: ReadonlySet<FactName>) => {
    const { work, trace } = startWork(filled, supposed, day, rules);
    return { done: goal.compute(work), trace };
  };
  const conclusion = goal.conclusion ?? (({ value, values, needs }: Done) => [value, values, needs]);
  const asks = goal.asks(situation, rules.book.objects);
  const tried = new Set(asks.map(({ fact }) => fact));
  const decided = decide(situation, asks, (filled) => run(filled, tried).done, conclusion);
  const { missing } = decided;
  const cases = ofEachKind(decided.cases, ({ done }) => JSON.stringify(conclusion(done)));
  const supposed = new Set(asks.filter((one) => !missing.includes(one)).map(({ fact }) => fact));
  const traces = cases.map(({ situation: filled }) => {
    const { done, trace } = run(filled, supposed);
    return { done, trace: trace() };
  });
  const lack = traces.flatMap(({ trace }) => trace.lacks)[0];
  if (lack !== undefined) return err(beforeHistory(lack.because ?? dayField ?? 'at', lack.figure));
  const [only] = traces;
  if (only === undefined) throw new Error(`nothing was worked out for ${name}`);
  if (missing.length === 0) return ok(conclude(name, only.done, only.trace, rules, reader));
  return ok(ask(name, missing, cases, traces, rules, reader));
}

const MOST_TOLD = 24;

/** So many cases as are told, in their order, with one at least of each conclusion: what they share is said of all. */
function ofEachKind<T>(cases: readonly T[], kindOf: (one: T) => string): readonly T[] {
  if (cases.length <= MOST_TOLD) return cases;
  const firsts = new Map(cases.toReversed().map((one) => [kindOf(one), one]));
  const kept = new Set([...firsts.values()].slice(-MOST_TOLD));
  for (const one of cases) if (kept.size < MOST_TOLD) kept.add(one);
  return cases.filter((one) => kept.has(one));
}

function conclude(goal: GoalName, done: Done, trace: Trace, rules: Rules, reader: Reader): Conclusion {
  const needs = done.needs ?? [];
  return {
    goal,
    ...(needs.length > 0 && done.value === undefined ? { value: null } : {}),
    ...(done.value === undefined ? {} : { value: done.value }),
    values: present(done.values ?? {}),
    missing: needs.map((fact) => tellFact({ fact, tries: [] }, rules, reader)),
    assumed: trace.assumed,
    ...(done.branches === undefined ? {} : { branches: done.branches }),
    explanation: trace.lines,
    articles: articlesOf(trace.lines),
    figures: trace.figures,
    unknown: [...trace.unknown],
  };
}

function ask(
  goal: GoalName,
  missing: readonly Ask[],
  cases: readonly { readonly situation: Situation; readonly done: Done }[],
  traces: readonly { readonly done: Done; readonly trace: Trace }[],
  rules: Rules,
  reader: Reader,
): Conclusion {
  const facts = missing.map((one) => tellFact(one, rules, reader));
  const labelOf = (situation: Situation) => missing.map(({ fact }) => String(situation.get(fact))).join(' · ');
  const branches = new Map(
    cases
      .map(({ situation }, index) => ({ situation, done: traces[index]?.done ?? {} }))
      .map(({ situation, done }) => [
        labelOf(situation),
        typeof done.value === 'number' ? round(done.value) : (done.value ?? present(done.values ?? {})),
      ]),
  );
  const lines = [
    { text: frenchTypography(`Il manque : ${facts.map(({ question }) => question).join(' ')}`), articles: [] },
    ...branchLines(missing, cases, traces, rules),
  ];
  return {
    goal,
    value: null,
    values: agreed(traces.map(({ done }) => present(done.values ?? {}))),
    missing: facts,
    assumed: traces[0]?.trace.assumed ?? [],
    branches: Object.fromEntries(branches),
    cases: cases.map(({ situation, done }, index) => ({
      explanation: traces[index]?.trace.lines ?? [],
      taken: missing.map(({ fact }) => situation.get(fact) ?? null),
      labels: missing.map(({ fact }) => labelValue(fact, situation, rules)),
      ...(done.value === undefined ? {} : { value: done.value }),
      values: present(done.values ?? {}),
    })),
    explanation: lines,
    articles: articlesOf(lines),
    figures: [...new Map(traces.flatMap(({ trace }) => trace.figures).map((figure) => [figure.key, figure])).values()],
    unknown: [...new Set(traces.flatMap(({ trace }) => [...trace.unknown]))],
  };
}

/** One line for each way of concluding, with the cases that lead to it. */
function branchLines(
  missing: readonly Ask[],
  cases: readonly { readonly situation: Situation }[],
  traces: readonly { readonly done: Done; readonly trace: Trace }[],
  rules: Rules,
): readonly Line[] {
  const ways = new Map<string, { readonly labels: string[]; readonly lines: readonly Line[] }>();
  for (const [index, { trace }] of traces.entries()) {
    const situation = cases[index]?.situation;
    if (situation === undefined) continue;
    const label = missing.map(({ fact }) => labelValue(fact, situation, rules)).join(', ');
    const key = trace.lines.map(({ text }) => text).join(' ');
    const way = ways.get(key) ?? { labels: [], lines: trace.lines };
    way.labels.push(label);
    ways.set(key, way);
  }
  return [...ways.values()].map(({ labels, lines }) => ({
    text: frenchTypography(`Si ${labels.join(' ; ou ')} : ${lines.map(({ text }) => text).join(' ')}`),
    articles: articlesOf(lines),
  }));
}

function labelValue(fact: FactName, situation: Situation, { book }: Rules): string {
  const value = situation.get(fact) ?? null;
  const choice = typeof value === 'string' ? ownValue(book.facts.get(fact)?.choix ?? {}, value) : undefined;
  if (choice !== undefined) return choice;
  return value === null ? verdictTexts.noTerms : sayFact(fact, value, book);
}

function tellFact({ fact, tries }: Ask, rules: Rules, reader: Reader): MissingFact {
  const told = rules.book.facts.get(fact);
  const choices = Object.entries(told?.choix ?? {}).filter(([value]) => tries.length === 0 || tries.includes(value));
  return {
    fact,
    question: frenchTypography(told?.question[reader] ?? fact),
    ...(choices.length === 0
      ? {}
      : { choices: choices.map(([value, label]) => ({ value, label: frenchTypography(label) })) }),
  };
}

function present(values: Readonly<Record<string, Plain | undefined>>): Readonly<Record<string, Plain>> {
  const entries = Object.entries(values).filter((entry): entry is [string, Plain] => entry[1] !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'number' ? round(value) : value]));
}

/** To the cent, a rate to the hundredth. */
function round(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100;
}

/** What every case gives alike. */
function agreed(all: readonly Readonly<Record<string, Plain>>[]): Readonly<Record<string, Plain>> {
  const [first = {}, ...rest] = all;
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) => rest.every((values) => ownValue(values, name) === value)),
  );
}

function articlesOf(lines: readonly Line[]): readonly string[] {
  return [...new Set(lines.flatMap(({ articles }) => articles))];
}

/** Loads nothing before it is first asked; the figures are those of the corpus. */
export type ComputeOn = (request: Request, reader: Reader) => Result<Conclusion, RuleFault>;

export function createCompute(rules: Rules): ComputeOn {
  return (request, reader) => compute(request, rules, reader);
}
