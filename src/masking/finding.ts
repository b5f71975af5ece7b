import type { MaskKind } from '../vocabulary/masks.ts';
import type { Language } from '../vocabulary/people.ts';

export interface MaskFinding {
  readonly kind: MaskKind;
  /** UTF-16 offsets in the text as written: `text.slice(...span)` is `text`. */
  readonly span: readonly [start: number, end: number];
  readonly text: string;
  /** What stands in its place: the same for every mention of the same thing. */
  readonly replacement: string;
  /** Equal for mentions of the same thing: lifting one lifts them all. */
  readonly key: string;
  /** What must leave neither here nor in a later message: the text, and the names by which it would still be known. */
  readonly hidden: readonly string[];
  /** From 0 to 1; absent when a check digit or an unmistakable form settles it. */
  readonly confidence?: number;
}

export interface MaskRequest {
  /** Of the words put in place of what is hidden; French when absent. Detection is the same. */
  readonly language?: Language;
  /** Amounts become ranges; they stay when absent. */
  readonly amounts?: boolean;
  /** Offsets of what the assistant itself wrote: its published words, which the person did not type, stay there. */
  readonly answered?: readonly [start: number, end: number];
}

export interface Masker {
  /** Sorted by place, never overlapping. Never throws. */
  readonly find: (text: string, request?: MaskRequest) => readonly MaskFinding[];
}

/** What the requester changed before consenting: recorded with the case, applied again on each edit. */
export interface MaskChoices {
  /** Words of findings to leave as they are; every mention of the same thing is left too. */
  readonly lifted: readonly string[];
  /** Words to hide besides, wherever they stand. */
  readonly added: readonly string[];
}

export const NO_CHOICES: MaskChoices = { lifted: [], added: [] };

/** A finding before it has a number: offsets are those of the flat text. */
export interface Sighting {
  readonly kind: MaskKind;
  readonly start: number;
  readonly end: number;
  /** Folded name by which two mentions are the same; the folded text when absent. */
  readonly name?: string;
  /** What is said instead, when not the kind's own label: «commune», «n° de marché»… */
  readonly label?: string;
  /** Offsets of the name inside, when the words announcing it are masked too: «commune de ⟨Betton⟩». */
  readonly core?: readonly [start: number, end: number];
  readonly person?: PersonName;
  readonly confidence?: number;
}

/** Folded; `first` is undefined for «M. Dupont», `last` for «Julie». */
export interface PersonName {
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly gender: 'f' | 'm' | undefined;
}
