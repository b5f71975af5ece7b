import { z } from 'zod';

const text = z.string().min(1);

const quizSeatSchema = z.object({
  kind: z.literal('quiz'),
  /** Of a review, which is of no module, the article that changed; empty where it is of what was missed. */
  module: z.string(),
  /** `attest` for an attestation, `recheck` on changed facts, `review` of missed points. */
  purpose: z.enum(['attest', 'recheck', 'review']),
  startedAt: text,
  questions: z.array(text).min(1),
  answers: z.record(z.string(), z.object({ chosen: z.array(z.string()), right: z.boolean() })),
});

/** Where a learner is: what «suite» goes on with, on whatever platform. */
const seatSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lesson'),
    module: text,
    fiche: text,
    /** 0 the situation, 1 the rule, 2 the example, then one a question. */
    step: z.number().int().min(0),
  }),
  quizSeatSchema,
  z.object({ kind: z.literal('letter'), path: text }),
]);

const interestSchema = z.object({
  fiche: text,
  /** The fiche answered a question, or explains a word that had to be translated. */
  why: z.enum(['asked', 'worded']),
  at: text,
});

export const learnerSchema = z.object({
  person: text,
  organisation: z.string(),
  /** 0 for a learner that was never written. */
  version: z.number().int().min(0),
  /** Off until it is on for whoever says so; recommendations rest on `interests` alone. */
  recommend: z.boolean(),
  /** Paris hour of the one nudge; none when not chosen. */
  nudgeHour: z.number().int().min(0).max(23).nullable(),
  /** When the one nudge of this pause was sent; any activity takes it back. */
  nudgedAt: text.nullable(),
  lastAt: text.nullable(),
  seat: seatSchema.nullable(),
  /** A quiz left half-way for a lesson or for another quiz; it is gone on with where it was. */
  aside: quizSeatSchema.nullable().default(null),
  interests: z.array(interestSchema),
});

export type Learner = z.infer<typeof learnerSchema>;
export type QuizSeat = z.infer<typeof quizSeatSchema>;
export type LessonSeat = Extract<z.infer<typeof seatSchema>, { kind: 'lesson' }>;

/** The quiz under way: the one being asked, else the one put aside. */
export function quizOf({ seat, aside }: Pick<Learner, 'seat' | 'aside'>): QuizSeat | undefined {
  return seat?.kind === 'quiz' ? seat : (aside ?? undefined);
}

export const MOST_INTERESTS = 40;

/** Someone who has done nothing yet. */
export function newLearner(person: string, organisation: string): Learner {
  return {
    person,
    organisation,
    version: 0,
    recommend: true,
    nudgeHour: null,
    nudgedAt: null,
    lastAt: null,
    seat: null,
    aside: null,
    interests: [],
  };
}
