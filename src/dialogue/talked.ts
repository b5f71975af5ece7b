import type { Given } from './given.ts';

/** What a dialogue was about before this line. */
export interface Talked {
  /** The last question that was understood, with what it was about. */
  readonly question: string | undefined;
  readonly given: Given | undefined;
  /** What was last answered. */
  readonly answer: { readonly title: string } | undefined;
}

/** One exchange before this line, as a model reads it. */
export interface Turned {
  readonly question: string;
  /** The first words of the reply; undefined where nothing was answered. */
  readonly answer: string | undefined;
}
