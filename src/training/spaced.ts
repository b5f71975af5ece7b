import { createEmptyCard, type Card as FsrsCard, fsrs, Rating } from 'ts-fsrs';
import { z } from 'zod';
import type { Card } from './training-records.ts';

/** FSRS-6 with its published weights and no fuzz: the same answers give the same days. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });
/** A point remembered this long is learnt: it stops coming back. In days. */
const LEARNT_DAYS = 120;

const bodySchema = z.object({
  due: z.coerce.date(),
  stability: z.number(),
  difficulty: z.number(),
  elapsed_days: z.number(),
  scheduled_days: z.number(),
  learning_steps: z.number(),
  reps: z.number(),
  lapses: z.number(),
  state: z.number(),
  last_review: z.coerce.date().optional(),
});

/**
 * What becomes of a point after an answer: missed, it comes back; remembered, it comes back later, and no more once it has
 * held for four months. A point never missed has no card (undefined, and nothing to keep).
 */
export function afterAnswer(question: string, before: Card | undefined, right: boolean, now: Date): Card | undefined {
  if (before === undefined && right) return undefined;
  const card = before === undefined ? createEmptyCard(now) : readCard(before, now);
  const { card: next } = scheduler.next(card, now, right ? Rating.Good : Rating.Again);
  if (right && next.scheduled_days >= LEARNT_DAYS) return { question, due: next.due.toISOString(), body: undefined };
  return { question, due: next.due.toISOString(), body: next };
}

/** A card that cannot be read starts again: nothing is lost but its history. */
function readCard({ body }: Card, now: Date): FsrsCard {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return createEmptyCard(now);
  const { last_review: lastReview, ...rest } = parsed.data;
  return { ...rest, ...(lastReview === undefined ? {} : { last_review: lastReview }) };
}
