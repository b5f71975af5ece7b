import { firstFrom } from '../french/placed.ts';
import type { Token } from '../french/tokens.ts';
import type { SaidCode } from '../french/values/read-values.ts';
import type { SaidValue } from '../french/values/value.ts';
import type { CueKind } from './cue-patterns.ts';

/** Where a thing stands: the finest first. Segments end at «et» and commas, clauses at commas, sentences at full stops. */
export interface Place {
  readonly segment: number;
  readonly clause: number;
  readonly sentence: number;
  /** Between brackets. */
  readonly aside: boolean;
}

export interface SideWord extends Place {
  /** As folded. */
  readonly text: string;
  readonly key: string;
  readonly glue: boolean;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
}

export interface Cue extends Place {
  readonly kind: CueKind;
  readonly start: number;
  readonly end: number;
  /** Range in the flat text. */
  readonly from: number;
  readonly to: number;
  /** Its words, flat. */
  readonly said: string;
  /** What it bears on, nearest words first; empty for the kinds that are compared by where they stand. */
  readonly reach: readonly string[];
}

export interface SideValue extends Place {
  readonly value: SaidValue;
  /** Range in the flat text. */
  readonly from: number;
  readonly to: number;
  /** Words of its segment. */
  readonly context: ReadonlySet<string>;
}

/** One of the two texts, read for comparison. */
export interface Side {
  readonly text: string;
  readonly flat: string;
  readonly tokens: readonly Token[];
  readonly places: readonly Place[];
  readonly spanOf: (start: number, end: number) => readonly [number, number];
  /** Index of the token at, or last before, an offset of the text. */
  readonly at: (offset: number) => number;
  readonly words: readonly SideWord[];
  readonly keys: ReadonlySet<string>;
  /** Keys of what a prefix makes the contrary of: «antidérapant», «inadapté». */
  readonly contraries: () => ReadonlySet<string>;
  readonly values: readonly SideValue[];
  readonly codes: readonly SaidCode[];
  readonly cues: readonly Cue[];
}

export const NOWHERE: Place = { segment: -1, clause: -1, sentence: -1, aside: false };

/** Index of the first word that starts at or after an offset. */
export const firstWordAt = (words: readonly SideWord[], offset: number): number =>
  firstFrom(words.length, (at) => (words[at]?.start ?? 0) < offset);
