import { z } from 'zod';
import { STATUSES } from './figures.ts';
import type { CorpusProblem } from './problem.ts';
import { isoDate, kebab, type Question, type Reading, readQuestions, readReadings } from './question.ts';
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

const frontMatterSchema = z.strictObject({
  id: kebab,
  title: z.string().min(3),
  competences: z.array(kebab).min(1),
  facts: z.array(z.string().regex(/^F\d{3}$/, { error: 'a fact number is written F001' })).default([]),
  articles: z.array(z.string().min(2)).min(1),
  /** Each row is read apart, so that a mistake in one hides nothing of the others. */
  questions: z.array(z.unknown()).min(1, { error: 'at least one question' }),
  read: z.array(z.unknown()).default([]),
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
export interface Fiche extends Omit<FrontMatter, 'questions' | 'read'> {
  readonly questions: readonly Question[];
  /** How each article was read. */
  readonly read: readonly Reading[];
  readonly module: string;
  readonly file: string;
  readonly sections: Readonly<Record<SectionName, string>>;
}

export interface FicheSource {
  readonly fiche: Fiche | undefined;
  readonly problems: readonly CorpusProblem[];
  /** 1-based line of a front matter field, or the line before a section's first text. */
  lineOf(field: readonly PropertyKey[] | SectionName): number;
  /** Where a field of a question stands: its 1-based line, and its name by the question's id. */
  placeOf(question: Question, field: readonly PropertyKey[]): Pick<CorpusProblem, 'line' | 'field'>;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

/** Reads one Markdown fiche; every defect comes back with its line, nothing throws. */
export function readFiche(text: string, file: string, module: string): FicheSource {
  const front = FRONT_MATTER.exec(text);
  if (front === null) {
    const message = 'the file must start with a front matter between two lines of three hyphens';
    const problems = [{ file, line: 1, field: 'front matter', message }];
    return { fiche: undefined, problems, lineOf: () => 1, placeOf: atTop };
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
  const reportIn = (field: string) => (path: readonly PropertyKey[], message: string) =>
    problems.push({ file, line: lineOf([field, ...path]), field: [field, ...path].join('.'), message });
  const rows = new Map(readQuestions(rowsIn(source.raw, 'questions'), reportIn('questions')));
  const placeOf: FicheSource['placeOf'] = (question, field) => {
    const row = rows.get(question) ?? 0;
    return { line: lineOf(['questions', row, ...field]), field: ['questions', question.id, ...field].join('.') };
  };
  const questions = [...rows.keys()];
  const read = readReadings(rowsIn(source.raw, 'read'), reportIn('read'));
  if (source.value === undefined) return { fiche: undefined, problems, lineOf, placeOf };
  return {
    fiche: { ...source.value, questions, read, module, file, sections: body.sections },
    problems,
    lineOf,
    placeOf,
  };
}

/** Rows of a front matter that may be wrong elsewhere. */
function rowsIn(front: unknown, field: 'questions' | 'read'): readonly unknown[] {
  if (typeof front !== 'object' || front === null) return [];
  const rows: unknown = Reflect.get(front, field);
  return Array.isArray(rows) ? rows : [];
}

const atTop: FicheSource['placeOf'] = () => ({ line: 1, field: 'questions' });

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
