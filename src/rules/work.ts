import { type Figure, type Figures, figureAt, sayFigure, sayNumber } from '../corpus/figures.ts';
import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { frenchTypography } from '../french/typography.ts';
import type { Evaluate, Input } from './engine.ts';
import type { FactName, FactValue, Situation } from './facts.ts';
import { isEngineValue, type ObjectWords, type Rulebook } from './rulebook.ts';

export type Plain = number | boolean | string;

export interface Line {
  readonly text: string;
  /** As the law names them: `R2122-8`, `annexe 2`, `CCAG-FCS 14`, `CGCT D2131-5-1`. */
  readonly articles: readonly string[];
}

/** One working out of a goal: what is known, the rules on that day, and what was said and used on the way. */
export interface Work {
  readonly at: IsoDate;
  readonly objects: readonly ObjectWords[];
  /** As it was written: null where the person said that there is none. */
  told(fact: FactName): FactValue | undefined;
  /** Whether it is there, were it only tried. */
  has(fact: FactName): boolean;
  /** Whether the person gave it, or it is one of the cases told. */
  knows(fact: FactName): boolean;
  /** Whether a value only tried stands in its place. */
  isTried(fact: FactName): boolean;
  number(fact: FactName): number | undefined;
  text(fact: FactName): string;
  flag(fact: FactName): boolean;
  list(fact: FactName): readonly number[] | undefined;
  /** Values that rules read beside the facts, or in the place of one. */
  set(name: string, value: Plain): void;
  amountOf(rule: string): number;
  wordOf(rule: string): string;
  holds(rule: string): boolean;
  /** The figures that a rule went through, in words, the last read first. */
  saidBy(rule: string): string;
  figure(key: string): number;
  /** The same on another day, where the law looks at one; undefined where the table does not have it. */
  figureOn(key: string, on: IsoDate, because: FactName): number | undefined;
  said(key: string): string;
  /** A rise announced for a day that has come and not confirmed. */
  announced(key: string): number | undefined;
  /** The same for a day still to come. */
  coming(key: string): { readonly value: number; readonly from: IsoDate } | undefined;
  say(text: string, ...articles: readonly string[]): void;
  assume(fact: FactName, value: Plain): void;
}

/** What the table did not know on that day. */
interface Lack {
  readonly figure: Figure;
  /** The fact that gave the day, where it is not the day asked. */
  readonly because?: FactName;
}

export interface Trace {
  readonly lines: readonly Line[];
  readonly assumed: readonly { readonly fact: FactName; readonly value: Plain }[];
  readonly figures: readonly { readonly key: string; readonly from: IsoDate }[];
  readonly lacks: readonly Lack[];
  /** Facts that were looked for and that nobody gave: what is concluded may lean on what stood in their place. */
  readonly unknown: ReadonlySet<FactName>;
}

export interface Rules {
  readonly book: Rulebook;
  readonly figures: Figures;
  readonly evaluate: Evaluate;
}

/**
 * @param filled what was given, with a value tried for each fact that was not and may decide
 * @param supposed the facts tried that decide nothing: no sentence may lean on their values
 */
