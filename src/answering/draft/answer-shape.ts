import { z } from 'zod';
import type { JsonShape } from '../../model/complete.ts';
import type { Claim } from '../grounding/check-claim.ts';

const VERDICTS = ['oui', 'non', 'depend', 'aucun'] as const;

/** What a model chose of what it was given, before a word of its answer. */
export interface Chosen {
  /** The passage that is about the question asked; undefined where none is. */
  readonly choice: string | undefined;
  /** Then: what would find it. */
  readonly search: string;
  readonly verdict: (typeof VERDICTS)[number];
}

/** What follows the answer. */
export interface Afterwards {
  /** The one fact that would change it, asked; undefined where there is none. */
  readonly ask: string | undefined;
  /** Passages whose questions are useful next. */
  readonly follow: readonly string[];
}

const chosenSchema = z.object({
  choice: z.string().max(8),
  search: z.string().max(300),
  verdict: z.enum(VERDICTS),
});
const claimSchema = z.strictObject({ quote: z.string().min(1), text: z.string().min(1) });
const afterSchema = z.object({ ask: z.string().max(300), follow: z.array(z.string().max(8)) });

export function readChosen(part: unknown): Chosen | undefined {
  const parsed = chosenSchema.safeParse(part);
  return parsed.success ? { ...parsed.data, choice: parsed.data.choice.trim() || undefined } : undefined;
}

/** One claim as the model gives it; undefined when it is not one. */
export function readClaim(value: unknown): Claim | undefined {
  const parsed = claimSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

export function readAfterwards(whole: unknown): Afterwards {
  const parsed = afterSchema.safeParse(whole);
  return parsed.success
    ? { ask: parsed.data.ask.trim() || undefined, follow: parsed.data.follow }
    : { ask: undefined, follow: [] };
}

const text = { type: 'string' };

/** The choice first: endpoints write the properties in the order of the schema, and nothing is shown before it. */
export const ANSWER_SHAPE: JsonShape = {
  name: 'reponse',
  schema: {
    type: 'object',
    properties: {
      choice: text,
      search: text,
      verdict: { type: 'string', enum: VERDICTS },
      claims: {
        type: 'array',
        items: {
          type: 'object',
          properties: { quote: text, text },
          required: ['quote', 'text'],
          additionalProperties: false,
        },
      },
      ask: text,
      follow: { type: 'array', items: text },
    },
    required: ['choice', 'search', 'verdict', 'claims', 'ask', 'follow'],
    additionalProperties: false,
  },
};
