import type { Filled } from '../../src/desk/port/heard.ts';
import type { Verb, VerbValue } from '../../src/screens/verbs.ts';

/** A command that does what a button does elsewhere. */
export type Press = { readonly [V in Verb]: PressOf<V> }[Verb];

interface PressOf<V extends Verb> {
  readonly kind: 'pressed';
  readonly verb: V;
  readonly value: VerbValue<V>;
  readonly filled: Filled;
}

export function press<V extends Verb>(
  verb: V,
  value: VerbValue<V>,
  filled: Readonly<Record<string, string | boolean | readonly string[]>> = {},
): PressOf<V> {
  return { kind: 'pressed', verb, value, filled: new Map(Object.entries(filled)) };
}
