import { z } from 'zod';
import { LINT_CODES } from '../../vocabulary/rewording.ts';

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower case words joined by hyphens' });
const figureKey = z
  .string()
  .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/, { error: 'a figure key is written in lower case with dots' });
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(8, { error: 'at least 8 characters' })
    .max(max, { error: `at most ${max} characters` });

/** Lengths, in characters, that a chat message and a phone screen carry without scrolling twice. */
const SITUATION = 500;
const ASK = 240;
const CHOICE = 240;
const WHY = 420;

/** The case of a question holds an amount: its right answer stands only while a figure of the law is on the same side of it. */
const conditionSchema = z.union([
  z.strictObject({ figure: figureKey, above: z.number() }),
  z.strictObject({ figure: figureKey, at_most: z.number() }),
]);

const common = {
  /** Unique in the whole corpus: what a learner answered is kept under it. */
  id: kebab,
  /** The fiche that holds the answer and is shown after it. */
  fiche: kebab,
  /** For one side only; for both when absent. */
  for: z.enum(['service', 'achat']).optional(),
  /** The facts of the case: the one place, with the texts to judge, where amounts are written freely. */
  situation: text(SITUATION).optional(),
  /** Required where the situation holds an amount in euros; `[]` says that the amount decides nothing. */
  true_while: z.array(conditionSchema).optional(),
  /** Why the right answer is right, with the article. */
  why: text(WHY),
};

const choiceSchema = z.strictObject({
  // A choice may be one word, « Non » or « CCTP »: shorter than any sentence.
  text: z.string().trim().min(2).max(CHOICE),
  right: z.boolean().default(false),
  /** What is true in it, or what is wrong with it: shown to who chose it. */
  why: text(WHY).optional(),
});

/** Words of the fiche, verbatim (figure keys included), that hold the answer. */
const heldBy = z.union([text(600).transform((one) => [one]), z.array(text(600)).min(1)]);

const choosing = { ...common, ask: text(ASK), held_by: heldBy, choices: z.array(choiceSchema).min(3).max(6) };

const wrongFigureSchema = z.union([
  z.strictObject({ figure: figureKey, why: text(WHY) }),
  z.strictObject({ value: z.number(), why: text(WHY) }),
]);

/** What is wrong with a wording: `lost` and `unlawful` are found again by the guard and by the lint. */
const WORDING_FAULTS = ['lost', 'unlawful', 'untranslated'] as const;

const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), ...choosing }),
  z.strictObject({ kind: z.literal('multiple'), ...choosing }),
  z.strictObject({
    kind: z.literal('figure'),
    ...common,
    ask: text(ASK),
    figure: figureKey,
    wrong: z.array(wrongFigureSchema).min(2).max(4),
  }),
  z.strictObject({
    kind: z.literal('reword'),
    ...common,
    /** Who speaks in the need: the wording to choose is the other side's. */
    from: z.enum(['service', 'achat']),
    need: text(SITUATION),
    held_by: heldBy,
    wordings: z
      .array(
        z.strictObject({
          text: text(SITUATION),
          fault: z.enum(WORDING_FAULTS).optional(),
          why: text(WHY).optional(),
        }),
      )
      .min(3)
      .max(4),
  }),
  z.strictObject({
    kind: z.literal('lint'),
    ...common,
    sentence: text(SITUATION),
    /** What the lawful-wording check raises; `none` when it rightly says nothing. */
    code: z.enum([...LINT_CODES, 'none']),
    wrong: z
      .array(z.strictObject({ code: z.enum([...LINT_CODES, 'none']), why: text(WHY) }))
      .min(2)
      .max(4),
  }),
]);

const lessonSchema = z.strictObject({
  fiche: kebab,
  /** Where the lesson starts: a person in front of the problem that the fiche solves. */
  situation: text(SITUATION),
});

export const quizSchema = z.strictObject({
  /** Every fiche of the module once, in the order in which they are learnt. */
  lessons: z.array(lessonSchema).min(1),
  questions: z.array(questionSchema).min(1),
});

type QuizFile = z.infer<typeof quizSchema>;
export type QuizQuestion = QuizFile['questions'][number];
export type FigureQuestion = Extract<QuizQuestion, { kind: 'figure' }>;

export type Condition = z.infer<typeof conditionSchema>;

/** The micro-lessons and the questions of one module. */
export interface Quiz extends QuizFile {
  readonly module: string;
  readonly file: string;
}
