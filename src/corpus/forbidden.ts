import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatProblem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

const forbiddenSchema = z.array(
  z.strictObject({
    motif: z.string().min(3).refine(isPattern, { error: 'not a regular expression' }),
    pourquoi: z.string().min(5),
    exemple: z.string().min(5),
  }),
);

/** A turn of phrase that no answer worded by a model holds. */
export interface Forbidden {
  readonly pattern: RegExp;
  readonly why: string;
  readonly example: string;
}

/** @throws with every problem of the file: a list that is not read would forbid nothing */
export function readForbidden(knowledge: string): readonly Forbidden[] {
  const file = 'modele/interdits.yaml';
  const { value, problems } = readYaml(readFileSync(join(knowledge, file), 'utf8'), forbiddenSchema, file);
  if (value === undefined || problems.length > 0)
    throw new Error(`The list of forbidden statements is not usable:\n  ${problems.map(formatProblem).join('\n  ')}`);
  return value.map(({ motif, pourquoi, exemple }) => ({ pattern: new RegExp(motif), why: pourquoi, example: exemple }));
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
