import { z } from 'zod';
import fitted from './fitted.json' with { type: 'json' };

const settingsSchema = z.strictObject({
  /** Share of the dense list in the convex mix, 0 to 1. */
  denseWeight: z.number().min(0).max(1),
  /** Added to a fiche that a concept of the lexicon, said in the question, points to. */
  conceptWeight: z.number().min(0).max(1),
  /** Weight of a term that the lexicon added, a word of the person's own being 1. */
  expansionWeight: z.number().min(0).max(1),
  fields: z.strictObject({ title: z.number(), questions: z.number(), articles: z.number(), body: z.number() }),
  /** Logistic calibration of the confidence, over the features named in confidence.ts. */
  confidence: z.strictObject({
    bias: z.number(),
    similarity: z.number(),
    coverage: z.number(),
    known: z.number(),
    margin: z.number(),
  }),
});

export type RetrievalSettings = z.infer<typeof settingsSchema>;

/** Written by `npm run evaluate -- --fit`, never by hand. */
export const fittedSettings: RetrievalSettings = settingsSchema.parse(fitted);
