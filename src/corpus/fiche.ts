import { z } from 'zod';
import { isIsoDate } from '../days/iso-date.ts';
import { STATUSES } from './figures.ts';
import type { CorpusProblem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

/** The sections of a fiche, in their order; the key names the part, the heading is what the file says. */
export const SECTIONS = {
  brief: 'En bref',
  service: 'Pour le service',
  buyer: 'Pour l’acheteur',
  pitfalls: 'Pièges',
  example: 'Exemple',
  next: 'À faire maintenant',
} as const;
export type SectionName = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[];

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower case words joined by hyphens' });
const isoDate = z.string().refine(isIsoDate, { error: 'not a date written YYYY-MM-DD' });

const questionSchema = z.union([
  z
    .string()
    .min(3)
    .transform((ask) => ({ ask, answer: undefined })),
  z.strictObject({ ask: z.string().min(3), answer: z.string().min(3) }),
]);

const frontMatterSchema = z.strictObject({
  id: kebab,
  title: z.string().min(3),
  competences: z.array(kebab).min(1),
  facts: z.array(z.string().regex(/^F\d{3}$/, { error: 'a fact number is written F001' })).default([]),
  articles: z.array(z.string().min(2)).min(1),
  questions: z
    .array(questionSchema)
    .min(6, { error: 'at least 6 questions' })
    .max(40, { error: 'at most 40 questions' }),
  verified_on: isoDate,
  review_before: isoDate,
  sources: z
    .array(z.strictObject({ ref: z.string().min(3), status: z.enum(STATUSES), url: z.url().optional() }))
    .min(1),
  limit: z.string().min(10).optional(),
  /** The texts contradict each other on the subject: which, and which prevails if that is known. */
  conflict: z.string().min(10).optional(),
  depends_on: z.array(z.enum(['acheteur', 'objet', 'montant', 'procedure'])).default([]),
  /** Figures that a sum the person gives is set against in this subject, instead of the thresholds of procedures. */
  set_against: z.array(z.string()).default([]),
  related: z.array(kebab).default([]),
});

type FrontMatter = z.infer<typeof frontMatterSchema>;

/** One subject of the corpus: what it says in both registers, what people ask about it, and what backs it. */
export interface Fiche extends FrontMatter {
  readonly module: string;
  readonly file: string;
  readonly sections: Readonly<Record<SectionName, string>>;
}

export interface FicheSource {
  readonly fiche: Fiche | undefined;
  readonly problems: readonly CorpusProblem[];
  /** 1-based line of a front matter field, or the line before a section's first text. */
  lineOf(field: readonly PropertyKey[] | SectionName): number;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

/** Reads one Markdown fiche; every defect comes back with its line, nothing throws. */
export function readFiche(text: string, file: string, module: string): FicheSource {
  const front = FRONT_MATTER.exec(text);
  if (front === null) {
    const message = 'the file must start with a front matter between two lines of three hyphens';
    return { fiche: undefined, problems: [{ file, line: 1, field: 'front matter', message }], lineOf: () => 1 };
  }
  const source = readYaml(front[1] ?? '', frontMatterSchema, file, 2);
  const body = readSections(text.slice(front[0].length), lineCount(front[0]), file);
  const problems = [...source.problems, ...body.problems];
  const lineOf: FicheSource['lineOf'] = (field) =>
    typeof field === 'string' ? (body.lines.get(field) ?? 1) : source.lineOf(field);
  const name = file.split('/').at(-1)?.replace(/\.md$/, '');
  if (source.value !== undefined && source.value.id !== name)
    problems.push({ file, line: lineOf(['id']), field: 'id', message: `must be the file's name, ${name}` });
  if (source.value !== undefined && source.value.review_before <= source.value.verified_on)
    problems.push({
      file,
      line: lineOf(['review_before']),
      field: 'review_before',
      message: 'must come after verified_on',
    });
  const fiche = source.value === undefined ? undefined : { ...source.value, module, file, sections: body.sections };
  return { fiche, problems, lineOf };
}

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}

function readSections(body: string, linesBefore: number, file: string) {
  const sections: Record<SectionName, string> = {
    brief: '',
    service: '',
    buyer: '',
    pitfalls: '',
    example: '',
    next: '',
  };
  const lines = new Map<SectionName, number>();
  const problems: CorpusProblem[] = [];
  let current: SectionName | undefined;
  for (const [index, row] of body.split(/\r?\n/).entries()) {
    const line = linesBefore + index + 1;
    const heading = /^##?\s(.*)$/.exec(row)?.[1]?.trim();
    if (heading === undefined) {
      if (current !== undefined) {
        if (sections[current] === '' && row.trim() === '') lines.set(current, line);
        else sections[current] += `${row}\n`;
      } else if (row.trim() !== '')
        problems.push({ file, line, field: 'body', message: 'text before the first section' });
      continue;
    }
    current = SECTION_NAMES.find((name) => SECTIONS[name] === heading.replace(/'/g, '’'));
    if (current === undefined)
      problems.push({
        file,
        line,
        field: heading,
        message: `unknown section; expected ${Object.values(SECTIONS).join(', ')}`,
      });
    else if (lines.has(current)) problems.push({ file, line, field: heading, message: 'this section stands twice' });
    else lines.set(current, line);
  }
  for (const name of SECTION_NAMES) {
    sections[name] = sections[name].trim();
    if (sections[name] === '')
      problems.push({
        file,
        line: lines.get(name) ?? linesBefore + 1,
        field: SECTIONS[name],
        message: 'this section is missing or empty',
      });
  }
  return { sections, lines, problems };
}