export function startWork(
  filled: Situation,
  supposed: ReadonlySet<FactName>,
  at: IsoDate,
  { book, figures, evaluate }: Rules,
): { work: Work; trace: () => Trace } {
  const lines: Line[] = [];
  const assumed = new Map<FactName, Plain>();
  const added = new Map<string, Plain>();
  const table = lookUp(figures, at);
  const unknown = new Set<FactName>();
  const seek = (fact: FactName): FactValue | undefined => {
    if (!filled.has(fact)) unknown.add(fact);
    return filled.get(fact);
  };
  const known = (fact: FactName): FactValue | undefined => added.get(fact) ?? seek(fact);
  // The same rules are asked again and again: what each gave stands until a value is set.
  let input: Input | undefined;
  const worked = new Map<string, ReturnType<Evaluate>>();
  const evaluated = (rule: string) => {
    const before = worked.get(rule);
    if (before !== undefined) return before;
    input ??= inputOf(filled, added);
    const result = evaluate(rule, input, at);
    worked.set(rule, result);
    for (const key of [...result.figures, ...result.lacks]) table.use(key);
    if (result.value === undefined && table.lacks.length === 0)
      throw new Error(`the rule «${rule}» lacks ${result.missing.join(', ')}`);
    return result;
  };
  const work: Work = {
    at,
    objects: book.objects,
    told: seek,
    has: (fact) => known(fact) !== undefined && known(fact) !== null,
    knows: (fact) => !supposed.has(fact) && (seek(fact) ?? null) !== null,
    isTried: (fact) => supposed.has(fact),
    number: (fact) => asNumber(known(fact)),
    text: (fact) => asText(known(fact)),
    flag: (fact) => known(fact) === true,
    list: (fact) => asList(known(fact)),
    set: (name, value) => {
      if (added.get(name) === value) return;
      added.set(name, value);
      input = undefined;
      worked.clear();
    },
    amountOf: (rule) => Number(evaluated(rule).value ?? 0),
    wordOf: (rule) => String(evaluated(rule).value ?? ''),
    holds: (rule) => evaluated(rule).value === true,
    saidBy: (rule) => table.say(evaluated(rule).figures.at(-1)),
    figure: (key) => table.use(key) ?? 0,
    figureOn: table.on,
    said: (key) => {
      table.use(key);
      return table.say(key);
    },
    announced: (key) =>
      figures.get(key)?.values.findLast((value) => value.announced === 'pending' && value.valid_from <= at)?.value,
    coming: (key) => {
      const next = figures.get(key)?.values.find((value) => value.announced === 'pending' && value.valid_from > at);
      return next && { value: next.value, from: next.valid_from };
    },
    say: (text, ...articles) => void lines.push({ text, articles }),
    assume: (fact, value) => void assumed.set(fact, value),
  };
  return {
    work,
    trace: () => ({
      lines: lines.map(({ text, articles }) => ({ text: frenchTypography(text), articles })),
      assumed: [...assumed].map(([fact, value]) => ({ fact, value })),
      figures: [...table.used].map(([key, from]) => ({ key, from })),
      lacks: table.lacks,
      unknown,
    }),
  };
}

/** The dated table on a day, keeping what was read of it and what it did not have. */
function lookUp(figures: Figures, at: IsoDate) {
  const used = new Map<string, IsoDate>();
  const lacks: Lack[] = [];
  const use = (key: string): number | undefined => {
    const figure = figures.get(key);
    if (figure === undefined) throw new Error(`figures.yaml has no ${key}`);
    const value = figureAt(figure, at);
    if (value === undefined) lacks.push({ figure });
    else used.set(key, value.valid_from);
    return value?.value;
  };
  const on = (key: string, day: IsoDate, because: FactName): number | undefined => {
    const figure = figures.get(key);
    const value = figure && figureAt(figure, day);
    if (value !== undefined) used.set(key, value.valid_from);
    else if (figure !== undefined && day < (figure.values[0]?.valid_from ?? '')) lacks.push({ figure, because });
    return value?.value;
  };
  const say = (key: string | undefined): string => {
    const figure = key === undefined ? undefined : figures.get(key);
    return figure === undefined ? '' : sayFigure(figure, at);
  };
  return { used, lacks, use, on, say };
}

/** Texts that only a reader of words understands never reach the engine. */
function inputOf(filled: Situation, added: ReadonlyMap<string, Plain>): Input {
  const given = [...filled].filter((entry): entry is [FactName, Plain] => isEngineValue(entry[1]));
  return Object.fromEntries(
    [...given, ...added].filter(([, value]) => typeof value !== 'string' || /^[A-Za-z_]{1,40}$/.test(value)),
  );
}

function asNumber(value: FactValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function asText(value: FactValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function asList(value: FactValue | undefined): readonly number[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** Rounded to the cent, as an amount is paid. */
export function cents(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100;
}

/** «56 666,67 €», «1 050 000 €»: never in millions, so that a reader can check the sum. */
export function euros(value: number): string {
  return `${sayNumber(cents(value)).replace(/,\d$/, '$&0')}\u00a0€`;
}

/** «10,40 %». */
export function percent(value: number): string {
  const rounded = cents(value);
  return `${Number.isInteger(rounded) ? rounded : rounded.toFixed(2).replace('.', ',')}\u00a0%`;
}

export function day(date: IsoDate): string {
  return frenchDate(date);
}
