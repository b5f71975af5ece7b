import type { Pattern } from './verdicts.ts';

/** A pattern as it is built, with the place of its `new RegExp` in the script that runs (lines and columns from 1). */
export interface Made extends Pattern {
  readonly line: number;
  readonly column: number;
}

/** Before it stands what the files said when they were loaded, after it the patterns made. */
export const MARK = '\n--- patterns\n';
