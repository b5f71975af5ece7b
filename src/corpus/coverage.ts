import { z } from 'zod';
import type { Fiche } from './fiche.ts';
import type { CorpusProblem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

const factSchema = z.strictObject({
  id: z.string().regex(/^F\d{3}$/, { error: 'a fact number is written F001' }),
  label: z.string().min(5),
});

/** One thing that the law says and that the corpus must say somewhere. */
export type Fact = z.infer<typeof factSchema>;

export function readFacts(text: string): { facts: readonly Fact[]; problems: readonly CorpusProblem[] } {
  const source = readYaml(text, z.array(factSchema), 'facts.yaml');
  return { facts: source.value ?? [], problems: source.problems };
}

/** Facts that no fiche says, facts listed twice, and facts that a fiche claims but the list does not know. */
export function coverageProblems(
  facts: readonly Fact[],
  factsText: string,
  fiches: readonly Fiche[],
): readonly CorpusProblem[] {
  const problems: CorpusProblem[] = [];
  const said = new Set(fiches.flatMap((fiche) => fiche.facts));
  const known = new Set<string>();
  for (const { id } of facts) {
    const line = factsText.slice(0, factsText.indexOf(id)).split('\n').length;
    if (known.has(id)) problems.push({ file: 'facts.yaml', line, field: id, message: 'this fact stands twice' });
    known.add(id);
    if (!said.has(id)) problems.push({ file: 'facts.yaml', line, field: id, message: 'no fiche covers this fact' });
  }
  for (const fiche of fiches)
    for (const id of fiche.facts)
      if (!known.has(id))
        problems.push({ file: fiche.file, line: 1, field: 'facts', message: `${id} is not in facts.yaml` });
  return problems;
}

/** `knowledge/couverture.md`: which fiches say which fact. */
export function coveragePage(facts: readonly Fact[], fiches: readonly Fiche[]): string {
  const rows = facts.map(({ id, label }) => {
    const saying = fiches.filter((fiche) => fiche.facts.includes(id));
    const links = saying.map((fiche) => `[${fiche.id}](${fiche.file})`).join(', ');
    return `| ${id} | ${label.replace(/\|/g, '\\|')} | ${links === '' ? '**aucune**' : links} |`;
  });
  const covered = facts.filter(({ id }) => fiches.some((fiche) => fiche.facts.includes(id))).length;
  return [
    '# Couverture : quelle fiche dit quel fait',
    '',
    '> Page produite par `npm run figures:page` depuis `facts.yaml` et les fiches : ne pas la modifier à la main.',
    '',
    `${covered} faits sur ${facts.length} sont dits par au moins une fiche.`,
    '',
    '| Fait | Ce dont il s’agit | Fiches |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
