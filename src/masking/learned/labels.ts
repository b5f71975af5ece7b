/** What the tagger tells apart; numbers, addresses and the like have a form, and rules for it. */
export const LEARNED_KINDS = ['person', 'body', 'place', 'supplier', 'health'] as const;
export type LearnedKind = (typeof LEARNED_KINDS)[number];

/** Label 0 is «outside»; 2k + 1 opens a name of kind k, 2k + 2 goes on with it. */
export const LABEL_COUNT = 1 + 2 * LEARNED_KINDS.length;
/** Where a text starts: as if a word outside stood before it. */
export const OUTSIDE = 0;

export const opens = (label: number): boolean => label % 2 === 1;
export const kindOf = (label: number): LearnedKind | undefined => LEARNED_KINDS[(label - 1) >> 1];
export const labelOf = (kind: LearnedKind, first: boolean): number => 2 * LEARNED_KINDS.indexOf(kind) + (first ? 1 : 2);

/** A word goes on with a name only after a word of the same name. */
export const mayFollow = (label: number, before: number): boolean =>
  label === OUTSIDE || opens(label) || before === label || before === label - 1;
