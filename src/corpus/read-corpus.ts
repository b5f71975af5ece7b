import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BELIEFS_FILE, type Belief, readBeliefs } from './beliefs.ts';
import { conceptFaults } from './concept-patterns.ts';
import { DIALOGUE_FILE, type DialogueWords, readDialogueWords } from './dialogue-words.ts';
import { type EnglishTerms, readEnglishTerms } from './english.ts';
import { type Fiche, type FicheSource, readFiche, SECTION_NAMES, SECTIONS } from './fiche.ts';
import { type Figures, readFigures } from './figures.ts';
import { conceptSchema, type LexiconEntry } from './lexicon.ts';
import { type LintRules, readLintRules } from './lint-rules.ts';
import { PATHS_FILE, readPaths, type TrainingPath } from './paths.ts';
import { type Boundary, boundarySchema } from './perimeter.ts';
import type { CorpusProblem } from './problem.ts';
import { proseDefects } from './prose.ts';
import type { Quiz } from './quiz/quiz.ts';
import { quizLinkProblems, readQuiz } from './quiz/read-quiz.ts';
import { readYaml } from './yaml-source.ts';

const moduleSchema = z.strictObject({
  title: z.string().min(3),
  order: z.number().int().positive(),
  duration_minutes: z.number().int().positive(),
  competences: z.array(z.string()).min(1),
  /** Whom the module is meant for; everybody may follow it. */
  for: z.array(z.enum(['service', 'achat'])).min(1),
  objectives: z.array(z.string().min(5)).min(1),
});

const QUIZ_FILE = 'quiz.yaml';

/** A module of the open university: a theme with its objectives, holding the fiches of its folder. */
export type Module = z.infer<typeof moduleSchema> & { readonly id: string };

export interface Corpus {
  readonly modules: readonly Module[];
  readonly fiches: readonly Fiche[];
  readonly figures: Figures;
  readonly lexicon: readonly LexiconEntry[];
  readonly boundaries: readonly Boundary[];
  readonly english: EnglishTerms;
  readonly dialogue: DialogueWords;
  /** What people believe and the code does not say. */
  readonly beliefs: readonly Belief[];
  readonly lint: LintRules;
  /** One a module, in the order of the modules; a module without is read, not tested. */
  readonly quizzes: readonly Quiz[];
  readonly paths: readonly TrainingPath[];
}

export interface CorpusReading {
  readonly corpus: Corpus;
  /** Everything wrong in the folder, all at once; empty when the corpus may be served. */
  readonly problems: readonly CorpusProblem[];
  /** The way back from each fiche, by its file, to its lines. */
  readonly sources: ReadonlyMap<string, FicheSource>;
}

/**
 * Reads and checks the whole `knowledge/` folder.
 * A file that cannot be read is a problem among the others: nothing is thrown for what a trainer may get wrong.
 */
