import { z } from 'zod';
import { compileExpression, type Lists } from '../french/pattern/expression.ts';
import { LINT_CODES } from '../vocabulary/rewording.ts';
import type { Figures } from './figures.ts';
import type { CorpusProblem } from './problem.ts';
import { proseDefects } from './prose.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

const expressions = z.array(z.string().min(1)).default([]);

/** Where an expression must stand, relative to the words at fault, to count. */
const placesSchema = z.strictObject({
  /** Anywhere in the same sentence. */
  sentence: expressions,
  /** In the same clause of the sentence. */
  clause: expressions,
  /** A few words before, after, or either, in the same sentence. */
  before: expressions,
  after: expressions,
  near: expressions,
  /** Right before or right after, with no word between. */
  touching: expressions,
  /** In the same sentence, the one before or the one after. */
  around: expressions,
  /** Anywhere in the text: «tous les prix sont hors taxes» holds for every page. */
  anywhere: expressions,
});
const NOWHERE = { sentence: [], clause: [], before: [], after: [], near: [], touching: [], around: [], anywhere: [] };

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower case words joined by hyphens' }),
  code: z.enum(LINT_CODES),
  articles: z.array(z.string().min(2)),
  /** Why, in one plain sentence. */
  message: z.string().min(20),
  /** A lawful wording, or the question to ask. */
  suggestion: z.string().min(20),
  triggers: expressions,
  /** What is looked for besides the triggers: the names of marques.yaml, or amounts of money. */
  detect: z.enum(['brands', 'amounts']).optional(),
  /** One finding for each place, rather than one for each sentence. */
  each: z.boolean().default(false),
  /** No finding where one of these stands. */
  unless: placesSchema.default(NOWHERE),
  /** A finding only where, for each group, one of its expressions stands. */
  only_if: z.array(placesSchema).default([]),
  /** Whether «pas», «sans», «il est interdit»… take the fault away. */
  negatable: z.boolean().default(true),
});

const commonSchema = z.strictObject({
  /** Turns that ask whether a practice is allowed; the marked ones ask only with a question mark. */
  questions: expressions,
  marked_questions: expressions,
  /** Just before the words at fault: the sentence says not to do it. */
  negations: expressions,
  /** No finding of any code where one of these stands. */
  unless: placesSchema,
  /** Capitalised words that are not the name of a firm. */
  not_names: z.array(z.string().min(1)),
});

/** Numbers are written bare in lists of words: YAML then reads them as numbers. */
const listWord = z.union([z.string().min(1), z.number()]).transform(String);
const listsSchema = z.record(z.string().regex(/^[a-z_]+$/), z.array(listWord).min(1));
const brandsSchema = z.record(
  z.string(),
  z.strictObject({
    names: z.array(z.string().min(2)).default([]),
    /** Names that are also everyday words or surnames: they count only with a capital, inside a sentence. */
    also_words: z.array(z.string().min(2)).default([]),
  }),
);

type LintRule = z.infer<typeof ruleSchema>;
export type Places = z.infer<typeof placesSchema>;
export type LintCommon = z.infer<typeof commonSchema>;

interface Brand {
  readonly name: string;
  readonly alsoWord: boolean;
}

/** The whole of `knowledge/lint/`: every expression in it has been compiled once and is known to be good. */
export interface LintRules {
  readonly rules: readonly LintRule[];
  readonly lists: Lists;
  readonly brands: readonly Brand[];
  readonly common: LintCommon;
}

const LISTS_FILE = 'listes.yaml';
const BRANDS_FILE = 'marques.yaml';
const COMMON_FILE = 'commun.yaml';

/**
 * Reads the lint folder from the texts of its files: `listes.yaml`, `marques.yaml`, `commun.yaml` and rules in the others.
 * @param folder how the folder is called in problems
 */
