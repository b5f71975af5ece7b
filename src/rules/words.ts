import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { compileExpression } from '../french/pattern/expression.ts';
import { createMatcher } from '../french/pattern/matcher.ts';
import { readTokens } from '../french/pattern/tokens.ts';
import type { Span } from '../french/span.ts';
import { fold } from '../french/words.ts';
import { parseYaml } from '../yaml.ts';
import { type FactName, isFactName, NATURES } from './facts.ts';
import { type GoalName, isGoalName } from './goals.ts';
import { isRoleOf, type Role, type RoleKind } from './roles/role-names.ts';
import { WORDS_FILE } from './rulebook.ts';

/** Words that lead from a typed sentence to its facts: `knowledge/regles/mots.yaml`. */

const goalName = z.string().refine(isGoalName, { error: 'is no goal' });
const factName = z.string().refine(isFactName, { error: 'is no fact that a rule reads' });
const SORTS = ['date', 'mois', 'somme', 'pourcent', 'jours', 'nombre'] as const;
const said = {
  mots: z.array(z.string().min(2)).min(1),
  /** Sentences where one of the expressions must be found, and close ones where none must be. */
  justes: z.array(z.string()).min(1),
  faux: z.array(z.string()).min(1),
};

/** What a value is in a goal, where no word claims it. */
const defaultSchema = z.strictObject({ but: goalName, prend: z.partialRecord(z.enum(SORTS), factName) });
/** Of a sum: said in passing, or one part of what is bought. */
const ASIDE = ['rien', 'partie'] as const;
export type Claimed = FactName | (typeof ASIDE)[number];
const valueSchema = z.strictObject({
  fait: z.union([factName, z.enum(ASIDE)]),
  sorte: z.enum(SORTS),
  pour: z.array(goalName).optional(),
  ...said,
});
const factSchema = z.strictObject({
  fait: factName,
  valeur: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  ...said,
});
const natureSchema = z.strictObject({ nature: z.enum(NATURES), ...said });
/** What a yes or a no would be said of. */
const QUESTIONS = [
  'sans_concurrence',
  'sans_publicite',
  'concurrence',
  'publication',
  'boamp_seul',
  'site_seul',
  'adaptee',
  'formalisee',
  'avis_modification',
] as const;
const questionSchema = z.strictObject({ question: z.enum(QUESTIONS), ...said });
/** Of a value as it is worked out: counted as what is bought or due, left out, one of offers that compete, or a fact. */
const COUNTED = ['besoin', 'rien', 'partie', 'offre'] as const;
export type Counted = FactName | (typeof COUNTED)[number];
const roleSchema = z
  .strictObject({
    sorte: z.enum(['somme', 'jour']),
    role: z.string(),
    pour: z.array(goalName).optional(),
    faits: z.array(z.union([factName, z.enum(COUNTED)])).min(1),
  })
  .refine(({ sorte, role }) => isRoleOf(sorte, role), { error: 'is no role of that sort' });
const wordsSchema = z.strictObject({
  /** Folded abbreviations, and the words that they stand for. */
  abreges: z.record(z.string().regex(/^[a-z]{2,12}$/), z.string().min(3)),
  defauts: z.array(defaultSchema),
  valeurs: z.array(valueSchema),
  faits: z.array(factSchema),
  natures: z.array(natureSchema),
  questions: z.array(questionSchema),
  restes: z.array(z.strictObject(said)),
  /** What one of a thing may cost, tax excluded: by words of what is counted, singular and folded. */
  prix: z.array(
    z
      .strictObject({ un: z.tuple([z.number().positive(), z.number().positive()]), mots: z.array(z.string()).min(1) })
      .refine(({ un: [low, high] }) => low < high, { error: 'the lower of the two comes first' }),
  ),
  hors: z.array(z.strictObject({ buts: z.array(goalName).min(1), ...said })),
  roles: z.array(roleSchema),
});

export type YesNoQuestion = (typeof QUESTIONS)[number];

type Sort = (typeof SORTS)[number];
type Spoken = z.infer<typeof wordsSchema>;

/** Words of a text that claim a value near them for a fact. */
export interface Claim {
  readonly fact: Claimed;
  readonly sort: Sort;
  readonly goals: readonly GoalName[] | undefined;
  readonly span: Span;
}

interface ToldFact {
  readonly fact: FactName;
  readonly value: string | number | boolean | null;
  readonly span: Span;
}