export function readCorpus(root: string): CorpusReading {
  const problems: CorpusProblem[] = [];
  const read = (path: string): string | undefined => readText(root, path, problems);

  const figuresText = read('figures.yaml');
  const figuresRead = readFigures(figuresText ?? '[]', 'figures.yaml');
  if (figuresText !== undefined) problems.push(...figuresRead.problems);
  const figures = figuresRead.figures;

  const modules: Module[] = [];
  const quizzes: Quiz[] = [];
  const fiches: Fiche[] = [];
  const sources = new Map<string, FicheSource>();
  for (const id of listNames(join(root, 'modules'), 'modules', problems)) {
    const module = readModule(id, read(`modules/${id}/module.yaml`), problems);
    if (module !== undefined) modules.push(module);
    const names = listNames(join(root, 'modules', id), `modules/${id}`, problems);
    if (names.includes(QUIZ_FILE)) {
      const file = `modules/${id}/${QUIZ_FILE}`;
      const source = readQuiz(read(file) ?? '', file, id, figures);
      problems.push(...source.problems);
      if (source.quiz !== undefined) quizzes.push(source.quiz);
    }
    for (const name of names.filter((n) => n.endsWith('.md'))) {
      const file = `modules/${id}/${name}`;
      const source = readFiche(read(file) ?? '', file, id);
      problems.push(...source.problems);
      if (source.fiche === undefined) continue;
      problems.push(...ficheProseProblems(source, source.fiche, figures));
      const twin = fiches.find((fiche) => fiche.id === source.fiche?.id);
      if (twin !== undefined)
        problems.push({
          file,
          line: source.lineOf(['id']),
          field: 'id',
          message: `the id ${twin.id} is already that of ${twin.file}`,
        });
      fiches.push(source.fiche);
      sources.set(file, source);
    }
  }
  if (fiches.length === 0) problems.push({ file: 'modules', line: 1, field: 'modules', message: 'no fiche was found' });
  problems.push(...linkProblems(fiches, sources));
  problems.push(...quizLinkProblems(quizzes, fiches, read));

  const readEach = <T extends Entry>(folder: string, schema: z.ZodType<T>, faultsOf: FaultsOf<T>) => {
    const entries: T[] = [];
    for (const name of listNames(join(root, folder), folder, problems).filter((n) => n.endsWith('.yaml')))
      problems.push(
        ...addEntries(`${folder}/${name}`, read(`${folder}/${name}`) ?? '[]', schema, entries, fiches, faultsOf),
      );
    return entries;
  };
  const lexicon = readEach('lexicon', conceptSchema, conceptFaults);
  const boundaries = readEach('perimeter', boundarySchema, () => []);

  const english = readEnglishTerms(read('anglais.yaml') ?? '[]', 'anglais.yaml');
  problems.push(...english.problems);

  // A corpus without the file reads every line as a question.
  const dialogue = readDialogueWords(existsSync(join(root, DIALOGUE_FILE)) ? (read(DIALOGUE_FILE) ?? '') : NO_DIALOGUE);
  problems.push(...dialogue.problems);

  const beliefs = readBeliefs(existsSync(join(root, BELIEFS_FILE)) ? (read(BELIEFS_FILE) ?? '[]') : '[]');
  problems.push(...beliefs.problems);

  const lint = readLintRules(readLintFiles(root, read, problems), 'lint', figures);
  problems.push(...lint.problems);

  modules.sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));
  const place = ({ module }: Quiz) => modules.findIndex(({ id }) => id === module);
  quizzes.sort((a, b) => place(a) - place(b));
  // A corpus without the file has no paths: its modules are followed one by one.
  const paths = readPaths(existsSync(join(root, PATHS_FILE)) ? (read(PATHS_FILE) ?? '[]') : '[]', modules, figures);
  problems.push(...paths.problems);
  return {
    corpus: {
      modules,
      fiches,
      figures,
      lexicon,
      boundaries,
      english: english.terms,
      dialogue: dialogue.words,
      beliefs: beliefs.beliefs,
      lint: lint.rules,
      quizzes,
      paths: paths.paths,
    },
    problems,
    sources,
  };
}

const NO_DIALOGUE = 'around: []\nintents: []';

/** A corpus without a lint folder has no rules: nothing is wrong with it. */
function readLintFiles(
  root: string,
  read: (path: string) => string | undefined,
  problems: CorpusProblem[],
): ReadonlyMap<string, string> {
  if (!existsSync(join(root, 'lint'))) return new Map();
  const names = listNames(join(root, 'lint'), 'lint', problems).filter((name) => name.endsWith('.yaml'));
  return new Map(names.map((name) => [name, read(`lint/${name}`) ?? '']));
}

function readText(root: string, path: string, problems: CorpusProblem[]): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8').normalize('NFC');
  } catch (error) {
    problems.push({ file: path, line: 1, field: 'file', message: `cannot be read: ${reason(error)}` });
    return undefined;
  }
}

