import { z } from 'zod';
import { isIsoDate } from '../days/iso-date.ts';

/** What an answer is, said by its first words: see `openingVerdict`. */
const VERDICTS = ['oui', 'non', 'depend', 'valeur', 'etape'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What an answer opens with under these verdicts: its reader sees these words first. */
const FIRST_WORDS = { oui: /^Oui(?![\p{L}\d])/u, non: /^Non(?![\p{L}\d])/u, depend: /^Cela dépend(?![\p{L}\d])/u };

/** The verdict that the first words of an answer say; none where it opens with a value or a step. */
export function openingVerdict(answer: string): keyof typeof FIRST_WORDS | undefined {
  return (['oui', 'non', 'depend'] as const).find((verdict) => FIRST_WORDS[verdict].test(answer));
}

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

/** On which side of a figure of the dated table a case stands. */
const SIDES = ['under', 'to', 'from', 'over'] as const;

/** What the answer comes to where a fact is told that settles it: a branch of «cela dépend». */
const caseSchema = closedObject({
  service: text('what the answer comes to in that case, the condition first, in everyday words'),
  achat: text('the same in the words of the code'),
  verdict: z.enum(['oui', 'non'], { error: 'must be oui or non; left out where the case is neither' }).optional(),
  told: list('a way in which people tell that it is theirs'),
  value: closedObject({
    key: z.string({ error: 'must be a key of figures.yaml' }),
    is: z.enum(SIDES, { error: `must be one of ${SIDES.join(', ')}` }),
  }).optional(),
});

/** A yes or a no that the answer settles, asked another way round than the question: «doit-on payer quand même ?» of «peut-on suspendre ?». */
const turnedSchema = closedObject({
  ask: text('the question turned round, in good French'),
  verdict: z.enum(['oui', 'non'], { error: 'must be oui or non' }),
  service: text('the yes or the no, then what is true in a whole sentence, in everyday words'),
  achat: text('the same in the words of the code'),
  told: list('a way in which people ask it'),
});

const questionSchema = closedObject({
  id: kebab,
  ask: text('the question in good French'),
  said: list('a way in which people type it'),
  answer: answersSchema,
  verdict: z.enum(VERDICTS, { error: `must be one of ${VERDICTS.join(', ')}` }),
  about: aboutSchema.optional(),
  but: text('the one condition that could change the answer').optional(),
  next: text('the one step to take').optional(),
  /** Of «cela dépend», two to four. */
  cases: z.array(caseSchema, { error: 'must be a list of cases' }).default([]),
  turned: z.array(turnedSchema, { error: 'must be a list of questions turned round' }).default([]),
  articles: z.array(z.string({ error: 'must be an article: L2124-2' }).min(2)).default([]),
  not_this: list('a near question whose answer differs').default([]),
});

const readingSchema = closedObject({
  article: z.string({ error: 'must be an article: L2124-2' }).min(2),
  as: z.enum(READ_AS, { error: `must be one of ${READ_AS.join(', ')}` }),
  version: isoDate,
  /** The day of the reading. */
  on: isoDate,
  from: text('where it was read'),
});

/**
 * A question of a fiche with its answer. `id` is stable: what is kept about a question hangs on it. `ask` is shown; `said`,
 * other ways of asking it, is found by and never shown.
 */
export type Question = Readonly<z.infer<typeof questionSchema>>;

export type QuestionCase = Question['cases'][number];

export type Turned = Question['turned'][number];

/** What an answer opens with for who told their case, or asked the other way round. */
export type Opening = QuestionCase | Turned;

/** How an article cited by the fiche was read: by whom it may be leant on. */
export type Reading = Readonly<z.infer<typeof readingSchema>>;

type Report = (path: readonly PropertyKey[], message: string) => void;

/** Questions of a front matter, each with the row it was written in; a row that cannot be read is reported and left out. */
export function readQuestions(rows: readonly unknown[], report: Report): readonly (readonly [Question, row: number])[] {
  return readRows(rows, questionSchema, report);
}

/** Rows of `read`, likewise. */
export function readReadings(rows: readonly unknown[], report: Report): readonly Reading[] {
  return readRows(rows, readingSchema, report).map(([reading]) => reading);
}

function readRows<T>(
  rows: readonly unknown[],
  schema: z.ZodType<T>,
  report: Report,
): readonly (readonly [T, number])[] {
  return rows.flatMap((value, row) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return [[parsed.data, row] as const];
    for (const issue of parsed.error.issues) report([row, ...issue.path], issue.message);
    return [];
  });
}
