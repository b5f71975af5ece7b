import Engine from 'publicodes';
import { type Figures, figureAt } from '../corpus/figures.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { engineName, engineRule, figureName, type Rulebook } from './rulebook.ts';

export type Input = Readonly<Record<string, number | boolean | string>>;

/** What a rule gives, and the keys of the dated figures that it went through. */
export interface Evaluated {
  readonly value: number | boolean | string | undefined;
  readonly figures: readonly string[];
  /** Figures that it needed and the table does not have on that day. */
  readonly lacks: readonly string[];
  /** Facts that it needed and nobody gave: a goal that asks for too little. */
  readonly missing: readonly string[];
}

/** Works a rule out on a day. */
export type Evaluate = (rule: string, input: Input, at: IsoDate) => Evaluated;

const KEPT = 5_000;

/**
 * The one door to Publicodes. An engine is made for each set of figures in force (not for each day), and what it worked
 * out is kept: a next question tries the same situations again and again.
 * @throws when a rule cannot be parsed: the corpus check says which
 */
export function createEvaluate(book: Rulebook, figures: Figures): Evaluate {
  const engines = new Map<string, { engine: Engine; kept: Map<string, Evaluated> }>();
  const rules = rulesWithoutFigures(book);
  const read = new Set(JSON.stringify(rules).match(/chiffres \. [a-z0-9 ]*[a-z0-9]/g) ?? []);
  const keys = new Map(
    [...figures.keys()].map((key) => [figureName(key), key] as const).filter(([name]) => read.has(name)),
  );
  return (rule, input, at) => {
    const inForce = [...keys].flatMap(([name, key]) => {
      const figure = figures.get(key);
      const value = figure && figureAt(figure, at)?.value;
      return value === undefined ? [] : ([[name, value]] as const);
    });
    const day = JSON.stringify(inForce);
    const made = engines.get(day) ?? { engine: createEngine(rules, inForce, keys), kept: new Map<string, Evaluated>() };
    engines.set(day, made);
    const asked = rule + JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = made.kept.get(asked);
    if (known !== undefined) return known;
    if (made.kept.size >= KEPT) made.kept.clear();
    const evaluated = evaluateIn(made.engine, rule, input, keys);
    made.kept.set(asked, evaluated);
    return evaluated;
  };
}

type Raw = Record<string, Record<string, unknown>>;

/** Facts that no rule works out are declared to the engine by their names alone. */
function rulesWithoutFigures(book: Rulebook): Raw {
  const facts = [...book.facts.keys()].map((name) => [engineName(name), { titre: name }] as const);
  return Object.fromEntries([...facts, ...[...book.rules].map(([name, rule]) => [name, engineRule(rule)] as const)]);
}

function createEngine(rules: Raw, inForce: readonly (readonly [string, number])[], keys: ReadonlyMap<string, string>) {
  // A figure that the table does not have on that day is there without a value: what leans on it is unknown, not wrong.
  const all: Raw = { chiffres: { titre: 'Chiffres datés' } };
  for (const name of keys.keys()) all[name] = { titre: name };
  for (const [name, value] of inForce) all[name] = { titre: name, valeur: value };
  return new Engine({ ...all, ...rules }, { logger: QUIET });
}

/** Publicodes warns of units that a rule leaves out; ours are in the names. */
const QUIET = { log: () => undefined, warn: () => undefined, error: (message: string) => console.error(message) };

function evaluateIn(engine: Engine, rule: string, input: Input, keys: ReadonlyMap<string, string>): Evaluated {
  engine.setSituation(
    Object.fromEntries(Object.entries(input).map(([name, value]) => [engineName(name), inPublicodes(value)])),
  );
  const evaluated = engine.evaluate(rule);
  const { nodeValue } = evaluated;
  const value =
    typeof nodeValue === 'number' || typeof nodeValue === 'boolean' || typeof nodeValue === 'string'
      ? nodeValue
      : undefined;
  const keysOf = (names: Iterable<string>) => [...names].flatMap((name) => keys.get(name) ?? []);
  const missing = Object.keys(evaluated.missingVariables);
  return { value, figures: keysOf(figuresIn(evaluated)), lacks: value === undefined ? keysOf(missing) : [], missing };
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
