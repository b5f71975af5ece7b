import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../src/config/config.ts';
import { type CorpusProblem, formatProblem } from '../src/corpus/problem.ts';
import { type LocalRules, type LocalRulesOf, readLocalRules } from '../src/rules/local/local-rules.ts';
import { localTexts } from '../src/text/local-texts.ts';

const { missing, several, whose, sameBody } = localTexts.faults;

/**
 * The internal rules of each body: one file, or a folder of them. Establishments of one body share them, by the nine figures of
 * its SIREN. @throws where a file cannot be read, or with every mistake of all of them
 */
export function composeLocal({ localRules: path, body }: Pick<Config, 'localRules' | 'body'>): LocalRulesOf {
  const problems: CorpusProblem[] = [];
  const bySiren = new Map<string, { readonly file: string; readonly rules: LocalRules }>();
  for (const file of path === undefined ? [] : filesOf(path)) {
    const read = readLocalRules(readOr(file), file);
    if (!read.ok) {
      problems.push(...read.error);
      continue;
    }
    const siren = (read.value.siret ?? body?.siret)?.slice(0, SIREN);
    const before = siren === undefined ? undefined : bySiren.get(siren);
    if (siren === undefined) problems.push({ file, line: 1, field: 'siret', message: whose });
    else if (before !== undefined) problems.push({ file, line: 1, field: 'siret', message: sameBody(before.file) });
    else bySiren.set(siren, { file, rules: read.value });
  }
  if (problems.length > 0)
    throw new Error(`${several(path ?? '', problems.length)}\n  ${problems.map(formatProblem).join('\n  ')}`);
  return (siret) => (siret === undefined ? undefined : bySiren.get(siret.slice(0, SIREN))?.rules);
}

const SIREN = 9;

function filesOf(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => /\.ya?ml$/.test(name));
  return names.toSorted().map((name) => join(path, name));
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(missing('TRUCHEMENT_LOCAL_RULES', file), { cause: error });
  }
}
