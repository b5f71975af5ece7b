import { z } from 'zod';

export const boundarySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower case words joined by hyphens' }),
  /** Why this is not answered by the corpus alone. */
  reason: z.enum(['out_of_scope', 'personal_data', 'individual_decision', 'pending_litigation']),
  title: z.string().min(3),
  questions: z.array(z.string().min(3)).min(4),
  /** One sentence: what is outside, or what a person must look at. */
  say: z.string().min(10),
  /** Who or what helps instead, or meanwhile. */
  next: z.string().min(10),
  /** For what calls for a human: to whom to turn first, after «À qui s'adresser :»; the organisation's buyer where it is not said. */
  turn_to: z.string().min(10).optional(),
  /** For what calls for a human: the fiches that say what is known. */
  fiches: z.array(z.string()).default([]),
});

/** A theme at the edge of the assistant: outside it, or for a human. Found by the same search as the fiches. */
export type Boundary = z.infer<typeof boundarySchema>;
