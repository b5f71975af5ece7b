import type { FactName, FactValue, Situation } from './facts.ts';
import type { ObjectWords } from './rulebook.ts';
import type { Plain, Work } from './work.ts';

/** What a goal gives; a value that cannot be worked out from what is known is left out. */
export interface Done {
  /** The one word, number or date that answers, where one does. */
  readonly value?: Plain | undefined;
  readonly values?: Readonly<Record<string, Plain | undefined>>;
  /** Asked of the person whatever they answer: the law gives no value. */
  readonly needs?: readonly FactName[];
  /** What the answer would be, where a text to come decides. */
  readonly branches?: Readonly<Record<string, Plain>>;
}

/** A fact not given that may decide, and the values that tell its cases apart. */
export interface Ask {
  readonly fact: FactName;
  readonly tries: readonly FactValue[];
}

export interface Goal {
  /** The fact whose day decides which figures are in force, where the purchase gives one. */
  readonly day?: FactName;
  /** Facts not given that may change what it gives, the most decisive first. */
  asks(given: Situation, objects: readonly ObjectWords[]): readonly Ask[];
  compute(work: Work): Done;
  /** What must not change for an unknown fact to be left unasked; by default all that it gives. */
  conclusion?(done: Done): unknown;
}