/** What the words of a text say, before any value is read. */
export interface SaidWords {
  readonly claims: readonly Claim[];
  /** Facts told by words alone, the first listed value of each. */
  readonly facts: ReadonlyMap<FactName, string | number | boolean | null>;
  /** All facts that words tell, where they stand, the first listed of the file first. */
  readonly told: readonly ToldFact[];
  readonly nature: { readonly nature: (typeof NATURES)[number]; readonly at: number } | undefined;
  /** The first listed of those that the words ask by yes or no. */
  readonly question: YesNoQuestion | undefined;
  /** The sum told is not the whole need. */
  readonly hasRest: boolean;
  /** Goals that other words of the text take out of what can be worked out. */
  readonly outOf: readonly GoalName[];
}

/** What a role admits a value to count as in a goal, the first where the words read another; undefined where it says nothing. */
export type RoleFacts = (kind: RoleKind, role: Role, goal: GoalName) => readonly Counted[] | undefined;

/** From what to what one of a thing costs; undefined of one that is not known. */
export type UnitPrices = (thing: string) => readonly [number, number] | undefined;

export interface Words {
  readonly spoken: Spoken;
  /** Of a value that no word claims, in a goal. */
  defaultOf(goal: GoalName, sort: Sort): FactName | undefined;
  readonly admits: RoleFacts;
  readonly unitPrices: UnitPrices;
  read(text: string): SaidWords;
}

/** «Un marché de travaux», whatever is laid or put up in it. */
const OF_WORKS = /^(?:marche|lot|operation)s? (?:de |d')?travaux$/;

/** Throws where the file is not of its form: the check of the corpus says so first. */
export function readWords(knowledge: string): Words {
  return createWords(wordsSchema.parse(parseYaml(readFileSync(join(knowledge, 'regles', WORDS_FILE), 'utf8'))));
}

function createWords(spoken: Spoken): Words {
  const { valeurs, faits, natures, questions, restes, hors, roles } = spoken;
  const entries = [...valeurs, ...faits, ...natures, ...questions, ...restes, ...hors].map(({ mots }) => mots);
  const find = createMatcher(
    entries.flatMap((entry, order) =>
      entry.map((source) => ({ expression: compileExpression(source, new Map()), value: order })),
    ),
  );
  const firstFact = valeurs.length;
  const firstNature = firstFact + faits.length;
  const firstQuestion = firstNature + natures.length;
  const firstRest = firstQuestion + questions.length;
  const firstOut = firstRest + restes.length;
  const prices = new Map(spoken.prix.flatMap(({ un, mots }) => mots.map((one) => [one, un] as const)));
  const defaults = new Map(spoken.defauts.map(({ but, prend }) => [but, prend]));

  return {
    spoken,
    admits: (kind, role, goal) => {
      const all = roles.filter((one) => one.sorte === kind && one.role === role);
      return (all.find(({ pour }) => pour?.includes(goal)) ?? all.find(({ pour }) => pour === undefined))?.faits;
    },
    unitPrices: (thing) => prices.get(thing),
    defaultOf: (goal, sort) => defaults.get(goal)?.[sort],
    read: (text) => {
      const tokens = readTokens(text);
      const found = tokens.sentences.flatMap(({ first, last }) =>
        find(tokens, first, last).map(({ match, value }) => {
          const span: Span = [tokens.tokens[match.first]?.start ?? 0, tokens.tokens[match.last - 1]?.end ?? 0];
          return { order: value, span };
        }),
      );
      const seen = new Set(found.map(({ order }) => order));
      const byOrder = [...found].sort((a, b) => a.order - b.order);
      const told = byOrder.flatMap(({ order, span }): readonly ToldFact[] => {
        const entry = order < firstFact ? undefined : faits[order - firstFact];
        return entry === undefined ? [] : [{ fact: entry.fait, value: entry.valeur, span }];
      });
      const facts = new Map(told.toReversed().map(({ fact, value }) => [fact, value] as const));
      const bought = found
        .filter(({ order }) => order >= firstNature && order < firstQuestion)
        .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1] || a.order - b.order);
      const named = bought.find(({ span }) => OF_WORKS.test(fold(text.slice(...span)))) ?? bought[0];
      const nature = natures[(named?.order ?? -1) - firstNature]?.nature;
      return {
        claims: found.flatMap(({ order, span }) => {
          const entry = order < firstFact ? valeurs[order] : undefined;
          return entry === undefined ? [] : [{ fact: entry.fait, sort: entry.sorte, goals: entry.pour, span }];
        }),
        facts,
        told,
        nature: nature === undefined ? undefined : { nature, at: named?.span[0] ?? 0 },
        hasRest: restes.some((_, index) => seen.has(firstRest + index)),
        outOf: hors.flatMap(({ buts }, index) => (seen.has(firstOut + index) ? buts : [])),
        question: questions.find((_, index) => seen.has(firstQuestion + index))?.question,
      };
    },
  };
}
