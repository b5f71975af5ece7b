import { compileExpression } from '../french/pattern/expression.ts';
import type { LexiconEntry } from './lexicon.ts';

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The expressions of a concept that cannot be read, each with where it stands and why. */
export function conceptFaults({ gloss = [], cues = [] }: LexiconEntry): readonly Fault[] {
  return [
    ...[...gloss.entries()].flatMap(([at, { context, except }]) => [
      ...unreadable(context, ['gloss', at, 'context']),
      ...unreadable(except, ['gloss', at, 'except']),
    ]),
    ...[...cues.entries()].flatMap(([at, { say, except }]) => [
      ...unreadable(say, ['cues', at, 'say']),
      ...unreadable(except, ['cues', at, 'except']),
    ]),
  ];
}

function unreadable(expressions: readonly string[], path: readonly PropertyKey[]): readonly Fault[] {
  return expressions.flatMap((expression, at) => {
    try {
      compileExpression(expression, NO_LISTS);
      return [];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [{ path: [...path, at], message: `«${expression}» cannot be read: ${reason}` }];
    }
  });
}

const NO_LISTS = new Map();
