import { z } from 'zod';
import { isIsoDate } from '../days/iso-date.ts';

/** What an answer is, said by its first words: see `FIRST_WORDS`. */
const VERDICTS = ['oui', 'non', 'depend', 'valeur', 'etape'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whom and what a question is about, where a neighbour could be confused with it; a list left out means any. */
const ABOUT = {
  who: ['service', 'acheteur', 'entreprise', 'elu', 'sous-traitant'],
  contract: [
    'marche',
    'fournitures',
    'services',
    'travaux',
    'maitrise-oeuvre',
    'accord-cadre',
    'marche-subsequent',
    'concession',
    'cooperation',
  ],
  procedure: ['dispense', 'adaptee', 'formalisee'],
  when: ['besoin', 'preparation', 'publicite', 'candidatures', 'offres', 'attribution', 'execution', 'fin'],
  buyer: ['etat', 'collectivite', 'etablissement', 'entite-adjudicatrice', 'organisme'],
} as const;

/** How much of an article was read: all of it, a part, or what others say of it. */
const READ_AS = ['whole', 'extract', 'secondary'] as const;

export const kebab = z
  .string({ error: 'must be lower case words joined by hyphens' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower case words joined by hyphens' });
export const isoDate = z
  .string({ error: 'must be a date written YYYY-MM-DD' })
  .refine(isIsoDate, { error: 'not a date written YYYY-MM-DD' });

const text = (what: string) => z.string({ error: `must be ${what}, between straight quotes` }).min(3);
const list = (what: string) => z.array(text(what), { error: `must be a list: ["${what}", …]` });
const oneOf = <const T extends readonly string[]>(allowed: T) =>
  z.array(z.enum(allowed, { error: `must be among ${allowed.join(', ')}` }), {
    error: `must be a list in brackets, among ${allowed.join(', ')}`,
  });

/** An object whose unknown keys are answered with those that there are. */
function closedObject<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown field ${issue.keys.join(', ')}; there are ${Object.keys(shape).join(', ')}`
        : `must have the fields ${Object.keys(shape).join(', ')}`,
  });
}

const answersSchema = closedObject({
  service: text('the answer in everyday words'),
  achat: text('the answer in the words of the code'),
});

const aboutSchema = closedObject({
  who: oneOf(ABOUT.who).optional(),
  contract: oneOf(ABOUT.contract).optional(),
  procedure: oneOf(ABOUT.procedure).optional(),
  when: oneOf(ABOUT.when).optional(),
  buyer: oneOf(ABOUT.buyer).optional(),
});

const writtenSchema = closedObject({
  id: kebab,
  ask: text('the question in good French'),
  said: list('a way in which people type it'),
  answer: answersSchema,
  verdict: z.enum(VERDICTS, { error: `must be one of ${VERDICTS.join(', ')}` }),
  about: aboutSchema.optional(),
  but: text('the one condition that could change the answer').optional(),
  next: text('the one step to take').optional(),
  articles: z.array(z.string({ error: 'must be an article: L2124-2' }).min(2)).default([]),
  not_this: list('a near question whose answer differs').default([]),
});

const formerSchema = z.union(
  [
    text('a question').transform((ask) => ({ ask, said: [], answer: undefined })),
    z
      .strictObject({ ask: text('a question'), answer: text('its answer') })
      .transform(({ ask, answer }) => ({ ask, said: [], answer: { service: answer, achat: answer } })),
  ],
  { error: 'must be a question between straight quotes, or one with its ask and its answer' },
);

const readingSchema = closedObject({
  article: z.string({ error: 'must be an article: L2124-2' }).min(2),
  as: z.enum(READ_AS, { error: `must be one of ${READ_AS.join(', ')}` }),
  version: isoDate,
  /** The day of the reading. */
  on: isoDate,
  from: text('where it was read'),
});

/** One answer, each side in its own words; the same text twice where the fiche is still of the former shape. */
export type Answers = Readonly<z.infer<typeof answersSchema>>;

/** A question of a fiche as all who read the corpus see it, whichever shape the fiche is written in. */
export interface Question {
  /** Shown, in good French; of the former shape, as people type it. */
  readonly ask: string;
  /** Other ways of asking it: found by, never shown. */
  readonly said: readonly string[];
  readonly answer: Answers | undefined;
}

/** A question with everything that can be checked of it. `id` is stable: what is kept about a question hangs on it. */
export type WrittenQuestion = Readonly<z.infer<typeof writtenSchema>>;

/** How an article cited by the fiche was read: by whom it may be leant on. */
export type Reading = Readonly<z.infer<typeof readingSchema>>;

export function isWritten(question: Question): question is WrittenQuestion {
  return 'id' in question;
}

const ONLY_WRITTEN = Object.keys(writtenSchema.shape).filter((key) => key !== 'ask' && key !== 'answer');

function looksWritten(row: unknown): boolean {
  return typeof row === 'object' && row !== null && ONLY_WRITTEN.some((key) => Object.hasOwn(row, key));
}

/** Rows as they come; how many are expected of the other shape is checked with their content. */
export const questionRows = z
  .array(z.unknown())
  .refine((rows) => rows.length >= 6 || rows.some(looksWritten), { error: 'at least 6 questions' })
  .refine((rows) => rows.length <= 40 || rows.some(looksWritten), { error: 'at most 40 questions' });

type Report = (path: readonly PropertyKey[], message: string) => void;

/** Questions of a front matter, each with the row it was written in; a row that cannot be read is reported and left out. */
export function readQuestions(
  rows: readonly unknown[],
  report: Report,
): readonly (readonly [question: Question, row: number])[] {
  const written = rows.some(looksWritten);
  return rows.flatMap((value, row) => {
    if (written && !looksWritten(value)) {
      report([row], 'this fiche has questions with an id: give this one its id, ask, said, answer and verdict too');
      return [];
    }
    const parsed = written ? writtenSchema.safeParse(value) : formerSchema.safeParse(value);
    if (parsed.success) return [[parsed.data, row] as const];
    for (const issue of parsed.error.issues) report([row, ...issue.path], issue.message);
    return [];
  });
}

/** Rows of `read`, likewise. */
export function readReadings(rows: readonly unknown[], report: Report): readonly Reading[] {
  return rows.flatMap((value, row) => {
    const parsed = readingSchema.safeParse(value);
    if (parsed.success) return [parsed.data];
    for (const issue of parsed.error.issues) report([row, ...issue.path], issue.message);
    return [];
  });
}
