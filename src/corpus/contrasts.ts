import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatProblem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

const KINDS = ['date', 'ordre', 'scope', 'acteur', 'figure', 'negation'] as const;
const contrastsSchema = z.array(z.strictObject({ quoi: z.enum(KINDS), membres: z.array(z.string().min(2)).min(2) }));

export type ContrastKind = (typeof KINDS)[number];

/** Words of a text that exclude one another, as members of the contrasts of `knowledge/modele/contrastes.yaml`. */
export interface Contrasts {
  /** Members that one folded word is of; indexes into `members`. */
  of(word: string): readonly number[];
  /** Members said in several words, with those words. */
  readonly phrases: readonly { readonly words: readonly string[]; readonly member: number }[];
  /** What each member is about, and the others of its contrast. */
  readonly members: readonly { readonly kind: ContrastKind; readonly rivals: readonly number[] }[];
}

/** @throws with every problem of the file */
export function readContrasts(knowledge: string): Contrasts {
  const file = 'modele/contrastes.yaml';
  const { value, problems } = readYaml(readFileSync(join(knowledge, file), 'utf8'), contrastsSchema, file);
  if (value === undefined || problems.length > 0)
    throw new Error(`The list of contrasts is not usable:\n  ${problems.map(formatProblem).join('\n  ')}`);
  const members: { kind: ContrastKind; rivals: number[] }[] = [];
  const exact = new Map<string, number[]>();
  const starts: { start: string; member: number }[] = [];
  const phrases: { words: string[]; member: number }[] = [];
  for (const { quoi, membres } of value) {
    const first = members.length;
    const own = membres.map((_, index) => first + index);
    for (const [index, line] of membres.entries()) {
      const member = first + index;
      members.push({ kind: quoi, rivals: own.filter((other) => other !== member) });
      for (const said of line.split(',').map((part) => part.trim())) {
        if (said.endsWith('*')) starts.push({ start: said.slice(0, -1), member });
        else if (/[ ']/.test(said)) phrases.push({ words: said.split(/[ ']/), member });
        else exact.set(said, [...(exact.get(said) ?? []), member]);
      }
    }
  }
  const known = new Map<string, readonly number[]>();
  return {
    members,
    phrases,
    of: (word) => {
      let found = known.get(word);
      if (found === undefined) {
        found = [
          ...(exact.get(word) ?? []),
          ...starts.filter(({ start }) => word.startsWith(start)).map(({ member }) => member),
        ];
        if (known.size < 50_000) known.set(word, found);
      }
      return found;
    },
  };
}
