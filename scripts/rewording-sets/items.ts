import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DEFECT_KINDS, LINT_CODES, SLOTS } from '../../src/vocabulary/rewording.ts';

const slot = z.enum(SLOTS);
const rewordingItem = z.object({
  id: z.string(),
  direction: z.enum(['to_buyer', 'to_prescriber']),
  text: z.string(),
  /** Figures, dates, names and negations that must stand in the rewording, as the source says them. */
  must_keep: z.array(z.string()),
  /** Terms of the other side: of each list, one must stand in the rewording. */
  expected_terms: z.array(z.array(z.string()).min(1)),
  /** Terms of art that a prescriber must not meet unexplained. */
  jargon: z.array(z.string()).default([]),
  /** What the message says for each slot, in its own words. */
  slots: z.partialRecord(slot, z.array(z.string())).default({}),
  missing: z.array(slot).default([]),
});
const lintItem = z.object({ id: z.string(), text: z.string(), findings: z.array(z.enum(LINT_CODES)) });
const fidelityItem = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  faithful: z.boolean(),
  /** Any of them names the defect. */
  defects: z.array(z.enum(DEFECT_KINDS)),
});

export type RewordingItem = z.infer<typeof rewordingItem>;
export type LintItem = z.infer<typeof lintItem>;
export type FidelityItem = z.infer<typeof fidelityItem>;

export interface RewordingSet {
  readonly rewordings: readonly RewordingItem[];
  readonly lint: readonly LintItem[];
  readonly fidelity: readonly FidelityItem[];
}

/**
 * `rewordings.jsonl`, `lint.jsonl` and `fidelity.jsonl` of a folder; a file that is not there is an empty list.
 * @throws on a line that is not such an item, naming the file and the line
 */
export function readRewordingSet(folder: string): RewordingSet {
  return {
    rewordings: readLines(join(folder, 'rewordings.jsonl'), rewordingItem),
    lint: readLines(join(folder, 'lint.jsonl'), lintItem),
    fidelity: readLines(join(folder, 'fidelity.jsonl'), fidelityItem),
  };
}

function readLines<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const parsed = schema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
      return [parsed.data];
    });
}
