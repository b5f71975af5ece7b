import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CorpusProblem } from '../corpus/problem.ts';
import { isIsoDate } from '../days/iso-date.ts';
import { parseYaml } from '../yaml.ts';
import { FACTS, type FactName, type FactValue, isFactName } from './facts.ts';

const RULES_FOLDER = 'regles';
const FACTS_FILE = 'faits.yaml';
const OBJECTS_FILE = 'objets.yaml';
/** English words of a question, in the place of which French ones are read. */
export const ENGLISH_FILE = 'anglais.yaml';
/** Of sentences as typed, which `words.ts` reads. */
export const WORDS_FILE = 'mots.yaml';

const bothRegisters = z.strictObject({ service: z.string().min(5), achat: z.string().min(5) });
const inputValue = z.union([z.number(), z.boolean(), z.string()]);

/** One worked case of a rule: what it gives, or, `faux`, a value that people expect and that it must not give. */
const exampleSchema = z.strictObject({
  le: z.string().refine(isIsoDate, { error: 'a date is written YYYY-MM-DD' }),
  situation: z.record(z.string(), inputValue),
  valeur: inputValue,
  faux: z.literal(true).optional(),
});

/** A rule of Publicodes, with what the engine does not read: its question in both registers and its examples. */
const ruleSchema = z.looseObject({
  titre: z.string().min(3),
  question: bothRegisters.optional(),
  références: z.record(z.string(), z.string()).optional(),
  exemples: z.array(exampleSchema).optional(),
});

const factSchema = z.strictObject({
  titre: z.string().min(3),
  question: bothRegisters,
  choix: z.record(z.string(), z.string()).optional(),
});

/** Words that decide a nature whatever it is called (R2123-1 3°, R2122-9), or the kind of a buyer; all folded, found whole. */
const objectSchema = z.strictObject({
  donne: z.string(),
  mots: z.array(z.string().min(3)).min(1),
  sauf: z.array(z.string().min(3)).optional(),
  /** Where they are read, when it is not in what is bought. */
  lu: z.enum(['activite', 'organisme', 'nom']).optional(),
  article: z.string(),
});

export type Example = z.infer<typeof exampleSchema>;
export type Rule = z.infer<typeof ruleSchema> & { readonly file: string };
type ToldFact = z.infer<typeof factSchema>;
export type ObjectWords = z.infer<typeof objectSchema>;

export interface Rulebook {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly facts: ReadonlyMap<FactName, ToldFact>;
  readonly objects: readonly ObjectWords[];
  readonly problems: readonly CorpusProblem[];
}

/** The lines of a rule's examples: half of the text, of use to the check alone. */
const EXAMPLES = /^ {2}exemples:\n(?: {4}[^\n]*\n)*/gm;

/**
 * Reads `knowledge/regles`: one file of facts, one of words that decide a nature, one of rules for each family of goals.
 * @param examples the check reads them too; working a rule out does not need them
 */
export function readRulebook(knowledge: string, examples: 'examples' | 'none' = 'none'): Rulebook {
  const folder = join(knowledge, RULES_FOLDER);
  const problems: CorpusProblem[] = [];
  const rules = new Map<string, Rule>();
  const facts = new Map<FactName, ToldFact>();
  let objects: readonly ObjectWords[] = [];
  const report = (file: string, field: string, message: string) =>
    problems.push({ file: `${RULES_FOLDER}/${file}`, line: 1, field, message });

  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.yaml') || file === WORDS_FILE || file === ENGLISH_FILE) continue;
    const text = readFileSync(join(folder, file), 'utf8').normalize('NFC');
    const raw: unknown = parseYaml(examples === 'none' ? text.replace(EXAMPLES, '') : text);
    if (file === OBJECTS_FILE) {
      const read = z.array(objectSchema).safeParse(raw);
      if (read.success) objects = read.data;
      else reportIssues(read.error, (field, message) => report(file, field, message));
      continue;
    }
    for (const [name, body] of Object.entries(z.record(z.string(), z.unknown()).parse(raw))) {
      const read = (file === FACTS_FILE ? factSchema : ruleSchema).safeParse(body);
      if (!read.success) reportIssues(read.error, (field, message) => report(file, `${name}.${field}`, message));
      else if (file === FACTS_FILE && isFactName(name)) facts.set(name, factSchema.parse(body));
      else if (file === FACTS_FILE) report(file, name, 'is no fact that a rule reads');
      else if (rules.has(name)) report(file, name, 'is already a rule of another file');
      else rules.set(name, { ...ruleSchema.parse(body), file: `${RULES_FOLDER}/${file}` });
    }
  }
  for (const name of Object.keys(FACTS))
    if (isFactName(name) && !facts.has(name)) report(FACTS_FILE, name, 'has neither title nor question');
  return { rules, facts, objects, problems };
}

function reportIssues(error: z.ZodError, report: (field: string, message: string) => void): void {
  for (const { path, message } of error.issues) report(path.map(String).join('.'), message);
}

const NOT_OF_PUBLICODES = new Set(['exemples', 'question', 'file']);

/** The rule as Publicodes reads it. */
export function engineRule(rule: Rule): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule).filter(([key]) => !NOT_OF_PUBLICODES.has(key)));
}

/** A rule that says how it is worked out, and not only that it is given. */
export function isWorkedOut(rule: Rule): boolean {
  return Object.keys(engineRule(rule)).some((key) => !['titre', 'références', 'note', 'description'].includes(key));
}

/** `montant_ht` → `montant ht`: Publicodes takes no underscore in a name. */
export function engineName(name: string): string {
  return name.replaceAll('_', ' ');
}

/** `seuil.dispense.travaux` → `chiffres . seuil dispense travaux`. */
export function figureName(key: string): string {
  return `chiffres . ${key.replace(/[._]/g, ' ')}`;
}

/** A value as Publicodes reads it in a situation; a list, a text or nothing is not for it. */
export function isEngineValue(value: FactValue): value is number | boolean | string {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
}
