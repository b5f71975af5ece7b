import { z } from 'zod';
import type { Figures } from './figures.ts';
import type { CorpusProblem } from './problem.ts';
import { proseDefects } from './prose.ts';
import { readYaml } from './yaml-source.ts';

const pathSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower case words joined by hyphens' }),
  title: z.string().min(3),
  summary: z.string().min(10),
  for: z.enum(['service', 'achat']),
  modules: z.array(z.string()).min(1),
  /** What the path recognises of a buyer who may join the reserve; none for a path that does not lead there. */
  competences: z.array(z.string()),
});

/** Modules followed together, ending with a letter. */
export type TrainingPath = z.infer<typeof pathSchema>;

export const PATHS_FILE = 'parcours.yaml';

/** Reads the paths; every competence of the modules must be within reach of someone. */
export function readPaths(
  text: string,
  modules: readonly { readonly id: string; readonly competences: readonly string[] }[],
  figures: Figures,
): { readonly paths: readonly TrainingPath[]; readonly problems: readonly CorpusProblem[] } {
  const source = readYaml(text, z.array(pathSchema), PATHS_FILE);
  const paths = source.value ?? [];
  const problems = [...source.problems];
  const competences = new Set(modules.flatMap((module) => module.competences));
  for (const [at, path] of paths.entries()) {
    const report = (field: string, message: string) =>
      problems.push({ file: PATHS_FILE, line: source.lineOf([at, field]), field: `${path.id}.${field}`, message });
    if (paths.findIndex(({ id }) => id === path.id) < at) report('id', `the path ${path.id} is already defined`);
    for (const field of ['title', 'summary'] as const)
      for (const { message } of proseDefects(path[field], figures, false)) report(field, message);
    for (const id of path.modules)
      if (!modules.some((module) => module.id === id)) report('modules', `there is no module ${id}`);
    for (const competence of path.competences)
      if (!competences.has(competence)) report('competences', `no module has the competence ${competence}`);
    const taught = new Set(modules.filter(({ id }) => path.modules.includes(id)).flatMap((m) => m.competences));
    for (const competence of path.competences)
      if (competences.has(competence) && !taught.has(competence))
        report('competences', `no module of the path teaches ${competence}`);
  }
  if (paths.length > 0 && source.problems.length === 0)
    for (const competence of competences)
      if (!paths.some((path) => path.competences.includes(competence)))
        problems.push({ file: PATHS_FILE, line: 1, field: 'competences', message: `no path leads to ${competence}` });
  return { paths, problems };
}
