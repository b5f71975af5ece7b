import { join } from 'node:path';
import type { Config } from '../src/config.ts';
import { readMaskingLists } from '../src/corpus/masking-lists.ts';
import { formatProblem } from '../src/corpus/problem.ts';
import type { Masker } from '../src/handoff/masking/finding.ts';
import { createMasker } from '../src/handoff/masking/masker.ts';

/** @throws with every problem of the masking lists */
export function composeMasker({ knowledge }: Config): Masker {
  const { lists, problems } = readMaskingLists(join(knowledge, 'masquage'));
  if (problems.length > 0)
    throw new Error(`The masking lists are not usable:\n  ${problems.map(formatProblem).join('\n  ')}`);
  return createMasker(lists);
}