export function readLintRules(
  files: ReadonlyMap<string, string>,
  folder: string,
  figures: Figures,
): { rules: LintRules; problems: readonly CorpusProblem[] } {
  const problems: CorpusProblem[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>, empty: string): YamlSource<T> => {
    const source = readYaml(files.get(name) ?? empty, schema, `${folder}/${name}`);
    problems.push(...source.problems);
    return source;
  };
  const reportIn =
    (name: string, source: { lineOf(path: readonly PropertyKey[]): number }) =>
    (path: readonly PropertyKey[], message: string) =>
      problems.push({
        file: `${folder}/${name}`,
        line: source.lineOf(path),
        field: path.map(String).join('.'),
        message,
      });

  const listsSource = read(LISTS_FILE, listsSchema, '{}');
  const lists: Lists = new Map(Object.entries(listsSource.value ?? {}));
  for (const [name, entries] of lists) checkExpressions(entries, new Map(), [name], reportIn(LISTS_FILE, listsSource));

  const brandsSource = read(BRANDS_FILE, brandsSchema, '{}');
  const brands = readBrands(brandsSource.value ?? {}, reportIn(BRANDS_FILE, brandsSource));

  const commonSource = read(COMMON_FILE, commonSchema, 'unless: {}\nnot_names: []');
  const common = commonSource.value ?? {
    questions: [],
    marked_questions: [],
    negations: [],
    unless: NOWHERE,
    not_names: [],
  };
  const reportCommon = reportIn(COMMON_FILE, commonSource);
  for (const field of ['questions', 'marked_questions', 'negations'] as const)
    checkExpressions(common[field], lists, [field], reportCommon);
  checkPlaces(common.unless, lists, ['unless'], reportCommon);

  const rules: LintRule[] = [];
  for (const name of files.keys()) {
    if ([LISTS_FILE, BRANDS_FILE, COMMON_FILE].includes(name)) continue;
    const source = read(name, z.array(ruleSchema), '[]');
    const report = reportIn(name, source);
    for (const [index, rule] of (source.value ?? []).entries()) {
      if (rules.some(({ id }) => id === rule.id)) report([index, 'id'], `the rule ${rule.id} is already defined`);
      checkRule(rule, index, lists, figures, report);
      rules.push(rule);
    }
  }
  return { rules: problems.length === 0 ? { rules, lists, brands, common } : NO_LINT_RULES, problems };
}

const NO_LINT_RULES: LintRules = {
  rules: [],
  lists: new Map(),
  brands: [],
  common: { questions: [], marked_questions: [], negations: [], unless: NOWHERE, not_names: [] },
};

type Report = (path: readonly PropertyKey[], message: string) => void;

function checkRule(rule: LintRule, index: number, lists: Lists, figures: Figures, report: Report): void {
  for (const field of ['message', 'suggestion'] as const)
    for (const defect of proseDefects(rule[field], figures, false)) report([index, field], defect.message);
  if (rule.triggers.length === 0 && rule.detect === undefined)
    report([index, 'triggers'], 'a rule needs triggers, or detect');
  checkExpressions(rule.triggers, lists, [index, 'triggers'], report);
  checkPlaces(rule.unless, lists, [index, 'unless'], report);
  for (const [group, places] of rule.only_if.entries()) checkPlaces(places, lists, [index, 'only_if', group], report);
}

function checkPlaces(places: Places, lists: Lists, path: readonly PropertyKey[], report: Report): void {
  for (const [place, list] of Object.entries(places)) checkExpressions(list, lists, [...path, place], report);
}

function checkExpressions(list: readonly string[], lists: Lists, path: readonly PropertyKey[], report: Report): void {
  for (const [index, expression] of list.entries()) {
    if (list.indexOf(expression) !== index) report([...path, index], `«${expression}» is already in this list`);
    try {
      compileExpression(expression, lists);
    } catch (error) {
      report([...path, index], `«${expression}»: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function readBrands(trades: z.infer<typeof brandsSchema>, report: Report): readonly Brand[] {
  const brands = new Map<string, Brand>();
  for (const [trade, { names, also_words }] of Object.entries(trades)) {
    for (const [field, list] of [
      ['names', names],
      ['also_words', also_words],
    ] as const) {
      checkExpressions(list, new Map(), [trade, field], report);
      for (const [index, name] of list.entries()) {
        const key = name.toLowerCase();
        if (brands.has(key)) report([trade, field, index], `the brand ${name} is already in the list`);
        brands.set(key, { name, alsoWord: field === 'also_words' });
      }
    }
  }
  return [...brands.values()];
}
