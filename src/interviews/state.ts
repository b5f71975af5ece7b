import { z } from 'zod';
import { type FactName, type FactValue, isFactName, type Situation } from '../rules/facts.ts';

/** What the sheet tells on demand, by the names of the rules' goals: each has questions of its own. */
export const ON_DEMAND = ['advance', 'retention', 'penalty'] as const;
export type OnDemand = (typeof ON_DEMAND)[number];

/** Who buys what: what decides beside the sum. */
export const WHO_AND_WHAT: readonly FactName[] = [
  'acheteur',
  'precision_acheteur',
  'activite',
  'nature',
  'objet',
  'usage',
  'defense_securite',
  'urgence_justifiee',
];

/** What is known of a purchase at one moment of its interview. */
export interface Known {
  readonly facts: Situation;
  /** Asked, and nobody knows. */
  readonly unknown: readonly FactName[];
  /** Its sum was called neither HT nor TTC, and nobody has said which. */
  readonly taxUnsaid: boolean;
  readonly opened: readonly OnDemand[];
  /** Euros without tax: what the body announces besides for the year that is bought alike, and counts with it. */
  readonly announced: readonly number[];
}

/** A purchase under interview: facts alone, never the sentence that told them. `before`: what was known before each answer, the latest last: what «Revenir» goes back to. */
export interface InterviewState extends Known {
  readonly before: readonly Known[];
}

/** So many answers can be taken back. */
const MOST_BEFORE = 30;

export const NOTHING: Known = { facts: new Map(), unknown: [], taxUnsaid: false, opened: [], announced: [] };

/** The purchase once more is known, what was known before it kept. */
export function learn(purchase: InterviewState, known: Known): InterviewState {
  const { before: _, ...was } = purchase;
  return {
    ...known,
    before: [...purchase.before, was].slice(-MOST_BEFORE),
  };
}

/** As before the last answer; the same where there was none. */
export function goBack(purchase: InterviewState): InterviewState {
  const last = purchase.before.at(-1);
  return last === undefined ? purchase : { ...last, before: purchase.before.slice(0, -1) };
}

const factName = z.string().refine(isFactName, { error: 'is no fact that a rule reads' });
const factValue = z.union([z.number(), z.boolean(), z.string(), z.array(z.number()), z.null()]);
const knownSchema = z.strictObject({
  facts: z.array(z.tuple([factName, factValue])),
  unknown: z.array(factName),
  taxUnsaid: z.boolean(),
  opened: z.array(z.enum(ON_DEMAND)),
  /** What was kept before programmes were counted has none. */
  announced: z.array(z.number()).default([]),
});
const interviewSchema = knownSchema.extend({ before: z.array(knownSchema) });

/** As it is kept. */
export function writeState({ before, ...purchase }: InterviewState): string {
  return JSON.stringify({ ...plain(purchase), before: before.map(plain) });
}

/** @throws where what is kept was not written by `writeState` */
export function readState(body: string): InterviewState {
  const { before, ...known } = interviewSchema.parse(JSON.parse(body));
  return { ...knownOf(known), before: before.map(knownOf) };
}

function plain({ facts, unknown, taxUnsaid, opened, announced }: Known) {
  return { facts: [...facts], unknown, taxUnsaid, opened, announced };
}

function knownOf({ facts, ...known }: z.infer<typeof knownSchema>): Known {
  return { ...known, facts: new Map<FactName, FactValue>(facts) };
}
