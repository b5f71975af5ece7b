import { z } from 'zod';
import { compileExpression } from '../french/pattern/expression.ts';
import { createMatcher } from '../french/pattern/matcher.ts';
import { readTokens } from '../french/pattern/tokens.ts';
import type { CorpusProblem } from './problem.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

const said = z.array(z.string().min(1));
const rowsSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** Expressions of the pattern language: one found in a sentence is enough. */
    tournures: said.min(1),
    /** … unless one of these stands in the same sentence. */
    sauf: said.default([]),
    /** What is so: true whether the sentence says the belief or asks about it. Figures by their key. */
    vrai: z.string().min(10),
    articles: said.min(1),
    oui: said.min(1),
    non: said.min(1),
  }),
);

type Rows = z.infer<typeof rowsSchema>;

/** What people believe of the law and the code does not say, with what is so. */
export type Belief = Pick<Rows[number], 'id' | 'tournures' | 'sauf' | 'vrai' | 'articles'>;

export const BELIEFS_FILE = 'idees-recues.yaml';

/** Reads `idees-recues.yaml`; every example that is not read as it says is a problem. */
export function readBeliefs(text: string): { beliefs: readonly Belief[]; problems: readonly CorpusProblem[] } {
  const source = readYaml(text, rowsSchema, BELIEFS_FILE);
  const rows = source.value ?? [];
  const unreadable = faultsOf(source, rows, expressionFaults);
  if (source.problems.length > 0 || unreadable.length > 0)
    return { beliefs: [], problems: [...source.problems, ...unreadable] };
  const find = createBeliefFinder(rows);
  const misread = faultsOf(source, rows, ({ id, oui, non }) => [
    ...oui.flatMap((line, at) => (find(line)?.id === id ? [] : [fault(['oui', at], `is not read as ${id}`)])),
    ...non.flatMap((line, at) => (find(line)?.id === id ? [fault(['non', at], `is read as ${id}`)] : [])),
  ]);
  return { beliefs: rows.map(({ oui, non, ...belief }) => belief), problems: misread };
}

/** The first belief that a text holds, sentence by sentence; its time grows as the text does. */
export function createBeliefFinder(beliefs: readonly Belief[]): (text: string) => Belief | undefined {
  const match = createMatcher(
    beliefs.flatMap((belief) => [
      ...belief.tournures.map((one) => ({ expression: compile(one), value: { belief, holds: true } })),
      ...belief.sauf.map((one) => ({ expression: compile(one), value: { belief, holds: false } })),
    ]),
  );
  return (text) => {
    const tokens = readTokens(text);
    for (const { first, last } of tokens.sentences) {
      const found = match(tokens, first, last).map(({ value }) => value);
      const denied = new Set(found.filter(({ holds }) => !holds).map(({ belief }) => belief));
      const held = found.find(({ belief, holds }) => holds && !denied.has(belief));
      if (held !== undefined) return held.belief;
    }
    return undefined;
  };
}

function compile(expression: string) {
  return compileExpression(expression, NO_LISTS);
}

const NO_LISTS = new Map();

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function fault(path: Fault['path'], message: string): Fault {
  return { path, message };
}

function expressionFaults({ tournures, sauf }: Rows[number]): readonly Fault[] {
  return Object.entries({ tournures, sauf }).flatMap(([field, expressions]) =>
    expressions.flatMap((expression, at) => {
      try {
        compile(expression);
        return [];
      } catch (error) {
        return [fault([field, at], error instanceof Error ? error.message : String(error))];
      }
    }),
  );
}

function faultsOf(source: YamlSource<Rows>, rows: Rows, read: (row: Rows[number]) => readonly Fault[]) {
  return rows.flatMap((row, at) =>
    read(row).map(({ path, message }): CorpusProblem => {
      const whole = [at, ...path];
      return { file: BELIEFS_FILE, line: source.lineOf(whole), field: whole.map(String).join('.'), message };
    }),
  );
}