function listNames(directory: string, shown: string, problems: CorpusProblem[]): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((name) => !name.startsWith('.') && !name.startsWith('_'))
      .sort();
  } catch (error) {
    problems.push({ file: shown, line: 1, field: 'folder', message: `cannot be read: ${reason(error)}` });
    return [];
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function readModule(id: string, text: string | undefined, problems: CorpusProblem[]): Module | undefined {
  if (text === undefined) return undefined;
  const source = readYaml(text, moduleSchema, `modules/${id}/module.yaml`);
  problems.push(...source.problems);
  return source.value === undefined ? undefined : { ...source.value, id };
}

/** No legal figure written out in prose; every {{key}} known. Exemple and the questions people type may hold amounts. */
function ficheProseProblems(source: FicheSource, fiche: Fiche, figures: Figures): readonly CorpusProblem[] {
  const problems: CorpusProblem[] = [];
  const checkField = (field: readonly PropertyKey[], text: string, amountsAllowed: boolean) => {
    for (const defect of proseDefects(text, figures, amountsAllowed))
      problems.push({ file: fiche.file, line: source.lineOf(field), field: field.join('.'), message: defect.message });
  };
  checkField(['title'], fiche.title, false);
  checkField(['limit'], fiche.limit ?? '', false);
  checkField(['conflict'], fiche.conflict ?? '', false);
  for (const question of fiche.questions) {
    const checkPart = (field: readonly PropertyKey[], text: string, amountsAllowed: boolean) => {
      for (const { message } of proseDefects(text, figures, amountsAllowed))
        problems.push({ file: fiche.file, ...source.placeOf(question, field), message });
    };
    checkPart(['ask'], question.ask, true);
    for (const [index, text] of question.said.entries()) checkPart(['said', index], text, true);
    for (const side of ['service', 'achat'] as const) checkPart(['answer', side], question.answer[side], false);
    for (const field of ['cases', 'turned'] as const)
      for (const [index, { service, achat, told }] of question[field].entries()) {
        checkPart([field, index, 'service'], service, false);
        checkPart([field, index, 'achat'], achat, false);
        for (const [way, text] of told.entries()) checkPart([field, index, 'told', way], text, true);
      }
    for (const [index, { ask }] of question.turned.entries()) checkPart(['turned', index, 'ask'], ask, true);
    for (const [index, { value }] of question.cases.entries())
      if (value !== undefined) checkPart(['cases', index, 'value', 'key'], `{{${value.key}}}`, false);
    checkPart(['but'], question.but ?? '', false);
    checkPart(['next'], question.next ?? '', false);
  }
  for (const [index, key] of fiche.set_against.entries()) {
    const figure = figures.get(key);
    if (figure?.unit !== 'EUR')
      problems.push({
        file: fiche.file,
        line: source.lineOf(['set_against', index]),
        field: 'set_against',
        message: figure === undefined ? `figure key ${key} does not exist in figures.yaml` : `${key} is not in euros`,
      });
  }
  for (const name of SECTION_NAMES) {
    const text = fiche.sections[name];
    for (const defect of proseDefects(text, figures, name === 'example')) {
      const line = source.lineOf(name) + text.slice(0, defect.index).split('\n').length;
      problems.push({ file: fiche.file, line, field: SECTIONS[name], message: defect.message });
    }
  }
  return problems;
}

function linkProblems(fiches: readonly Fiche[], sources: ReadonlyMap<string, FicheSource>): readonly CorpusProblem[] {
  const ids = new Set(fiches.map((fiche) => fiche.id));
  return fiches.flatMap((fiche) =>
    fiche.related
      .map((id, index) => ({ id, index }))
      .filter(({ id }) => !ids.has(id))
      .map(({ id, index }) => ({
        file: fiche.file,
        line: sources.get(fiche.file)?.lineOf(['related', index]) ?? 1,
        field: 'related',
        message: `no fiche has the id ${id}`,
      })),
  );
}

/** A concept or a theme. */
interface Entry {
  readonly id: string;
  readonly fiche?: string | undefined;
  readonly fiches?: readonly string[];
}

type FaultsOf<T> = (entry: T) => readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];

/** Concepts or themes of one file, after those of the files before: each has an id of its own and names fiches that there are. */
function addEntries<T extends Entry>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  kept: T[],
  fiches: readonly Fiche[],
  faultsOf: FaultsOf<T>,
): readonly CorpusProblem[] {
  const source = readYaml(text, z.array(schema), file);
  const problems = [...source.problems];
  for (const [index, entry] of (source.value ?? []).entries()) {
    const reportAt = (path: readonly PropertyKey[], message: string) => {
      const line = source.lineOf([index, ...path]);
      problems.push({ file, line, field: [entry.id, ...path].map(String).join('.'), message });
    };
    const report = (field: string, message: string) => reportAt([field], message);
    if (kept.some((other) => other.id === entry.id)) report('id', `the id ${entry.id} is already defined`);
    const field = entry.fiches === undefined ? 'fiche' : 'fiches';
    for (const id of entry.fiches ?? (entry.fiche === undefined ? [] : [entry.fiche]))
      if (!fiches.some((fiche) => fiche.id === id)) report(field, `no fiche has the id ${id}`);
    for (const { path, message } of faultsOf(entry)) reportAt(path, message);
    kept.push(entry);
  }
  return problems;
}
