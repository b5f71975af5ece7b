import Engine from 'publicodes';
import { type Figure, type Figures, figureAt } from '../corpus/figures.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { engineName, engineRule, figureName, type Rulebook } from './rulebook.ts';

export type Input = Readonly<Record<string, number | boolean | string>>;

/** What a rule gives, and the keys of the dated figures that it went through. */
interface Evaluated {
  readonly value: number | boolean | string | undefined;
  readonly figures: readonly string[];
  /** Figures that it needed and the table does not have on that day. */
  readonly lacks: readonly string[];
  /** Facts that it needed and nobody gave: a goal that asks for too little. */
  readonly missing: readonly string[];
}

/** Works a rule out on a day. */
export type Evaluate = (rule: string, input: Input, at: IsoDate) => Evaluated;

/**
 * The one door to Publicodes. An engine is made for each rule asked, of the rules that it leans on alone, and for each set
 * of figures in force (not for each day): the cost of a situation grows with the number of rules. What was worked out is
 * kept, as a next question tries the same situations again and again.
 * @throws when a rule cannot be parsed: the corpus check says which
 */
export function createEvaluate(book: Rulebook, figures: Figures): Evaluate {
  const parts = new Map<string, Part>();
  return (rule, input, at) => {
    const part = parts.get(rule) ?? partOf(rule, book, figures);
    parts.set(rule, part);
    const kept = part.days.get(at) ?? engineOn(part, at);
    if (part.days.size >= KEPT) part.days.clear();
    part.days.set(at, kept);
    const read = Object.entries(input)
      .map(([name, value]) => [engineName(name), value] as const)
      .filter(([name]) => part.reads.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const situation = JSON.stringify(read);
    const known = kept.known.get(situation);
    if (known !== undefined) return known;
    if (kept.known.size >= KEPT) kept.known.clear();
    kept.engine.setSituation(Object.fromEntries(read.map(([name, value]) => [name, inPublicodes(value)])));
    const evaluated = evaluateIn(kept.engine, rule, part);
    kept.known.set(situation, evaluated);
    return evaluated;
  };
}

const KEPT = 5_000;

/** The engine of the figures in force on a day, which is that of many days. */
function engineOn(part: Part, at: IsoDate): Kept {
  const inForce = part.figures.flatMap(([name, figure]) => {
    const value = figureAt(figure, at)?.value;
    return value === undefined ? [] : ([[name, value]] as const);
  });
  const inWords = JSON.stringify(inForce);
  const kept = part.engines.get(inWords) ?? { engine: createEngine(part, inForce), known: new Map() };
  part.engines.set(inWords, kept);
  return kept;
}

/** A rule with all that it leans on. */
interface Part {
  readonly rules: Raw;
  /** What a situation may tell it: every name that it leans on, worked out or not. */
  readonly reads: ReadonlySet<string>;
  readonly figures: readonly (readonly [name: string, figure: Figure])[];
  readonly engines: Map<string, Kept>;
  readonly days: Map<IsoDate, Kept>;
}

interface Kept {
  readonly engine: Engine;
  readonly known: Map<string, Evaluated>;
}

type Raw = Readonly<Record<string, Record<string, unknown>>>;

function partOf(root: string, book: Rulebook, figures: Figures): Part {
  const names = new Set<string>([root]);
  let text = '';
  // A name is leant on when a rule's text holds it; one taken by mistake («nature» in «nature retenue») only costs.
  for (const name of names) {
    const rule = book.rules.get(name);
    if (rule === undefined) continue;
    const own = JSON.stringify(engineRule(rule));
    text += own;
    for (const other of book.rules.keys()) if (own.includes(other)) names.add(other);
  }
  for (const fact of book.facts.keys()) if (text.includes(engineName(fact))) names.add(engineName(fact));
  const rules = [...names].map((name) => {
    const rule = book.rules.get(name);
    return [name, rule === undefined ? { titre: name } : engineRule(rule)] as const;
  });
  const read = new Set(text.match(/chiffres \. [a-z0-9 ]*[a-z0-9]/g) ?? []);
  return {
    rules: Object.fromEntries(rules),
    reads: names,
    figures: [...figures].map(([key, figure]) => [figureName(key), figure] as const).filter(([name]) => read.has(name)),
    engines: new Map(),
    days: new Map(),
  };
}

function createEngine({ rules, figures }: Part, inForce: readonly (readonly [string, number])[]) {
  // A figure that the table does not have on that day is there without a value: what leans on it is unknown, not wrong.
  const values = new Map(inForce);
  const table = figures.map(([name]) => {
    const valeur = values.get(name);
    return [name, valeur === undefined ? { titre: name } : { titre: name, valeur }] as const;
  });
  const all = { chiffres: { titre: 'Chiffres datés' }, ...Object.fromEntries(table), ...rules };
  return new Engine(all, { logger: QUIET });
}

/** Publicodes warns of units that a rule leaves out; ours are in the names. */
const QUIET = { log: () => undefined, warn: () => undefined, error: (message: string) => console.error(message) };

function evaluateIn(engine: Engine, rule: string, part: Part): Evaluated {
  const evaluated = engine.evaluate(rule);
  const { nodeValue } = evaluated;
  const value =
    typeof nodeValue === 'number' || typeof nodeValue === 'boolean' || typeof nodeValue === 'string'
      ? nodeValue
      : undefined;
  const keysOf = (names: ReadonlySet<string>) =>
    part.figures.filter(([name]) => names.has(name)).map(([, { key }]) => key);
  const missing = Object.keys(evaluated.missingVariables);
  return {
    value,
    figures: keysOf(figuresIn(evaluated)),
    lacks: value === undefined ? keysOf(new Set(missing)) : [],
    missing,
  };
}

function inPublicodes(value: number | boolean | string): string | number {
  if (typeof value === 'number') return value;
  return typeof value === 'boolean' ? (value ? 'oui' : 'non') : `'${value}'`;
}

/** The figures that were really read: a branch that was not taken has no value. */
function figuresIn(node: unknown, found: Set<string> = new Set(), seen: Set<unknown> = new Set()): Set<string> {
  if (typeof node !== 'object' || node === null || seen.has(node)) return found;
  seen.add(node);
  if ('nodeKind' in node && node.nodeKind === 'reference' && 'dottedName' in node && 'nodeValue' in node) {
    if (typeof node.dottedName === 'string' && node.dottedName.startsWith('chiffres . ')) found.add(node.dottedName);
  }
  for (const [key, child] of Object.entries(node)) if (key !== 'missingVariables') figuresIn(child, found, seen);
  return found;
}
