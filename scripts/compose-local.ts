import { readFileSync } from 'node:fs';
import type { Config } from '../src/config/config.ts';
import { formatProblem } from '../src/corpus/problem.ts';
import { type LocalRules, readLocalRules } from '../src/rules/local/local-rules.ts';
import { localTexts } from '../src/text/local-texts.ts';

const { missing, several } = localTexts.faults;

/** The internal rules of the body configured. @throws where the file cannot be read, or with every mistake of it */
export function composeLocal({ localRules: file }: Pick<Config, 'localRules'>): LocalRules | undefined {
  if (file === undefined) return undefined;
  const read = readLocalRules(readOr(file), file);
  if (read.ok) return read.value;
  throw new Error(`${several(file, read.error.length)}\n  ${read.error.map(formatProblem).join('\n  ')}`);
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(missing('TRUCHEMENT_LOCAL_RULES', file), { cause: error });
  }
}
