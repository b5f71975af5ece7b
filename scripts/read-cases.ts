import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** The cases of a file of JSON Lines, blank lines apart. Throws at the first that is not one. */
export function readCases<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => schema.parse(JSON.parse(line)));
}
